using System.Text;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Builder;

public sealed class BotStateTests
{
    private readonly MemoryStorage _storage = new();
    private readonly ConversationState _state;

    public BotStateTests() => _state = new ConversationState(_storage);

    [Fact]
    public async Task A_hundred_turns_at_once_lose_no_count_without_saying_so()
    {
        var count = _state.CreateProperty<int>("count");
        var conflicts = 0;
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () =>
        {
            for (var done = false; !done;)
            {
                using var turn = Turns.Open();
                await count.SetAsync(turn, await count.GetAsync(turn) + 1);
                await Task.Yield();
                try
                {
                    await _state.SaveChangesAsync(turn);
                    done = true;
                }
                catch (StateConflictException)
                {
                    Interlocked.Increment(ref conflicts);
                }
            }
        })));
        using var last = Turns.Open();
        Assert.Equal(100, await count.GetAsync(last));
    }

    [Fact]
    public async Task Two_turns_that_read_the_same_state_cannot_both_save_it()
    {
        var name = _state.CreateProperty<string>("name");
        using var first = Turns.Open();
        using var second = Turns.Open();
        await name.SetAsync(first, "Ada");
        await name.SetAsync(second, "Bob");
        await _state.SaveChangesAsync(first);
        var conflict = await Assert.ThrowsAsync<StateConflictException>(() => _state.SaveChangesAsync(second));
        Assert.Equal("test/conversations/c1", conflict.Key);
    }

    [Fact]
    public async Task One_turn_may_save_as_often_as_it_likes()
    {
        var name = _state.CreateProperty<string>("name");
        using var turn = Turns.Open();
        foreach (var value in new[] { "Ada", "Bob", "Cy" })
        {
            await name.SetAsync(turn, value);
            await _state.SaveChangesAsync(turn);
        }

        Assert.Equal("Cy", await Read(name));
    }

    [Fact]
    public async Task A_state_deleted_under_a_turn_is_a_conflict()
    {
        var name = _state.CreateProperty<string>("name");
        await Write(name, "Ada");
        using var slow = Turns.Open();
        await name.SetAsync(slow, "Bob");
        using var other = Turns.Open();
        await _state.DeleteAsync(other);
        await Assert.ThrowsAsync<StateConflictException>(() => _state.SaveChangesAsync(slow));
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_changed()
    {
        var counting = new CountingStorage();
        var state = new ConversationState(counting);
        var cart = state.CreateProperty<Cart>("cart");
        using (var turn = Turns.Open())
        {
            await state.SaveChangesAsync(turn);
            Assert.Equal(0, counting.Writes);
            await cart.SetAsync(turn, new Cart { Owner = "Ada" });
            await state.SaveChangesAsync(turn);
            await state.SaveChangesAsync(turn);
            Assert.Equal(1, counting.Writes);
        }

        using var next = Turns.Open();
        var read = await cart.GetAsync(next);
        Assert.False(state.GetCachedState(next)!.IsChanged());
        await state.SaveChangesAsync(next);
        Assert.Equal(1, counting.Writes);
        await state.SaveChangesAsync(next, force: true);
        Assert.Equal(2, counting.Writes);
        read.Items.Add("socks");
        Assert.True(state.GetCachedState(next)!.IsChanged());
        await state.SaveChangesAsync(next);
        Assert.Equal(3, counting.Writes);
    }

    [Fact]
    public async Task A_value_asked_for_twice_in_a_turn_is_the_same_object()
    {
        var cart = _state.CreateProperty<Cart>("cart");
        await Write(cart, new Cart { Owner = "Ada" });
        using var turn = Turns.Open();
        Assert.Same(await cart.GetAsync(turn), await cart.GetAsync(turn));
    }

    [Fact]
    public async Task What_is_missing_is_made_by_the_factory_or_is_default()
    {
        using var turn = Turns.Open();
        Assert.Equal(0, await _state.CreateProperty<int>("n").GetAsync(turn));
        Assert.Null(await _state.CreateProperty<Cart>("c").GetAsync(turn));
        Assert.Equal(7, await _state.CreateProperty<int>("m").GetAsync(turn, () => 7));
        await _state.SaveChangesAsync(turn);
        Assert.Equal(7, await Read(_state.CreateProperty<int>("m")));
    }

    [Fact]
    public async Task A_property_that_nobody_asks_for_is_written_back_as_it_was()
    {
        const string untouched = """{ "odd" : [1,  2.50, "\u00e9"] }""";
        var key = "test/conversations/c1";
        await _storage.WriteAsync(
            new Dictionary<string, object> { [key] = new StateDocument(Encoding.UTF8.GetBytes($$"""{"old":{{untouched}},"n":1}""")) },
            default);
        await Write(_state.CreateProperty<int>("n"), 2);
        var stored = (StateDocument)(await _storage.ReadAsync([key], default))[key];
        Assert.Equal($$"""{"old":{{untouched}},"n":2}""", Encoding.UTF8.GetString(stored.Utf8Json.Span));
    }

    [Fact]
    public async Task Lists_do_not_grow_however_they_start()
    {
        var cart = _state.CreateProperty<Cart>("cart");
        for (var turns = 0; turns < 5; turns++)
        {
            using var turn = Turns.Open();
            await cart.GetAsync(turn, () => new Cart());
            await _state.SaveChangesAsync(turn, force: true);
        }

        var read = await Read(cart);
        Assert.Equal(["welcome gift", "leaflet"], read.Items);
        Assert.Equal(["kept"], read.Fixed);
        Assert.Single(read.Prices);
    }

    [Fact]
    public async Task A_type_named_by_a_user_is_only_text()
    {
        Weapon.Fired = 0;
        var evil = $$$"""{"$type":"{{{typeof(Weapon).AssemblyQualifiedName}}}","$is":"activity","$as":{"type":"message"},"Aim":"you"}""";
        using (var turn = Turns.Open())
        {
            var values = await _state
                .CreateProperty<IDictionary<string, object>>("values")
                .GetAsync(turn, () => new Dictionary<string, object>());
            values["json"] = JsonDocument.Parse(evil).RootElement;
            values["map"] = new Dictionary<string, object>
            {
                ["$is"] = "activity",
                ["$as"] = new Dictionary<string, object> { ["$type"] = "x" },
                ["$$is"] = 1L,
            };
            await _state.SaveChangesAsync(turn);
        }

        var read = await Read(_state.CreateProperty<IDictionary<string, object>>("values"));
        Assert.Equal("you", ((JsonElement)read["json"]).GetProperty("Aim").GetString());
        var map = (IDictionary<string, object>)read["map"];
        Assert.Equal(("activity", 1L), (map["$is"], map["$$is"]));
        Assert.Equal("x", ((IDictionary<string, object>)map["$as"])["$type"]);
        Assert.Equal(0, Weapon.Fired);
    }

    [Fact]
    public async Task Cleared_state_is_saved_empty_and_deleted_state_is_gone()
    {
        var name = _state.CreateProperty<string>("name");
        await Write(name, "Ada");
        using (var turn = Turns.Open())
        {
            await _state.ClearStateAsync(turn);
            await _state.SaveChangesAsync(turn);
        }

        Assert.Null(await Read(name));
        await Write(name, "Bob");
        using (var turn = Turns.Open())
            await _state.DeleteAsync(turn);
        Assert.Empty(await _storage.ReadAsync(["test/conversations/c1"], default));
    }

    [Fact]
    public async Task The_storage_of_the_turn_comes_before_the_storage_of_the_state()
    {
        var own = new MemoryStorage();
        var name = _state.CreateProperty<string>("name");
        using var turn = Turns.Open();
        turn.TurnState.Add<IStorage>(own);
        await name.SetAsync(turn, "Ada");
        await _state.SaveChangesAsync(turn);
        Assert.Empty(await _storage.ReadAsync(["test/conversations/c1"], default));
        Assert.Single(await own.ReadAsync(["test/conversations/c1"], default));
    }

    [Fact]
    public async Task Each_state_has_its_key()
    {
        await Write(new UserState(_storage).CreateProperty<int>("n"), 1, new UserState(_storage));
        foreach (var (state, key) in new (BotState, string)[]
        {
            (new UserState(_storage), "test/users/u1"),
            (new ConversationState(_storage), "test/conversations/c1"),
            (new PrivateConversationState(_storage), "test/conversations/c1/users/u1"),
        })
        {
            await Write(state.CreateProperty<int>("n"), 2, state);
            Assert.Single(await _storage.ReadAsync([key], default));
        }

        var nobody = Turns.Message();
        nobody.From = null!;
        using var turn = Turns.Open(activity: nobody);
        await Assert.ThrowsAsync<InvalidOperationException>(() => new UserState(_storage).LoadAsync(turn));
    }

    [Fact]
    public async Task State_that_cannot_be_read_says_whose_it_is()
    {
        await _storage.WriteAsync(
            new Dictionary<string, object> { ["test/conversations/c1"] = new StateDocument("[1"u8.ToArray()) }, default);
        using var turn = Turns.Open();
        var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => _state.LoadAsync(turn));
        Assert.Contains("test/conversations/c1", broken.Message, StringComparison.Ordinal);
        await _state.ClearStateAsync(turn);
        await _state.SaveChangesAsync(turn);
        using var next = Turns.Open();
        await _state.LoadAsync(next);
    }

    [Fact]
    public async Task Auto_save_saves_what_a_turn_changed()
    {
        var user = new UserState(_storage);
        var adapter = new Microsoft.Bot.Builder.Adapters.TestAdapter().Use(new AutoSaveStateMiddleware(_state).Add(user));
        await adapter.ProcessActivityAsync(Turns.Message(), async (turn, _) =>
        {
            await _state.CreateProperty<int>("n").SetAsync(turn, 1);
            await user.CreateProperty<int>("n").SetAsync(turn, 2);
        });
        Assert.Equal(2, (await _storage.ReadAsync(["test/conversations/Conversation1", "test/users/u1"], default)).Count);
    }

    private async Task<T> Read<T>(IStatePropertyAccessor<T> property)
    {
        using var turn = Turns.Open();
        return await property.GetAsync(turn);
    }

    private async Task Write<T>(IStatePropertyAccessor<T> property, T value, BotState? state = null)
    {
        using var turn = Turns.Open();
        await property.SetAsync(turn, value);
        await (state ?? _state).SaveChangesAsync(turn);
    }

    private sealed class Cart
    {
        public string? Owner { get; set; }

        public List<string> Items { get; set; } = ["welcome gift", "leaflet"];

        public List<string> Fixed { get; } = ["kept"];

        public Dictionary<string, decimal> Prices { get; } = new() { ["socks"] = 3.5m };
    }

    private sealed class Weapon
    {
        public static int Fired { get; set; }

        public string Aim
        {
            get => string.Empty;
            set => Fired += value.Length;
        }
    }

    private sealed class CountingStorage : IStorage
    {
        private readonly MemoryStorage _inner = new();

        public int Writes { get; private set; }

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
            _inner.ReadAsync(keys, cancellationToken);

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            Writes++;
            return _inner.WriteAsync(changes, cancellationToken);
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) =>
            _inner.DeleteAsync(keys, cancellationToken);
    }
}
