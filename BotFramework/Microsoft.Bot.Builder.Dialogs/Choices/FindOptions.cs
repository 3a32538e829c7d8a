namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How <see cref="Find"/> compares.</summary>
public class FindValuesOptions
{
    /// <summary>Whether some of a value's words are enough.</summary>
    public bool AllowPartialMatches { get; set; }

    /// <summary>The language of the utterance, such as <c>it-IT</c>; null means English.</summary>
    public string Locale { get; set; }

    /// <summary>How many other words may stand between two words of a value; null means 2.</summary>
    public int? MaxTokenDistance { get; set; }

    /// <summary>Null means <see cref="Choices.Tokenizer.DefaultTokenizer"/>.</summary>
    public TokenizerFunction Tokenizer { get; set; }
}

/// <summary>How choices are looked for.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Leave the choices' values out of the search.</summary>
    public bool NoValue { get; set; }

    /// <summary>Leave the titles of the choices' buttons out of the search.</summary>
    public bool NoAction { get; set; }

    /// <summary>Whether "2" chooses the second.</summary>
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>Whether "the second" chooses the second.</summary>
    public bool RecognizeOrdinals { get; set; } = true;
}
