using System.Management.Automation;
using System.Text;

namespace Skypefed.Engine.StandIns;

/// <summary>A cmdlet that takes files and folders by -Path, where wildcards count, or by -LiteralPath.</summary>
public abstract class ItemCmdlet : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Path")]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true), Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Files and folders that are there; one named exactly and missing is an error that goes on.</summary>
    protected IEnumerable<string> Existing() =>
        Path.SelectMany(Resolve).Concat(LiteralPath.SelectMany(each => Resolve(WildcardPattern.Escape(each))));

    /// <summary>Files that need not be there yet.</summary>
    protected IEnumerable<string> Named() => Path.Concat(LiteralPath).Select(GetUnresolvedProviderPathFromPSPath);

    protected void Try(string file, string id, Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            WriteError(new ErrorRecord(error, id, ErrorCategory.WriteError, file));
        }
    }

    private IEnumerable<string> Resolve(string path)
    {
        try
        {
            return GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (ItemNotFoundException missing)
        {
            WriteError(new ErrorRecord(missing.ErrorRecord, missing));
            return [];
        }
    }
}

[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
public sealed class TestPath : ItemCmdlet
{
    [Parameter, ValidateSet("Any", "Container", "Leaf")] public string PathType { get; set; } = "Any";

    protected override void ProcessRecord()
    {
        foreach (var path in Path.Concat(LiteralPath.Select(each => WildcardPattern.Escape(each))))
        {
            WriteObject(InvokeProvider.Item.Exists(path)
                && (PathType == "Any" || InvokeProvider.Item.IsContainer(path) == (PathType == "Container")));
        }
    }
}

[Cmdlet(VerbsCommon.Join, "Path")]
public sealed class JoinPath : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)] public string[] Path { get; set; } = [];
    [Parameter(Position = 1, Mandatory = true), AllowEmptyString] public string ChildPath { get; set; } = "";

    protected override void ProcessRecord() =>
        WriteObject(Path.Select(each => SessionState.Path.Combine(each, ChildPath)), enumerateCollection: true);
}

[Cmdlet(VerbsCommon.Split, "Path", DefaultParameterSetName = "Parent")]
public sealed class SplitPath : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)] public string[] Path { get; set; } = [];
    [Parameter(ParameterSetName = "Parent")] public SwitchParameter Parent { get; set; }
    [Parameter(ParameterSetName = "Leaf", Mandatory = true)] public SwitchParameter Leaf { get; set; }

    protected override void ProcessRecord() => WriteObject(Path.Select(each => Leaf
        ? SessionState.Path.ParseChildName(each)
        : SessionState.Path.ParseParent(each, "")), enumerateCollection: true);
}

