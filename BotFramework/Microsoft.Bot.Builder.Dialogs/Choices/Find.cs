using System.Text.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds values, word by word, in what somebody wrote.</summary>
public static class Find
{
    /// <summary>Each text as a choice that returns it: see the other overload.</summary>
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<string> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, ChoiceFactory.ToChoices(choices), options);
    }

    /// <summary>
    /// The choice that the utterance is, letter by letter; else the choices named in it, in the order in which they are
    /// named.
    /// </summary>
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<Choice> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var values = Values(choices, choice => Names(choice, options));
        var whole = Whole(utterance, [.. values, .. Values(choices, choice => Replies(choice, options))], options);
        var named = whole is null ? FindValues(utterance, values, options) : [whole];
        return named.ConvertAll(found => new ModelResult<FoundChoice>
        {
            Text = found.Text,
            Start = found.Start,
            End = found.End,
            TypeName = "choice",
            Resolution = new FoundChoice
            {
                Value = choices[found.Resolution.Index].Value,
                Index = found.Resolution.Index,
                Score = found.Resolution.Score,
                Synonym = found.Resolution.Value,
            },
        });
    }

    /// <summary>
    /// The value that the utterance is, letter by letter; else the best matches that share no word, in the order of the
    /// utterance. Values that stand there as they are written win over others with the same words, longer ones over shorter.
    /// </summary>
    public static List<ModelResult<FoundValue>> FindValues(string utterance, List<SortedValue> values, FindValuesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Whole(utterance, values, options) is { } whole)
            return [whole];
        var search = new ValueSearch(utterance ?? string.Empty, options ?? new FindValuesOptions());
        var matches = values
            .Where(value => !string.IsNullOrWhiteSpace(value.Value))
            .OrderByDescending(value => value.Value.Length)
            .SelectMany(search.Matches)
            .OrderByDescending(match => match.Score)
            .ThenByDescending(search.IsVerbatim);

        var results = new List<ModelResult<FoundValue>>();
        var used = new HashSet<int>();
        var found = new HashSet<int>();
        foreach (var match in matches)
        {
            if (found.Contains(match.Value.Index) || match.Words.Any(used.Contains))
                continue;
            found.Add(match.Value.Index);
            used.UnionWith(match.Words);
            results.Add(search.Result(match));
        }
        return [.. results.OrderBy(result => result.Start)];
    }

    /// <summary>The index of the choice that the utterance is, letter by letter; null when it is none of them.</summary>
    internal static int? WholeChoice(string utterance, IList<Choice> choices, FindChoicesOptions options) =>
        Whole(utterance, Values(choices, choice => [.. Names(choice, options), .. Replies(choice, options)]), options)?.Resolution.Index;

    private static ModelResult<FoundValue> Whole(string utterance, List<SortedValue> values, FindValuesOptions options)
    {
        if (ExactMatch.Of(utterance, values, options?.Locale) is not { } value)
            return null;
        var start = utterance.Length - utterance.TrimStart().Length;
        var text = utterance.Trim();
        return new ModelResult<FoundValue>
        {
            Text = text,
            Start = start,
            End = start + text.Length - 1,
            TypeName = "value",
            Resolution = new FoundValue { Value = value.Value, Index = value.Index, Score = 1f },
        };
    }

    private static List<SortedValue> Values(IList<Choice> choices, Func<Choice, IEnumerable<string>> names)
    {
        var values = new List<SortedValue>();
        for (var i = 0; i < choices.Count; i++)
        {
            foreach (var name in choices[i] is { } choice ? names(choice) : [])
                values.Add(new SortedValue { Value = name, Index = i });
        }
        return values;
    }

    private static IEnumerable<string> Names(Choice choice, FindChoicesOptions options)
    {
        if (options is not { NoValue: true })
            yield return choice.Value;
        if (options is not { NoAction: true } && choice.Action?.Title is { } title)
            yield return title;
        foreach (var synonym in choice.Synonyms ?? [])
            yield return synonym;
    }

    /// <summary>What a tap on the button says, where that is not its title.</summary>
    private static IEnumerable<string> Replies(Choice choice, FindChoicesOptions options)
    {
        if (options is { NoAction: true } || choice.Action is not { } action)
            return [];
        var value = action.Value switch
        {
            string text => text,
            JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
            _ => null,
        };
        return new[] { value, action.Text, action.DisplayText }.Where(reply => reply is not null);
    }
}
