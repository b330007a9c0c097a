using System.Globalization;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>
/// Things that are read as they stand: they have the properties that the store gives them, and of `columns` also those
/// that are not set, which are $null.
/// </summary>
public sealed class Things(JsonArray items, Product product, Func<XdsIdentity, string> canonical, params string[] columns)
{
    /// <summary>Parameters that choose by the property of the same name.</summary>
    private static readonly string[] Filters = ["Pool", "PoolFqdn", "Site"];

    private readonly Shelf shelf = new(items, new Dictionary<string, Type>(), canonical);

    public IEnumerable<PSObject> All => shelf.Items.Select(Show);

    public IEnumerable<PSObject> Get(ServerCall call, bool missingIsError) =>
        shelf.Select(call, missingIsError).Select(Show).Where(shown => Filters.All(name => Matches(shown, name, call.Text(name))));

    public JsonObject Existing(XdsIdentity identity) => shelf.Existing(identity);

    public bool Has(XdsIdentity identity) => shelf.Find(identity) is not null;

    public PSObject Show(JsonObject item)
    {
        var shown = new PSObject();
        foreach (var name in item.Select(each => each.Key).Concat(columns.Where(each => !item.ContainsKey(each))))
        {
            shown.Properties.Add(new PSNoteProperty(name, Typed(name, item[name])));
        }
        return shown;
    }

    private object? Typed(string name, JsonNode? value) => (name, value) switch
    {
        (_, null) => null,
        ("Identity" or "FederationRoute" or "Registrar", _) => new XdsIdentity((string)value!),
        ("VerificationLevel", _) => Enum.Parse(TableTypes.LevelOf(product), (string)value!),
        ("EncryptionLevel", _) => Enum.Parse<EncryptionLevel>((string)value!),
        ("NotBefore" or "NotAfter", _) => DateTime.Parse((string)value!, CultureInfo.InvariantCulture),
        _ => Plain.FromJson(value),
    };

    private static bool Matches(PSObject shown, string property, string? wanted) => wanted is null
        || (shown.Properties[property]?.Value is { } value && Bare(value).Equals(Bare(wanted), StringComparison.OrdinalIgnoreCase));

    private static string Bare(object identity) => new XdsIdentity(identity.ToString()!).Name;
}
