using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>
/// The changing call, counted from 1, with which the process ends: before it has taken effect or after. `Process`: the
/// engine's own, once the answer is out; else the script alone comes to a stand.
/// </summary>
public sealed record End(int Call, bool Made, bool Process);

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

    public End? EndAt { get; private init; }

    /// <summary>Whether the script runs on an Edge Server, which has a copy of some of the configuration only.</summary>
    public bool OnEdge { get; private init; }

    /// <summary>Groups of the account, and whether the machine can tell them; null where nothing depends on them.</summary>
    public string[]? Groups { get; private init; }
    public bool CanTellGroups { get; private init; }

    /// <summary>By name of the replica: how long it is late after the start and after each change.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Late { get; private init; } = new Dictionary<string, TimeSpan>();

    /// <summary>Domain controllers, the PDC emulator first; and for how many calls another one does not see a change.</summary>
    public string[] DomainControllers { get; private init; } = [];
    public int StaleFor { get; private init; }

    /// <summary>Events in the logs of this machine; null where it has no such providers.</summary>
    public JsonArray? Events { get; private init; }

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
            EndAt = request["endAt"] is JsonObject end
                ? new End((int)end["call"]!, (bool)end["made"]!, (bool?)end["process"] ?? false)
                : null,
            OnEdge = (string?)request["on"] == "edge",
            Groups = request["account"]?["groups"] is JsonArray groups ? Texts(groups) : null,
            CanTellGroups = (bool?)request["account"]?["told"] ?? request["account"] is not null,
            Late = request["late"] is JsonObject late ? late.ToDictionary(each => each.Key, each => Lag(each.Value!)) : given.Late,
            DomainControllers = request["domainControllers"]?["names"] is JsonArray names ? Texts(names) : [],
            StaleFor = (int?)request["domainControllers"]?["staleFor"] ?? 0,
            Events = request["events"] is JsonArray events ? (JsonArray)events.DeepClone() : null,
            MissingIsError = (bool?)request["missingIsError"] ?? true,
        };
    }

    private static TimeSpan Lag(JsonNode seconds) =>
        seconds.GetValueKind() == JsonValueKind.Number ? TimeSpan.FromSeconds((double)seconds) : TimeSpan.MaxValue;

    private static string[] Texts(JsonArray array) => [.. array.Select(each => (string)each!)];
}
