using System.Text;

namespace CommerceBot.Tests.Soak;

/// <summary>
/// Makes hostile bodies of good ones: the same ones from the same seed. It changes signs, lengths, names and nesting, and knows
/// which values have hurt before.
/// </summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Values =
    [
        "", "..", ".", "/", "../../me", "a/b", "a:b", "?", "#", "%2e%2e", "\\u0000", "\\n",
        "\\ud83d", "\\udc00", "\\u202e", "null", "true", "0", "-1", "1e999",
        "4242424242424242", "4242 4242 4242 4242", "%34%32%34%32%34%32%34%32%34%32%34%32%34%32%34%32", "378282246310005",
        "' OR 1=1 --", "<script>", "{0}", "%s%n",
        "instagram", "user", "whatsapp_business_account", "page", "order", "facebook", "stripe", "thanks",
        "invoke", "expectReplies", "message", "event",
        "http://localhost:{own}", "http://127.0.0.1:{own}/api/messages?x=", "http://2130706433:{own}",
        "http://[::ffff:127.0.0.1]:{own}", "http://loopback:{own}",
        "http://localhost:{own}/simulator/stripe", "http://127.0.0.1:9", "https://attacker.example", "file:///etc/passwd",
    ];

    private static readonly int[] Lengths = [0, 1, 2, 15, 17, 63, 64, 65, 255, 256, 257, 300, 512, 513, 1000, 2084, 5000, 20_000, 20_001];

    private readonly Random _dice = new(seed);

    public int Next(int below) => _dice.Next(below);

    /// <summary>One to four changes, one upon the other.</summary>
    public byte[] Mutate(byte[] good)
    {
        var body = good;
        for (var changes = 1 + _dice.Next(4); changes > 0; changes--)
            body = Change(body);
        return body;
    }

    private byte[] Change(byte[] body) => _dice.Next(12) switch
    {
        0 => Flip(body),
        1 => Cut(body),
        2 => Repeat(body),
        3 or 4 or 5 => WithValue(body, Pick(Values)),
        6 or 7 => WithValue(body, new string((char)('0' + _dice.Next(10)), LengthOf())),
        8 => WithNameTwice(body),
        9 => WithName(body, Pick(Values)),
        10 => WithNest(body, 1 << _dice.Next(13)),
        _ => WithInvented(body),
    };

    /// <summary>A megabyte now and then: it is the signing that costs the time here.</summary>
    private int LengthOf() => _dice.Next(400) == 0 ? 1_000_000 : Pick(Lengths);

    private T Pick<T>(T[] from) => from[_dice.Next(from.Length)];

    private byte[] Flip(byte[] body)
    {
        var changed = (byte[])body.Clone();
        for (var flips = 1 + _dice.Next(4); flips > 0 && changed.Length > 0; flips--)
            changed[_dice.Next(changed.Length)] = (byte)_dice.Next(256);
        return changed;
    }

    private byte[] Cut(byte[] body)
    {
        var from = _dice.Next(body.Length + 1);
        var length = Math.Min(_dice.Next(50), body.Length - from);
        return [.. body.AsSpan(0, from), .. body.AsSpan(from + length)];
    }

    private byte[] Repeat(byte[] body)
    {
        var from = _dice.Next(body.Length + 1);
        var part = body.AsSpan(from, Math.Min(_dice.Next(200), body.Length - from));
        return [.. body.AsSpan(0, from), .. part, .. body.AsSpan(from)];
    }

    /// <summary>Puts a text in the place of one of the values.</summary>
    private byte[] WithValue(byte[] body, string value) => WithText(body, value, ofName: false);

    private byte[] WithName(byte[] body, string name) => WithText(body, name, ofName: true);

    private byte[] WithText(byte[] body, string text, bool ofName)
    {
        var places = Texts(body).Where(place => place.IsName == ofName).ToArray();
        if (places.Length == 0)
            return body;
        var (start, end, _) = Pick(places);
        return [.. body.AsSpan(0, start), .. Encoding.UTF8.GetBytes(text), .. body.AsSpan(end)];
    }

    /// <summary>A field once more, under the same name.</summary>
    private byte[] WithNameTwice(byte[] body)
    {
        var names = Texts(body).Where(place => place.IsName).ToArray();
        if (names.Length == 0)
            return body;
        var (start, end, _) = Pick(names);
        byte[] again = [(byte)'"', .. body.AsSpan(start, end - start), .. Encoding.UTF8.GetBytes($"\":\"{Pick(Values)}\",")];
        return [.. body.AsSpan(0, start - 1), .. again, .. body.AsSpan(start - 1)];
    }

    private byte[] WithNest(byte[] body, int depth)
    {
        var names = Texts(body).Where(place => place.IsName).ToArray();
        if (names.Length == 0)
            return body;
        var (start, _, _) = Pick(names);
        var deep = $"\"deep\":{new string('[', depth)}{new string(']', depth)},";
        return [.. body.AsSpan(0, start - 1), .. Encoding.UTF8.GetBytes(deep), .. body.AsSpan(start - 1)];
    }

    /// <summary>A word that nobody knows, another one every time.</summary>
    private byte[] WithInvented(byte[] body) => WithText(body, $"word{_dice.Next()}", _dice.Next(2) == 0);

    /// <summary>Where the texts of a JSON stand, without their quotes.</summary>
    private static List<(int Start, int End, bool IsName)> Texts(byte[] body)
    {
        var texts = new List<(int, int, bool)>();
        for (var at = 0; at < body.Length; at++)
        {
            if (body[at] != '"')
                continue;
            var start = ++at;
            while (at < body.Length && body[at] != '"')
                at += body[at] == '\\' ? 2 : 1;
            if (at >= body.Length)
                break;
            var next = at + 1;
            while (next < body.Length && body[next] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
                next++;
            texts.Add((start, at, next < body.Length && body[next] == ':'));
        }

        return texts;
    }
}
