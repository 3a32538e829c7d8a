using System.Text.Json.Serialization;

namespace CommerceBot.Orders;

/// <summary>Checked answers; what is null was not answered.</summary>
/// <param name="Phone">In E.164.</param>
public sealed record Answers(
    string? Email,
    string? Phone,
    string? Name,
    Country? Country,
    string? Postcode,
    string? City,
    string? Street,
    DeliveryMethodId? Delivery)
{
    /// <summary>Nothing answered.</summary>
    public static Answers None { get; } = new(null, null, null, null, null, null, null, null);

    /// <summary>
    /// In Italy a province's two letters, elsewhere a county or state; null when unknown. Found from town and postcode, or said.
    /// </summary>
    public string? Province { get; init; }

    /// <summary>A line for the courier, of 200 signs at most; null when there is none.</summary>
    public string? CourierNote { get; init; }

    /// <summary>A phone number without a prefix that came before any country: read again when the country is known.</summary>
    public string? PhoneBeforeCountry { get; init; }

    /// <summary>What the address is for delivery, VAT and customs; null until the country is known.</summary>
    [JsonIgnore]
    public Territory? Territory => Country is { } country ? Orders.Territory.Of(country, Postcode, City) : null;

    /// <summary>Whether the question is answered.</summary>
    public bool Has(Question question) => this[question] is not null;

    /// <summary>Whether an order needs this question answered: a province only where town and postcode leave more than one.</summary>
    public bool Needs(Question question) => question switch
    {
        Question.Province => PossibleProvinces.Count > 1,
        Question.CourierNote => false,
        _ => true,
    };

    /// <summary>The Italian provinces that town and postcode leave open; none elsewhere, and while either is unknown.</summary>
    [JsonIgnore]
    public IReadOnlyList<Province> PossibleProvinces => (Country?.Code, Postcode, City) is ("IT", { } postcode, { } city)
        ? ItalianPlaces.PossibleProvinces(city, postcode)
        : [];

    /// <summary>The answer as text; null when there is none.</summary>
    public string? this[Question question] => question switch
    {
        Question.Email => Email,
        Question.Phone => Phone,
        Question.Name => Name,
        Question.Country => Country?.Code,
        Question.Postcode => Postcode,
        Question.City => City,
        Question.Street => Street,
        Question.DeliveryMethod => Delivery?.Value,
        Question.Province => Province,
        Question.CourierNote => CourierNote,
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "No such question."),
    };

    /// <summary>The same answers with one checked answer put in, or taken out by null.</summary>
    internal Answers With(Question question, string? answer) => question switch
    {
        Question.Email => this with { Email = answer },
        Question.Phone => this with { Phone = answer },
        Question.Name => this with { Name = answer },
        Question.Country => this with { Country = answer is null ? null : new Country(answer) },
        Question.Postcode => this with { Postcode = answer },
        Question.City => this with { City = answer },
        Question.Street => this with { Street = answer },
        Question.DeliveryMethod => this with { Delivery = answer is null ? null : new DeliveryMethodId(answer) },
        Question.Province => this with { Province = answer },
        Question.CourierNote => this with { CourierNote = answer },
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "No such question."),
    };

    /// <summary>Who is asked; null until e-mail, phone and name are known.</summary>
    public Contact? AsContact() => (Email, Phone, Name) is ({ } email, { } phone, { } name) ? new Contact(email, phone, name) : null;

    /// <summary>Where it goes; null until all of it is known.</summary>
    public Address? AsAddress() => (Name, Street, Postcode, City, Country) is ({ } name, { } street, { } postcode, { } city, { } country)
        ? new Address(name, street, postcode, city, country) { Province = Province, CourierNote = CourierNote }
        : null;
}