[Cmdlet(VerbsCommon.New, "Item", SupportsShouldProcess = true)]
public sealed class NewItem : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true)] public string[] Path { get; set; } = [];
    [Parameter, ValidateSet("Directory", "File")] public string ItemType { get; set; } = "File";
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path.Select(GetUnresolvedProviderPathFromPSPath))
        {
            if (ShouldProcess($"Destination: {path}", $"Create {ItemType}"))
            {
                Make(path);
            }
        }
    }

    private void Make(string path)
    {
        try
        {
            if (System.IO.Path.Exists(path) && !Force)
            {
                throw new IOException($"An item with the specified name {path} already exists.");
            }
            WriteObject(ItemType == "Directory" ? Directory.CreateDirectory(path) : MakeFile(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            WriteError(new ErrorRecord(error, "NewItemIOError", ErrorCategory.WriteError, path));
        }
    }

    private static FileInfo MakeFile(string path)
    {
        File.WriteAllBytes(path, []);
        return new FileInfo(path);
    }
}

[Cmdlet(VerbsCommon.Remove, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class RemoveItem : ItemCmdlet
{
    [Parameter] public SwitchParameter Force { get; set; }
    [Parameter] public SwitchParameter Recurse { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Existing())
        {
            var folder = Directory.Exists(path);
            if (!ShouldProcess(path, folder ? "Remove Directory" : "Remove File"))
            {
                continue;
            }
            Try(path, "RemoveItemIOError", () =>
            {
                if (folder)
                {
                    Directory.Delete(path, Recurse);
                }
                else
                {
                    File.Delete(path);
                }
            });
        }
    }
}

[Cmdlet(VerbsCommon.Move, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class MoveItem : ItemCmdlet
{
    [Parameter(Position = 1, Mandatory = true)] public string Destination { get; set; } = "";
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Existing())
        {
            var target = GetUnresolvedProviderPathFromPSPath(Destination);
            if (Directory.Exists(target))
            {
                target = System.IO.Path.Combine(target, System.IO.Path.GetFileName(path));
            }
            var folder = Directory.Exists(path);
            if (!ShouldProcess($"Item: {path} Destination: {target}", folder ? "Move Directory" : "Move File"))
            {
                continue;
            }
            Try(path, "MoveFileInfoItemIOError", () =>
            {
                if (folder)
                {
                    Directory.Move(path, target);
                }
                else
                {
                    File.Move(path, target, overwrite: Force);
                }
            });
        }
    }
}

[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = "Path")]
public sealed class GetChildItem : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Path")] public string[] Path { get; set; } = ["."];
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath")] public string[]? LiteralPath { get; set; }
    [Parameter(Position = 1)] public string Filter { get; set; } = "*";

    protected override void ProcessRecord()
    {
        // Windows file names are case-blind, and so is what the scripts expect of a filter.
        var matching = new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive };
        var patterns = LiteralPath?.Select(each => WildcardPattern.Escape(each)) ?? Path;
        foreach (var path in patterns.SelectMany(each => GetResolvedProviderPathFromPSPath(each, out _)))
        {
            IEnumerable<FileSystemInfo> found = Directory.Exists(path)
                ? new DirectoryInfo(path).EnumerateFileSystemInfos(Filter, matching).OrderBy(each => each.Name)
                : [new FileInfo(path)];
            WriteObject(found.Select(WithPath), enumerateCollection: true);
        }
    }

    /// <summary>What is listed can be piped on to Remove-Item and its like, which bind PSPath.</summary>
    private static PSObject WithPath(FileSystemInfo item)
    {
        var listed = PSObject.AsPSObject(item);
        listed.Properties.Add(new PSNoteProperty("PSPath", $"Microsoft.PowerShell.Core\\FileSystem::{item.FullName}"));
        return listed;
    }
}

[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = "Path")]
public sealed class GetContent : ItemCmdlet
{
    [Parameter, ValidateSet("UTF8", "Unicode", "ASCII")] public string Encoding { get; set; } = "UTF8";

    protected override void ProcessRecord()
    {
        foreach (var file in Existing())
        {
            WriteObject(File.ReadLines(file, Encodings.Named(Encoding)), enumerateCollection: true);
        }
    }
}

public abstract class ContentWriter : ItemCmdlet
{
    private readonly List<object?> lines = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true), AllowNull, AllowEmptyCollection]
    public object?[]? Value { get; set; }
    [Parameter, ValidateSet("UTF8", "Unicode", "ASCII")] public string Encoding { get; set; } = "ASCII";

    protected abstract string Operation { get; }
    protected abstract void Write(string file, IEnumerable<string> lines, Encoding encoding);

    protected override void ProcessRecord() => lines.AddRange(Value ?? [null]);

    protected override void EndProcessing()
    {
        foreach (var file in Named().Where(each => ShouldProcess($"Path: {each}", Operation)))
        {
            Try(file, "GetContentWriterIOError", () => Write(file, lines.Select(Record.Show), Encodings.Named(Encoding)));
        }
    }
}

[Cmdlet(VerbsCommon.Add, "Content", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class AddContent : ContentWriter
{
    protected override string Operation => "Add Content";
    protected override void Write(string file, IEnumerable<string> lines, Encoding encoding) =>
        File.AppendAllLines(file, lines, encoding);
}

[Cmdlet(VerbsCommon.Set, "Content", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class SetContent : ContentWriter
{
    protected override string Operation => "Set Content";
    protected override void Write(string file, IEnumerable<string> lines, Encoding encoding) =>
        File.WriteAllLines(file, lines, encoding);
}

/// <summary>Windows PowerShell's encodings: UTF8 writes a byte order mark, and what ASCII lacks becomes a question mark.</summary>
internal static class Encodings
{
    public static Encoding Named(string name) => name.ToUpperInvariant() switch
    {
        "UTF8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        "UNICODE" => Encoding.Unicode,
        _ => Encoding.ASCII,
    };
}
