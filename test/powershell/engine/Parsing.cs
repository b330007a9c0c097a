using System.Management.Automation.Language;

namespace Skypefed.Engine;

/// <summary>What PowerShell's parser makes of a text, as far as tests ask. Lines count from 1.</summary>
public static class Parsing
{
    public static object Digest(string text)
    {
        var tree = Parser.ParseInput(text, out _, out var errors);
        return new
        {
            errors = errors.Select(error => new { message = error.Message, line = error.Extent.StartLineNumber }),
            commands = All<CommandAst>(tree).Select(command => new
            {
                // null where the name is only known when it runs: `& $name`, `& { ... }`
                name = command.GetCommandName(),
                line = command.Extent.StartLineNumber,
                parameters = command.CommandElements.OfType<CommandParameterAst>().Select(each => each.ParameterName),
                arguments = command.CommandElements.Skip(1).Where(each => each is not CommandParameterAst)
                    .Select(each => Kind(each)),
                splatted = command.CommandElements.OfType<VariableExpressionAst>()
                    .Where(each => each.Splatted).Select(each => each.VariablePath.UserPath),
                text = command.Extent.Text,
            }),
            functions = All<FunctionDefinitionAst>(tree)
                .Select(function => new { name = function.Name, line = function.Extent.StartLineNumber }),
            strings = All<StringConstantExpressionAst>(tree).Select(constant => new
            {
                value = constant.Value,
                kind = constant.StringConstantType.ToString(),
                line = constant.Extent.StartLineNumber,
            }),
            expandable = All<ExpandableStringExpressionAst>(tree)
                .Select(each => new { text = each.Value, line = each.Extent.StartLineNumber }),
            variables = All<VariableExpressionAst>(tree)
                .Select(each => each.VariablePath.UserPath).Distinct(StringComparer.OrdinalIgnoreCase),
            types = All<TypeExpressionAst>(tree).Select(each => (each.TypeName, each.Extent))
                .Concat(All<AttributeBaseAst>(tree).Select(each => (each.TypeName, each.Extent)))
                .Select(each => new { name = each.TypeName.FullName, line = each.Extent.StartLineNumber }),
            // `args` is null where a property is read, not a method called; the type is that before `::`
            members = All<MemberExpressionAst>(tree).Select(each => new
            {
                name = each.Member is StringConstantExpressionAst named ? named.Value : null,
                type = each.Static && each.Expression is TypeExpressionAst owner ? owner.TypeName.FullName : null,
                args = each is InvokeMemberExpressionAst call ? call.Arguments?.Count ?? 0 : (int?)null,
                line = each.Extent.StartLineNumber,
            }),
            operators = All<BinaryExpressionAst>(tree).Select(each => (each.Operator, each.Extent))
                .Concat(All<UnaryExpressionAst>(tree).Select(each => (Operator: each.TokenKind, each.Extent)))
                .Select(each => new { name = each.Operator.ToString(), line = each.Extent.StartLineNumber }),
            // `[CmdletBinding(SupportsShouldProcess)]`, which leaves `= $true` out
            bareFlags = All<NamedAttributeArgumentAst>(tree).Where(each => each.ExpressionOmitted)
                .Select(each => new { name = each.ArgumentName, line = each.Extent.StartLineNumber }),
            redirections = All<MergingRedirectionAst>(tree).Select(each => each.FromStream)
                .Concat(All<FileRedirectionAst>(tree).Select(each => each.FromStream)).Select(each => each.ToString()),
            nodes = All<Ast>(tree).GroupBy(Kind)
                .Select(each => new { name = each.Key, line = each.First().Extent.StartLineNumber }),
            parameters = tree.ParamBlock?.Parameters.Select(each => each.Name.VariablePath.UserPath) ?? [],
            synopsis = tree.GetHelpContent()?.Synopsis?.Trim(),
        };
    }

    private static string Kind(Ast node) => node.GetType().Name;

    private static IEnumerable<T> All<T>(Ast tree) where T : Ast =>
        tree.FindAll(node => node is T, searchNestedScriptBlocks: true).Cast<T>();
}
