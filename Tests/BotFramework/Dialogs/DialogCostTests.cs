using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

public class DialogCostTests
{
    private const int Turns = 1_000;
    private const int BytesPerTurn = 15 * 1024;

    [Fact]
    public async Task A_turn_of_a_waterfall_of_three_prompts_allocates_at_most_15_KB()
    {
        var shop = new Bench();
        await shop.RunAsync(Turns);

        var before = GC.GetAllocatedBytesForCurrentThread();
        await shop.RunAsync(Turns);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Turns;

        TestContext.Current.TestOutputHelper?.WriteLine($"{each} bytes a turn");
        Assert.InRange(each, 1, BytesPerTurn);
        Assert.Equal(2 * Turns, shop.Adapter.Sent);
    }

    /// <summary>Everything completes at once, so the whole of it runs on one thread.</summary>
    private sealed class Bench
    {
        private static readonly string[] Says = ["hi", "Ada", "Torino", "39"];
        private readonly ConversationState _state = new(new MemoryStorage());
        private readonly IStatePropertyAccessor<DialogState> _accessor;
        private readonly ClaimsIdentity _identity = new();
        private readonly ComponentDialog _dialog;
        private int _turn;

        public Bench()
        {
            _accessor = _state.CreateProperty<DialogState>("DialogState");
            _dialog = new ComponentDialog("root")
                .AddDialog(new WaterfallDialog("steps", [
                    (step, ct) => step.PromptAsync("text", TestConversation.Ask("Your name?"), ct),
                    (step, ct) => Keep(step, "name", "Your town?", ct),
                    (step, ct) => Keep(step, "town", "Your size?", ct),
                    async (step, ct) =>
                    {
                        await step.Context.SendActivityAsync("Thanks", cancellationToken: ct);
                        return await step.EndDialogAsync(step.Result, ct);
                    }]))
                .AddDialog(new TextPrompt("text"));
        }

        public Counting Adapter { get; } = new();

        public async Task RunAsync(int turns)
        {
            for (var i = 0; i < turns; i++)
            {
                await Adapter.ProcessActivityAsync(_identity, Next(), OnTurnAsync, CancellationToken.None);
            }
        }

        private async Task OnTurnAsync(ITurnContext turn, CancellationToken cancellationToken)
        {
            await _dialog.RunAsync(turn, _accessor, cancellationToken);
            await _state.SaveChangesAsync(turn, false, cancellationToken);
        }

        private Activity Next() => new()
        {
            Type = ActivityTypes.Message,
            Id = "mid.1234567890",
            Text = Says[_turn++ % Says.Length],
            ChannelId = "facebook",
            From = new ChannelAccount("psid"),
            Recipient = new ChannelAccount("page"),
            Conversation = new ConversationAccount(id: "page:psid"),
        };

        private static Task<DialogTurnResult> Keep(
            WaterfallStepContext step, string key, string question, CancellationToken cancellationToken)
        {
            step.Values[key] = step.Result;
            return step.PromptAsync("text", TestConversation.Ask(question), cancellationToken);
        }
    }

    private sealed class Counting : BotAdapter
    {
        private static readonly ResourceResponse[] Answer = [new("1")];

        public int Sent { get; private set; }

        public override async Task<InvokeResponse?> ProcessActivityAsync(
            ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
        {
            using var turn = new TurnContext(this, activity);
            await RunPipelineAsync(turn, callback, cancellationToken);
            return null;
        }

        public override Task<ResourceResponse[]> SendActivitiesAsync(
            ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            Sent += activities.Length;
            return Task.FromResult(Answer);
        }

        public override Task<ResourceResponse> UpdateActivityAsync(
            ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task DeleteActivityAsync(
            ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken
        ) => throw new NotSupportedException();
    }
}
