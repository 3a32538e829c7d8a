using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

/// <summary>Dialogs that contain each other, as "menu leads to search leads to menu" does. Nothing of it may end the process.</summary>
public class DialogCycleTests
{
    public static TheoryData<int> Lengths => [1, 2, 3, 12];

    [Theory, MemberData(nameof(Lengths))]
    public async Task Dialogs_that_contain_each_other_are_used_like_any_others(int length)
    {
        var conversation = new TestConversation(() => Circle(length));

        await conversation.Start().Test("hi", "Name?").Test("menu 0", "Name?").Send("Ada").StartTestAsync();

        Assert.Equal(["Ada"], conversation.Endings);
    }

    [Theory, MemberData(nameof(Lengths))]
    public void A_version_of_a_circle_is_the_same_in_every_process_and_changes_with_its_steps(int length)
    {
        var versions = Enumerable.Range(0, 2).Select(_ => Circle(length).Dialogs.GetVersion()).Distinct();
        var version = Assert.Single(versions);

        var asked = Circle(length);
        Assert.Equal(version, LaterAsked(asked).Dialogs.GetVersion());

        var other = Circle(length);
        ((ComponentDialog)Last(other, length)).AddDialog(new TextPrompt("one more"));
        Assert.NotEqual(version, other.Dialogs.GetVersion());
    }

    [Theory, MemberData(nameof(Lengths))]
    public void Telemetry_reaches_every_dialog_of_a_circle(int length)
    {
        var circle = Circle(length);
        var client = new NullBotTelemetryClient();

        circle.TelemetryClient = client;

        Assert.Same(client, Last(circle, length).TelemetryClient);
        Assert.Same(client, Last(circle, length).FindDialog("ask").TelemetryClient);
        Assert.Null(circle.FindDialog("nowhere"));
    }

    [Fact]
    public void Twelve_dialogs_that_all_contain_all_others_are_walked_at_once()
    {
        var all = Enumerable.Range(0, 12).Select(i => new ComponentDialog($"d{i}")).ToList();
        foreach (var dialog in all)
            all.ForEach(other => dialog.AddDialog(other));

        all[0].TelemetryClient = new NullBotTelemetryClient();

        Assert.NotEmpty(all[11].Dialogs.GetVersion());
    }

    [Fact]
    public async Task Dialogs_that_begin_one_another_without_end_are_an_error_that_says_so()
    {
        var first = new ComponentDialog("first");
        first.AddDialog(new ComponentDialog("second").AddDialog(first));
        var conversation = new TestConversation(() => first);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => conversation.Start().Send("hi").StartTestAsync());

        Assert.Contains("begin one another without end", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dialog_that_begins_itself_without_end_is_an_error_too()
    {
        var conversation = new TestConversation(() => new WaterfallDialog("self", [(step, ct) => step.BeginDialogAsync("self", null, ct)]));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => conversation.Start().Send("hi").StartTestAsync());

        Assert.Contains("'self'", error.Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// Menu 0 contains menu 1, ... and the last one contains menu 0 again. Each asks for a name, or begins the menu that
    /// is named.
    /// </summary>
    private static ComponentDialog Circle(int length)
    {
        var menus = Enumerable.Range(0, length)
            .Select(i => new ComponentDialog($"menu {i}").AddDialog(Steps()).AddDialog(new TextPrompt("ask"))).ToList();
        for (var i = 0; i < length; i++)
            menus[i].AddDialog(menus[(i + 1) % length]);
        return menus[0];
    }

    private static WaterfallDialog Steps() => new("steps",
    [
        (step, ct) => step.PromptAsync("ask", TestConversation.Ask("Name?"), ct),
        (step, ct) => step.Result is string said && said.StartsWith("menu", StringComparison.Ordinal)
            ? step.BeginDialogAsync(said, null, ct)
            : step.NextAsync(step.Result, ct),
        (step, ct) => step.EndDialogAsync(step.Result, ct),
    ]);

    private static DialogContainer Last(ComponentDialog circle, int length)
    {
        DialogContainer last = circle;
        for (var i = 1; i < length; i++)
            last = (DialogContainer)last.FindDialog($"menu {i}");
        return last;
    }

    /// <summary>The same circle, after a dialog inside was asked first: what is remembered must not depend on who asked.</summary>
    private static ComponentDialog LaterAsked(ComponentDialog circle)
    {
        foreach (var dialog in circle.Dialogs.GetDialogs().OfType<DialogContainer>())
            _ = dialog.Dialogs.GetVersion();
        return circle;
    }
}
