using System.Management.Automation;
using System.Reflection;

namespace Skypefed.Engine;

/// <summary>What a test decides whatever shell there is: the clock, the events, and what the host can.</summary>
public interface IPartOfTheTest;

/// <summary>
/// The cmdlets of PowerShell's Utility, Management and Host modules that our scripts use. Those modules cannot be had
/// as packages, so each is played here, with just the parameters that are used: any other fails to bind, and the test
/// says so. Each behaves as Windows PowerShell's does, -WhatIf and $WhatIfPreference included.
/// </summary>
public static class StandIn
{
    private static readonly (string Name, Type Type)[] Known = [.. Assembly.GetExecutingAssembly().GetTypes()
        .Where(type => type.Namespace == "Skypefed.Engine.StandIns")
        .Select(type => (type, attribute: type.GetCustomAttribute<CmdletAttribute>()))
        .Where(each => each.attribute is not null)
        .Select(each => ($"{each.attribute!.VerbName}-{each.attribute.NounName}", each.type))];

    /// <summary>Whether a real PowerShell is around, whose cmdlets are used then.</summary>
    public static bool ShellHasItsOwn { get; set; }

    public static IEnumerable<(string Name, Type Type)> All =>
        Known.Where(each => !ShellHasItsOwn || each.Type.IsAssignableTo(typeof(IPartOfTheTest)));
}
