using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace Skypefed.Engine;

/// <summary>
/// What PowerShell does at each command and in each session for the administrator of this machine, and no script can tell:
/// together a third of the time that a script takes.
/// </summary>
public static class Idle
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>No command is told to the log of the system, for the life of this program.</summary>
    public static void LeaveSystemLog()
    {
        var providers = Assembly.GetType("System.Management.Automation.MshLog")!.GetField("s_logProviders", Hidden)!.GetValue(null)!;
        var (type, list) = (providers.GetType(), providers.GetType().GetGenericArguments()[1]);
        type.GetMethod("TryAdd")!.Invoke(providers, ["Microsoft.PowerShell", Activator.CreateInstance(list)]);
    }

    /// <summary>Whether a disk is still mounted is not asked each time that a path is looked up.</summary>
    public static void LeaveMounts(Runspace runspace)
    {
        var isMounted = typeof(PSDriveInfo).GetProperty("IsAutoMounted", Hidden)!;
        foreach (var drive in runspace.SessionStateProxy.Drive.GetAll())
        {
            isMounted.SetValue(drive, false);
        }
    }

    /// <summary>What PowerShell knows of types and of how things are shown is made once, not anew for each session.</summary>
    public static void ShareTables(InitialSessionState state)
    {
        state.Types.Clear();
        state.Types.Add(new SessionStateTypeEntry(Types));
        state.Formats.Clear();
        state.Formats.Add(new SessionStateFormatEntry(Formats));
    }

    private static readonly TypeTable Types = TypeTable.LoadDefaultTypeFiles();
    private static readonly FormatTable Formats = FormatTable.LoadDefaultFormatFiles();

    private static Assembly Assembly => typeof(PSObject).Assembly;
}
