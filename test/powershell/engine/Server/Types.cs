using System.Management.Automation;

namespace Skypefed.Engine;

/// <summary>Facts 5.3: a zero-based enum in documented order, so that 2 binds as the historic command had it.</summary>
public enum VerificationLevelType
{
    AlwaysVerifiable = 0,
    AlwaysUnverifiable = 1,
    UseSourceVerification = 2,
}

/// <summary>The same names the other way round: no page has the numbers.</summary>
public enum VerificationLevelTypeReversed
{
    UseSourceVerification = 0,
    AlwaysUnverifiable = 1,
    AlwaysVerifiable = 2,
}

/// <summary>The two kinds of routing at the Edge, by the names of their switches (facts 12.3).</summary>
public enum RoutingMethodType
{
    UseDnsSrvRouting = 0,
    UseDefaultRouting = 1,
}

public enum RoutingMethodTypeReversed
{
    UseDefaultRouting = 0,
    UseDnsSrvRouting = 1,
}

/// <summary>Documented names in documented order; their numbers are not.</summary>
public enum EncryptionLevel
{
    SupportEncryption,
    RequireEncryption,
    DoNotSupportEncryption,
}

/// <summary>
/// The name of a thing on the server: an object that prints `Global`, `Site:Redmond` or `Tag:SkypeUsers`, made from text
/// in any letter case, with or without `tag:` (facts 12.9).
/// </summary>
public sealed class XdsIdentity(string text)
{
    public string Text { get; } = text;

    public bool IsGlobal => Text.Equals("global", StringComparison.OrdinalIgnoreCase);
    public bool IsSite => Text.StartsWith("site:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name without its scope.</summary>
    public string Name => Text[(Text.IndexOf(':') + 1)..];

    /// <summary>How a policy's identity prints, whatever way it was typed.</summary>
    public string AsPolicy => IsGlobal ? "Global" : IsSite ? $"Site:{Name}" : $"Tag:{Name}";

    public override string ToString() => Text;
}

/// <summary>A user as named in a call: SIP address with or without `sip:`, user principal name, or display name.</summary>
public sealed class UserIdParameter(string text)
{
    public override string ToString() => text;
}

/// <summary>A policy as a user has it: an object with a name, which prints it (facts 12.13).</summary>
public sealed class GrantedPolicy(string name)
{
    public string Name { get; } = name;

    public override string ToString() => Name;
}

/// <summary>
/// One entry of a client policy, as New-CsClientPolicyEntry makes it. Nothing else is taken for one: what came back from
/// a file is not.
/// </summary>
public sealed record PolicyEntryType(string Name, string Value)
{
    public override string ToString() => $"Name={Name};Value={Value}";
}

/// <summary>Table type names and the types that bind them.</summary>
public static class TableTypes
{
    private static readonly Dictionary<string, Type> Known = new()
    {
        ["Boolean"] = typeof(bool), ["String"] = typeof(string), ["SwitchParameter"] = typeof(SwitchParameter),
        ["UInt16"] = typeof(ushort), ["UInt32"] = typeof(uint), ["Int32"] = typeof(int), ["TimeSpan"] = typeof(TimeSpan),
        ["Guid"] = typeof(Guid), ["PSObject"] = typeof(PSObject), ["PSListModifier"] = typeof(PSListModifier),
        ["PSCredential"] = typeof(PSCredential), ["XdsIdentity"] = typeof(XdsIdentity),
        ["XdsGlobalRelativeIdentity"] = typeof(XdsIdentity), ["UserIdParameter"] = typeof(UserIdParameter),
        ["CertType[]"] = typeof(string[]),
    };

    /// <summary>
    /// A type whose members nobody documents binds as text. A client policy's values may be unset (facts 12.1), so
    /// its cmdlets take $null for them too.
    /// </summary>
    public static Type Of(ParameterRow row, bool unsettable, Product product)
    {
        var type = row.Type == "VerificationLevelType" ? LevelOf(product) : Known.GetValueOrDefault(row.Type, typeof(string));
        return unsettable && type.IsValueType && type != typeof(SwitchParameter)
            ? typeof(Nullable<>).MakeGenericType(type)
            : type;
    }

    public static Type LevelOf(Product product) =>
        product.EnumsReversed ? typeof(VerificationLevelTypeReversed) : typeof(VerificationLevelType);

    public static Type RoutingOf(Product product) =>
        product.EnumsReversed ? typeof(RoutingMethodTypeReversed) : typeof(RoutingMethodType);
}
