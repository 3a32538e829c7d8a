using PhoneNumbers;

namespace CommerceBot.Orders;

/// <summary>A number that can be rung, in E.164; one without a prefix is read in the shopper's country.</summary>
internal static class PhoneRule
{
    public static Entry Read(string tidy, Country home)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(tidy, home.Code);
            return numbers.IsValidNumber(number) ? Entry.Right(numbers.Format(number, PhoneNumberFormat.E164)) : Wrong(numbers, home);
        }
        catch (NumberParseException)
        {
            return Wrong(numbers, home);
        }
    }

    private static Entry Wrong(PhoneNumberUtil numbers, Country home) =>
        Entry.Wrong(EntryFault.NotAPhone, numbers.GetExampleNumberForType(home.Code, PhoneNumberType.MOBILE) is { } example
            ? numbers.Format(example, PhoneNumberFormat.INTERNATIONAL)
            : null);
}
