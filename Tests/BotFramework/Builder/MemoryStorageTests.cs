using Microsoft.Bot.Builder;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Builder;

public sealed class MemoryStorageTests
{
    private readonly MemoryStorage _storage = new();

    [Fact]
    public async Task A_stored_value_is_a_copy()
    {
        var note = new Note { Text = "one" };
        await Write(note);
        note.Text = "changed after";
        Assert.Equal("one", (await Read())!.Text);
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_nothing_of_that_write_is_kept()
    {
        await Write(new Note { Text = "one" });
        var stale = (await Read())!;
        var fresh = (await Read())!;
        fresh.Text = "two";
        await Write(fresh);
        stale.Text = "three";
        await Assert.ThrowsAsync<StateConflictException>(() =>
            _storage.WriteAsync(new Dictionary<string, object> { ["other"] = new Note(), ["note"] = stale }, default));
        Assert.Equal("two", (await Read())!.Text);
        Assert.Empty(await _storage.ReadAsync(["other"], default));
    }

    [Fact]
    public async Task A_star_writes_whatever_is_there_and_null_only_what_is_new()
    {
        await Write(new Note { Text = "one" });
        await Assert.ThrowsAsync<StateConflictException>(() => Write(new Note { Text = "two" }));
        await Write(new Note { Text = "three", ETag = "*" });
        Assert.Equal("three", (await Read())!.Text);
    }

    [Fact]
    public async Task A_written_value_may_be_written_again()
    {
        var note = new Note { Text = "one" };
        await Write(note);
        note.Text = "two";
        await Write(note);
        Assert.Equal("two", (await Read())!.Text);
    }

    [Fact]
    public async Task What_is_deleted_is_not_found()
    {
        await Write(new Note());
        await _storage.DeleteAsync(["note", "never there"], default);
        Assert.Null(await Read());
    }

    private Task Write(Note note) => _storage.WriteAsync(new Dictionary<string, object> { ["note"] = note }, default);

    private async Task<Note?> Read() => (await _storage.ReadAsync<Note>(["note"])).Values.SingleOrDefault();

    private sealed class Note : IStoreItem
    {
        public string? Text { get; set; }

        public string? ETag { get; set; }
    }
}
