using CommerceBot.Orders;

namespace CommerceBot.Dialogs;

/// <summary>What was wrong with an answer, in words.</summary>
internal static class CheckoutFaults
{
    public static string Text(CheckoutDraftChange.Refused refused, ShopTurn turn) => turn.Texts.Get(
        $"fault.{refused.Fault}",
        ("example", refused switch
        {
            // The rule names countries by their codes.
            { Fault: EntryFault.NotDeliveredThere or EntryFault.AmbiguousCountry, Example: { } codes } => string.Join(
                ", ", codes.Split(' ').Select(code => CountryNames.Show(new Country(code), turn.Language))),
            _ => refused.Example ?? "",
        }));
}
