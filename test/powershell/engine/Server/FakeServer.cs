using System.Diagnostics;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>
/// A Lync Server that remembers: its store comes and goes as JSON, its rules are those of facts.md. Every call that
/// binds is noted. Cmdlets answer through <see cref="Current"/>: runs come one after the other.
/// </summary>
public sealed class FakeServer
{
    /// <summary>What an Edge Server answers without the central store.</summary>
    private static readonly string[] OfThisComputer =
        ["Get-CsServerVersion", "Get-CsCertificate", "Get-CsWindowsService", "New-CsClientPolicyEntry"];

    private readonly JsonObject store;
    private readonly RunRequest request;
    private readonly bool missingIsError;
    private readonly Dictionary<string, CmdletRow> cmdlets;
    private readonly Rights rights;
    private readonly DomainControllers controllers;
    private readonly AccessEdge edge;
    private readonly Providers providers;
    private readonly Policies accessPolicies;
    private readonly Policies clientPolicies;
    private readonly People people;
    private readonly Topology topology;
    private readonly Replicas replicas;
    private readonly Dictionary<string, Things> things;
    private int changes;

    public FakeServer(CmdletTable table, RunRequest request, Record record)
    {
        this.request = request;
        store = request.Store;
        missingIsError = request.MissingIsError;
        Product = new Product(
            (string?)store["product"] ?? "lync-2013", (bool?)store["cu5"] ?? true, (string?)store["enums"] == "reversed");
        cmdlets = table.Of(Product).ToDictionary(each => each.Key, each => each.Value);
        rights = new Rights(request.Groups);
        controllers = new DomainControllers(request.DomainControllers, request.StaleFor);
        edge = new AccessEdge(One("accessEdge"), cmdlets["Set-CsAccessEdgeConfiguration"], Product, () => providers!.Any);
        providers = new Providers(
            Shelve("publicProviders", "CsPublicProvider", each => each.Text), List("hostingProviders"), () => edge.IsDefaultRouted);
        accessPolicies = new Policies(
            "ExternalAccessPolicy", Shelve("externalAccessPolicies", "CsExternalAccessPolicy", each => each.AsPolicy),
            List("sites"), List("users"), Policies.AccessDefaults);
        clientPolicies = new Policies(
            "ClientPolicy", Shelve("clientPolicies", "CsClientPolicy", each => each.AsPolicy),
            List("sites"), List("users"), _ => []);
        people = new People(List("users"), List("sites"), accessPolicies, clientPolicies, controllers);
        var siteProperties = Properties(cmdlets["Set-CsSite"], unsettable: false, Product);
        things = new()
        {
            ["Get-CsHostingProvider"] = Read("hostingProviders"),
            ["Get-CsAllowedDomain"] = Read("allowedDomains", "Domain", "ProxyFqdn", "Comment", "MarkForMonitoring"),
            ["Get-CsBlockedDomain"] = Read("blockedDomains", "Domain", "Comment"),
            ["Get-CsSite"] = new Things(List("sites"), Product, Topology.BareSite, [.. siteProperties.Keys]),
            ["Get-CsService"] = Read("services", "SkypeSearchProxyPort"),
            ["Get-CsPool"] = Read("pools"),
            ["Get-CsComputer"] = Read("computers"),
            ["Get-CsSipDomain"] = Read("sipDomains"),
            ["Get-CsPrivacyConfiguration"] = Read("privacyConfigurations"),
            ["Get-CsMediaConfiguration"] = Read("mediaConfigurations"),
        };
        topology = new Topology(store, things["Get-CsSite"], things["Get-CsService"], siteProperties);
        replicas = new Replicas(List("replicas"), request.Late, () => record.Now);
    }

    public static FakeServer Current { get; set; } = null!;

    public Product Product { get; }
    public List<CallRecord> Calls { get; } = [];

    /// <summary>What the server took of the run's time; the rest is the script's own part.</summary>
    public Stopwatch Time { get; } = new();

    /// <summary>What a script asked for and no rule plays: a mistake of the test that must not pass for a script's error.</summary>
    public List<string> Unplayed { get; } = [];

    /// <summary>Ends the process, as far as the script can tell: it does not return.</summary>
    public Action End { get; init; } = () => throw new InvalidOperationException("this run cannot be ended");

    public void Answer(ServerCmdlet cmdlet)
    {
        Time.Start();
        var call = new ServerCall(cmdlet);
        var noted = new CallRecord(call.Name, (JsonObject)Plain.ToJson(call.Bound)!, cmdlets[call.Name].Changes && !call.InMemory);
        Calls.Add(noted);
        try
        {
            Carry(call, noted);
        }
        catch (ServerException refusal)
        {
            (noted.Outcome, noted.Error) = ("failed", refusal.Message);
            cmdlet.WriteError(new ErrorRecord(refusal, call.Name, ErrorCategory.InvalidOperation, call.Identity));
        }
        catch (NotSupportedException unplayed)
        {
            Unplayed.Add(unplayed.Message);
            throw;
        }
        finally
        {
            Time.Stop();
        }
    }

