using System.Security.Cryptography;
using System.Text;
using CommerceBot.Orders;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Flows.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What the shop keeps of a shopper: told, and erased, in the chat.</summary>
public sealed class PrivacyFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task Who_asks_for_their_data_gets_all_of_it_in_words_and_as_json()
    {
        await shop.PlayAsync(Shopping.Orders("anna", "Pesto") + "pays: success\nbot: RECEIPT");
        await shop.PlayAsync("""
            anna says: voglio sapere quali dati avete su di me
            bot later: una copia di quello che conserviamo di te
            bot offers: Ricevi una copia | Cancella i miei dati
            anna taps: Ricevi una copia
            bot: quello che conserviamo di te * E-mail: anna@example.com * Ordine * Pagato * Anna Bianchi, anna@example.com
            bot: "answers" * anna@example.com * "orders" * Via Roma 1
            """);
    }

    [Fact]
    public async Task Erasing_leaves_no_trace_of_a_shopper_who_never_ordered()
    {
        await shop.PlayAsync("""
            zelda enters: Zelda Quattrocchi, it_IT
            zelda starts
            bot: Ciao Zelda
            zelda says: pesto
            zelda taps: Compra ora on Pesto
            zelda says: zelda.quattrocchi@example.com
            zelda says: Zelda Quattrocchi
            zelda says: annulla
            zelda says: padella
            zelda taps: Dettagli on Padella
            zelda taps: Metti nel carrello on Padella
            """);
        Assert.NotEmpty(TracesOf("zelda"));
        await shop.PlayAsync("""
            zelda says: cancellate i miei dati
            bot later: una copia di quello che conserviamo di te
            zelda taps: Cancella i miei dati
            bot: Non si può tornare indietro
            zelda taps: Sì, cancella
            bot: ho cancellato tutto quello che avevamo di te
            """);
        Assert.Empty(TracesOf("zelda"));
        await shop.PlayAsync("""
            pass 5 min
            zelda says: carrello
            bot: assistente automatico
            bot: Il carrello è vuoto
            """);
    }

    [Fact]
    public async Task In_english_what_must_be_kept_is_told_and_kept_and_an_unpaid_order_is_ended_first()
    {
        await shop.PlayAsync(Shopping.Orders("bob", "Pesto") + """
            bob says: in english
            bob forges: shop1/erased
            bot: pay or cancel it first
            pays: success
            bot: RECEIPT
            bob forges: shop1/erase
            bot: 1 order stays * 10 years
            bob taps: Yes, erase
            bot: Your orders stay for 10 years
            """);
        Assert.Equal(OrderState.Paid, shop.Merchant.OrderOf("bob@example.com").State);
    }

    /// <summary>Every encrypted value of every table that holds the words, decrypted; orders apart.</summary>
    private List<string> TracesOf(string word)
    {
        using var session = shop.Now.Services.GetRequiredService<Database>().OpenSession();
        var encryptor = shop.Now.Services.GetRequiredService<FieldEncryptor>();
        var traces = new List<string>();
        foreach (var table in (string[])["state", "cart", "draft", "inbox", "outbox", "unclear_utterance"])
        {
            var columns = session.Connection.Query<string>($"SELECT name FROM pragma_table_info('{table}') WHERE type = 'BLOB'").ToList();
            foreach (var column in columns)
                foreach (var value in session.Connection.Query<byte[]>($"SELECT {column} FROM {table} WHERE length({column}) > 28"))
                    if (Text(encryptor, value).Contains(word, StringComparison.OrdinalIgnoreCase))
                        traces.Add($"{table}.{column}");
        }

        return traces;
    }

    private static string Text(FieldEncryptor encryptor, byte[] value)
    {
        try
        {
            return Encoding.UTF8.GetString(encryptor.Decrypt(value));
        }
        catch (Exception unread) when (unread is CryptographicException or InvalidDataException or ArgumentException)
        {
            return Encoding.UTF8.GetString(value);
        }
    }
}
