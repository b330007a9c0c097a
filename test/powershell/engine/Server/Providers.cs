using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>Public providers: name and proxy are unique among public and hosting providers (facts 5.2).</summary>
public sealed class Providers(Shelf shelf, JsonArray hosting, Func<bool> isDefaultRouted)
{
    /// <summary>All that Set- can change (facts 5.5).</summary>
    private static readonly string[] Mendable = ["Enabled", "VerificationLevel"];

    public bool Any => All.Any();

    public IEnumerable<object> Get(ServerCall call, bool missingIsError) => shelf.Select(call, missingIsError).Select(Show);

    public IEnumerable<object> New(ServerCall call)
    {
        var made = shelf.Make(call.Identity!, call.Values);
        made["VerificationLevel"] ??= nameof(VerificationLevelType.AlwaysVerifiable);
        if (Uri.CheckHostName((string?)made["ProxyFqdn"]) != UriHostNameType.Dns)
        {
            throw new ServerException($"\"{made["ProxyFqdn"]}\" is not a valid fully qualified domain name.");
        }
        if (!call.InMemory)
        {
            if (isDefaultRouted())
            {
                throw new ServerException("A public provider cannot be used while the Access Edge uses default routing.");
            }
            Demand("Identity", made);
            Demand("ProxyFqdn", made);
            shelf.Put(made);
        }
        return [Show(made)];
    }

    public IEnumerable<object> Set(ServerCall call)
    {
        shelf.Write(Named(call), call.Values.Where(each => Mendable.Contains(each.Key)));
        return [];
    }

    public IEnumerable<object> Switch(ServerCall call, bool on)
    {
        Named(call)["Enabled"] = on;
        return [];
    }

    public IEnumerable<object> Remove(ServerCall call)
    {
        shelf.Remove(Named(call));
        return [];
    }

    private IEnumerable<JsonObject> All => shelf.Items.Concat(hosting.Select(each => each!.AsObject()));

    private JsonObject Named(ServerCall call) => shelf.Existing(call.Identity ?? throw ServerException.NotFound(""));

    private void Demand(string property, JsonObject made)
    {
        var wanted = (string?)made[property];
        if (All.Any(each => string.Equals((string?)each[property], wanted, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ServerException($"A public or hosting provider with the {property} \"{wanted}\" already exists.");
        }
    }

    private PSObject Show(JsonObject item)
    {
        var shown = shelf.Show(item);
        shown.Properties.Add(new PSNoteProperty("Name", Shelf.IdentityOf(item)));
        return shown;
    }
}
