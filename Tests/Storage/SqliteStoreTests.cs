using CommerceBot.Tests.Contracts;

namespace CommerceBot.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract
{
    private protected override Task<StoreFixture> OpenAsync() => SqliteStoreFixture.OpenAsync();
}
