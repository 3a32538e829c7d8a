using System.Text.Json.Serialization;

namespace CommerceBot.Orders;

/// <summary>
/// What was found in an address that came in one message; what was not sure is null or stands in <paramref name="Rest"/>.
/// </summary>
/// <param name="Postcode">In its country's form.</param>
/// <param name="Province">In Italy two letters; elsewhere a state as it was written.</param>
/// <param name="Country">Said, or plain from postcode, town and province; null when it was neither.</param>
/// <param name="Rest">Everything that found no place, with commas between.</param>
public sealed record ParsedAddress(string? Name, string? Street, string? Postcode, string? City, string? Province, Country? Country,
    string? Rest)
{
    /// <summary>Whether enough was found to be shown and confirmed: a street, and a postcode or a city.</summary>
    [JsonIgnore]
    public bool IsAddress => Street is not null && (Postcode is not null || City is not null);

    /// <summary>What was found, in the order in which it is answered: the country decides how a postcode is read.</summary>
    [JsonIgnore]
    public IEnumerable<(Question Question, string Text)> Fields =>
        from found in (IEnumerable<(Question Question, string? Text)>)
        [
            (Question.Name, Name), (Question.Country, Country?.Code), (Question.Postcode, Postcode), (Question.City, City),
            (Question.Province, Province), (Question.Street, Street),
        ]
        where found.Text is not null
        select (found.Question, found.Text);
}
