namespace CommerceBot.Recognition.Classification;

/// <summary>A sentence and what it means.</summary>
/// <param name="Intent">The name of its file, such as <c>order-status</c>.</param>
/// <param name="Language">The name of its folder, such as <c>it</c>.</param>
internal sealed record TrainingSentence(string Text, string Intent, string Language);

/// <summary>How a model is trained. Another value makes another model, so all of it goes into the model's key.</summary>
internal sealed record TrainingOptions
{
    public int Epochs { get; init; } = 6;

    /// <summary>Models of as many orders of the sentences are made, and their mean is the model: what chance taught one fades.</summary>
    public int Orders { get; init; } = 4;

    public float Rate { get; init; } = 0.5f;

    /// <summary>How strongly weights are drawn to nought.</summary>
    public float Decay { get; init; } = 1e-5f;

    /// <summary>In how many sentences a feature must be.</summary>
    public int LeastSentences { get; init; } = 2;

    /// <summary>The share of certainty that is kept from a sentence's own intent: whoever wrote it may have meant another.</summary>
    public float Smoothing { get; init; } = 0.1f;

    /// <summary>
    /// What weights are multiplied with when they are learnt: smoothing leaves scores too modest, and with this one a score of 0.7 is right
    /// seven times of ten (measured on sentences held out: the mean score is then the share of right answers).
    /// </summary>
    public float Sharpness { get; init; } = 1.8f;

    public int Seed { get; init; } = 1;
}
