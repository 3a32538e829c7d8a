using System.Globalization;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>The rates of VAT that this shop's goods have, by class.</summary>
public sealed class VatRates
{
    private readonly OrderedDictionary<VatClass, VatRate> _rates;

    /// <param name="standard">Of all goods of which nobody said otherwise.</param>
    /// <param name="others">Of other classes; what is not in here has none, but for zero, which is nothing.</param>
    public VatRates(VatRate standard, IReadOnlyDictionary<VatClass, VatRate>? others = null)
    {
        _rates = new() { [VatClass.Standard] = standard };
        foreach (var vatClass in VatClasses.Words.Keys.Where(vatClass => vatClass is not (VatClass.Standard or VatClass.Zero)))
            if (others is not null && others.TryGetValue(vatClass, out var rate))
                _rates[vatClass] = rate;
        _rates[VatClass.Zero] = new VatRate(0);
    }

    /// <summary>Of all goods of which nobody said otherwise.</summary>
    public VatRate Standard => _rates[VatClass.Standard];

    /// <summary>The classes that have a rate, standard first.</summary>
    public IReadOnlyCollection<VatClass> Classes => _rates.Keys;

    /// <summary>The rate of a class; null when the shop has none for it.</summary>
    public VatRate? Find(VatClass vatClass) => _rates.TryGetValue(vatClass, out var rate) ? rate : null;

    /// <summary>The rates that goods of the shop may have, for its answers: "22 %", or "22 %, 10 %" where it set more.</summary>
    public override string ToString() => string.Join(
        ", ", _rates.Where(rate => rate.Key != VatClass.Zero).Select(rate => rate.Value.ToString()).Distinct());
}
