using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.Json.Nodes;

namespace Skypefed.Engine.StandIns;

[Cmdlet(VerbsData.Import, "Csv")]
public sealed class ImportCsv : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)] public string[] Path { get; set; } = [];
    [Parameter(Position = 1)] public char Delimiter { get; set; } = ',';
    [Parameter] public string[]? Header { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var file in Path.SelectMany(each => GetResolvedProviderPathFromPSPath(each, out _)))
        {
            // Without a byte order mark a byte is a character, as Windows PowerShell takes it.
            using var reader = new StreamReader(file, Encoding.Latin1, detectEncodingFromByteOrderMarks: true);
            Read(new CsvText(reader.ReadToEnd(), Delimiter).Rows().Where(row => !row[0].StartsWith("#TYPE")), file);
        }
    }

    private void Read(IEnumerable<string[]> rows, string file)
    {
        var names = Header;
        foreach (var row in rows)
        {
            if (names is null)
            {
                Demand(names = row, file);
                continue;
            }
            var item = new PSObject();
            foreach (var (name, at) in names.Select((name, at) => (name, at)))
            {
                item.Properties.Add(new PSNoteProperty(name, row.ElementAtOrDefault(at)));
            }
            WriteObject(item);
        }
    }

    private void Demand(string[] names, string file)
    {
        if (names.GroupBy(each => each, StringComparer.OrdinalIgnoreCase).FirstOrDefault(each => each.Count() > 1) is { } twice)
        {
            var error = new ExtendedTypeSystemException($"The member \"{twice.Key}\" is already present.");
            ThrowTerminatingError(new ErrorRecord(error, "AlreadyPresentPSMemberInfoInternalCollectionAdd", ErrorCategory.NotSpecified, file));
        }
    }
}

/// <summary>Rows of fields; a quoted field may hold delimiters, doubled quotes and line ends. Empty lines are none.</summary>
internal sealed class CsvText(string text, char delimiter)
{
    private int at;

    public IEnumerable<string[]> Rows()
    {
        while (at < text.Length)
        {
            var row = Row();
            if (row is not [""])
            {
                yield return row;
            }
        }
    }

    private string[] Row()
    {
        var fields = new List<string>();
        do
        {
            fields.Add(Field());
        }
        while (Takes(delimiter));
        _ = Takes('\r') | Takes('\n');
        return [.. fields];
    }

    private string Field()
    {
        var field = new StringBuilder();
        while (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n'))
        {
            if (Takes('"'))
            {
                Quoted(field);
            }
            else
            {
                field.Append(text[at++]);
            }
        }
        return field.ToString();
    }

    private void Quoted(StringBuilder field)
    {
        while (at < text.Length && (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"' && Takes('"'))))
        {
            field.Append(text[at++]);
        }
        Takes('"');
    }

    private bool Takes(char wanted)
    {
        var found = at < text.Length && text[at] == wanted;
        at += found ? 1 : 0;
        return found;
    }
}

/// <summary>Events of this machine, as the test gives them; a provider of which it gives none is not there.</summary>
[Cmdlet(VerbsCommon.Get, "WinEvent")]
public sealed class GetWinEvent : PSCmdlet, IPartOfTheTest
{
    private static readonly string[] Known = ["ProviderName", "Id", "StartTime", "EndTime"];

    [Parameter(Mandatory = true)] public Hashtable FilterHashtable { get; set; } = [];

    protected override void ProcessRecord()
    {
        if (FilterHashtable.Keys.Cast<string>().FirstOrDefault(each => !Known.Contains(each, StringComparer.OrdinalIgnoreCase)) is { } other)
        {
            throw new NotSupportedException($"this stand-in does not filter by {other}");
        }
        var provider = Record.Show(FilterHashtable["ProviderName"]);
        if (Machine.Current.Events is not { } events)
        {
            Fail("NoMatchingProvidersFound", $"There is not an event provider on the localhost computer that matches \"{provider}\".");
            return;
        }
        var found = events.Select(each => each!.AsObject())
            .Where(each => provider.Equals((string?)each["provider"], StringComparison.OrdinalIgnoreCase)).Where(Matches).ToList();
        if (found.Count == 0)
        {
            Fail("NoMatchingEventsFound", "No events were found that match the specified selection criteria.");
        }
        WriteObject(found.Select(Show), enumerateCollection: true);
    }

    private bool Matches(JsonObject item)
    {
        var ids = LanguagePrimitives.ConvertTo<int[]>(FilterHashtable["Id"]) ?? [];
        var at = Time(item);
        return (ids.Length == 0 || ids.Contains((int)item["id"]!))
            && (FilterHashtable["StartTime"] is not { } start || at >= LanguagePrimitives.ConvertTo<DateTime>(start))
            && (FilterHashtable["EndTime"] is not { } end || at <= LanguagePrimitives.ConvertTo<DateTime>(end));
    }

    private static PSObject Show(JsonObject item)
    {
        var shown = new PSObject();
        shown.Properties.Add(new PSNoteProperty("Id", (int)item["id"]!));
        shown.Properties.Add(new PSNoteProperty("ProviderName", (string?)item["provider"]));
        shown.Properties.Add(new PSNoteProperty("TimeCreated", Time(item)));
        return shown;
    }

    private static DateTime Time(JsonObject item) =>
        DateTime.Parse((string)item["at"]!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).ToLocalTime();

    private void Fail(string id, string message) =>
        WriteError(new ErrorRecord(new InvalidOperationException(message), id, ErrorCategory.ObjectNotFound, null));
}
