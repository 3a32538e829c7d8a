using CommerceBot.Payments;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Commands;

public sealed class DeadLettersCommandTests : IClassFixture<TempFolder>
{
    private readonly string _folder;

    public DeadLettersCommandTests(TempFolder folder) => _folder = folder.Path;

    [LongFact]
    public async Task All_of_one_kind_are_tried_again_and_no_other()
    {
        using (var database = Database.Open(_folder))
        using (var session = database.OpenSession())
        {
            session.Run("""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1300)
                INSERT INTO outbox (seq, n, lane, kind, target, request, state, created, closed, reason)
                SELECT i, 0, 'facebook:1:' || i, CASE WHEN i % 2 THEN 'messenger' ELSE 'connector' END, 't', x'00', 2, 1, 1, 'limit' FROM n
                """);
            session.Run("""
                INSERT INTO inbox (seq, key, lane, kind, body, received, handled, closed, reason)
                VALUES (1, x'01', 'facebook:1:1', 0, x'00', 1, 2, 1, 'broken')
                """);
        }

        var said = await Run.OnAsync(_folder, "dead-letters", "replay", "--all", "--kind", "Messenger");
        Assert.True(said.Code == 0, said.ToString());
        Assert.Contains("650 are tried again when the shop starts", said.Out, StringComparison.Ordinal);
        Assert.Equal(650, Count("outbox WHERE state = 4 AND kind = 'messenger'"));
        Assert.Equal((650, 1), (Count("outbox WHERE state = 2"), Count("inbox WHERE handled = 2")));

        var none = await Run.OnAsync(_folder, "dead-letters", "replay", "--all", "--kind", "balloon");
        Assert.True(none.Code == 1, none.ToString());
        Assert.Contains("connector, Message", none.Errors, StringComparison.Ordinal);

        Assert.Equal(0, (await Run.OnAsync(_folder, "dead-letters", "replay", "in-1")).Code);
    }

    [LongTheory]
    [InlineData]
    [InlineData("--all")]
    [InlineData("--kind", "messenger")]
    [InlineData("--all", "--kind", "messenger", "out-1-0")]
    public async Task Who_does_not_say_which_is_asked(params string[] words)
    {
        var said = await Run.OnAsync(_folder, ["dead-letters", "replay", .. words]);
        Assert.True(said.Code == 1, said.ToString());
        Assert.Contains("Say which", said.Errors, StringComparison.Ordinal);
    }

    [LongFact]
    public async Task Calls_that_move_money_are_not_tried_again_by_the_dozen()
    {
        var said = await Run.OnAsync(_folder, "dead-letters", "replay", "--all", "--kind", PaymentCallKinds.Refund);
        Assert.True(said.Code == 1, said.ToString());
        Assert.Contains("are payments", said.Errors, StringComparison.Ordinal);
    }

    private int Count(string what)
    {
        using var database = Database.Open(_folder);
        using var session = database.OpenSession();
        var query = session[$"SELECT count(*) FROM {what}"];
        query.Step();
        var count = query.Int32(0);
        query.Reset();
        return count;
    }
}
