using System.Text.Json;
using CommerceBot.Runtime;
using Microsoft.Bot.Builder;
using Xunit;

namespace CommerceBot.Tests.Contracts;

public abstract partial class StoreContract
{
    [Fact]
    public async Task State_comes_back_in_the_next_turn_with_another_tag_each_time_it_was_written()
    {
        await WriteAsync("k", "uno");
        var (first, tag) = await ReadAsync("k");
        await WriteAsync("k", "due");
        var (second, later) = await ReadAsync("k");

        Assert.Equal(("uno", "due"), (first, second));
        Assert.NotEqual(tag, later);
        await Fixture.ReopenAsync();
        Assert.Equal(("due", later), await ReadAsync("k"));
    }

    [Fact]
    public async Task A_write_over_an_old_tag_is_refused()
    {
        await WriteAsync("k", "uno");
        var (_, old) = await ReadAsync("k");
        await WriteAsync("k", "due");

        await using var turn = await Fixture.BeginAsync();
        await Assert.ThrowsAsync<StateConflictException>(() => turn.State.WriteAsync(Pair("k", "tre", old)));
        await turn.State.WriteAsync(Pair("k", "quattro", "*"));
        Assert.Equal(CommitResult.Committed, await turn.CommitAsync());
        Assert.Equal("quattro", (await ReadAsync("k")).Text);
    }

    [Fact]
    public async Task The_tag_that_a_write_gives_is_the_one_that_is_read_later()
    {
        var (first, second) = (Document("uno", null), Document("due", null));
        await using (var turn = await Fixture.BeginAsync())
        {
            await turn.State.WriteAsync(new Dictionary<string, object> { ["k"] = first });
            second.ETag = first.ETag;
            await turn.State.WriteAsync(new Dictionary<string, object> { ["k"] = second });
            await turn.CommitAsync();
        }

        Assert.NotEqual(first.ETag, second.ETag);
        Assert.Equal(("due", second.ETag), await ReadAsync("k"));
    }

    [Fact]
    public async Task Two_turns_over_one_state_meet_at_the_commit()
    {
        await WriteAsync("k", "uno");
        await using var one = await Fixture.BeginAsync("facebook:1:a");
        await using var two = await Fixture.BeginAsync("facebook:1:b");
        await two.State.ReadAsync(["k"]);
        await one.State.WriteAsync(Pair("k", "due", "*"));
        Assert.Equal(CommitResult.Committed, await one.CommitAsync());

        await two.State.WriteAsync(Pair("k", "tre", "*"));
        Assert.Equal(CommitResult.Conflict, await two.CommitAsync());
    }

    [Fact]
    public async Task State_that_was_deleted_and_made_anew_is_not_the_one_that_was_read()
    {
        await WriteAsync("k", "uno");
        await using var slow = await Fixture.BeginAsync("facebook:1:slow");
        await slow.State.ReadAsync(["k"]);
        await using (var turn = await Fixture.BeginAsync())
        {
            await turn.State.DeleteAsync(["k"]);
            Assert.Equal(CommitResult.Committed, await turn.CommitAsync());
        }

        Assert.Null((await ReadAsync("k")).Text);
        await WriteAsync("k", "due");
        await slow.State.WriteAsync(Pair("k", "tre", "*"));
        Assert.Equal(CommitResult.Conflict, await slow.CommitAsync());
        Assert.Equal("due", (await ReadAsync("k")).Text);
    }

    [Fact]
    public async Task Deleting_what_was_not_there_meets_whoever_made_it_since()
    {
        await using var slow = await Fixture.BeginAsync("facebook:1:slow");
        await slow.State.DeleteAsync(["k"]);
        await WriteAsync("k", "uno");

        Assert.Equal(CommitResult.Conflict, await slow.CommitAsync());
    }

    private static StateDocument Document(string text, string? tag) => new(JsonSerializer.SerializeToUtf8Bytes(text), tag);

    private static Dictionary<string, object> Pair(string key, string text, string? tag) => new() { [key] = Document(text, tag) };

    private async Task WriteAsync(string key, string text)
    {
        await using var turn = await Fixture.BeginAsync();
        await turn.State.WriteAsync(Pair(key, text, "*"));
        Assert.Equal(CommitResult.Committed, await turn.CommitAsync());
    }

    private async Task<(string? Text, string? Tag)> ReadAsync(string key)
    {
        await using var turn = await Fixture.BeginAsync();
        return (await turn.State.ReadAsync([key])).TryGetValue(key, out var found) && found is StateDocument document
            ? (JsonSerializer.Deserialize<string>(document.Utf8Json.Span), document.ETag)
            : (null, null);
    }
}
