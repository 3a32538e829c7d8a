using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Recognition;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

/// <summary>
/// Numbers as people write them, in Samples/numbers.txt: parts, great numbers, abbreviations, other digits, positions, and
/// what is no number though it looks like one.
/// </summary>
public class NumberKindTests
{
    /// <summary>A third has more decimals than anybody writes down.</summary>
    private const int Decimals = 12;

    public static TheoryData<string, string, string> Samples()
    {
        var samples = new TheoryData<string, string, string>();
        var file = Path.Combine(AppContext.BaseDirectory, "Samples", "numbers.txt");
        foreach (var line in File.ReadLines(file).Where(line => !line.StartsWith('#')))
        {
            var parts = line.Split('|');
            samples.Add(parts[0], parts[1], parts[2]);
        }
        return samples;
    }

    [Theory, MemberData(nameof(Samples))]
    public void What_people_write_has_its_numbers(string kind, string said, string values) =>
        Assert.Equal(values, string.Join(';', Found(kind, said).Select(number => Written(number.Value))));

    [Fact]
    public void Every_number_below_a_million_is_read_in_words()
    {
        foreach (var number in Enumerable.Range(0, 2100).Concat(Enumerable.Range(0, 1000).Select(i => (i * 997) + 2_345)))
        {
            Assert.Equal(number, Assert.Single(Numbers.In(NumberNames.Italian(number), SpokenLanguage.Italian)).Value);
            Assert.Equal(number, Assert.Single(Numbers.In(NumberNames.English(number), SpokenLanguage.English)).Value);
        }
    }

    [Fact]
    public void Every_position_up_to_a_hundred_and_one_is_read_in_words_and_digits()
    {
        for (var position = 1; position <= 101; position++)
        {
            string[] forms =
            [
                NumberNames.ItalianOrdinal(position), NumberNames.EnglishOrdinal(position),
                $"{position}°", $"{position}ª", $"the {position}th", $"{position}esimo",
            ];
            Assert.All(forms, form => Assert.Equal([position], Ordinals.In(form, 200).Select(found => found.Value)));
        }
    }

    private static List<FoundNumber> Found(string kind, string said) => kind switch
    {
        "position" => Ordinals.In(said, 100),
        "it" => Numbers.In(said, SpokenLanguage.Italian),
        "en" => Numbers.In(said, SpokenLanguage.English),
        _ => throw new InvalidDataException($"Samples/numbers.txt has a line of kind '{kind}': it, en and position are known."),
    };

    private static string Written(decimal value) => decimal.Round(value, Decimals).ToString("0.############", CultureInfo.InvariantCulture);
}
