using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>Users, the policies granted to them, and the policies in force for them, as a domain controller has them.</summary>
public sealed class People
{
    private static readonly string[] Kinds = ["ExternalAccessPolicy", "ClientPolicy"];

    private readonly List<JsonObject> users;
    private readonly ILookup<string, JsonObject> byName;
    private readonly JsonArray sites;
    private readonly Policies access;
    private readonly Policies client;
    private readonly DomainControllers controllers;

    public People(JsonArray users, JsonArray sites, Policies access, Policies client, DomainControllers controllers)
    {
        // Who has an account but no SIP address is none of this server's users.
        this.users = [.. users.Select(each => each!.AsObject()).Where(user => (bool?)user["SipEnabled"] ?? true)];
        (this.sites, this.access, this.client, this.controllers) = (sites, access, client, controllers);
        byName = this.users.SelectMany(user => NamesOf(user).Select(name => (name, user)))
            .ToLookup(each => each.name, each => each.user, StringComparer.OrdinalIgnoreCase);
    }

    public IEnumerable<object> Get(ServerCall call, bool missingIsError)
    {
        call.DemandPlayed("Identity", "DomainController", "ResultSize");
        var at = controllers.Reading(call);
        var found = call.Text("Identity") is { } named ? Named(named, missingIsError) : users;
        return (int.TryParse(call.Text("ResultSize"), out var most) ? found.Take(most) : found).Select(user => Show(user, at));
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
        var at = controllers.Writing(call);
        var holders = Named(call.Text("Identity")!, missingIsError: true).ToList();
        if (holders.Any(user => (bool?)user["Protected"] ?? false))
        {
            throw ServerException.NoRights();
        }
        foreach (var user in holders)
        {
            controllers.Write(user, kind, policy, at);
        }
        return call.Has("PassThru") ? holders.Select(user => Show(user, at)) : [];
    }

    public IEnumerable<object> Effective(ServerCall call, bool missingIsError)
    {
        var at = controllers.Reading(call);
        return Named(call.Text("Identity")!, missingIsError).Select(user =>
        {
            var site = SiteOf(user);
            var shown = new PSObject();
            shown.Properties.Add(new PSNoteProperty("Identity", new UserIdParameter(DistinguishedName(user))));
            shown.Properties.Add(InForce("ExternalAccessPolicy", access));
            shown.Properties.Add(InForce("ClientPolicy", client));
            return shown;

            PSNoteProperty InForce(string kind, Policies policies) =>
                new(kind, new XdsIdentity(policies.InForce(controllers.Read(user, kind, at), site)));
        });
    }

    private string? SiteOf(JsonObject user) => (string?)sites.Select(each => each!.AsObject())
        .FirstOrDefault(site => site["Pools"] is JsonArray pools && pools.Any(pool => Same(pool, user["RegistrarPool"])))
        ?["Identity"];

    /// <summary>By SIP address, user principal name, or display name, where `*` is a wildcard (facts 12.12).</summary>
    private IEnumerable<JsonObject> Named(string identity, bool missingIsError)
    {
        var bare = identity.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) ? identity[4..] : identity;
        var found = WildcardPattern.ContainsWildcardCharacters(identity)
            ? [.. users.Where(user => new WildcardPattern(identity, WildcardOptions.IgnoreCase).IsMatch(DisplayName(user)))]
            : byName[$"sip:{bare}"].Union(byName[identity]).ToList();
        return found.Count > 0 || !missingIsError ? found : throw ServerException.NotFound(identity);
    }

    private PSObject Show(JsonObject user, string at)
    {
        var shown = (PSObject)Plain.FromJson(user)!;
        foreach (var own in new[] { "SipEnabled", "Protected" })
        {
            shown.Properties.Remove(own);
        }
        var name = DistinguishedName(user);
        Set("Identity", new UserIdParameter(name));
        Set("DistinguishedName", name);
        Set("Enabled", (bool?)user["Enabled"] ?? true);
        Set("HostingProvider", (string?)user["HostingProvider"] ?? "SRV:");
        foreach (var kind in Kinds)
        {
            Set(kind, controllers.Read(user, kind, at) is { } granted ? new GrantedPolicy(granted) : null);
        }
        return shown;

        void Set(string property, object? value)
        {
            shown.Properties.Remove(property);
            shown.Properties.Add(new PSNoteProperty(property, value));
        }
    }

    private static IEnumerable<string> NamesOf(JsonObject user) =>
        [(string?)user["SipAddress"] ?? "", (string?)user["UserPrincipalName"] ?? "", DisplayName(user), DistinguishedName(user)];

    private static string DisplayName(JsonObject user) => (string?)user["DisplayName"] ?? "";

    private static string DistinguishedName(JsonObject user) => (string?)user["DistinguishedName"]
        ?? $"CN={user["UserPrincipalName"]},CN=Users,DC=contoso,DC=local";

    private static bool Same(JsonNode? left, JsonNode? right) =>
        string.Equals((string?)left, (string?)right, StringComparison.OrdinalIgnoreCase);
}
