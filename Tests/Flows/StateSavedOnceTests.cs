using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Flows.Support;
using Dapper;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>A turn writes what a conversation remembers once, when it is over.</summary>
public sealed class StateSavedOnceTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task No_turn_of_a_whole_purchase_saves_a_conversation_twice()
    {
        using var session = shop.Now.Get<Database>().OpenSession();
        session.Connection.Execute("""
            CREATE TABLE saved (version INTEGER NOT NULL);
            CREATE TRIGGER saved_first AFTER INSERT ON state BEGIN INSERT INTO saved VALUES (NEW.version); END;
            CREATE TRIGGER saved_again AFTER UPDATE ON state BEGIN INSERT INTO saved VALUES (NEW.version); END;
            """);
        await shop.PlayAsync(Shopping.Orders("anna", "Cappuccino") + """
            pays: success
            bot: RECEIPT
            anna says: i miei ordini
            """);

        // A version is its turn's row above 16 bits of how often that turn wrote the state.
        var saves = session.Connection.Query<long>("SELECT version FROM saved").ToList();
        Assert.InRange(saves.Count, 10, 60);
        Assert.All(saves, version => Assert.Equal(1, version & 0xFFFF));
        Assert.Distinct(saves);
    }
}
