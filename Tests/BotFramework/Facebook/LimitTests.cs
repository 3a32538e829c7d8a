using System.Globalization;
using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Facebook;

/// <summary>Every limit of Messenger, at it and past it.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData(MessengerLimits.Text, 1)]
    [InlineData(MessengerLimits.Text + 1, 2)]
    [InlineData((3 * MessengerLimits.Text) + 1, 4)]
    public void A_text_past_the_limit_goes_on_in_the_next_message(int length, int messages)
    {
        var texts = Texts(Some.Reply(new string('a', length)));
        Assert.Equal(messages, texts.Count);
        Assert.Equal(length, texts.Sum(text => text.Length));
        Assert.All(texts, text => Assert.True(text.Length <= MessengerLimits.Text));
    }

    [Fact]
    public void A_long_text_is_cut_between_words_and_loses_none()
    {
        var words = Enumerable.Range(1, 900).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();
        var texts = Texts(Some.Reply(string.Join(' ', words)));
        Assert.True(texts.Count > 1);
        Assert.Equal(words, texts.SelectMany(text => text.Split(' ')));
    }

    [Theory]
    [InlineData("😀")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("e\u0301")]
    [InlineData("🇮🇹")]
    public void A_long_text_without_words_is_never_cut_inside_a_character(string character)
    {
        var text = "x" + string.Concat(Enumerable.Repeat(character, 1500));
        var texts = Texts(Some.Reply(text));
        Assert.Equal(text, string.Concat(texts));
        Assert.All(texts.Skip(1), piece => Assert.StartsWith(character, piece, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MessengerLimits.QuickReplies)]
    [InlineData(MessengerLimits.QuickReplies + 1)]
    [InlineData(MessengerLimits.QuickReplies + 31)]
    [InlineData(100)]
    public void Every_choice_can_be_tapped_however_many_there_are(int count)
    {
        var messages = Some.Messages(Some.Offering("Which one?", Some.Actions(count)));

        Assert.All(messages.SkipLast(1), message => Assert.False(message.TryGetProperty("quick_replies", out _)));
        var replies = messages[^1].GetProperty("quick_replies").EnumerateArray().Select(one => one.GetProperty("payload").GetString());
        var buttons = messages.Where(message => message.TryGetProperty("attachment", out _)).SelectMany(ButtonsOf);
        Assert.Equal(Enumerable.Range(1, count).Select(i => $"v1:{i}"), replies.Concat(buttons));
        Assert.Equal(Math.Min(count, MessengerLimits.QuickReplies), messages[^1].GetProperty("quick_replies").GetArrayLength());
        Assert.Equal(count > MessengerLimits.QuickReplies, messages.Count > 1);
    }

    [Theory]
    [InlineData(MessengerLimits.QuickReplyTitle, false)]
    [InlineData(MessengerLimits.QuickReplyTitle + 1, true)]
    public void A_quick_replys_title_is_shortened_and_its_payload_is_not(int length, bool shortened)
    {
        var title = new string('t', length);
        var reply = Some.Messages(Some.Offering("?", new CardAction(ActionTypes.ImBack, title)))[0].GetProperty("quick_replies")[0];
        Assert.Equal(title, reply.GetProperty("payload").GetString());
        Assert.Equal(
            shortened ? new string('t', MessengerLimits.QuickReplyTitle - 1) + "…" : title, reply.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData(MessengerLimits.ButtonTitle, false)]
    [InlineData(MessengerLimits.ButtonTitle + 1, true)]
    public void A_buttons_title_is_shortened(int length, bool shortened)
    {
        var card = new HeroCard("Card", buttons: [Some.Action(new string('t', length), "p")]);
        var button = Some.Messages(Some.Reply(null, card.ToAttachment()))[0].Payload().GetProperty("buttons")[0];
        Assert.Equal(shortened, button.GetProperty("title").GetString()!.EndsWith('…'));
        Assert.True(button.GetProperty("title").GetString()!.Length <= MessengerLimits.ButtonTitle);
    }

    [Fact]
    public void A_payload_at_the_limit_is_sent()
    {
        var payload = new string('p', MessengerLimits.Payload);
        Assert.Equal(
            payload,
            ButtonsOf(Some.Messages(Some.Reply(null, new HeroCard("Card", buttons: [Some.Action("Buy", payload)]).ToAttachment()))[0])
                .Single());
        Assert.Single(Some.Messages(Some.Offering("?", Some.Action("Buy", payload))));
    }

    [Fact]
    public void A_payload_past_the_limit_is_the_bots_mistake_and_says_so()
    {
        var payload = new string('p', MessengerLimits.Payload + 1);
        var button = Assert.Throws<ArgumentException>(() =>
            Some.Calls(Some.Reply(null, new HeroCard("Card", buttons: [Some.Action("Buy", payload)]).ToAttachment())));
        var reply = Assert.Throws<ArgumentException>(() => Some.Calls(Some.Offering("?", Some.Action("Buy", payload))));
        Assert.Contains("1001 characters", button.Message, StringComparison.Ordinal);
        Assert.Contains("\"Buy\"", reply.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessengerLimits.Elements, 1)]
    [InlineData(MessengerLimits.Elements + 1, 2)]
    [InlineData(23, 3)]
    public void More_cards_than_fit_become_further_rows(int cards, int messages)
    {
        var all = Some.Messages(Some.Carousel([.. Enumerable.Range(1, cards).Select(i => Some.Card($"Card {i}").ToAttachment())]));
        Assert.Equal(messages, all.Count);
        Assert.Equal(
            Enumerable.Range(1, cards).Select(i => $"Card {i}"),
            all.SelectMany(one => one.Payload().GetProperty("elements").EnumerateArray())
                .Select(one => one.GetProperty("title").GetString()));
    }

    [Theory]
    [InlineData(MessengerLimits.Buttons, 1)]
    [InlineData(MessengerLimits.Buttons + 1, 2)]
    [InlineData(7, 3)]
    public void More_buttons_than_fit_become_further_cards(int buttons, int cards)
    {
        var withPicture = Some.Messages(Some.Reply(null, Some.Card("Card", buttons: buttons).ToAttachment()));
        var elements = Assert.Single(withPicture).Payload().GetProperty("elements");
        Assert.Equal(cards, elements.GetArrayLength());
        Assert.Equal(buttons, ButtonsOf(withPicture[0]).Count());

        var bare = Some.Messages(Some.Reply(null, Some.Card("Card", buttons: buttons, picture: false).ToAttachment()));
        Assert.Equal(cards, bare.Count);
        Assert.Equal(buttons, bare.SelectMany(ButtonsOf).Count());
    }

    [Theory]
    [InlineData(MessengerLimits.ElementTitle, MessengerLimits.ElementSubtitle, 1)]
    [InlineData(MessengerLimits.ElementTitle + 1, 5, 2)]
    [InlineData(5, MessengerLimits.ElementSubtitle + 1, 2)]
    public void A_card_that_says_more_than_fits_says_it_in_a_text_before(int title, int subtitle, int messages)
    {
        var (heading, words) = (new string('h', title), new string('w', subtitle));
        var all = Some.Messages(Some.Reply(null, Some.Card(heading, words).ToAttachment()));
        Assert.Equal(messages, all.Count);
        if (messages > 1)
            Assert.Equal($"{heading}\n{words}", all[0].GetProperty("text").GetString());
        var element = all[^1].Payload().GetProperty("elements")[0];
        Assert.True(element.GetProperty("title").GetString()!.Length <= MessengerLimits.ElementTitle);
        Assert.True(element.GetProperty("subtitle").GetString()!.Length <= MessengerLimits.ElementSubtitle);
    }

    [Theory]
    [InlineData(MessengerLimits.ButtonTemplateText, 1)]
    [InlineData(MessengerLimits.ButtonTemplateText + 1, 2)]
    [InlineData(MessengerLimits.Text + 1, 2)]
    public void Words_over_buttons_that_do_not_fit_go_ahead_as_text(int length, int messages)
    {
        var words = new string('w', length);
        var all = Some.Messages(Some.Reply(null, new HeroCard(text: words, buttons: Some.Actions(1)).ToAttachment()));
        Assert.Equal(messages, all.Count);
        var last = all[^1].Payload().GetProperty("text").GetString()!;
        Assert.True(last.Length <= MessengerLimits.ButtonTemplateText);
        Assert.Equal(words, string.Concat(all.SkipLast(1).Select(one => one.GetProperty("text").GetString()).Append(last)));
    }

    [Theory]
    [InlineData(MessengerLimits.ReceiptElements, 1)]
    [InlineData(MessengerLimits.ReceiptElements + 2, 3)]
    public void Receipt_lines_past_the_limit_are_told_before_the_receipt(int lines, int messages)
    {
        var receipt = SendingTests.Receipt();
        ((ReceiptCard)receipt.Content!).Buttons = [];
        ((ReceiptCard)receipt.Content!).Items = [.. Enumerable.Range(1, lines).Select(i => new ReceiptItem($"Line {i}", price: "1.00"))];
        var all = Some.Messages(Some.Reply(null, receipt));
        Assert.Equal(messages, all.Count);
        Assert.Equal(MessengerLimits.ReceiptElements, all[^1].Payload().GetProperty("elements").GetArrayLength());
    }

    [Theory]
    [InlineData("12.34", true)]
    [InlineData("12.345", false)]
    public void A_receipts_amounts_have_two_decimals_at_most(string price, bool receipt)
    {
        var attachment = SendingTests.Receipt();
        ((ReceiptCard)attachment.Content!).Buttons = [];
        ((ReceiptCard)attachment.Content!).Items = [new ReceiptItem("Line", price: price)];
        Assert.Equal(receipt, Some.Messages(Some.Reply(null, attachment))[^1].TryGetProperty("attachment", out var sent)
            && sent.GetProperty("payload").GetProperty("template_type").GetString() == "receipt");
    }

    private static List<string> Texts(Activity activity) =>
        [.. Some.Messages(activity).Select(one => one.GetProperty("text").GetString()!)];

    private static IEnumerable<string> ButtonsOf(JsonElement message)
    {
        var payload = message.Payload();
        return payload.TryGetProperty("elements", out var elements)
            ? elements.EnumerateArray().SelectMany(Of)
            : Of(payload);

        static IEnumerable<string> Of(JsonElement card) =>
            card.GetProperty("buttons").EnumerateArray().Select(one => one.GetProperty("payload").GetString()!);
    }
}
