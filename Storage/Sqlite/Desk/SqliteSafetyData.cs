using CommerceBot.Catalog;
using CommerceBot.Desk.Goods;

namespace CommerceBot.Storage.Sqlite.Desk;

internal sealed class SqliteSafetyData(DeskReader reader, AuditedChanges changes) : ISafetyData
{
    private const string ProductOf = "SELECT product FROM variant WHERE sku = ?1";

    public Task<SafetySources?> FindAsync(Sku sku, CancellationToken cancellationToken) => reader.ReadAsync(
        session => NumberOf(session, sku) is { } number ? new SafetySources(Said(session, number, 0), Said(session, number, 1)) : null,
        cancellationToken);

    public Task<bool> TrySetAsync(Sku sku, SafetySheet own, string by, CancellationToken cancellationToken) => changes.TryAsync(
        session =>
        {
            if (NumberOf(session, sku) is not { } number || Said(session, number, 1).Says(own))
                return false;
            Forget(session, number);
            if (!own.InAny.IsEmpty)
                Add(session, number, "", own.InAny);
            foreach (var (language, text) in own.Warnings.Where(said => said.Value.Length > 0))
                Add(session, number, language.Code, ProductSafety.None with { Warnings = text });
            return true;
        }, by, "goods.safety", $"{sku}: {Detail(own)}");

    public Task<bool> TryForgetAsync(Sku sku, string by, CancellationToken cancellationToken) => changes.TryAsync(
        session => NumberOf(session, sku) is { } number && Forget(session, number) > 0, by, "goods.safety-of-feed", sku.Value);

    private static long? NumberOf(Session session, Sku sku)
    {
        var query = session[ProductOf].Bind(1, sku.Value);
        long? number = query.Step() ? query.Int64(0) : null;
        query.Reset();
        return number;
    }

    private static SafetySheet Said(Session session, long product, int own)
    {
        var query = session["""
            SELECT language, maker_name, maker_address, maker_contact, eu_name, eu_address, eu_contact, warnings
            FROM product_safety WHERE product = ?1 AND own = ?2
            """].Bind(1, product).Bind(2, own);
        var (inAny, warnings) = (ProductSafety.None, new Dictionary<Language, string>());
        while (query.Step())
            if (query.Text(0) is { Length: > 0 } language)
                warnings[new Language(language)] = query.Text(7);
            else
                inAny = new ProductSafety(
                    new SafetyContact(query.Text(1), query.Text(2), query.Text(3)),
                    new SafetyContact(query.Text(4), query.Text(5), query.Text(6)), query.Text(7));
        query.Reset();
        return new SafetySheet(inAny, warnings);
    }

    private static int Forget(Session session, long product) =>
        session["DELETE FROM product_safety WHERE product = ?1 AND own = 1"].Bind(1, product).Execute();

    private static void Add(Session session, long product, string language, ProductSafety said) => session["""
        INSERT INTO product_safety (product, language, own, maker_name, maker_address, maker_contact, eu_name, eu_address, eu_contact,
            warnings)
        VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """].Bind(1, product).Bind(2, language).Bind(3, said.Maker.Name).Bind(4, said.Maker.Address).Bind(5, said.Maker.Electronic)
        .Bind(6, said.ResponsibleInEu.Name).Bind(7, said.ResponsibleInEu.Address).Bind(8, said.ResponsibleInEu.Electronic)
        .Bind(9, said.Warnings).Execute();

    /// <summary>For the audit: all that is said, so that what stood there before can be read in the line before.</summary>
    private static string Detail(SafetySheet own) => string.Join(
        " | ",
        new[] { own.InAny.Maker.Line, own.InAny.ResponsibleInEu.Line, own.InAny.Warnings }
            .Concat(own.Warnings.OrderBy(said => said.Key.Code, StringComparer.Ordinal).Select(said => said.Value))
            .Where(part => part.Length > 0).DefaultIfEmpty("-"));
}
