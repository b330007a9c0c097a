using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace Skypefed.Engine;

/// <summary>Runs one script in a session of its own, as a person at the console would, and tells what happened.</summary>
public static class Running
{
    /// <summary>As a shell tells it of a process that was killed.</summary>
    private const int Killed = 137;

    public static object Run(RunRequest request, ModuleFolder modules)
    {
        using var over = new ManualResetEventSlim();
        var record = Record.Current = new Record { CanTranscribe = request.CanTranscribe, Clock = request.Now };
        var server = FakeServer.Current = new FakeServer(modules.Table, request, record)
        {
            // Killed: what follows in the script, `finally` too, never comes. Its thread stands still for good.
            End = () =>
            {
                over.Set();
                Thread.Sleep(Timeout.Infinite);
            },
        };
        Machine.Current = new Machine(request);
        var host = new ScriptedHost(record, request.Answers);
        var named = request.Installed.Concat(request.Imported).ToArray();
        using var environment = new BorrowedEnvironment(request.Environment
            .Append(KeyValuePair.Create("PSModulePath", modules.For(server.Product, named))));

        var session = new Session(host, record, request);
        var isEnded = request.EndAt is not null && session.InvokeApart(over);
        if (request.EndAt is null)
        {
            session.Invoke();
        }
        if (server.Unplayed is [var unplayed, ..])
        {
            throw new NotSupportedException(unplayed);
        }
        var answer = new
        {
            exitCode = isEnded ? Killed : session.Terminated is null ? host.ExitCode ?? session.LastExitCode : 1,
            ended = isEnded,
            terminated = session.Terminated,
            errors = session.Errors,
            lines = record.Lines,
            questions = record.Questions,
            sleeps = record.Sleeps,
            progress = record.Progress,
            openTranscripts = record.Transcripts,
            calls = server.Calls,
            serverMs = server.Time.Elapsed.TotalMilliseconds,
            store = server.StoreAfter(),
        };
        if (isEnded)
        {
            record.EndsProcess = request.EndAt!.Process;
        }
        else
        {
            session.Dispose(); // one whose script stands still would wait for it
        }
        return answer;
    }

    /// <summary>One script in a runspace that nothing else uses.</summary>
    private sealed class Session : IDisposable
    {
        private readonly Runspace runspace;
        private readonly PSInvocationSettings settings;
        private readonly PowerShell shell;
        private readonly PSDataCollection<PSObject> output;
        private readonly RunRequest request;
        private readonly ManualResetEventSlim isOver = new();

        public Session(ScriptedHost host, Record record, RunRequest request)
        {
            this.request = request;
            settings = new PSInvocationSettings { Host = host };
            runspace = Sessions.Take(request);
            shell = PowerShell.Create(runspace);
            output = Watch(shell, record);
            _ = request.Path is { } path ? shell.AddCommand(path) : shell.AddScript(request.Text!);
            foreach (var (name, value) in request.Arguments)
            {
                shell.AddParameter(name, value);
            }
        }

        /// <summary>Null where the script came to its end, else what ended it.</summary>
        public Failure? Terminated { get; private set; }

        public Failure[] Errors => [.. shell.Streams.Error.Select(Failure.Of)];

        public int LastExitCode =>
            LanguagePrimitives.ConvertTo<int?>(runspace.SessionStateProxy.GetVariable("LASTEXITCODE")) ?? 0;

        public void Invoke()
        {
            StopInTime();
            try
            {
                shell.Invoke<PSObject>(null, output, settings);
            }
            catch (PipelineStoppedException)
            {
                // told below, as where the engine stops without a word
            }
            catch (RuntimeException error)
            {
                Terminated = Failure.Of(error.ErrorRecord);
                return;
            }
            finally
            {
                isOver.Set();
            }
            if (shell.InvocationStateInfo.State == PSInvocationState.Stopped)
            {
                Terminated = new Failure($"Stopped: it ran for more than {request.Limit.TotalSeconds} s.", "", 0, "");
            }
        }

        /// <summary>On a thread that may come to a stand; true where it did.</summary>
        public bool InvokeApart(ManualResetEventSlim over)
        {
            var isDone = false;
            Pool.Begin(Invoke, done: () =>
            {
                isDone = true;
                over.Set();
            });
            over.Wait();
            isOver.Set(); // to stop what stands still would take for ever, and this program with it
            return !isDone;
        }

        /// <summary>By a thread of its own: the pool may be busy with this very run.</summary>
        private void StopInTime()
        {
            new Thread(() =>
            {
                if (!isOver.Wait(request.Limit))
                {
                    shell.BeginStop(null, null);
                }
            }, maxStackSize: 256 << 10) { IsBackground = true }.Start();
        }

        public void Dispose()
        {
            var wasStopped = shell.InvocationStateInfo.State == PSInvocationState.Stopped;
            shell.Dispose();
            Sessions.GiveBack(runspace, request, wasStopped);
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
