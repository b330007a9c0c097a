using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>
/// Copies of the central store. One that is late says so for a while after the run began and after each change, by the
/// clock of the run, which Start-Sleep moves.
/// </summary>
public sealed class Replicas(JsonArray items, IReadOnlyDictionary<string, TimeSpan> late, Func<DateTime> now)
{
    private DateTime changed = now();

    public void Touch() => changed = now();

    public IEnumerable<PSObject> Get(ServerCall call)
    {
        var asked = call.Text("ReplicaFqdn");
        var found = items.Select(each => each!.AsObject()).Where(each => asked is null || Same(each["ReplicaFqdn"], asked)).ToList();
        return found.Count > 0 || asked is null ? found.Select(Show) : throw ServerException.NotFound(asked);
    }

    private PSObject Show(JsonObject item)
    {
        var shown = (PSObject)Plain.FromJson(item)!;
        var lag = late.GetValueOrDefault((string)item["ReplicaFqdn"]!);
        shown.Properties["UpToDate"].Value = (bool)item["UpToDate"]! && now() - changed >= lag;
        shown.Properties["Identity"].Value = new XdsIdentity((string)item["Identity"]!);
        return shown;
    }

    private static bool Same(JsonNode? value, string asked) => asked.Equals((string?)value, StringComparison.OrdinalIgnoreCase);
}
