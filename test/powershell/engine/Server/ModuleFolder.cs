using System.Management.Automation;
using System.Reflection;
using System.Reflection.Emit;

namespace Skypefed.Engine;

/// <summary>A cmdlet of the server: PowerShell binds it, the fake server answers it.</summary>
public abstract class ServerCmdlet : PSCmdlet
{
    protected override void ProcessRecord() => FakeServer.Current.Answer(this);
}

/// <summary>
/// Modules of server cmdlets on disk, made from the table for one product at a time: real compiled cmdlets with real
/// types, parameter sets and mandatory parameters, so that running a script binds it as the server would. Parameters
/// have no position: our scripts name them all.
/// </summary>
public sealed class ModuleFolder(CmdletTable table) : IDisposable
{
    private static readonly HashSet<string> FromPowerShell = [.. Cmdlet.CommonParameters, .. Cmdlet.OptionalCommonParameters];

    private readonly string root = Directory.CreateTempSubdirectory("skypefed-engine-").FullName;

    public CmdletTable Table { get; } = table;

    /// <summary>The PSModulePath on which exactly these modules are found, and those of the shell if it has any.</summary>
    public string For(Product product, IEnumerable<string> modules) => string.Join(Path.PathSeparator,
        modules.Distinct().Select(module => PathOf(product, module)).Concat(StandIn.ShellHasItsOwn ? [OfTheShell] : []));

    private static string OfTheShell => Path.Combine(Path.GetDirectoryName(typeof(PSObject).Assembly.Location)!, "Modules");

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string PathOf(Product product, string module)
    {
        var path = Path.Combine(root, $"{product.Id}{(product.Cu5 ? "-cu5" : "")}{(product.EnumsReversed ? "-reversed" : "")}-{module}");
        var folder = Path.Combine(path, module);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            var assembly = Path.GetFileName(path);
            var names = Build(product, assembly, Path.Combine(folder, $"{assembly}.dll"));
            File.WriteAllText(Path.Combine(folder, $"{module}.psd1"), $$"""
                @{
                    RootModule = '{{assembly}}.dll'
                    ModuleVersion = '1.0'
                    CmdletsToExport = '{{string.Join("', '", names)}}'
                }
                """);
        }
        return path;
    }

    private List<string> Build(Product product, string assembly, string file)
    {
        var builder = new PersistedAssemblyBuilder(new AssemblyName(assembly), typeof(object).Assembly);
        var module = builder.DefineDynamicModule(assembly);
        var names = new List<string>();
        foreach (var (name, row) in Table.Of(product))
        {
            AddCmdlet(module, name, row, product);
            names.Add(name);
        }
        builder.Save(file);
        return names;
    }

    private static void AddCmdlet(ModuleBuilder module, string name, CmdletRow row, Product product)
    {
        var (verb, noun) = (name.Split('-')[0], name.Split('-')[1]);
        var type = module.DefineType(name.Replace("-", ""), TypeAttributes.Public, typeof(ServerCmdlet));
        var settings = new Dictionary<string, object> { ["SupportsShouldProcess"] = row.AsksFirst };
        if (DefaultSet(row) is { } set)
        {
            settings["DefaultParameterSetName"] = set;
        }
        type.SetCustomAttribute(Attribute<CmdletAttribute>([verb, noun], settings));
        foreach (var (parameter, each) in row.Parameters.Where(each => !FromPowerShell.Contains(each.Key)))
        {
            AddParameter(type, parameter, each, TableTypes.Of(each, unsettable: noun == "CsClientPolicy", product));
        }
        type.CreateType();
    }

    /// <summary>The set that a call without any parameter of a set of its own belongs to.</summary>
    private static string? DefaultSet(CmdletRow row)
    {
        var sets = row.Parameters.Values.SelectMany(each => each.Sets).ToArray();
        return sets.FirstOrDefault(set => set == "Identity")
            ?? row.Parameters.Values.FirstOrDefault(each => each.Mandatory && each.Sets.Length > 0)?.Sets[0]
            ?? sets.FirstOrDefault();
    }

    private static void AddParameter(TypeBuilder owner, string name, ParameterRow row, Type type)
    {
        var property = AddProperty(owner, name, type);
        // -UseDnsSrvRouting and -UseDefaultRouting choose their set: no other parameter of the set goes without (pitfall 24).
        var mandatory = row.Mandatory || (row.Switch && row.Sets.Length == 1 && name.EndsWith("Routing"));
        foreach (var set in row.Sets.DefaultIfEmpty(ParameterAttribute.AllParameterSets))
        {
            property.SetCustomAttribute(Attribute<ParameterAttribute>([], new()
            {
                ["ParameterSetName"] = set,
                ["Mandatory"] = mandatory,
                ["ValueFromPipeline"] = name == "Instance",
            }));
        }
        if (type == typeof(string) && row.Values.Length > 0)
        {
            property.SetCustomAttribute(Attribute<ValidateSetAttribute>([row.Values], []));
        }
    }

    private static PropertyBuilder AddProperty(TypeBuilder owner, string name, Type type)
    {
        const MethodAttributes accessor = MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.HideBySig;
        var field = owner.DefineField($"<{name}>", type, FieldAttributes.Private);

        var getter = owner.DefineMethod($"get_{name}", accessor, type, []);
        var read = getter.GetILGenerator();
        read.Emit(OpCodes.Ldarg_0);
        read.Emit(OpCodes.Ldfld, field);
        read.Emit(OpCodes.Ret);

        var setter = owner.DefineMethod($"set_{name}", accessor, null, [type]);
        var write = setter.GetILGenerator();
        write.Emit(OpCodes.Ldarg_0);
        write.Emit(OpCodes.Ldarg_1);
        write.Emit(OpCodes.Stfld, field);
        write.Emit(OpCodes.Ret);

        var property = owner.DefineProperty(name, PropertyAttributes.None, type, null);
        property.SetGetMethod(getter);
        property.SetSetMethod(setter);
        return property;
    }

    private static CustomAttributeBuilder Attribute<T>(object[] arguments, Dictionary<string, object> settings)
    {
        var constructor = typeof(T).GetConstructor([.. arguments.Select(each => each.GetType())])!;
        var properties = settings.Keys.Select(name => typeof(T).GetProperty(name)!).ToArray();
        return new CustomAttributeBuilder(constructor, arguments, properties, [.. settings.Values]);
    }
}
