namespace CommerceBot.Recognition.Decision;

/// <summary>Where the model's scores become decisions. Measured on sentences held out of training: docs/decisions/0017.</summary>
internal static class Thresholds
{
    /// <summary>Below it the two likeliest intents are asked about.</summary>
    public const double Confident = 0.5;

    /// <summary>A part of a sentence must be as sure as this to have an intent of its own.</summary>
    public const double Segment = 0.85;

    /// <summary>Money, trouble and persons are taken for meant from here on, when nothing is more certain than one of them.</summary>
    public const double Safety = 0.4;

    /// <summary>So much for one of them, beside something else, is asked about.</summary>
    public const double SafetyDoubt = 0.015;

    /// <summary>The same beside a search, which would answer a complaint with goods.</summary>
    public const double SafetyDoubtOfSearch = 0.005;
}
