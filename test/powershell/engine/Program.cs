using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>
/// PowerShell's own parser and runtime behind a pipe: one JSON request a line on standard input, one JSON answer a
/// line on standard output. Requests are `{ id, op: "parse" | "run", ... }`, answers `{ id, answer }` or
/// `{ id, fault }`; a fault is a mistake of the caller or of this program, never of the script.
/// </summary>
public static class Program
{
    /// <summary>Loaded into a real PowerShell, the engine uses that one's cmdlets.</summary>
    private const string OwnCmdlets = "--own-cmdlets";

    /// <summary>Nothing is compiled beside a script: see <see cref="Pool"/>.</summary>
    private const string Alone = "--alone";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static int Main(string[] arguments)
    {
        if (arguments is not [var tablePath, .. var rest] || rest is not ([] or [OwnCmdlets] or [Alone]))
        {
            Console.Error.WriteLine($"usage: engine CMDLET-TABLE.json [{OwnCmdlets} | {Alone}]");
            return 2;
        }
        StandIn.ShellHasItsOwn = rest is [OwnCmdlets];

        // PowerShell reports its use and keeps a cache of modules in the home folder unless told otherwise.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        Environment.SetEnvironmentVariable("PSModuleAnalysisCachePath", "/dev/null");
        // No script runs another program; a command that is not there would be looked for among all of them.
        Environment.SetEnvironmentVariable("PATH", "");

        using var answers = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(Console.Error); // a script that writes to the console by itself must not break the protocol
        Machine.PlayTypes();
        Idle.LeaveSystemLog();
        using var modules = new ModuleFolder(CmdletTable.Load(tablePath));

        void Serve()
        {
            while (Console.In.ReadLine() is { } line)
            {
                answers.WriteLine(Answer(line, modules));
                // Killed where the script stands: no handler and no destructor runs.
                if (Record.Current.EndsProcess)
                {
                    modules.Dispose();
                    Process.GetCurrentProcess().Kill();
                }
            }
        }

        if (rest is [Alone])
        {
            Pool.ServeAlone(Serve);
        }
        else
        {
            Serve();
        }
        return 0;
    }

    private static string Answer(string line, ModuleFolder modules)
    {
        JsonNode? id = null;
        try
        {
            var request = JsonNode.Parse(line)!.AsObject();
            id = request["id"]?.DeepClone();
            object answer = request["op"]?.GetValue<string>() switch
            {
                "parse" => Parsing.Digest(request["text"]!.GetValue<string>()),
                "run" => Running.Run(RunRequest.Read(request), modules),
                var other => throw new ArgumentException($"unknown op: {other}"),
            };
            return JsonSerializer.Serialize(new { id, answer }, Json);
        }
        catch (Exception fault)
        {
            return JsonSerializer.Serialize(new { id, fault = fault.ToString() }, Json);
        }
    }
}
