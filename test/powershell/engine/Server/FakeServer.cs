using System.IO.Compression;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>
/// A Lync Server that remembers: its store comes and goes as JSON, its rules are those of facts.md. Every call that
/// binds is noted. Cmdlets answer through <see cref="Current"/>: runs come one after the other.
/// </summary>
public sealed class FakeServer
{
    private readonly JsonObject store;
    private readonly int? failAt;
    private readonly bool missingIsError;
    private readonly Dictionary<string, CmdletRow> cmdlets;
    private readonly AccessEdge edge;
    private readonly Providers providers;
    private readonly Policies accessPolicies;
    private readonly Policies clientPolicies;
    private readonly People people;
    private int changes;

    public FakeServer(CmdletTable table, RunRequest request)
    {
        store = request.Store;
        failAt = request.FailAt;
        missingIsError = request.MissingIsError;
        Product = new Product((string?)store["product"] ?? "lync-2013", (bool?)store["cu5"] ?? true);
        cmdlets = table.Of(Product).ToDictionary(each => each.Key, each => each.Value);
        edge = new AccessEdge(One("accessEdge"), cmdlets["Set-CsAccessEdgeConfiguration"], () => providers!.Any);
        providers = new Providers(Shelve("publicProviders", "CsPublicProvider", each => each.Text), List("hostingProviders"));
        accessPolicies = new Policies(
            Shelve("externalAccessPolicies", "CsExternalAccessPolicy", each => each.AsPolicy), List("sites"),
            Policies.AccessDefaults);
        clientPolicies = new Policies(
            Shelve("clientPolicies", "CsClientPolicy", each => each.AsPolicy), List("sites"), _ => []);
        people = new People(List("users"), List("sites"), accessPolicies, clientPolicies);
    }

    public static FakeServer Current { get; set; } = null!;

    public Product Product { get; }
    public List<CallRecord> Calls { get; } = [];

    public void Answer(ServerCmdlet cmdlet)
    {
        var call = new ServerCall(cmdlet);
        var noted = new CallRecord(call.Name, (JsonObject)Plain.ToJson(call.Bound)!, cmdlets[call.Name].Changes && !call.InMemory);
        Calls.Add(noted);
        try
        {
            noted.Outcome = Carry(call, noted.Changes) ? "done" : "declined";
        }
        catch (ServerException refusal)
        {
            (noted.Outcome, noted.Error) = ("failed", refusal.Message);
            cmdlet.WriteError(new ErrorRecord(refusal, call.Name, ErrorCategory.InvalidOperation, call.Identity));
        }
    }

    /// <summary>The store, without properties that are not set.</summary>
    public JsonNode StoreAfter() => WithoutNothing(store)!;

    private bool Carry(ServerCall call, bool changing)
    {
        if (changing && !call.Cmdlet.ShouldProcess(call.Text("Identity") ?? "Global"))
        {
            return false;
        }
        if (changing && ++changes == failAt)
        {
            throw new ServerException("The operation could not be completed on the Central Management Store.");
        }
        call.Cmdlet.WriteObject(Play(call), enumerateCollection: true);
        return true;
    }

