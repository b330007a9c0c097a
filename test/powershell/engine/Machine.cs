using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>
/// What a Windows machine in a domain tells through .NET and this one cannot: the groups of the account and the PDC
/// emulator of its domain. Scripts name the types as on Windows and get these; where the test says nothing about them
/// they fail as here.
/// </summary>
public sealed class Machine(RunRequest request)
{
    private static readonly (string Name, Type Type)[] Played =
    [
        ("Security.Principal.WindowsIdentity", typeof(WindowsIdentity)),
        ("DirectoryServices.ActiveDirectory.Domain", typeof(Domain)),
    ];

    public static Machine Current { get; set; } = null!;

    /// <summary>For the life of this program, as PowerShell keeps what a script's type names mean.</summary>
    public static void PlayTypes()
    {
        var accelerators = typeof(PSObject).Assembly.GetType("System.Management.Automation.TypeAccelerators")!;
        var add = accelerators.GetMethod("Add", [typeof(string), typeof(Type)])!;
        foreach (var (name, type) in Played)
        {
            add.Invoke(null, [name, type]);
            add.Invoke(null, [$"System.{name}", type]);
        }
    }

    /// <summary>What Get-WinEvent finds.</summary>
    public JsonArray? Events => request.Events;

    private string[] Groups => request.CanTellGroups && request.Groups is { } groups
        ? groups
        : throw new PlatformNotSupportedException("Windows Principal functionality is not supported on this platform.");

    private string Pdc => request.DomainControllers is [var first, ..]
        ? first
        : throw new InvalidOperationException(
            "Current security context is not associated with an Active Directory domain or forest.");

    public sealed class WindowsIdentity
    {
        public string Name => "CONTOSO\\administrator";
        public GroupId[] Groups { get; } = [.. Current.Groups.Select((each, at) => new GroupId(each, at))];

        public static WindowsIdentity GetCurrent() => new();
    }

    /// <summary>A group by number, of which Domain Admins has the same last part everywhere.</summary>
    public sealed class GroupId(string account, int at)
    {
        public string Value { get; } = $"S-1-5-21-1-2-3-{(account.EndsWith("\\Domain Admins") ? 512 : 1100 + at)}";

        public Account Translate(Type _) => new(account);

        public override string ToString() => Value;
    }

    public sealed record Account(string Value)
    {
        public override string ToString() => Value;
    }

    public sealed class Domain
    {
        public DomainController PdcRoleOwner { get; } = new(Current.Pdc);

        public static Domain GetCurrentDomain() => new();
    }

    public sealed record DomainController(string Name);
}
