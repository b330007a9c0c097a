using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>
/// Things of one kind in the store, by identity. Their properties are the parameters that the product's cmdlets have
/// for them, so a server shows and takes exactly what its version knows; a property that is not set is $null.
/// </summary>
public sealed class Shelf(JsonArray items, IReadOnlyDictionary<string, Type> properties, Func<XdsIdentity, string> canonical)
{
    public IEnumerable<JsonObject> Items => items.Select(each => each!.AsObject());

    public static string IdentityOf(JsonObject item) => (string)item["Identity"]!;

    public JsonObject? Find(XdsIdentity identity) => Items.FirstOrDefault(
        item => IdentityOf(item).Equals(canonical(identity), StringComparison.OrdinalIgnoreCase));

    public IEnumerable<JsonObject> Select(ServerCall call, bool missingIsError)
    {
        if (call.Text("Filter") is { } filter)
        {
            var pattern = new WildcardPattern(filter, WildcardOptions.IgnoreCase);
            return Items.Where(item => pattern.IsMatch(IdentityOf(item)));
        }
        if (call.Identity is not { } identity)
        {
            return Items;
        }
        return Find(identity) is { } found ? [found] : missingIsError ? throw ServerException.NotFound(identity) : [];
    }

    public JsonObject Existing(XdsIdentity identity) => Find(identity) ?? throw ServerException.NotFound(identity);

    /// <summary>A thing that is not on the shelf yet.</summary>
    public JsonObject Make(XdsIdentity identity, IEnumerable<KeyValuePair<string, object?>> values)
    {
        var made = new JsonObject { ["Identity"] = canonical(identity) };
        Write(made, values);
        return made;
    }

    public void Write(JsonObject item, IEnumerable<KeyValuePair<string, object?>> values)
    {
        foreach (var (name, value) in values.Where(each => properties.ContainsKey(each.Key)))
        {
            item[name] = value is PSListModifier list ? Modify(item[name], list) : NotEmpty(Plain.ToJson(value));
        }
    }

    public void Put(JsonObject item) => items.Add(item);

    public void Remove(JsonObject item) => items.Remove(item);

    /// <summary>The thing as a Get- cmdlet hands it out.</summary>
    public PSObject Show(JsonObject item)
    {
        var shown = new PSObject();
        shown.Properties.Add(new PSNoteProperty("Identity", new XdsIdentity(IdentityOf(item))));
        foreach (var (name, type) in properties)
        {
            shown.Properties.Add(new PSNoteProperty(name, Typed(item[name], type)));
        }
        return shown;
    }

    private static object? Typed(JsonNode? value, Type type) => type == typeof(PSListModifier)
        ? Entries(value)
        : value is null ? null : LanguagePrimitives.ConvertTo(Plain.FromJson(value), type);

    private static List<object> Entries(JsonNode? list) => [.. (list as JsonArray ?? []).Select(
        each => new PolicyEntryType((string)each!["Name"]!, (string)each["Value"]!))];

    private static JsonNode? Modify(JsonNode? before, PSListModifier change)
    {
        var list = Entries(before);
        change.ApplyTo(list);
        if (list.Find(each => Bare(each) is not PolicyEntryType) is { } foreign)
        {
            throw new ServerException($"\"{foreign}\" is not an entry that New-CsClientPolicyEntry made.");
        }
        return NotEmpty(Plain.ToJson(list));
    }

    private static JsonNode? NotEmpty(JsonNode? value) => value is JsonArray { Count: 0 } ? null : value;

    private static object Bare(object value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