    private IEnumerable<object> Play(ServerCall call) => call.Name switch
    {
        "Get-CsAccessEdgeConfiguration" => [edge.Show()],
        "Set-CsAccessEdgeConfiguration" => edge.Set(call),

        "Get-CsPublicProvider" => providers.Get(call, missingIsError),
        "New-CsPublicProvider" => providers.New(call),
        "Set-CsPublicProvider" => providers.Set(call),
        "Remove-CsPublicProvider" => providers.Remove(call),
        "Enable-CsPublicProvider" => providers.Switch(call, on: true),
        "Disable-CsPublicProvider" => providers.Switch(call, on: false),
        "Get-CsHostingProvider" => Things("hostingProviders", call, each => each.Text),

        "Get-CsExternalAccessPolicy" => accessPolicies.Get(call, missingIsError),
        "New-CsExternalAccessPolicy" => accessPolicies.New(call),
        "Set-CsExternalAccessPolicy" => accessPolicies.Set(call),
        "Remove-CsExternalAccessPolicy" => accessPolicies.Remove(call),
        "Grant-CsExternalAccessPolicy" => people.Grant(call, "ExternalAccessPolicy"),

        "Get-CsClientPolicy" => clientPolicies.Get(call, missingIsError),
        "New-CsClientPolicy" => clientPolicies.New(call),
        "Set-CsClientPolicy" => clientPolicies.Set(call),
        "Remove-CsClientPolicy" => clientPolicies.Remove(call),
        "Grant-CsClientPolicy" => people.Grant(call, "ClientPolicy"),

        "Get-CsUser" => people.Get(call),
        "Get-CsEffectivePolicy" => people.Effective(call),

        // A site is named without its scope, unlike the policies of one (facts 12.6).
        "Get-CsSite" => Things("sites", call, each => each.Text == each.Name ? $"Site:{each.Name}" : each.Text + "?"),
        "Get-CsSipDomain" => Things("sipDomains", call, each => each.Text),
        "Get-CsPool" => Things("pools", call, each => each.Text),
        "Get-CsService" => Things("services", call, each => each.Text).Where(each => OfRole((PSObject)each, call)),
        "Get-CsManagementStoreReplicationStatus" => Things("replicas", call, each => each.Text),
        "Get-CsServerVersion" => [(string)store["version"]!],
        "Export-CsConfiguration" => Export(call),
        _ => throw new NotSupportedException($"the fake server does not play {call.Name}"),
    };

    /// <summary>Things that are only read here: they have the properties that the store gives them.</summary>
    private IEnumerable<object> Things(string key, ServerCall call, Func<XdsIdentity, string> canonical) =>
        new Shelf(List(key), new Dictionary<string, Type>(), canonical).Select(call, missingIsError).Select(item =>
        {
            var shown = (PSObject)Plain.FromJson(item)!;
            shown.Properties["Identity"].Value = new XdsIdentity(Shelf.IdentityOf(item));
            return shown;
        });

    private static bool OfRole(PSObject service, ServerCall call) =>
        (call.Set is "Identity" or "Filter" || service.Properties["Identity"].Value.ToString()!.StartsWith($"{call.Set}:"))
        && (call.Text("PoolFqdn") is not { } pool || pool.Equals(service.Properties["PoolFqdn"].Value));

    private IEnumerable<object> Export(ServerCall call)
    {
        var file = call.Cmdlet.GetUnresolvedProviderPathFromPSPath(call.Text("FileName"));
        try
        {
            using var archive = ZipFile.Open(file, call.Has("Force") ? ZipArchiveMode.Update : ZipArchiveMode.Create);
            using var entry = new StreamWriter(archive.CreateEntry("DocItemSet.json").Open());
            entry.Write(store.ToJsonString());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ServerException(error.Message);
        }
        return [];
    }

    private Shelf Shelve(string key, string noun, Func<XdsIdentity, string> canonical) =>
        new(List(key), Properties(cmdlets[$"New-{noun}"], unsettable: noun == "CsClientPolicy"), canonical);

    internal static Dictionary<string, Type> Properties(CmdletRow row, bool unsettable) => row.Parameters
        .Where(each => !each.Value.Switch && each.Key is not ("Identity" or "Instance"))
        .ToDictionary(each => each.Key, each => TableTypes.Of(each.Value, unsettable));

    private JsonArray List(string key) => (JsonArray)(store[key] ??= new JsonArray());

    private JsonObject One(string key) => (JsonObject)(store[key] ??= new JsonObject());

    private static JsonNode? WithoutNothing(JsonNode? node) => node switch
    {
        JsonObject record => new JsonObject(record.Where(each => each.Value is not null)
            .Select(each => KeyValuePair.Create(each.Key, WithoutNothing(each.Value)))),
        JsonArray list => new JsonArray([.. list.Select(WithoutNothing)]),
        _ => node?.DeepClone(),
    };
}
