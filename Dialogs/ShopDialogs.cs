using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>The dialogs that may be open in a conversation, and the stored stack of those that are.</summary>
internal sealed class ShopDialogs
{
    /// <summary>Counts up when what dialogs keep in their state changes its shape and their steps do not.</summary>
    private const string StateShape = "1";

    private readonly DialogSet _dialogs;
    private readonly IStatePropertyAccessor<DialogState> _stack;
    private readonly Lazy<string> _version;

    /// <param name="dialogs">Every dialog that is registered.</param>
    public ShopDialogs(ConversationState conversations, IEnumerable<Dialog> dialogs)
    {
        _stack = conversations.CreateProperty<DialogState>("dialogs");
        _dialogs = dialogs.Aggregate(new DialogSet(_stack), (all, dialog) => all.Add(dialog));
        _version = new(() =>
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_dialogs.GetVersion() + StateShape)).AsSpan(0, 8)));
    }

    /// <summary>The stack as it was left; one that another version of these dialogs stored is dropped, cart and draft stay.</summary>
    /// <returns>The stack, and whether something was dropped that the shopper should hear of.</returns>
    public async Task<(DialogContext Stack, bool Dropped)> OpenAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var dropped = false;
        if (turn.Conversation.Dialogs != _version.Value)
        {
            dropped = turn.Conversation.Dialogs is not null && turn.Conversation.Open;
            // Not read before: a stack that cannot be read is dropped too.
            await _stack.SetAsync(turn.Context, new DialogState(), cancellationToken);
            turn.Conversation.Dialogs = _version.Value;
        }

        var stack = await _dialogs.CreateContextAsync(turn.Context, cancellationToken);
        if (stack.Stack.Any(instance => _dialogs.Find(instance.Id) is null))
        {
            dropped = true;
            stack.Stack.Clear();
        }

        return (stack, dropped);
    }
}
