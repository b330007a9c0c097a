using System.Collections;
using System.Management.Automation;
using System.Text;

namespace Skypefed.Engine.StandIns;

[Cmdlet(VerbsCommon.New, "Object")]
public sealed class NewObject : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true)] public string TypeName { get; set; } = "";
    [Parameter(Position = 1)] public object?[]? ArgumentList { get; set; }
    [Parameter] public IDictionary? Property { get; set; }

    protected override void ProcessRecord()
    {
        if (!LanguagePrimitives.TryConvertTo<Type>(TypeName, out var type))
        {
            var unknown = new PSArgumentException(
                $"Cannot find type [{TypeName}]: verify that the assembly containing this type is loaded.");
            ThrowTerminatingError(new ErrorRecord(unknown, "TypeNotFound", ErrorCategory.InvalidType, TypeName));
        }
        var made = Construct(type);
        foreach (DictionaryEntry each in Property ?? new Hashtable())
        {
            SetProperty(made, (string)each.Key, each.Value);
        }
        WriteObject(made);
    }

    private PSObject Construct(Type type)
    {
        if (type == typeof(PSObject) || type == typeof(PSCustomObject))
        {
            return new PSObject();
        }
        // PowerShell itself picks the constructor and converts what is passed to it.
        var construct = ScriptBlock.Create("param($type, $arguments) , $type::new.Invoke($arguments)");
        try
        {
            return construct.Invoke(type, ArgumentList ?? [])[0];
        }
        catch (RuntimeException error)
        {
            ThrowTerminatingError(new ErrorRecord(
                error, "ConstructorInvokedThrowException", ErrorCategory.InvalidOperation, TypeName));
            throw;
        }
    }

    private void SetProperty(PSObject made, string name, object? value)
    {
        if (made.BaseObject is PSCustomObject)
        {
            made.Properties.Add(new PSNoteProperty(name, value));
        }
        else if (made.Properties[name] is { } property)
        {
            property.Value = value;
        }
        else
        {
            var unknown = new PSArgumentException($"The property '{name}' cannot be found on this object.");
            WriteError(new ErrorRecord(unknown, "InvalidOperationException", ErrorCategory.InvalidOperation, made));
        }
    }
}

[Cmdlet(VerbsCommon.Add, "Member")]
public sealed class AddMember : PSCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipeline = true)] public PSObject InputObject { get; set; } = new();
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "ByType")] public PSMemberTypes MemberType { get; set; }
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = "ByType")] public string? Name { get; set; }
    [Parameter(Position = 2, ParameterSetName = "ByType")] public object? Value { get; set; }
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "ByName")] public string? NotePropertyName { get; set; }
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = "ByName"), AllowNull]
    public object? NotePropertyValue { get; set; }
    [Parameter] public SwitchParameter Force { get; set; }
    [Parameter] public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        if (ParameterSetName == "ByType" && MemberType != PSMemberTypes.NoteProperty)
        {
            throw new NotSupportedException($"this stand-in does not add a {MemberType}");
        }
        var name = Name ?? NotePropertyName!;
        if (InputObject.Members[name] is not null && !Force)
        {
            var taken = new InvalidOperationException(
                $"Cannot add a member with the name \"{name}\" because a member with that name already exists. "
                + "To overwrite the member anyway, add the Force parameter to your command.");
            WriteError(new ErrorRecord(taken, "MemberAlreadyExists", ErrorCategory.InvalidOperation, InputObject));
            return;
        }
        InputObject.Properties.Remove(name);
        InputObject.Properties.Add(new PSNoteProperty(name, ParameterSetName == "ByType" ? Value : NotePropertyValue));
        if (PassThru)
        {
            WriteObject(InputObject);
        }
    }
}

[Cmdlet(VerbsCommon.Select, "Object")]
public sealed class SelectObject : PSCmdlet
{
    private readonly List<PSObject> all = [];

    [Parameter(ValueFromPipeline = true)] public PSObject? InputObject { get; set; }
    [Parameter(Position = 0)] public object[]? Property { get; set; }
    [Parameter] public string? ExpandProperty { get; set; }
    [Parameter] public int? First { get; set; }
    [Parameter] public int? Last { get; set; }
    [Parameter] public SwitchParameter Unique { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            all.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        IEnumerable<PSObject> chosen = all;
        chosen = First is { } first ? chosen.Take(first) : chosen;
        chosen = Last is { } last ? chosen.TakeLast(last) : chosen;
        var shown = chosen.SelectMany(Project);
        WriteObject(Unique ? shown.DistinctBy(Fingerprint) : shown, enumerateCollection: true);
    }

    private IEnumerable<PSObject> Project(PSObject item)
    {
        if (ExpandProperty is not null)
        {
            return Expand(item);
        }
        if (Property is null)
        {
            return [item];
        }
        var made = new PSObject();
        foreach (var (name, value) in Property.SelectMany(each => Computed.Properties(each, item)))
        {
            made.Properties.Add(new PSNoteProperty(name, value));
        }
        return [made];
    }

