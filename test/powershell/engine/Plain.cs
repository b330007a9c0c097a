using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>Values between JSON and PowerShell: text, yes or no, number, nothing, and lists of them.</summary>
public static class Plain
{
    public static object? FromJson(JsonNode? node) => node switch
    {
        null => null,
        JsonArray array => array.Select(FromJson).ToArray(),
        JsonObject record => FromRecord(record),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => Number(node),
            _ => (string?)node,
        },
    };

    public static JsonNode? ToJson(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => null,
        bool yes => JsonValue.Create(yes),
        SwitchParameter given => JsonValue.Create(given.IsPresent),
        Enum name => JsonValue.Create(name.ToString()),
        string text => JsonValue.Create(text),
        byte or short or ushort or int or uint or long or ulong => JsonValue.Create(Convert.ToInt64(value)),
        float or double or decimal => JsonValue.Create(Convert.ToDouble(value)),
        PSListModifier change => new JsonObject(new[] { ("Add", change.Add), ("Remove", change.Remove), ("Replace", change.Replace) }
            .Where(each => each.Item2.Count > 0).Select(each => KeyValuePair.Create(each.Item1, ToJson(each.Item2)))),
        PolicyEntryType entry => new JsonObject { ["Name"] = entry.Name, ["Value"] = entry.Value },
        PSCustomObject => new JsonObject(PSObject.AsPSObject(value).Properties
            .Select(property => KeyValuePair.Create(property.Name, ToJson(property.Value)))),
        IDictionary record => new JsonObject(record.Keys.Cast<object>()
            .Select(key => KeyValuePair.Create(key.ToString()!, ToJson(record[key])))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(ToJson)]),
        var other => JsonValue.Create(other.ToString()),
    };

    private static PSObject FromRecord(JsonObject record)
    {
        var made = new PSObject();
        foreach (var (name, value) in record)
        {
            made.Properties.Add(new PSNoteProperty(name, FromJson(value)));
        }
        return made;
    }

    private static object Number(JsonNode node)
    {
        // What a cmdlet wrote in this run is a whole number, which does not turn into another by itself.
        var number = node.AsValue().TryGetValue<long>(out var whole) ? whole : node.GetValue<double>();
        return number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : number;
    }
}
