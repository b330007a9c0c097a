using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>
/// Domain controllers, of which all but the one that was written to are stale for some calls (facts 12.13). A call that
/// names none writes to the first and reads from the last: the worst that may happen. With no names there is one, which
/// answers to any name.
/// </summary>
public sealed class DomainControllers(string[] names, int staleFor)
{
    private readonly List<Written> recent = [];
    private int calls;

    private sealed record Written(JsonObject User, string Kind, string? Before, string At, int Until);

    public void Tick() => calls++;

    public string Writing(ServerCall call) => Named(call) ?? names.FirstOrDefault("");

    public string Reading(ServerCall call) => Named(call) ?? names.LastOrDefault("");

    public void Write(JsonObject user, string kind, string? policy, string at)
    {
        if (names.Length > 1)
        {
            recent.Add(new Written(user, kind, Read(user, kind, at), at, calls + staleFor));
        }
        user[kind] = policy;
    }

    /// <summary>The value as this domain controller has it: of the writes that it has not seen yet, what was before the first.</summary>
    public string? Read(JsonObject user, string kind, string at) => recent.Find(each =>
        each.User == user && each.Kind == kind && each.At != at && calls <= each.Until) is { } unseen
            ? unseen.Before
            : (string?)user[kind];

    private string? Named(ServerCall call) => call.Text("DomainController") switch
    {
        null or "" => null,
        var asked when names.Length == 0 => asked,
        var asked => names.FirstOrDefault(each => each.Equals(asked, StringComparison.OrdinalIgnoreCase))
            ?? throw new ServerException($"The domain controller \"{asked}\" cannot be contacted."),
    };
}
