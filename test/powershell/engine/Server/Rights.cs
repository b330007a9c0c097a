namespace Skypefed.Engine;

/// <summary>
/// What the groups of an account allow in the local shell (facts 11.3). `groups` are names with or without a domain;
/// null where the test does not care: everything is allowed.
/// </summary>
public sealed class Rights(IEnumerable<string>? groups)
{
    private static readonly string[] Servers = ["RTCUniversalServerAdmins"];
    private static readonly string[] Users = ["RTCUniversalUserAdmins", .. Servers];
    private static readonly string[] Readers = ["RTCUniversalReadOnlyAdmins", .. Users];
    private static readonly string[] Domain = ["Domain Admins"];

    private readonly HashSet<string>? held =
        groups?.Select(each => each[(each.IndexOf('\\') + 1)..]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public void Demand(ServerCall call, bool changing)
    {
        if (held is not null && !Needed(call.Name, changing).All(choice => choice.Any(held.Contains)))
        {
            throw ServerException.NoRights();
        }
    }

    /// <summary>One group of each choice.</summary>
    private static string[][] Needed(string cmdlet, bool changing) => cmdlet switch
    {
        "Enable-CsTopology" => [Servers, Domain],
        "Export-CsConfiguration" => [Servers],
        _ when cmdlet.StartsWith("Grant-") => [Users],
        _ when changing => [Servers],
        _ => [Readers],
    };
}
