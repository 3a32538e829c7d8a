namespace CommerceBot.Orders;

/// <summary>Name and street out of the pieces that stand around the city.</summary>
internal sealed record AddressHouse(string? Name, string? Street, List<string> Rest)
{
    public static AddressHouse Of(List<string> head, List<string> tail)
    {
        var pieces = Parted(head);
        var street = pieces.FindIndex(StreetWords.Named);
        if (street < 0)
            street = pieces.FindIndex(StreetWords.IsStreet);
        if (street < 0)
            return new AddressHouse(null, null, [.. pieces, .. tail]);

        var (first, last) = (street, street);
        while (first > 0 && StreetWords.IsPart(pieces[first - 1]))
            first--;
        while (last + 1 < pieces.Count && (StreetWords.IsPart(pieces[last + 1]) || StreetWords.IsNumber(pieces[last + 1])))
            last++;
        var parts = tail.Where(StreetWords.IsPart).ToList();
        var name = first > 0 && StreetWords.IsName(pieces[0]) ? pieces[0] : null;
        List<string> rest = [.. pieces[..first].Skip(name is null ? 0 : 1), .. pieces[(last + 1)..], .. tail.Where(piece => !parts.Contains(piece))];
        return new AddressHouse(name, Joined([.. pieces[first..(last + 1)], .. parts]), rest);
    }

    /// <summary>"Mario Rossi via dei Mille 4" is a name and a street.</summary>
    private static List<string> Parted(List<string> head)
    {
        List<string> pieces = [];
        foreach (var piece in head)
            if (StreetWords.Start(piece) is > 0 and var start && StreetWords.IsName(piece[..start].Trim()))
                pieces.AddRange([piece[..start].Trim(), piece[start..].Trim()]);
            else
                pieces.Add(piece);
        return pieces;
    }

    /// <summary>Parts behind commas, a number by itself right behind its street.</summary>
    private static string Joined(List<string> pieces) => pieces.Skip(1).Aggregate(pieces[0], (street, piece) =>
        street + (StreetWords.IsNumber(piece) && !AddressPieces.HasDigit(street) ? " " : ", ") + piece);
}