    private IEnumerable<PSObject> Expand(PSObject item)
    {
        if (item.Properties[ExpandProperty] is not { } property)
        {
            var missing = new PSArgumentException($"Property \"{ExpandProperty}\" cannot be found.");
            WriteError(new ErrorRecord(missing, "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, item));
            return [];
        }
        var values = LanguagePrimitives.GetEnumerable(property.Value);
        return values is null ? [PSObject.AsPSObject(property.Value)] : values.Cast<object>().Select(PSObject.AsPSObject);
    }

    private static string Fingerprint(PSObject item) => item.BaseObject is PSCustomObject
        ? string.Join('\n', item.Properties.Select(each => $"{each.Name}={Record.Show(each.Value)}"))
        : Record.Show(item);
}

[Cmdlet("Sort", "Object")]
public sealed class SortObject : PSCmdlet
{
    private readonly List<PSObject> all = [];

    [Parameter(ValueFromPipeline = true)] public PSObject? InputObject { get; set; }
    [Parameter(Position = 0)] public object[]? Property { get; set; }
    [Parameter] public SwitchParameter Descending { get; set; }
    [Parameter] public SwitchParameter Unique { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            all.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        var keyed = all.Select(item => (item, keys: Keys(item))).ToList();
        var order = Comparer<object?[]>.Create(Compare);
        var sorted = (Descending ? keyed.OrderByDescending(each => each.keys, order) : keyed.OrderBy(each => each.keys, order))
            .ToList();
        WriteObject(sorted.Where((each, at) => !Unique || at == 0 || Compare(sorted[at - 1].keys, each.keys) != 0)
            .Select(each => each.item), enumerateCollection: true);
    }

    private object?[] Keys(PSObject item) => Property is null
        ? [item]
        : [.. Property.SelectMany(each => Computed.Properties(each, item)).Select(each => each.Value)];

    private static int Compare(object?[] left, object?[] right) => left.Zip(right)
        .Select(pair => LanguagePrimitives.Compare(pair.First, pair.Second, ignoreCase: true))
        .FirstOrDefault(difference => difference != 0);
}

[Cmdlet(VerbsDiagnostic.Measure, "Object")]
public sealed class MeasureObject : PSCmdlet
{
    private int count;

    [Parameter(ValueFromPipeline = true)] public PSObject? InputObject { get; set; }

    protected override void ProcessRecord() => count += InputObject is null ? 0 : 1;

    protected override void EndProcessing()
    {
        var measured = new PSObject();
        measured.Properties.Add(new PSNoteProperty("Count", count));
        WriteObject(measured);
    }
}

/// <summary>A property as Select-Object and Sort-Object take it: a name, a pattern, a script block or a hashtable.</summary>
internal static class Computed
{
    public static IEnumerable<KeyValuePair<string, object?>> Properties(object wanted, PSObject item)
    {
        switch (wanted is PSObject wrapped ? wrapped.BaseObject : wanted)
        {
            case ScriptBlock block:
                return [KeyValuePair.Create(block.ToString(), Evaluate(block, item))];
            case IDictionary named:
                var name = (string?)(named["Name"] ?? named["Label"] ?? named["n"] ?? named["l"]) ?? "";
                var expression = named["Expression"] ?? named["e"];
                return [KeyValuePair.Create(name, expression is ScriptBlock computed
                    ? Evaluate(computed, item)
                    : item.Properties[Record.Show(expression)]?.Value)];
            case var pattern when WildcardPattern.ContainsWildcardCharacters(Record.Show(pattern)):
                return item.Properties.Match(Record.Show(pattern)).Select(each => KeyValuePair.Create(each.Name, (object?)each.Value));
            case var plain:
                return [KeyValuePair.Create(Record.Show(plain), item.Properties[Record.Show(plain)]?.Value)];
        }
    }

    private static object? Evaluate(ScriptBlock block, PSObject item)
    {
        var found = block.InvokeWithContext(null, [new PSVariable("_", item)]);
        return found.Count switch { 0 => null, 1 => found[0], _ => found.ToArray() };
    }
}

[Cmdlet(VerbsData.Export, "Clixml", SupportsShouldProcess = true)]
public sealed class ExportClixml : PSCmdlet
{
    private readonly List<object?> all = [];

    [Parameter(Position = 0, Mandatory = true)] public string Path { get; set; } = "";
    [Parameter(Mandatory = true, ValueFromPipeline = true), AllowNull] public PSObject? InputObject { get; set; }
    [Parameter, ValidateRange(1, int.MaxValue)] public int Depth { get; set; } = 2;
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord() => all.Add(InputObject);

    protected override void EndProcessing()
    {
        var file = GetUnresolvedProviderPathFromPSPath(Path);
        if (!ShouldProcess(file))
        {
            return;
        }
        try
        {
            // Several objects go as one list and come back as several; lists and tables do not count as levels.
            File.WriteAllText(file, PSSerializer.Serialize(all.Count == 1 ? all[0] : all, Depth), Encoding.Unicode);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(new ErrorRecord(error, "FileOpenFailure", ErrorCategory.OpenError, file));
        }
    }
}

[Cmdlet(VerbsData.Import, "Clixml")]
public sealed class ImportClixml : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)] public string[] Path { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (var file in Path.SelectMany(each => GetResolvedProviderPathFromPSPath(each, out _)))
        {
            WriteObject(PSSerializer.Deserialize(File.ReadAllText(file)), enumerateCollection: true);
        }
    }
}
