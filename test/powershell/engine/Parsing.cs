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
            parameters = tree.ParamBlock?.Parameters.Select(each => each.Name.VariablePath.UserPath) ?? [],
            synopsis = tree.GetHelpContent()?.Synopsis?.Trim(),
        };
    }

    private static IEnumerable<T> All<T>(Ast tree) where T : Ast =>
        tree.FindAll(node => node is T, searchNestedScriptBlocks: true).Cast<T>();
}
