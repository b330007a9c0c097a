using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Skypefed.Engine;

/// <summary>
/// The console with a person at it who answers from a list, or with nobody (answers is null), as under
/// -NonInteractive.
/// </summary>
public sealed class ScriptedHost(Record record, Queue<string>? answers) : PSHost
{
    public int? ExitCode { get; private set; }

    public override string Name => "ConsoleHost";
    public override Version Version { get; } = new(7, 6);
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;
    public override PSHostUserInterface UI { get; } = new ScriptedUi(record, answers);

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;
    public override void EnterNestedPrompt() => throw new NotSupportedException("nobody can type at a nested prompt");
    public override void ExitNestedPrompt() { }
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
}

public sealed class ScriptedUi(Record record, Queue<string>? answers) : PSHostUserInterface
{
    public override PSHostRawUserInterface RawUI { get; } = new FixedRawUi();

    public override void Write(string value) => record.Begin(value);
    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) => record.Begin(value);
    public override void WriteLine(string value) => record.EndLine(value);

    // These also reach the record through the streams of the pipeline, in the same order.
    public override void WriteErrorLine(string value) { }
    public override void WriteWarningLine(string message) { }
    public override void WriteVerboseLine(string message) { }
    public override void WriteDebugLine(string message) { }

    public override void WriteProgress(long sourceId, ProgressRecord shown) => record.Progress.Add(new Progress(
        shown.Activity, shown.StatusDescription, shown.PercentComplete, shown.RecordType == ProgressRecordType.Completed));

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        var labels = choices.Select(choice => choice.Label).ToArray();
        string answer;
        try
        {
            answer = NextAnswer(message);
        }
        catch (InvalidOperationException)
        {
            record.Questions.Add(new Question(caption, message, labels, null));
            throw;
        }
        record.Questions.Add(new Question(caption, message, labels, answer));
        var picked = Array.FindIndex(labels, label => Answers(label, answer));
        return picked >= 0 ? picked : throw new ArgumentException($"\"{answer}\" is none of: {string.Join(", ", labels)}");
    }

    public override string ReadLine() => NextAnswer("a line of text");

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) => throw CannotAsk();

    public override SecureString ReadLineAsSecureString() => throw CannotAsk();

    public override PSCredential PromptForCredential(string caption, string message, string user, string target) =>
        throw CannotAsk();

    public override PSCredential PromptForCredential(
        string caption, string message, string user, string target,
        PSCredentialTypes types, PSCredentialUIOptions options) => throw CannotAsk();

    private string NextAnswer(string question)
    {
        if (answers is null)
        {
            throw CannotAsk();
        }
        return answers.TryDequeue(out var answer)
            ? answer
            : throw new PSInvalidOperationException($"the test has no answer left for: {question}");
    }

    private static PSInvalidOperationException CannotAsk() =>
        new("Windows PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.");

    /// <summary>"A" and "Yes to All" both answer the choice labelled "Yes to &amp;All".</summary>
    private static bool Answers(string label, string answer)
    {
        var key = label.IndexOf('&') is var at && at >= 0 ? label.Substring(at + 1, 1) : "";
        return answer.Equals(key, StringComparison.OrdinalIgnoreCase)
            || answer.Equals(label.Replace("&", ""), StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A window of 120 columns that cannot be moved; PowerShell's formatting asks for its width.</summary>
public sealed class FixedRawUi : PSHostRawUserInterface
{
    public override Size BufferSize { get; set; } = new(120, 50);
    public override Size WindowSize { get; set; } = new(120, 50);
    public override Size MaxPhysicalWindowSize => new(120, 50);
    public override Size MaxWindowSize => new(120, 50);
    public override Coordinates CursorPosition { get; set; }
    public override Coordinates WindowPosition { get; set; }
    public override int CursorSize { get; set; } = 25;
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;
    public override string WindowTitle { get; set; } = "";
    public override bool KeyAvailable => false;

    public override void FlushInputBuffer() { }
    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException("nobody presses keys");
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => new BufferCell[0, 0];
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { }
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { }
    public override void ScrollBufferContents(Rectangle source, Coordinates target, Rectangle clip, BufferCell fill) { }
}
