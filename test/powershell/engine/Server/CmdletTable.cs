using System.Text.Json;
using System.Text.Json.Serialization;

namespace Skypefed.Engine;

/// <summary>One parameter of the table that the product is built from; `since` is the year of the product that brought it.</summary>
public sealed record ParameterRow
{
    public required string Type { get; init; }
    public int Since { get; init; }
    public bool Mandatory { get; init; }
    public bool Switch { get; init; }
    public string[] Sets { get; init; } = [];
    public string[] Values { get; init; } = [];
}

public sealed record CmdletRow
{
    public int Since { get; init; }
    public bool Changes { get; init; }
    public required Dictionary<string, ParameterRow> Parameters { get; init; }

    public bool AsksFirst => Parameters.ContainsKey("WhatIf");
}

/// <summary>
/// The server that is played: its product, for Lync Server 2013 whether cumulative update 5 is on it, and whether its
/// enums have their names in the other order.
/// </summary>
public sealed record Product(string Id, bool Cu5, bool EnumsReversed)
{
    private static readonly Dictionary<string, int> Years = new()
    {
        ["lync-2010"] = 2010, ["lync-2013"] = 2013, ["sfb-2015"] = 2015, ["sfb-2019"] = 2019, ["sfb-se"] = 2019,
    };

    /// <summary>Facts 5.1: both came to Lync Server 2013 with cumulative update 5.</summary>
    private static readonly string[] FromCu5 = ["NameDecorationRoutingDomain", "NameDecorationExcludedDomainList"];

    public bool Has(int since) => since <= Years[Id];

    public bool Has(string parameter, ParameterRow row) =>
        Has(row.Since) && (Cu5 || Id != "lync-2013" || !FromCu5.Contains(parameter));
}

/// <summary>The cmdlets of every product, as the program that writes the scripts knows them.</summary>
public sealed class CmdletTable(Dictionary<string, CmdletRow> all)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public static CmdletTable Load(string path) =>
        new(JsonSerializer.Deserialize<Dictionary<string, CmdletRow>>(File.ReadAllText(path), Json)!);

    public CmdletRow this[string name] => all[name];

    /// <summary>What this product has; what is newer does not exist there.</summary>
    public IEnumerable<KeyValuePair<string, CmdletRow>> Of(Product product) => all
        .Where(cmdlet => product.Has(cmdlet.Value.Since))
        .Select(cmdlet => KeyValuePair.Create(cmdlet.Key, cmdlet.Value with
        {
            Parameters = cmdlet.Value.Parameters
                .Where(each => product.Has(each.Key, each.Value)).ToDictionary(each => each.Key, each => each.Value),
        }));
}
