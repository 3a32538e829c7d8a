using System.Buffers;
using System.Text;

namespace CommerceBot.Tests.Torture.Audit;

/// <summary>A text that must not stand in clear in a file, in one of the forms in which it could.</summary>
/// <param name="What">What it is, without showing it.</param>
internal sealed record LogEvidence(string Kind, string What, string Text)
{
    private const int Most = 1000;

    /// <summary>What the shop's files are searched for after a run.</summary>
    public static IReadOnlyList<LogEvidence> All(string folder, StripeRecords stripe, IReadOnlyList<int> shoppers) =>
        [
            .. Marked.Words.Select(word => new LogEvidence(Kinds.PersonLeaked, "a word of a person's name or address", word)),
            .. Few(shoppers)
                .Select(Marked.Phone)
                .SelectMany(phone => (string[])[phone, $"{phone[..3]} {phone[3..]}"])
                .Select(phone => new LogEvidence(Kinds.PersonLeaked, "a phone number", phone)),
            .. Marked
                .Cards.SelectMany(card => (string[])[card, .. Written(card)])
                .Distinct()
                .Select(card => new LogEvidence(Kinds.CardLeaked, "a card number", card)),
            .. Secrets.In(folder).Select(secret => new LogEvidence(Kinds.SecretLeaked, secret.Name, secret.Value)),
            .. Few([
                    .. stripe
                        .Sessions.Where(session => session.SuccessUrl.Length > 0)
                        .Select(session => session.SuccessUrl[(session.SuccessUrl.LastIndexOf('.') + 1)..])
                        .Distinct(),
                ])
                .Select(signature => new LogEvidence(Kinds.SecretLeaked, "the signature of a thanks page", signature)),
        ];

    /// <summary>Of very many, some from everywhere: a search for tens of thousands of texts would take longer than the run.</summary>
    private static IEnumerable<T> Few<T>(IReadOnlyList<T> many) => many.Where((_, place) => place % (1 + (many.Count / Most)) == 0);

    private static string[] Written(string card)
    {
        var digits = string.Concat(card.Where(char.IsAsciiDigit));
        return
        [
            digits,
            string.Join(' ', digits.Chunk(4).Select(four => new string(four))),
            string.Join('-', digits.Chunk(4).Select(four => new string(four))),
        ];
    }
}

/// <summary>Looks through files byte by byte: as they are, as UTF-16, as base64 at each of its three places, and percent-encoded.</summary>
internal static class LeakScan
{
    private const int Piece = 4 * 1024 * 1024;
    private const int Overlap = 1024;

    /// <summary>Searches every file under these folders, except what <see cref="IsSearched"/> leaves out.</summary>
    public static IReadOnlyList<Leak> Look(IEnumerable<string> folders, IReadOnlyList<LogEvidence> telltales)
    {
        var forms = telltales
            .SelectMany(telltale => Forms(telltale.Text).Select(form => (form, telltale)))
            .DistinctBy(pair => pair.form)
            .ToDictionary(pair => pair.form, pair => pair.telltale);
        var search = SearchValues.Create([.. forms.Keys], StringComparison.Ordinal);
        var byLength = forms.Keys.Select(form => form.Length).Distinct().Order().ToArray();
        return
        [
            .. from folder in folders.Distinct()
               from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
               let name = Path.GetRelativePath(folder, file)
               where IsSearched(name)
               from leak in In(file, search, forms, byLength).GroupBy(found => (found.Kind, found.What))
               select new Leak(leak.Key.Kind, name, leak.Key.What, leak.Count()),
        ];
    }

    /// <summary>
    /// All but the keys themselves, which open the database and lie in a folder of their own for that reason, and what
    /// the simulators keep: they play Meta and Stripe, who know their people, and no shop has such files.
    /// </summary>
    public static bool IsSearched(string name) =>
        !name.StartsWith("keys" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        && !name.StartsWith("simulator.json", StringComparison.Ordinal)
        && !name.StartsWith("simulator-", StringComparison.Ordinal);

    /// <summary>Every way in which a text may stand in a file, one character a byte.</summary>
    public static IEnumerable<string> Forms(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return Encoding.Latin1.GetString(utf8);
        yield return Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(text));
        if (Uri.EscapeDataString(text) is var escaped && escaped != text)
            yield return escaped;
        if (text.Contains(' ', StringComparison.Ordinal))
            yield return text.Replace(' ', '+');
        for (var before = 0; before < 3; before++)
        {
            // The first and last signs depend on what stands around it; those between are its own.
            var base64 = Convert.ToBase64String([.. new byte[before], .. utf8]).TrimEnd('=');
            var own = base64[(before == 0 ? 0 : before + 1)..^1];
            if (own.Length < 6)
                continue;
            yield return own;
            yield return own.Replace('+', '-').Replace('/', '_');
        }
    }

    private static IEnumerable<LogEvidence> In(
        string file, SearchValues<string> search, Dictionary<string, LogEvidence> forms, int[] lengths)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[Piece + Overlap];
        for (var kept = 0; stream.Read(bytes, kept, Piece) is > 0 and var read;)
        {
            var text = Encoding.Latin1.GetString(bytes, 0, kept + read);
            var last = stream.Position == stream.Length;
            var end = last ? text.Length : text.Length - Overlap;
            for (var at = Next(text, 0, search); at >= 0 && at < end; at = Next(text, at + 1, search))
                if (Array.Find(lengths, length => at + length <= text.Length && forms.ContainsKey(text.Substring(at, length)))
                    is > 0 and var found)
                    yield return forms[text.Substring(at, found)];
            kept = Math.Min(Overlap, text.Length);
            Array.Copy(bytes, text.Length - kept, bytes, 0, kept);
        }
    }

    private static int Next(string text, int from, SearchValues<string> search) =>
        from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny(search) is >= 0 and var at ? from + at : -1;
}
