using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Xml;

namespace Skypefed.Engine;

/// <summary>Sites and what runs in them. What is changed here counts once Enable-CsTopology has run (facts 12.6).</summary>
public sealed class Topology(JsonObject store, Things sites, Things services, IReadOnlyDictionary<string, Type> settable)
{
    private const string Enabled = "topologyEnabled";

    /// <summary>A site is named without its scope, unlike the policies of one (facts 12.6).</summary>
    public static string BareSite(XdsIdentity identity) =>
        identity.Text == identity.Name ? $"Site:{identity.Name}" : identity.Text + "?";

    public IEnumerable<object> SetSite(ServerCall call)
    {
        var site = sites.Existing(call.Identity ?? throw ServerException.NotFound(""));
        foreach (var (name, value) in call.Values.Where(each => settable.ContainsKey(each.Key)))
        {
            var text = Plain.ToJson(value)?.ToString() ?? "";
            if (name == "FederationRoute" && text != "" && !services.Has(new XdsIdentity(text)))
            {
                throw ServerException.NotFound(text);
            }
            site[name] = text == "" ? null : text;
        }
        store[Enabled] = false;
        return [];
    }

    public IEnumerable<object> Enable()
    {
        store[Enabled] = true;
        return [];
    }

    /// <summary>The services of one role, where a switch names it.</summary>
    public IEnumerable<PSObject> Services(ServerCall call, bool missingIsError) => services.Get(call, missingIsError).Where(service =>
        call.Set is "Identity" or "Filter" || service.Properties["Identity"].Value.ToString()!.StartsWith($"{call.Set}:"));

    public XmlDocument AsXml()
    {
        var document = new XmlDocument();
        var root = document.AppendChild(document.CreateElement("Topology"))!;
        foreach (var kind in new[] { "sites", "pools", "services" })
        {
            foreach (var item in (JsonArray)(store[kind] ?? new JsonArray()))
            {
                var element = document.CreateElement(kind[..1].ToUpperInvariant() + kind[1..^1]);
                element.SetAttribute("Identity", (string?)item!["Identity"]);
                root.AppendChild(element);
            }
        }
        return document;
    }
}
