using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Xunit;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace CommerceBot.Tests.BotFramework.Builder;

/// <summary>What a turn costs beyond what must be done: read the state, change it, write it.</summary>
public sealed class StateCostTests
{
    private readonly MemoryStorage _storage = new();
    private readonly QuietAdapter _adapter = new();
    private readonly ConversationState _state;
    private readonly IStatePropertyAccessor<StoredStack> _stack;

    public StateCostTests()
    {
        _state = new ConversationState(_storage);
        _stack = _state.CreateProperty<StoredStack>("DialogState");
        _adapter.Use(new AutoSaveStateMiddleware(_state));
    }

    [Fact]
    public async Task A_turn_that_changes_a_dialog_stack_allocates_less_than_fourteen_kilobytes()
    {
        for (var i = 0; i < 200; i++)
            await Turn(i);
        const int turns = 100;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < turns; i++)
            await Turn(i);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / turns;
        var document = (StateDocument)(await _storage.ReadAsync(["test/conversations/c1"], default))["test/conversations/c1"];
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{each} bytes a turn, state of {document.Utf8Json.Length} bytes; {Cost(document):P0} of plain parse and write");
        Assert.InRange(document.Utf8Json.Length, 1000, 1600);
        Assert.InRange(each, 1, 14 * 1024);
    }

    private double Cost(StateDocument document)
    {
        var ours = Time(() => Turn(1).GetAwaiter().GetResult());
        var baseline = Time(() =>
        {
            using var parsed = JsonDocument.Parse(document.Utf8Json);
            JsonSerializer.SerializeToUtf8Bytes(parsed.RootElement);
        });
        return ours / baseline;
    }

    private static double Time(Action action)
    {
        for (var i = 0; i < 3000; i++)
            action();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 3000; i++)
            action();
        return watch.Elapsed.TotalMicroseconds;
    }

    private Task Turn(int number) =>
        _adapter.Hear(
            Turns.Message(),
            async (turn, token) =>
            {
                var stack = await _stack.GetAsync(turn, () => new StoredStack(), token);
                if (stack.DialogStack.Count == 0)
                    for (var depth = 0; depth < 3; depth++)
                        stack.DialogStack.Add(
                            new Frame
                            {
                                Id = "dialog" + depth,
                                State = new Dictionary<string, object>
                                {
                                    ["stepIndex"] = 0L,
                                    ["instanceId"] = "0123456789abcdef0123456789abcdef",
                                    ["values"] = new Dictionary<string, object>
                                    {
                                        ["name"] = "Ada Lovelace",
                                        ["email"] = "ada@example.com",
                                        ["age"] = 36L,
                                        ["ok"] = true,
                                        ["score"] = 0.5,
                                        ["note"] = new string('x', 60),
                                    },
                                    ["options"] = MessageFactory.Text("How many pairs of socks would you like?"),
                                },
                            }
                        );
                stack.DialogStack[2].State["stepIndex"] = (long)number;
                await turn.SendActivityAsync("and then?", cancellationToken: token);
            }
        );

    public sealed class StoredStack
    {
        public List<Frame> DialogStack { get; set; } = [];
    }

    public sealed class Frame
    {
        public string? Id { get; set; }

        public IDictionary<string, object> State { get; set; } = new Dictionary<string, object>();
    }

    private sealed class QuietAdapter : BotAdapter
    {
        public async Task Hear(Activity activity, BotCallbackHandler bot)
        {
            using var turn = new TurnContext(this, activity);
            await RunPipelineAsync(turn, bot, default);
        }

        public override Task<ResourceResponse[]> SendActivitiesAsync(
            ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken
        ) => Task.FromResult(Array.ConvertAll(activities, _ => new ResourceResponse("1")));

        public override Task<ResourceResponse> UpdateActivityAsync(
            ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task DeleteActivityAsync(
            ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken
        ) => throw new NotSupportedException();
    }
}
