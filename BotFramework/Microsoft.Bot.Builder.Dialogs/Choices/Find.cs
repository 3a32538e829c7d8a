namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds values, word by word, in what somebody wrote.</summary>
public static class Find
{
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<string> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, ChoiceFactory.ToChoices(choices), options);
    }

    /// <summary>The choices named in the utterance, in the order in which they are named.</summary>
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<Choice> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var values = new List<SortedValue>();
        for (var i = 0; i < choices.Count; i++)
        {
            foreach (var name in Names(choices[i], options))
                values.Add(new SortedValue { Value = name, Index = i });
        }
        return FindValues(utterance, values, options).ConvertAll(found => new ModelResult<FoundChoice>
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

    /// <summary>The best matches that share no word, in the order of the utterance. Longer values win over shorter ones.</summary>
    public static List<ModelResult<FoundValue>> FindValues(string utterance, List<SortedValue> values, FindValuesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var search = new ValueSearch(utterance ?? string.Empty, options ?? new FindValuesOptions());
        var matches = values
            .Where(value => !string.IsNullOrWhiteSpace(value.Value))
            .OrderByDescending(value => value.Value.Length)
            .SelectMany(search.Matches)
            .OrderByDescending(match => match.Score);

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

    private static IEnumerable<string> Names(Choice choice, FindChoicesOptions options)
    {
        if (options is not { NoValue: true })
            yield return choice.Value;
        if (options is not { NoAction: true } && choice.Action?.Title is { } title)
            yield return title;
        foreach (var synonym in choice.Synonyms ?? [])
            yield return synonym;
    }
}
