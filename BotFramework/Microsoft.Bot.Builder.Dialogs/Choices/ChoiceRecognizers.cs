using Microsoft.Bot.Builder.Dialogs.Recognition;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds the choice that somebody means.</summary>
public class ChoiceRecognizers
{
    /// <summary>Each text as a choice that returns it: see the other overload.</summary>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string utterance, IList<string> choices, FindChoicesOptions options = null
    ) => RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);

    /// <summary>
    /// The choices meant by an utterance: by their words if it has any, else by ordinals ("the last one"), else by numbers.
    /// One way only, so that "the first division book" is not also the first choice.
    /// </summary>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> list, FindChoicesOptions options = null)
    {
        list ??= [];
        utterance ??= string.Empty;
        var matched = Find.FindChoices(utterance, list, options);
        if (matched.Count > 0)
            return matched;

        var language = Language.Of(options?.Locale);
        if (options?.RecognizeOrdinals ?? true)
            matched = ByPosition(utterance, list, Ordinals.In(utterance, list.Count));
        if (matched.Count == 0 && (options?.RecognizeNumbers ?? true))
            matched = ByPosition(utterance, list, Numbers.In(utterance, language));
        return matched;
    }

    private static List<ModelResult<FoundChoice>> ByPosition(string utterance, IList<Choice> list, IEnumerable<FoundNumber> numbers)
    {
        var found = new List<ModelResult<FoundChoice>>();
        foreach (var number in numbers)
        {
            if (number.Value != decimal.Truncate(number.Value) || number.Value < 1 || number.Value > list.Count)
                continue;
            var index = (int)number.Value - 1;
            found.Add(new ModelResult<FoundChoice>
            {
                Text = utterance[number.Start..number.End],
                Start = number.Start,
                End = number.End - 1,
                TypeName = "choice",
                Resolution = new FoundChoice { Value = list[index].Value, Index = index, Score = 1f },
            });
        }
        return found;
    }
}
