using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace Skypefed.Engine;

/// <summary>
/// What PowerShell does at each command for the administrator of this machine, and no script can tell: together a
/// third of the time that a script takes.
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

    private static Assembly Assembly => typeof(PSObject).Assembly;
}
