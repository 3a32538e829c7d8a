namespace CommerceBot.Recognition;

/// <summary>Where the sentences and the models lie.</summary>
public sealed record RecognitionOptions
{
    private static readonly string Beside = Path.Combine(AppContext.BaseDirectory, "Recognition");

    /// <summary>The folder of <c>LANGUAGE/INTENT.txt</c>. A merchant may edit them: the next start trains anew, in seconds.</summary>
    public string Utterances { get; init; } = Path.Combine(Beside, "Utterances");

    /// <summary>Further sentences in the same form, which the merchant added in the desk; null where nobody can.</summary>
    public string? AddedUtterances { get; init; }

    /// <summary>The model that the build made of the sentences as they were then.</summary>
    public string BuiltModel { get; init; } = Path.Combine(Beside, "intents.model");

    /// <summary>Where a model of edited sentences is kept; a folder that may be written.</summary>
    public required string KeptModels { get; init; }
}
