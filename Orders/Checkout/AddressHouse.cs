namespace CommerceBot.Orders;

/// <summary>Name and street out of the pieces that stand around the city.</summary>
internal sealed record AddressHouse(string? Name, string? Street, List<string> Rest)
{
    public static AddressHouse Of(List<string> head, List<string> tail)
    {
        List<string> aside = [];
        var pieces = Parted(head, aside);
        var street = pieces.FindIndex(StreetWords.Named);
        if (street < 0)
            street = pieces.FindIndex(StreetWords.IsStreet);
        if (street < 0)
            return new AddressHouse(null, null, [.. aside, .. pieces, .. tail]);

        var (first, last) = (street, street);
        while (first > 0 && (StreetWords.IsPart(pieces[first - 1]) || StreetWords.IsNumber(pieces[first - 1])))
            first--;
        while (last + 1 < pieces.Count && (StreetWords.IsPart(pieces[last + 1]) || StreetWords.IsNumber(pieces[last + 1])))
            last++;
        var parts = tail.Where(StreetWords.IsPart).ToList();
        var name = first > 0 ? StreetWords.NameIn(pieces[0]).Name : null;
        List<string> rest = [.. aside, .. pieces[..first].Skip(name is null ? 0 : 1), .. pieces[(last + 1)..],
            .. tail.Where(piece => !parts.Contains(piece))];
        return new AddressHouse(name, Joined([.. pieces[first..(last + 1)], .. parts]), rest);
    }

    /// <summary>"Mario Rossi via dei Mille 4" is a name and a street; "abito in via Roma 1" is a street and words to put aside.</summary>
    private static List<string> Parted(List<string> head, List<string> aside)
    {
        List<string> pieces = [];
        foreach (var piece in head)
        {
            var start = StreetWords.Start(piece);
            var before = start > 0 ? piece[..start].Trim() : "";
            if (before.Length == 0 || AddressPieces.HasDigit(before) || StreetWords.Named(before) || StreetWords.IsPart(before))
            {
                pieces.Add(piece);
                continue;
            }

            var (name, other) = StreetWords.NameIn(before);
            if (name is not null)
                pieces.Add(name);
            if (other is not null)
                aside.Add(other);
            pieces.Add(piece[start..].Trim());
        }

        return pieces;
    }

    /// <summary>Parts behind commas, a number by itself right behind its street.</summary>
    private static string Joined(List<string> pieces) => pieces.Skip(1).Aggregate(pieces[0], (street, piece) =>
        street + (StreetWords.IsNumber(piece) && !AddressPieces.HasDigit(street) ? " " : ", ") + piece);
}
