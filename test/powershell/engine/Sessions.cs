using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Skypefed.Engine;

/// <summary>
/// Sessions of PowerShell, each as new when a run begins. To open one takes a sixth of a run: what ran a script that is a
/// file serves again, since such a script keeps its functions and variables in a scope of its own.
/// </summary>
public static class Sessions
{
    private static readonly Stack<Runspace> Kept = new();

    public static Runspace Take(RunRequest request)
    {
        var runspace = ServesAgain(request) && Kept.TryPop(out var kept) ? kept : Open(request);
        if (request.Folder is { } folder)
        {
            runspace.SessionStateProxy.Path.SetLocation(folder);
        }
        return runspace;
    }

    /// <summary>Never after a run that was ended where it stood: its script is there still.</summary>
    public static void GiveBack(Runspace runspace, RunRequest request, bool wasStopped)
    {
        if (wasStopped || !ServesAgain(request))
        {
            runspace.Dispose();
            return;
        }
        using (var shell = PowerShell.Create(runspace))
        {
            shell.AddCommand("Get-Module").AddCommand("Remove-Module").AddParameter("Force").Invoke();
        }
        runspace.ResetRunspaceState();
        Kept.Push(runspace);
    }

    private static bool ServesAgain(RunRequest request) => request.Path is not null && request.Imported.Length == 0;

    private static Runspace Open(RunRequest request)
    {
        var state = InitialSessionState.CreateDefault2();
        if (!StandIn.ShellHasItsOwn)
        {
            Idle.ShareTables(state); // the modules of a whole PowerShell may add to them
        }
        state.ThreadOptions = PSThreadOptions.UseCurrentThread;
        state.ImportPSModule(request.Imported);
        foreach (var (name, type) in StandIn.All)
        {
            state.Commands.Add(new SessionStateCmdletEntry(name, type, helpFileName: null));
        }
        var runspace = RunspaceFactory.CreateRunspace(new ScriptedHost(Record.Current, answers: null), state);
        runspace.Open();
        Idle.LeaveMounts(runspace);
        return runspace;
    }
}
