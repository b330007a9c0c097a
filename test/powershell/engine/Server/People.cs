using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>Users, the policies granted to them, and the policies in force for them.</summary>
public sealed class People(JsonArray users, JsonArray sites, Policies access, Policies client)
{
    public IEnumerable<object> Get(ServerCall call)
    {
        foreach (var unplayed in new[] { "Filter", "LdapFilter", "OU" }.Where(call.Has))
        {
            throw new NotSupportedException($"the fake server does not play Get-CsUser -{unplayed}");
        }
        return (call.Text("Identity") is { } named ? Named(named) : users.Select(each => each!.AsObject())).Select(Show);
    }

    public IEnumerable<object> Grant(ServerCall call, string kind)
    {
        var policies = kind == "ClientPolicy" ? client : access;
        var given = call.Text("PolicyName") is { Length: > 0 } text ? text : null;
        var policy = given is null ? null : new XdsIdentity(given).IsSite ? given : new XdsIdentity(given).Name;
        if (policy is not null && !policies.HasForUsers(policy))
        {
            throw new ServerException(
                $"\"{given}\" is not a user policy. You can assign only a user policy to a specific user.");
        }
        var holders = Named(call.Text("Identity")!).ToList();
        foreach (var user in holders)
        {
            user[kind] = policy;
        }
        return call.Has("PassThru") ? holders.Select(Show) : [];
    }

    public IEnumerable<object> Effective(ServerCall call) => Named(call.Text("Identity")!).Select(user =>
    {
        var site = SiteOf(user);
        var shown = new PSObject();
        shown.Properties.Add(new PSNoteProperty("Identity", DistinguishedName(user)));
        shown.Properties.Add(InForce("ExternalAccessPolicy", access));
        shown.Properties.Add(InForce("ClientPolicy", client));
        return shown;

        PSNoteProperty InForce(string kind, Policies policies) =>
            new(kind, new XdsIdentity(policies.InForce((string?)user[kind], site)));
    });

    private string? SiteOf(JsonObject user) => (string?)sites.Select(each => each!.AsObject())
        .FirstOrDefault(site => site["Pools"] is JsonArray pools && pools.Any(pool => Same(pool, user["RegistrarPool"])))
        ?["Identity"];

    /// <summary>By SIP address, user principal name, or display name, where `*` is a wildcard (facts 12.12).</summary>
    private IEnumerable<JsonObject> Named(string identity)
    {
        var bare = identity.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) ? identity[4..] : identity;
        var pattern = new WildcardPattern(identity, WildcardOptions.IgnoreCase);
        var found = users.Select(each => each!.AsObject()).Where(user =>
            Same(user["SipAddress"], $"sip:{bare}") || Same(user["UserPrincipalName"], identity)
            || Same(DistinguishedName(user), identity) || pattern.IsMatch((string?)user["DisplayName"] ?? "")).ToList();
        return found.Count > 0 ? found : throw ServerException.NotFound(identity);
    }

    private static PSObject Show(JsonObject user)
    {
        var shown = (PSObject)Plain.FromJson(user)!;
        var name = DistinguishedName(user);
        Set("Identity", name);
        Set("DistinguishedName", name);
        Set("Enabled", (bool?)user["Enabled"] ?? true);
        Set("HostingProvider", (string?)user["HostingProvider"] ?? "SRV:");
        foreach (var kind in new[] { "ExternalAccessPolicy", "ClientPolicy" })
        {
            Set(kind, (string?)user[kind] is { } granted ? new GrantedPolicy(granted) : null);
        }
        return shown;

        void Set(string property, object? value)
        {
            shown.Properties.Remove(property);
            shown.Properties.Add(new PSNoteProperty(property, value));
        }
    }

    private static string DistinguishedName(JsonObject user) => $"CN={user["DisplayName"]},CN=Users,DC=contoso,DC=local";

    private static bool Same(JsonNode? left, JsonNode? right) =>
        string.Equals((string?)left, (string?)right, StringComparison.OrdinalIgnoreCase);
}
