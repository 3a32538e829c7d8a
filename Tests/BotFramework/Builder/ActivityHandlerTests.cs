using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Builder;

public sealed class ActivityHandlerTests
{
    private readonly Listening _bot = new();

    [Theory]
    [InlineData(ActivityTypes.Message, "message")]
    [InlineData(ActivityTypes.MessageUpdate, "message update")]
    [InlineData(ActivityTypes.MessageDelete, "message delete")]
    [InlineData(ActivityTypes.Event, "event")]
    [InlineData(ActivityTypes.EndOfConversation, "end")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.Command, "command")]
    [InlineData(ActivityTypes.CommandResult, "command result")]
    [InlineData("ping", "unrecognized")]
    [InlineData(ActivityTypes.ContactRelationUpdate, "unrecognized")]
    public async Task Each_kind_of_activity_has_its_method(string type, string method)
    {
        await Hear(activity => activity.Type = type);
        Assert.Equal([method], _bot.Received);
    }

    [Fact]
    public async Task People_who_come_and_go_are_told_but_not_the_bot_itself()
    {
        await Update(activity => activity.MembersAdded = [new ChannelAccount("ada"), new ChannelAccount("bot")]);
        await Update(activity => activity.MembersAdded = [new ChannelAccount("bot")]);
        await Update(activity => activity.MembersRemoved = [new ChannelAccount("ada")]);
        await Update(activity => activity.MembersRemoved = [new ChannelAccount("bot")]);
        await Update(_ => { });
        Assert.Equal(["added ada,bot", "removed ada"], _bot.Received);
    }

    [Fact]
    public async Task Reactions_and_installations_are_told_apart()
    {
        await Hear(a =>
            (a.Type, a.ReactionsAdded, a.ReactionsRemoved) = (
                ActivityTypes.MessageReaction,
                [new MessageReaction("like")],
                [new MessageReaction("sad")]));
        await Hear(a => (a.Type, a.Action) = (ActivityTypes.InstallationUpdate, "add"));
        await Hear(a => (a.Type, a.Action) = (ActivityTypes.InstallationUpdate, "remove"));
        await Hear(a => (a.Type, a.Action) = (ActivityTypes.InstallationUpdate, "dance"));
        await Hear(a => (a.Type, a.Name) = (ActivityTypes.Event, "tokens/response"));
        Assert.Equal(["reacted like", "took back sad", "installed", "removed", "token"], _bot.Received);
    }

    [Fact]
    public async Task An_invoke_that_nobody_answers_is_501()
    {
        using var turn = Turns.Open(activity: With(a => (a.Type, a.Name) = (ActivityTypes.Invoke, "whatever")));
        await new ActivityHandler().OnTurnAsync(turn);
        var reply = (Activity)((TestAdapter)turn.Adapter).GetNextReply()!;
        Assert.Equal(ActivityTypesEx.InvokeResponse, reply.Type);
        Assert.Equal(501, ((InvokeResponse)reply.Value!).Status);
    }

    private static Activity With(Action<Activity> change)
    {
        var activity = Turns.Message();
        change(activity);
        return activity;
    }

    private Task Update(Action<Activity> change) => Hear(activity =>
    {
        activity.Type = ActivityTypes.ConversationUpdate;
        change(activity);
    });

    private async Task Hear(Action<Activity> change)
    {
        using var turn = Turns.Open(activity: With(change));
        await _bot.OnTurnAsync(turn);
    }

    private sealed class Listening : ActivityHandler
    {
        public List<string> Received { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            Hear("message");

        protected override Task OnMessageUpdateActivityAsync(
            ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Hear("message update");

        protected override Task OnMessageDeleteActivityAsync(
            ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Hear("message delete");

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken
        ) => Hear("added " + string.Join(',', membersAdded.Select(member => member.Id)));

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken
        ) => Hear("removed " + string.Join(',', membersRemoved.Select(member => member.Id)));

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken
        ) => Hear("reacted " + messageReactions[0].Type);

        protected override Task OnReactionsRemovedAsync(
            IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken
        ) => Hear("took back " + messageReactions[0].Type);

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
            Hear("event");

        protected override Task OnTokenResponseEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
            Hear("token");

        protected override Task OnEndOfConversationActivityAsync(
            ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Hear("end");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) =>
            Hear("typing");

        protected override Task OnInstallationUpdateAddAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Hear("installed");

        protected override Task OnInstallationUpdateRemoveAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Hear("removed");

        protected override Task OnCommandActivityAsync(ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) =>
            Hear("command");

        protected override Task OnCommandResultActivityAsync(
            ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) => Hear("command result");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Hear("unrecognized");

        private Task Hear(string what)
        {
            Received.Add(what);
            return Task.CompletedTask;
        }
    }
}
