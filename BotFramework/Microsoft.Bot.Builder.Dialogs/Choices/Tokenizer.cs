using Microsoft.Bot.Builder.Dialogs.Recognition;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Splits a text into words.</summary>
public delegate List<Token> TokenizerFunction(string text, string locale = null);

/// <summary>A word, from <see cref="Start"/> to <see cref="End"/> inclusive.</summary>
public class Token
{
    /// <summary>Its first character, from 0.</summary>
    public int Start { get; set; }

    /// <summary>Its last character.</summary>
    public int End { get; set; }

    /// <summary>The word as it was written.</summary>
    public string Text { get; set; }

    /// <summary>What is compared: the default tokenizer folds case and accents away.</summary>
    public string Normalized { get; set; }
}

/// <summary>The way in which <see cref="Find"/> splits texts unless it is given another.</summary>
public class Tokenizer
{
    /// <summary>Letters and digits make words; other symbols beyond punctuation (emoji) are words of their own.</summary>
    public static TokenizerFunction DefaultTokenizer { get; } = static (text, _) => Tokens(text);

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        foreach (var word in Words.In(text))
        {
            if (!word.IsPunctuation)
                tokens.Add(
                    new Token
                    {
                        Start = word.Start,
                        End = word.End - 1,
                        Text = text[word.Start..word.End],
                        Normalized = word.Folded,
                    }
                );
        }
        return tokens;
    }
}
