using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>
/// Shows choices to people, in a text or as buttons. Microsoft's overloads differ only in optional parameters; the priority
/// makes a short call compile.
/// </summary>
public class ChoiceFactory
{
    /// <summary>As the longer overload does, for everybody in the conversation.</summary>
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null
    ) => ForChannel(channelId, list, text, speak, options, null, null);

    /// <summary>As the channel does it best: suggested actions, else a card, else in the sentence up to three, else a list.</summary>
    [OverloadResolutionPriority(1)]
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null,
        string conversationType = null, IList<string> toList = null)
    {
        list ??= [];
        if (list.All(choice => choice.Title.Length <= ChannelButtons.MaxTitleLength))
        {
            if (ChannelButtons.FitAsSuggestedActions(channelId, list.Count, conversationType))
                return SuggestedAction(list, text, speak, toList);
            if (ChannelButtons.FitOnCards(channelId, list.Count))
                return HeroCard(list, text, speak);
            if (list.Count <= 3)
                return Inline(list, text, speak, options);
        }
        return List(list, text, speak, options);
    }

    /// <summary>In one sentence: <c>(1) red, (2) green, or (3) blue</c>.</summary>
    public static Activity Inline(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var written = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0)
                written.Append(Connector(i, choices.Count, options));
            if (options?.IncludeNumbers ?? true)
                written.Append(CultureInfo.InvariantCulture, $"({i + 1}) ");
            written.Append(choices[i].Title);
        }
        return MessageFactory.Text(written.ToString(), speak, InputHints.ExpectingInput);
    }

    /// <summary>One below the other.</summary>
    public static Activity List(IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        List(ToChoices(choices), text, speak, options);

    /// <summary>One below the other, each with its number or a dash.</summary>
    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var numbered = options?.IncludeNumbers ?? true;
        var written = new StringBuilder(text).Append("\n\n   ");
        for (var i = 0; i < choices.Count; i++)
        {
            written.Append(i > 0 ? "\n   " : string.Empty);
            written.Append(numbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ") : "- ");
            written.Append(choices[i].Title);
        }
        return MessageFactory.Text(written.ToString(), speak, InputHints.ExpectingInput);
    }

    /// <summary>As buttons that are gone after the next message.</summary>
    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null) =>
        SuggestedAction(ToChoices(choices), text, speak, null);

    /// <summary>As buttons that are gone after the next message, for these people; null for all.</summary>
    [OverloadResolutionPriority(1)]
    public static IMessageActivity SuggestedAction(
        IList<string> choices, string text = null, string speak = null, IList<string> toList = null
    ) => SuggestedAction(ToChoices(choices), text, speak, toList);

    /// <summary>As buttons that are gone after the next message.</summary>
    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null) =>
        SuggestedAction(choices, text, speak, null);

    /// <summary>As buttons that are gone after the next message, for these people; null for all.</summary>
    [OverloadResolutionPriority(1)]
    public static IMessageActivity SuggestedAction(
        IList<Choice> choices, string text = null, string speak = null, IList<string> toList = null
    ) => MessageFactory.SuggestedActions(Buttons(choices), text, speak, InputHints.ExpectingInput, toList);

    /// <summary>As the buttons of a card, which stay.</summary>
    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
    {
        var card = new HeroCard(text: text, buttons: Buttons(choices));
        return MessageFactory.Attachment(card.ToAttachment(), null, speak, InputHints.ExpectingInput);
    }

    /// <summary>Each text as a choice that returns it; null makes none.</summary>
    public static IList<Choice> ToChoices(IList<string> choices) =>
        choices is null ? [] : [.. choices.Select(value => new Choice(value))];

    private static string Connector(int index, int count, ChoiceFactoryOptions options)
    {
        if (index < count - 1)
            return options?.InlineSeparator ?? ", ";
        return count == 2 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ";
    }

    private static List<CardAction> Buttons(IList<Choice> choices) =>
        [.. (choices ?? []).Select(choice => choice.Action
            ?? new CardAction { Type = ActionTypes.ImBack, Title = choice.Value, Value = choice.Value })];
}
