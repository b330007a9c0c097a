using System.Management.Automation;
using System.Reflection;

namespace Skypefed.Engine;

/// <summary>
/// The cmdlets of PowerShell's Utility, Management and Host modules that our scripts use. Those modules cannot be had
/// as packages, so each is played here, with just the parameters that are used: any other fails to bind, and the test
/// says so. Each behaves as Windows PowerShell's does, -WhatIf and $WhatIfPreference included.
/// </summary>
public static class StandIn
{
    public static IReadOnlyDictionary<string, Type> All { get; } = Assembly.GetExecutingAssembly().GetTypes()
        .Where(type => type.Namespace == "Skypefed.Engine.StandIns")
        .Select(type => (type, attribute: type.GetCustomAttribute<CmdletAttribute>()))
        .Where(each => each.attribute is not null)
        .ToDictionary(each => $"{each.attribute!.VerbName}-{each.attribute.NounName}", each => each.type);
}
