namespace CommerceBot.Orders;

/// <summary>What is wrong with an answer.</summary>
public enum EntryFault
{
    /// <summary>Nothing: the answer was taken.</summary>
    None,

    /// <summary>Nothing but blanks.</summary>
    Empty,

    /// <summary>More signs than the rule of the question takes.</summary>
    TooLong,

    /// <summary>No address, or one without a whole domain.</summary>
    NotAnEmail,

    /// <summary>No phone number of the answered country, or of the shop's while none is answered.</summary>
    NotAPhone,

    /// <summary>One sign, a link, or no letter at all.</summary>
    NotAName,

    /// <summary>No country is called so.</summary>
    UnknownCountry,

    /// <summary>A country or a part of one that no delivery method serves; the example is its code.</summary>
    NotDeliveredThere,

    /// <summary>Not in the form of the country's postcodes.</summary>
    NotAPostcode,

    /// <summary>A link, or no letter at all.</summary>
    NotACity,

    /// <summary>One or two signs, a number alone, or a link.</summary>
    NotAStreet,

    /// <summary>No such delivery method, or one that does not serve the country.</summary>
    UnknownDelivery,

    /// <summary>A number that no courier can call: premium, shared cost, toll-free, a voicemail or a pager.</summary>
    PhoneIsAService,

    /// <summary>Letters before the @ that mail servers do not all carry (RFC 6531).</summary>
    EmailNotAscii,

    /// <summary>The name of more than one country; the example holds their codes, with a blank between.</summary>
    AmbiguousCountry,

    /// <summary>The shopper asked something in place of answering.</summary>
    IsAQuestion,

    /// <summary>An e-mail address where a name or a place was asked.</summary>
    IsAnEmail,

    /// <summary>A phone number where a name or a place was asked.</summary>
    IsAPhone,

    /// <summary>No Italian province; the example is the town's, where it is known.</summary>
    NotAProvince,

    /// <summary>A link, or a text without a letter or digit.</summary>
    NotANote,
}

/// <summary>What makes an answer doubtful: it may be right, and is taken when the shopper says it again.</summary>
public enum EntryDoubt
{
    /// <summary>Nothing: the answer is taken at once.</summary>
    None,

    /// <summary>An Italian mobile number with one digit too few.</summary>
    PhoneLength,

    /// <summary>A domain that is one slip from a well-known one; the suggestion is the whole address.</summary>
    EmailTypo,

    /// <summary>The postcode is of another city than the one answered; the suggestion holds that city's postcodes.</summary>
    PostcodeOfAnotherCity,

    /// <summary>The city is not where the postcode is; the suggestion is the city of the postcode or the postcodes of the city.</summary>
    CityOfAnotherPostcode,

    /// <summary>The province is not where the postcode is.</summary>
    ProvinceOfAnotherPostcode,

    /// <summary>A street without a house number.</summary>
    NoHouseNumber,

    /// <summary>The city, said again where the street was asked.</summary>
    StreetIsTheCity,

    /// <summary>A name with a number in it.</summary>
    NameWithNumber,
}

/// <summary>An answer after the check: its one way of being written, perhaps with a doubt, or what is wrong with it.</summary>
/// <param name="Example">What a right answer looks like; beside a doubt, what may have been meant.</param>
internal readonly record struct Entry(string? Value, EntryFault Fault, string? Example, EntryDoubt Doubt = EntryDoubt.None)
{
    public static Entry Right(string value) => new(value, EntryFault.None, null);

    public static Entry Wrong(EntryFault fault, string? example = null) => new(null, fault, example);

    public static Entry Doubtful(string value, EntryDoubt doubt, string? suggestion = null) =>
        new(value, EntryFault.None, suggestion, doubt);
}
