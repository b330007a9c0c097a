using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>What the server refuses, in its words.</summary>
public sealed class ServerException(string message) : Exception(message)
{
    public static ServerException NotFound(object identity) =>
        new($"Management object not found for identity \"{identity}\".");

    public static ServerException NoRights() => new("Insufficient access rights to perform the operation.");
}

/// <summary>One call of a server cmdlet, as tests read it. A call that does not bind never gets here.</summary>
public sealed record CallRecord(string Cmdlet, JsonObject Bound, bool Changes)
{
    /// <summary>done, failed, ended with the process, or declined: -WhatIf, or a person who said no.</summary>
    public string Outcome { get; set; } = "";
    public string? Error { get; set; }
}

/// <summary>One call of a server cmdlet, as the server reads it.</summary>
public sealed class ServerCall(ServerCmdlet cmdlet)
{
    private static readonly HashSet<string> Manners = ["Identity", "Instance", "Force", "InMemory", "WhatIf", "Confirm"];

    public string Name { get; } = cmdlet.MyInvocation.MyCommand.Name;
    public string Set => cmdlet.ParameterSetName;
    public Dictionary<string, object?> Bound { get; } = cmdlet.MyInvocation.BoundParameters;
    public ServerCmdlet Cmdlet => cmdlet;

    /// <summary>The identity named, or that of the object passed.</summary>
    public XdsIdentity? Identity => Bound.GetValueOrDefault("Identity") as XdsIdentity
        ?? (Instance?.Properties["Identity"]?.Value is { } own ? new XdsIdentity(own.ToString()!) : null);

    public bool InMemory => Has("InMemory");

    /// <summary>The values passed for a thing's properties, without what only says how to go about it.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Values => Instance is { } whole
        ? whole.Properties.Where(each => !Manners.Contains(each.Name))
            .Select(each => KeyValuePair.Create(each.Name, (object?)each.Value))
        : Bound.Where(each => !Manners.Contains(each.Key) && !PSCmdlet.CommonParameters.Contains(each.Key));

    private PSObject? Instance => Bound.GetValueOrDefault("Instance") as PSObject;

    public bool Has(string name) => Bound.TryGetValue(name, out var value) && value is not SwitchParameter { IsPresent: false };

    /// <summary>Throws where a parameter is bound that no rule takes into account.</summary>
    public void DemandPlayed(params string[] names)
    {
        if (Bound.Keys.Except(names).FirstOrDefault(each => !PSCmdlet.CommonParameters.Contains(each)) is { } unplayed)
        {
            throw new NotSupportedException($"the fake server does not play {Name} -{unplayed}");
        }
    }

    public string? Text(string name) => Bound.GetValueOrDefault(name)?.ToString();
}
