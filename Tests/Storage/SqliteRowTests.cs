using System.Text;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Contracts;
using CommerceBot.Tests.Orders;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Storage;

/// <summary>What only a look at the file itself can tell.</summary>
public sealed class SqliteRowTests : IAsyncLifetime
{
    private static readonly CancellationToken Now = CancellationToken.None;

    private SqliteStoreFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await SqliteStoreFixture.OpenSqliteAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_row_that_cannot_be_opened_comes_empty_and_keeps_nobody_waiting()
    {
        await _fixture.AppendAsync("m1");
        await _fixture.AppendAsync("m2", text: "intatta");
        using (var session = _fixture.Database.OpenSession())
            session.Run("UPDATE inbox SET body = x'00' WHERE seq = 1");
        await _fixture.ReopenAsync();

        Assert.Equal([0, 2], _fixture.Seen.Arrivals.Select(row => row.Body.IsEmpty ? 0 : row.Seq));
    }

    [Fact]
    public async Task A_payment_is_found_by_every_id_that_Stripe_gave_it()
    {
        var order = Some.Order();
        await using (var turn = await _fixture.BeginAsync())
        {
            turn.Orders.Save(order);
            turn.Payments.Save(PaymentLedger.Empty(order.Id) with
            {
                Attempts = [new PaymentAttempt(1, Some.Noon, Some.Noon, "cs_1", null)],
                Facts = [new PaymentFact(PaymentFactKind.Succeeded, "pi_1", 1, order.Total, Some.Noon, "ch_1", null)],
            });
            Assert.Equal(CommitResult.Committed, await turn.CommitAsync());
        }

        var index = new SqlitePaymentIndex(_fixture.Database);
        foreach (var reference in (string[])["cs_1", "pi_1", "ch_1"])
            Assert.Equal(new OrderPlace(order.Id, order.Lane), await index.FindAsync([reference], null, Now));
        Assert.Equal(order.Id, (await index.FindAsync(["cs_other"], order.Id.Value, Now))!.Order);
        Assert.Null(await index.FindAsync(["cs_other"], "nobody", Now));
        Assert.True(index.IsOurs($"{_fixture.Store.DatabaseId}-7"));
        Assert.False(index.IsOurs(order.Id.Value));
    }

    [Fact]
    public async Task Nothing_that_a_person_wrote_or_is_lies_in_the_file_as_it_is()
    {
        string[] personal =
        [
            "marmellata",
            "Bianchi",
            "anna@example.com",
            "+393331234567",
            "Via Roma 1",
            "segretissimo",
            "https://reply.example",
        ];
        var row = await _fixture.AppendAsync("m1", text: "vorrei marmellata, Bianchi");
        await _fixture.Inbox.AppendAsync(
            [
                StoreFixture.Arrival("m2", "facebook:1:b") with
                {
                    Reference = StoreFixture.Reference("facebook:1:b", "https://reply.example"),
                },
            ],
            Now);
        await using (var turn = await _fixture.BeginAsync(row))
        {
            turn.Orders.Save(Some.Order());
            turn.Orders.Save(CheckoutDraft.Empty(Some.Anna) with { Answers = Answers.None.With(Question.Email, "anna@example.com") });
            await turn.State.WriteAsync(new Dictionary<string, object> { ["k"] = new StateDocument("\"segretissimo\""u8.ToArray(), "*") });
            turn.Work.Record(
                new OutgoingCall(turn.Work.NewId(), "POST", "me/messages", Encoding.UTF8.GetBytes("Ciao Bianchi, segretissimo")));
            turn.Work.Respond(200, Encoding.UTF8.GetBytes("segretissimo"));
            turn.Work.Set("t", _fixture.Time.GetUtcNow(), new Activity { Type = ActivityTypes.Event, Text = "segretissimo" });
            Assert.Equal(CommitResult.Committed, await turn.CommitAsync());
        }

        await _fixture.Store.MoveDueTimersAsync(_fixture.Time.GetUtcNow(), TimeSpan.Zero, Now);
        var files = Directory.GetFiles(_fixture.Folder, "commercebot.db*");
        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var bytes = Encoding.Latin1.GetString(Bytes(file));
            Assert.All(
                personal,
                word =>
                    Assert.DoesNotContain(
                        Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(word)), bytes, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_handled_row_keeps_its_key_and_not_its_words()
    {
        await using (var turn = await _fixture.BeginAsync())
            await turn.CommitAsync();
        using var session = _fixture.Database.OpenSession();
        var query = session["SELECT body, handled FROM inbox"];

        Assert.True(query.Step());
        Assert.True(query.IsNull(0));
        Assert.Equal(1, query.Int32(1));
        query.Reset();
    }

    [Fact]
    public async Task What_is_acknowledged_is_synced()
    {
        await _fixture.AppendAsync("m1");
        using var session = _fixture.Database.OpenSession();
        Assert.Equal((2, "wal"), (Ask("PRAGMA synchronous").Int32(0), Ask("PRAGMA journal_mode").Text(0)));

        PreparedStatement Ask(string pragma)
        {
            var query = session[pragma];
            query.Step();
            return query;
        }
    }

    [Fact]
    public void Migrations_are_applied_once_and_by_two_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("migrations-").FullName;
        var opened = new Database[4];
        Parallel.For(0, opened.Length, i => opened[i] = Database.Open(folder));

        Assert.Single(opened.Select(database => database.Id).Distinct());
        foreach (var database in opened)
            database.Dispose();
        Folders.Delete(folder);
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
