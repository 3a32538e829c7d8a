namespace CommerceBot.Runtime.Redaction;

/// <summary>One text that is searched, and how many steps that took: a test holds them to a straight line over the length.</summary>
internal sealed class CardScan(string text, CardDigit[] digits, CardSteps? steps)
{
    public string Text => text;

    public CardDigit[] Digits => digits;

    public static CardScan Of(string text, CardSteps? steps, bool decoded = false)
    {
        steps?.Add(text.Length);
        return new CardScan(text, CardDigits.Read(text, decoded), steps);
    }

    public void Count(int looks) => steps?.Add(looks);
}

/// <summary>Signs and digits that a search looked at, each time it did.</summary>
internal sealed class CardSteps
{
    public long Taken { get; private set; }

    public void Add(int looks) => Taken += looks;
}

/// <summary>Where a text comes from, which decides what a row of digits in it may be.</summary>
internal enum CardPlace : byte
{
    /// <summary>Typed by a person, or nobody knows by whom.</summary>
    Typed,

    /// <summary>What a button or a link of the shop's carries: digits in one piece beside other signs are an id of the shop's.</summary>
    Payload,

    /// <summary>A field for ids: digits in one piece are one; in groups, as people write a card, they are not.</summary>
    Token,

    /// <summary>A field that the channel fills, and nobody can type into: never touched.</summary>
    Id,
}
