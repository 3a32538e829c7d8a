using CommerceBot.Tests.Contracts;

namespace CommerceBot.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract
{
    private protected override Task<StoreHouse> OpenAsync() => SqliteStoreHouse.OpenAsync();
}
