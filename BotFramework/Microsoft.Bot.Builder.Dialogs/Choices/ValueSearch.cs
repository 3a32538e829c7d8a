namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>One utterance, searched for many values.</summary>
internal sealed class ValueSearch(string utterance, FindValuesOptions options)
{
    private readonly TokenizerFunction _tokenize = options.Tokenizer ?? Tokenizer.DefaultTokenizer;
    private readonly List<Token> _tokens = (options.Tokenizer ?? Tokenizer.DefaultTokenizer)(utterance, options.Locale);
    private readonly int _maxDistance = options.MaxTokenDistance ?? 2;

    /// <summary>A value found from one word of the utterance to another.</summary>
    public readonly record struct Match(SortedValue Value, int First, int Last, float Score)
    {
        public IEnumerable<int> Words => Enumerable.Range(First, Last - First + 1);
    }

    /// <summary>Every place where the value stands: "the last time I chose the last one" names the last one at its end.</summary>
    public IEnumerable<Match> Matches(SortedValue value)
    {
        var wanted = _tokenize(value.Value.Trim(), options.Locale);
        for (var from = 0; from < _tokens.Count;)
        {
            if (Next(value, wanted, from) is not { } match)
                yield break;
            yield return match;
            from = match.Last + 1;
        }
    }

    /// <summary>It stands there as it is written, and not only with the same words.</summary>
    public bool IsVerbatim(Match match) => ExactMatch.Stands(utterance, match.Value.Value);

    public ModelResult<FoundValue> Result(Match match)
    {
        var (start, end) = (_tokens[match.First].Start, _tokens[match.Last].End);
        return new ModelResult<FoundValue>
        {
            Start = start,
            End = end,
            Text = utterance[start..(end + 1)],
            TypeName = "value",
            Resolution = new FoundValue { Value = match.Value.Value, Index = match.Value.Index, Score = match.Score },
        };
    }

    /// <summary>The words of a value, in their order, with at most a few others between them.</summary>
    private Match? Next(SortedValue value, List<Token> wanted, int from)
    {
        var (matched, others, first, last) = (0, 0, -1, -1);
        foreach (var token in wanted)
        {
            var position = _tokens.FindIndex(from, said => said.Normalized == token.Normalized);
            var distance = matched > 0 ? position - from : 0;
            if (position < 0 || distance > _maxDistance)
                continue;
            matched++;
            others += distance;
            first = first < 0 ? position : first;
            last = position;
            from = position + 1;
        }
        if (matched == 0 || (matched < wanted.Count && !options.AllowPartialMatches))
            return null;
        return new Match(value, first, last, (float)matched / wanted.Count * matched / (matched + others));
    }
}
