using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CommerceBot.Runtime.Redaction;

/// <summary>One walk along the tokens of a JSON value, which remembers what is to be written in the place of which.</summary>
internal sealed class CardJsonWalk(CardPlace place, CardSteps? steps)
{
    private readonly SortedDictionary<int, (int Length, string Text)> _edits = [];
    private readonly Stack<Level> _levels = new();

    /// <summary>The JSON with all edits made; null when there is nothing to edit.</summary>
    public byte[]? Run(ReadOnlySpan<byte> raw)
    {
        var reader = new Utf8JsonReader(raw, new JsonReaderOptions { MaxDepth = int.MaxValue });
        _levels.Push(new Level(place, steps));
        while (reader.Read())
            Take(ref reader);
        _levels.Pop().End();
        return _edits.Count == 0 ? null : Rewritten(raw);
    }

    private void Take(ref Utf8JsonReader reader)
    {
        var level = _levels.Peek();
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                TakeName(ref reader, level);
                break;
            case JsonTokenType.String or JsonTokenType.Number:
                TakeValue(ref reader, level);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                level.Values.Redact();
                // Only a list of ids is ids itself; an object under such a name has names of its own.
                _levels.Push(new Level(reader.TokenType == JsonTokenType.StartArray ? level.Place : CardPlace.Typed, steps));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.Pop().End();
                break;
            default:
                level.Values.Redact();
                break;
        }
    }

    private void TakeName(ref Utf8JsonReader reader, Level level)
    {
        var name = TextOf(ref reader);
        var (at, length) = PlaceIn(ref reader);
        level.Place = CardNames.PlaceOf(name);
        var clean = CardText.Redact(name, steps: steps);
        level.Name = (clean, at, length);
        if (clean != name)
            _edits[at] = (length, level.Unique(clean));
        level.Names.Add(clean, _ => _edits[at] = (length, level.Unique(CardText.Removed)));
    }

    private void TakeValue(ref Utf8JsonReader reader, Level level)
    {
        if (level.Place == CardPlace.Id)
            return;
        var text = TextOf(ref reader);
        var (at, length) = PlaceIn(ref reader);
        var clean = CardText.Redact(text, level.Place, steps);
        if (clean != text)
            _edits[at] = (length, clean);
        level.Values.Add(clean, mark => _edits[at] = (length, mark));
        if (level.Name is { Text: var name, At: var from, Length: var span } && CardParts.IsPart(name) && CardParts.IsPart(clean))
            RedactPair(name, mark => _edits[from] = (span, level.Unique(mark)), clean, mark => _edits[at] = (length, mark));
    }

    /// <summary>Half of a number in the name, half in the value.</summary>
    private void RedactPair(string name, Action<string> replaceName, string value, Action<string> replaceValue)
    {
        var pair = new CardParts(steps);
        pair.Add(name, replaceName);
        pair.Add(value, replaceValue);
        pair.Redact();
    }

    private byte[] Rewritten(ReadOnlySpan<byte> raw)
    {
        var clean = new ArrayBufferWriter<byte>(raw.Length);
        var kept = 0;
        foreach (var (at, (length, text)) in _edits)
        {
            clean.Write(raw[kept..at]);
            clean.Write("\""u8);
            clean.Write(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
            clean.Write("\""u8);
            kept = at + length;
        }

        clean.Write(raw[kept..]);
        return clean.WrittenSpan.ToArray();
    }

    /// <summary>Where the token stands, quotes included.</summary>
    private static (int At, int Length) PlaceIn(ref Utf8JsonReader reader) =>
        ((int)reader.TokenStartIndex, reader.ValueSpan.Length + (reader.TokenType == JsonTokenType.Number ? 0 : 2));

    private static string TextOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return Encoding.UTF8.GetString(reader.ValueSpan);
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in an escape: its digits are searched as they stand.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    /// <summary>An object or a list that the walk is in.</summary>
    private sealed class Level(CardPlace place, CardSteps? steps)
    {
        private int _removed;

        public CardPlace Place { get; set; } = place;

        public (string Text, int At, int Length)? Name { get; set; }

        public CardParts Values { get; } = new(steps);

        public CardParts Names { get; } = new(steps);

        /// <summary>Two names that were removed stay two.</summary>
        public string Unique(string name) => ++_removed == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {_removed}");

        public void End()
        {
            Values.Redact();
            Names.Redact();
        }
    }
}
