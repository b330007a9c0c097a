using System.Globalization;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>One script to run, as the client asks for it.</summary>
public sealed record RunRequest
{
    /// <summary>Either a file, run as a person would run it, or a text.</summary>
    public string? Path { get; private init; }
    public string? Text { get; private init; }
    public IReadOnlyDictionary<string, object?> Arguments { get; private init; } = new Dictionary<string, object?>();
    public string? Folder { get; private init; }

    /// <summary>What the person answers, in order; null where nobody can be asked.</summary>
    public Queue<string>? Answers { get; private init; }
    public IReadOnlyDictionary<string, string> Environment { get; private init; } = new Dictionary<string, string>();
    public DateTime? Now { get; private init; }
    public bool CanTranscribe { get; private init; } = true;
    public TimeSpan Limit { get; private init; } = TimeSpan.FromSeconds(15);

    /// <summary>Modules that can be imported, and modules that the session has imported already.</summary>
    public string[] Installed { get; private init; } = ["Lync"];
    public string[] Imported { get; private init; } = [];

    public JsonObject Store { get; private init; } = [];

    /// <summary>The changing call, counted from 1, that fails.</summary>
    public int? FailAt { get; private init; }

    /// <summary>Whether Get- throws for an identity that does not exist, or returns nothing; neither is documented.</summary>
    public bool MissingIsError { get; private init; } = true;

    public static RunRequest Read(JsonObject request)
    {
        var given = new RunRequest();
        return new RunRequest
        {
            Path = (string?)request["path"],
            Text = (string?)request["text"],
            Arguments = request["args"] is JsonObject arguments
                ? arguments.ToDictionary(each => each.Key, each => Plain.FromJson(each.Value))
                : given.Arguments,
            Folder = (string?)request["folder"],
            Answers = request["answers"] is JsonArray answers ? new Queue<string>(Texts(answers)) : null,
            Environment = request["environment"] is JsonObject environment
                ? environment.ToDictionary(each => each.Key, each => (string)each.Value!)
                : given.Environment,
            Now = request["now"] is { } now
                ? DateTime.Parse((string)now!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
                : null,
            CanTranscribe = (bool?)request["canTranscribe"] ?? true,
            Limit = request["limitMs"] is { } limit ? TimeSpan.FromMilliseconds((double)limit) : given.Limit,
            Installed = request["installed"] is JsonArray installed ? Texts(installed) : given.Installed,
            Imported = request["imported"] is JsonArray imported ? Texts(imported) : given.Imported,
            Store = request["store"] is JsonObject store ? (JsonObject)store.DeepClone() : [],
            FailAt = (int?)request["failAt"],
            MissingIsError = (bool?)request["missingIsError"] ?? true,
        };
    }

    private static string[] Texts(JsonArray array) => [.. array.Select(each => (string)each!)];
}
