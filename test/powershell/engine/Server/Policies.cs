using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>
/// Policies with a scope: Global is always there, a site has one at most, the rest are for users. A new one takes the
/// documented default for whatever is left out, never another policy's value (facts 4.3).
/// </summary>
public sealed class Policies(
    string kind, Shelf shelf, JsonArray sites, JsonArray users, Func<XdsIdentity, Dictionary<string, object?>> defaults)
{
    private static readonly XdsIdentity Global = new("Global");

    /// <summary>Facts 4.1; where its sources disagree, a new policy allows federation and Global as installed does not.</summary>
    public static Dictionary<string, object?> AccessDefaults(XdsIdentity identity) => new()
    {
        ["EnableFederationAccess"] = !identity.IsGlobal,
        ["EnablePublicCloudAccess"] = false,
        ["EnablePublicCloudAudioVideoAccess"] = false,
        ["EnableOutsideAccess"] = false,
        ["EnableXmppAccess"] = false,
    };

    public IEnumerable<object> Get(ServerCall call, bool missingIsError) => shelf.Select(call, missingIsError).Select(shelf.Show);

    public IEnumerable<object> New(ServerCall call)
    {
        var identity = call.Identity!;
        if (identity.IsGlobal || shelf.Find(identity) is not null)
        {
            throw new ServerException($"An item with the identity \"{identity.AsPolicy}\" already exists.");
        }
        if (identity.IsSite && !sites.Any(site => Same((string)site!["Identity"]!, identity.AsPolicy)))
        {
            throw new ServerException($"\"{identity.Name}\" is not a site of this topology.");
        }
        var made = shelf.Make(identity, defaults(identity));
        shelf.Write(made, call.Values);
        if (!call.InMemory)
        {
            shelf.Put(made);
        }
        return [shelf.Show(made)];
    }

    /// <summary>Without an identity it is Global that changes (facts 4.4).</summary>
    public IEnumerable<object> Set(ServerCall call)
    {
        shelf.Write(shelf.Existing(call.Identity ?? Global), call.Values);
        return [];
    }

    /// <summary>Whether somebody holds this policy, so that removing it is asked about whatever -Confirm says (facts 12.10).</summary>
    public bool IsHeld(XdsIdentity identity) => Holders(identity).Any();

    /// <summary>A grant is to this very policy: who held it holds none from now on, also when one of its name is made (facts 12.5).</summary>
    public IEnumerable<object> Remove(ServerCall call)
    {
        var item = shelf.Existing(call.Identity!);
        foreach (var holder in Holders(call.Identity!).ToList())
        {
            holder.Remove(kind);
        }
        shelf.Remove(item);
        if (call.Identity!.IsGlobal)
        {
            call.Cmdlet.WriteWarning("The Global policy cannot be removed. Its values were reset to their defaults.");
            shelf.Put(shelf.Make(Global, defaults(Global)));
        }
        return [];
    }

    public bool HasForUsers(string name) => shelf.Find(new XdsIdentity($"tag:{name}")) is not null;

    /// <summary>User before site before Global; the whole policy wins.</summary>
    public string InForce(string? granted, string? site) =>
        granted is not null && HasForUsers(granted) ? $"Tag:{granted}"
        : site is not null && shelf.Find(new XdsIdentity(site)) is { } own ? Shelf.IdentityOf(own)
        : "Global";

    private IEnumerable<JsonObject> Holders(XdsIdentity identity) => users.Select(each => each!.AsObject()).Where(user =>
        (string?)user[kind] is { } granted && Same($"Tag:{granted}", identity.AsPolicy));

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
