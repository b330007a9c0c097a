using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>
/// The one global Access Edge configuration. Some values belong to one kind of routing each and are neither shown nor
/// kept under the other (facts 12.3).
/// </summary>
public sealed class AccessEdge(JsonObject item, CmdletRow set, Func<bool> anyProvider)
{
    private const string Routing = "RoutingMethod";
    private const string DnsSrv = "UseDnsSrvRouting";
    private const string Default = "UseDefaultRouting";

    private readonly Dictionary<string, Type> properties = FakeServer.Properties(set, unsettable: false);

    public PSObject Show()
    {
        item["Identity"] = "Global";
        var shown = Shelf().Show(item);
        // An enum: a script that compares it as text alone, or as a number alone, is found out.
        shown.Properties.Add(new PSNoteProperty(Routing, Enum.Parse<RoutingMethodType>(Kind)));
        return shown;
    }

    public IEnumerable<object> Set(ServerCall call)
    {
        if (call.Identity is { IsGlobal: false } other)
        {
            throw ServerException.NotFound(other);
        }
        if (call.Set == "DefaultRoute" && anyProvider())
        {
            throw new ServerException("Default routing needs all public and hosting providers removed first.");
        }
        if (call.Set is "DefaultRoute" or "DnsSrvRouting")
        {
            item[Routing] = call.Set == "DefaultRoute" ? Default : DnsSrv;
            foreach (var lost in properties.Keys.Where(each => !Shown(each)))
            {
                item.Remove(lost);
            }
        }
        Shelf().Write(item, call.Values);
        return [];
    }

    private string Kind => (string?)item[Routing] ?? DnsSrv;

    private Shelf Shelf() => new([], properties.Where(each => Shown(each.Key)).ToDictionary(), each => each.Text);

    private bool Shown(string property) => set.Parameters[property].Sets switch
    {
        ["DnsSrvRouting"] => Kind == DnsSrv,
        ["DefaultRoute"] => Kind == Default,
        _ => true,
    };
}
