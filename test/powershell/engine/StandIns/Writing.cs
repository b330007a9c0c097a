using System.Collections;
using System.Management.Automation;

namespace Skypefed.Engine.StandIns;

[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHost : PSCmdlet
{
    [Parameter(Position = 0, ValueFromRemainingArguments = true, ValueFromPipeline = true)]
    public object? Object { get; set; }
    [Parameter] public SwitchParameter NoNewline { get; set; }
    [Parameter] public object Separator { get; set; } = " ";
    [Parameter] public ConsoleColor ForegroundColor { get; set; }
    [Parameter] public ConsoleColor BackgroundColor { get; set; }

    protected override void ProcessRecord()
    {
        var parts = Object is string or null ? [Object] : LanguagePrimitives.GetEnumerable(Object)?.Cast<object?>() ?? [Object];
        var text = string.Join(Record.Show(Separator), parts.Select(Record.Show));
        var message = new HostInformationMessage { Message = text, NoNewLine = NoNewline };
        WriteInformation(message, ["PSHOST"]);
    }
}

[Cmdlet(VerbsCommunications.Write, "Output")]
public sealed class WriteOutput : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    [AllowNull, AllowEmptyCollection]
    public PSObject? InputObject { get; set; }
    [Parameter] public SwitchParameter NoEnumerate { get; set; }

    protected override void ProcessRecord() => WriteObject(InputObject, enumerateCollection: !NoEnumerate);
}

[Cmdlet(VerbsCommunications.Write, "Warning")]
public sealed class WriteWarningLine : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true), AllowEmptyString]
    public string Message { get; set; } = "";

    protected override void ProcessRecord() => WriteWarning(Message);
}

[Cmdlet(VerbsCommunications.Write, "Verbose")]
public sealed class WriteVerboseLine : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true), AllowEmptyString]
    public string Message { get; set; } = "";

    protected override void ProcessRecord() => WriteVerbose(Message);
}

[Cmdlet(VerbsCommunications.Write, "Error", DefaultParameterSetName = "NoException")]
public sealed class WriteErrorLine : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    [AllowNull, AllowEmptyString]
    public string? Message { get; set; }
    [Parameter(Mandatory = true, ParameterSetName = "WithException")] public Exception? Exception { get; set; }
    [Parameter(Mandatory = true, ParameterSetName = "ErrorRecord")] public ErrorRecord? ErrorRecord { get; set; }
    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public ErrorCategory Category { get; set; } = ErrorCategory.NotSpecified;
    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public string ErrorId { get; set; } = "Microsoft.PowerShell.Commands.WriteErrorException";
    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public object? TargetObject { get; set; }

    protected override void ProcessRecord()
    {
        var record = ErrorRecord ?? new ErrorRecord(Exception ?? new RuntimeException(Message), ErrorId, Category, TargetObject);
        if (ErrorRecord is null && Message is not null)
        {
            record.ErrorDetails = new ErrorDetails(Message);
        }
        WriteError(record);
    }
}

[Cmdlet(VerbsCommunications.Write, "Progress")]
public sealed class WriteProgressBar : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true)] public string Activity { get; set; } = "";
    [Parameter(Position = 1)] public string Status { get; set; } = "Processing";
    [Parameter] public int PercentComplete { get; set; } = -1;
    [Parameter] public SwitchParameter Completed { get; set; }

    protected override void ProcessRecord() => WriteProgress(new ProgressRecord(0, Activity, Status)
    {
        PercentComplete = PercentComplete,
        RecordType = Completed ? ProgressRecordType.Completed : ProgressRecordType.Processing,
    });
}

[Cmdlet(VerbsLifecycle.Start, "Sleep", DefaultParameterSetName = "Seconds")]
public sealed class StartSleep : PSCmdlet, IPartOfTheTest
{
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Seconds")] public double Seconds { get; set; }
    [Parameter(Mandatory = true, ParameterSetName = "Milliseconds")] public int Milliseconds { get; set; }

    /// <summary>Nobody waits: the time asked for is noted, and Get-Date's clock goes on by it.</summary>
    protected override void ProcessRecord() =>
        Record.Current.Sleeps.Add(ParameterSetName == "Seconds" ? Seconds : Milliseconds / 1000.0);
}

[Cmdlet(VerbsCommon.Get, "Date")]
public sealed class GetDate : PSCmdlet, IPartOfTheTest
{
    [Parameter(Position = 0)] public DateTime? Date { get; set; }
    [Parameter] public string? Format { get; set; }

    protected override void ProcessRecord()
    {
        var date = Date ?? Record.Current.Now;
        WriteObject(Format is null ? date : date.ToString(Format));
    }
}

[Cmdlet(VerbsLifecycle.Start, "Transcript", SupportsShouldProcess = true)]
public sealed class StartTranscript : PSCmdlet, IPartOfTheTest
{
    [Parameter(Position = 0, Mandatory = true)] public string Path { get; set; } = "";
    [Parameter] public SwitchParameter Append { get; set; }
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        var file = GetUnresolvedProviderPathFromPSPath(Path);
        if (!ShouldProcess(file))
        {
            return;
        }
        try
        {
            if (!Record.Current.CanTranscribe)
            {
                throw new PSInvalidOperationException("This host does not support transcription.");
            }
            File.AppendAllText(file, $"Transcript started, {Record.Current.Now:s}{Environment.NewLine}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or PSInvalidOperationException)
        {
            ThrowTerminatingError(new ErrorRecord(error, "CannotStartTranscription", ErrorCategory.InvalidOperation, file));
        }
        Record.Current.Transcripts.Push(file);
        WriteObject($"Transcript started, output file is {file}");
    }
}

[Cmdlet(VerbsLifecycle.Stop, "Transcript")]
public sealed class StopTranscript : PSCmdlet, IPartOfTheTest
{
    protected override void ProcessRecord()
    {
        if (!Record.Current.Transcripts.TryPop(out var file))
        {
            var error = new PSInvalidOperationException(
                "An error occurred stopping transcription: The host is not currently transcribing.");
            ThrowTerminatingError(new ErrorRecord(error, "InvalidOperation", ErrorCategory.InvalidOperation, null));
        }
        WriteObject($"Transcript stopped, output file is {file}");
    }
}
