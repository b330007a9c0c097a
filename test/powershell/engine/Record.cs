using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;

namespace Skypefed.Engine;

/// <summary>One line that the person at the console would have seen, and the stream it came from.</summary>
public sealed record Line(string Stream, string Text);

/// <summary>One error; lines count from 1, and 0 is an error that no line of the script made.</summary>
public sealed partial record Failure(string Message, string Id, int Line, string Trace)
{
    public static Failure Of(ErrorRecord error)
    {
        var trace = error.ScriptStackTrace ?? "";
        var line = error.InvocationInfo?.ScriptLineNumber ?? 0;
        return new Failure(error.ToString(), error.FullyQualifiedErrorId, line > 0 ? line : FirstLine(trace), trace);
    }

    /// <summary>An error inside a method that the script calls has no line of its own, but the trace tells it.</summary>
    private static int FirstLine(string trace) => TraceLine().Match(trace) is { Success: true } found
        ? int.Parse(found.Groups[1].Value)
        : 0;

    [GeneratedRegex(@": line (\d+)")]
    private static partial Regex TraceLine();
}

/// <summary>One question put to the person, and what was answered; no answer where none could be given.</summary>
public sealed record Question(string Caption, string Message, string[] Choices, string? Answer);

/// <summary>What a progress bar showed; -1 where it shows no percentage.</summary>
public sealed record Progress(string Activity, string Status, int Percent, bool Completed);

/// <summary>
/// What one run leaves behind, in order. Stand-ins and the host write to <see cref="Current"/>: runs come one after
/// the other, so one is enough.
/// </summary>
public sealed class Record
{
    private readonly StringBuilder unfinished = new();

    public static Record Current { get; set; } = new();

    public List<Line> Lines { get; } = [];
    public List<Question> Questions { get; } = [];
    public List<double> Sleeps { get; } = [];
    public List<Progress> Progress { get; } = [];
    public Stack<string> Transcripts { get; } = new();

    /// <summary>Whether the process ends with this run, once its answer is out.</summary>
    public bool EndsProcess { get; set; }

    /// <summary>False where the host cannot keep a transcript, as in the ISE of old.</summary>
    public bool CanTranscribe { get; init; } = true;

    /// <summary>Get-Date's clock: it starts where the request says and moves only by what a script slept.</summary>
    public DateTime? Clock { get; init; }

    public DateTime Now => (Clock?.ToLocalTime() ?? DateTime.Now).AddSeconds(Sleeps.Sum());

    public void Say(string stream, string text)
    {
        Lines.Add(new Line(stream, text));
        foreach (var transcript in Transcripts)
        {
            File.AppendAllText(transcript, Prefix(stream) + text + Environment.NewLine);
        }
    }

    /// <summary>Text that does not end its line yet, as Write-Host -NoNewline writes it.</summary>
    public void Begin(string text) => unfinished.Append(text);

    public void EndLine(string text)
    {
        Say("host", unfinished + text);
        unfinished.Clear();
    }

    public static string Show(object? value) => LanguagePrimitives.ConvertTo<string>(value) ?? "";

    private static string Prefix(string stream) => stream switch
    {
        "warning" => "WARNING: ",
        "verbose" => "VERBOSE: ",
        "debug" => "DEBUG: ",
        _ => "",
    };
}
