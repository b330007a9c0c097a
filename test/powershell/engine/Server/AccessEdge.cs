using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>
/// The one global Access Edge configuration. Some values belong to one kind of routing each and are neither shown nor
/// kept under the other (facts 12.3).
/// </summary>
public sealed class AccessEdge(JsonObject item, CmdletRow set, Product product, Func<bool> anyProvider)
{
    private const string Routing = "RoutingMethod";
    private const string DnsSrv = "UseDnsSrvRouting";
    private const string Default = "UseDefaultRouting";

    private readonly Dictionary<string, Type> properties = FakeServer.Properties(set, unsettable: false, product);

    public bool IsDefaultRouted => Kind == Default;

    public IEnumerable<object> Get(ServerCall call, bool missingIsError)
    {
        item["Identity"] = "Global";
        return new Shelf([item.DeepClone()], Shown(), each => each.Text).Select(call, missingIsError).Select(_ => Show());
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
            foreach (var lost in properties.Keys.Where(each => !IsShown(each)))
            {
                item.Remove(lost);
            }
        }
        new Shelf([], Shown(), each => each.Text).Write(item, call.Values);
        return [];
    }

    private string Kind => (string?)item[Routing] ?? DnsSrv;

    private PSObject Show()
    {
        var shown = new Shelf([], Shown(), each => each.Text).Show(item);
        // An enum: a script that compares it as text alone, or as a number alone, is found out.
        shown.Properties.Add(new PSNoteProperty(Routing, Enum.Parse(TableTypes.RoutingOf(product), Kind)));
        return shown;
    }

    private Dictionary<string, Type> Shown() => properties.Where(each => IsShown(each.Key)).ToDictionary();

    private bool IsShown(string property) => set.Parameters[property].Sets switch
    {
        ["DnsSrvRouting"] => Kind == DnsSrv,
        ["DefaultRoute"] => Kind == Default,
        _ => true,
    };
}
