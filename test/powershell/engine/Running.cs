using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json.Nodes;
using Microsoft.PowerShell;

namespace Skypefed.Engine;

/// <summary>Runs one script in a session of its own, as a person at the console would, and tells what happened.</summary>
public static class Running
{
    public static object Run(RunRequest request, ModuleFolder modules)
    {
        var record = Record.Current = new Record { CanTranscribe = request.CanTranscribe, Clock = request.Now };
        var server = FakeServer.Current = new FakeServer(modules.Table, request);
        var host = new ScriptedHost(record, request.Answers);
        var named = request.Installed.Concat(request.Imported).ToArray();
        using var environment = new BorrowedEnvironment(request.Environment
            .Append(KeyValuePair.Create("PSModulePath", modules.For(server.Product, named))));

        using var runspace = Open(host, request);
        using var shell = PowerShell.Create(runspace);
        var output = Watch(shell, record);
        _ = request.Path is { } path ? shell.AddCommand(path) : shell.AddScript(request.Text!);
        foreach (var (name, value) in request.Arguments)
        {
            shell.AddParameter(name, value);
        }
        var terminated = Invoke(shell, output, request.Limit);

        var exited = host.ExitCode ?? LanguagePrimitives.ConvertTo<int?>(runspace.SessionStateProxy.GetVariable("LASTEXITCODE"));
        return new
        {
            exitCode = terminated is null ? exited ?? 0 : 1,
            terminated,
            errors = shell.Streams.Error.Select(Failure.Of).ToArray(),
            lines = record.Lines,
            questions = record.Questions,
            sleeps = record.Sleeps,
            openTranscripts = record.Transcripts,
            calls = server.Calls,
            store = server.StoreAfter(),
        };
    }

    private static Runspace Open(ScriptedHost host, RunRequest request)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThreadOptions = PSThreadOptions.UseCurrentThread;
        state.ImportPSModule(request.Imported);
        foreach (var (name, type) in StandIn.All)
        {
            state.Commands.Add(new SessionStateCmdletEntry(name, type, helpFileName: null));
        }
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        if (request.Folder is { } folder)
        {
            runspace.SessionStateProxy.Path.SetLocation(folder);
        }
        return runspace;
    }

    /// <summary>Puts the lines of all streams into one list, in the order in which they were written.</summary>
    private static PSDataCollection<PSObject> Watch(PowerShell shell, Record record)
    {
        var output = new PSDataCollection<PSObject>();
        output.DataAdded += (_, added) => record.Say("output", Record.Show(output[added.Index]));
        var streams = shell.Streams;
        streams.Error.DataAdded += (_, added) => record.Say("error", streams.Error[added.Index].ToString());
        streams.Warning.DataAdded += (_, added) => record.Say("warning", streams.Warning[added.Index].Message);
        streams.Verbose.DataAdded += (_, added) => record.Say("verbose", streams.Verbose[added.Index].Message);
        streams.Debug.DataAdded += (_, added) => record.Say("debug", streams.Debug[added.Index].Message);
        return output;
    }

    /// <summary>Null where the script came to its end, else what ended it.</summary>
    private static Failure? Invoke(PowerShell shell, PSDataCollection<PSObject> output, TimeSpan limit)
    {
        using var alarm = new Timer(_ => shell.BeginStop(null, null), null, limit, Timeout.InfiniteTimeSpan);
        try
        {
            shell.Invoke<PSObject>(null, output, null);
        }
        catch (PipelineStoppedException)
        {
            // told below, as where the engine stops without a word
        }
        catch (RuntimeException error)
        {
            return Failure.Of(error.ErrorRecord);
        }
        return shell.InvocationStateInfo.State == PSInvocationState.Stopped
            ? new Failure($"Stopped: it ran for more than {limit.TotalSeconds} s.", "", 0, "")
            : null;
    }

    /// <summary>Environment variables for one run; what was there before comes back.</summary>
    private sealed class BorrowedEnvironment : IDisposable
    {
        private readonly Dictionary<string, string?> before = [];

        public BorrowedEnvironment(IEnumerable<KeyValuePair<string, string>> values)
        {
            foreach (var (name, value) in values)
            {
                before[name] = Environment.GetEnvironmentVariable(name);
                Environment.SetEnvironmentVariable(name, value);
            }
        }

        public void Dispose()
        {
            foreach (var (name, value) in before)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }
}