    /// <summary>The store, without properties that are not set.</summary>
    public JsonNode StoreAfter() => WithoutNothing(store)!;

    private void Carry(ServerCall call, CallRecord noted)
    {
        controllers.Tick();
        if (request.OnEdge && !call.Has("LocalStore") && !OfThisComputer.Contains(call.Name))
        {
            throw new ServerException("The Central Management Store cannot be reached from this computer.");
        }
        rights.Demand(call, noted.Changes);
        if (noted.Changes && !MayChange(call))
        {
            noted.Outcome = "declined";
            return;
        }
        var number = noted.Changes ? ++changes : 0;
        if (number > 0 && number == request.FailAt)
        {
            throw new ServerException("The operation could not be completed on the Central Management Store.");
        }
        var ends = number > 0 && number == request.EndAt?.Call;
        if (ends && !request.EndAt!.Made)
        {
            noted.Outcome = "ended";
            End();
        }
        var answer = Play(call).ToList();
        noted.Outcome = "done";
        if (noted.Changes)
        {
            replicas.Touch();
        }
        if (ends)
        {
            End();
        }
        Time.Stop(); // what follows in the pipeline is the script's
        call.Cmdlet.WriteObject(answer, enumerateCollection: true);
    }

    /// <summary>Removing a policy that somebody holds is asked about by the server itself, unless -Force is given (facts 12.10).</summary>
    private bool MayChange(ServerCall call)
    {
        var isHeld = call.Name switch
        {
            "Remove-CsExternalAccessPolicy" => accessPolicies.IsHeld(call.Identity!),
            "Remove-CsClientPolicy" => clientPolicies.IsHeld(call.Identity!),
            _ => false,
        };
        return call.Cmdlet.ShouldProcess(call.Text("Identity") ?? "Global")
            && (!isHeld || call.Has("Force") || call.Cmdlet.ShouldContinue(
                $"The policy \"{call.Identity}\" is assigned to users. Do you want to remove it?", "Confirm"));
    }

    private IEnumerable<object> Play(ServerCall call) => call.Name switch
    {
        "Get-CsAccessEdgeConfiguration" => edge.Get(call, missingIsError),
        "Set-CsAccessEdgeConfiguration" => edge.Set(call),

        "Get-CsPublicProvider" => providers.Get(call, missingIsError),
        "New-CsPublicProvider" => providers.New(call),
        "Set-CsPublicProvider" => providers.Set(call),
        "Remove-CsPublicProvider" => providers.Remove(call),
        "Enable-CsPublicProvider" => providers.Switch(call, on: true),
        "Disable-CsPublicProvider" => providers.Switch(call, on: false),

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
        "New-CsClientPolicyEntry" => [new PolicyEntryType(call.Text("Name")!, call.Text("Value")!)],

        "Get-CsUser" => people.Get(call, missingIsError),
        "Get-CsEffectivePolicy" => people.Effective(call, missingIsError),

        "Get-CsService" => topology.Services(call, missingIsError),
        "Get-CsTopology" when call.Has("AsXml") => [topology.AsXml()],
        "Set-CsSite" => topology.SetSite(call),
        "Enable-CsTopology" => topology.Enable(),
        "Get-CsManagementStoreReplicationStatus" => replicas.Get(call),
        "Invoke-CsManagementStoreReplication" => [],

        "Get-CsServerVersion" => [(string)store["version"]!],
        "Get-CsCertificate" => Read("certificates").All,
        "Get-CsWindowsService" => Read("windowsServices").All,
        "Export-CsConfiguration" => Backup.Write(call, store),
        _ when things.TryGetValue(call.Name, out var read) => read.Get(call, missingIsError),
        _ => throw new NotSupportedException($"the fake server does not play {call.Name}"),
    };

    private Things Read(string key, params string[] columns) => new(store[key] as JsonArray ?? [], Product, each => each.Text, columns);

    private Shelf Shelve(string key, string noun, Func<XdsIdentity, string> canonical) =>
        new(List(key), Properties(cmdlets[$"New-{noun}"], unsettable: noun == "CsClientPolicy", Product), canonical);

    internal static Dictionary<string, Type> Properties(CmdletRow row, bool unsettable, Product product) => row.Parameters
        .Where(each => !each.Value.Switch && each.Key is not ("Identity" or "Instance"))
        .ToDictionary(each => each.Key, each => TableTypes.Of(each.Value, unsettable, product));

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
