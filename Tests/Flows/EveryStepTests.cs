using System.Text;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>"cancel", "back", "help", "cart" and "menu" at each question of a checkout and before the summary.</summary>
public sealed class EveryStepTests(OpenShop shop) : IClassFixture<OpenShop>
{
    public static TheoryData<int> Steps { get; } = [.. Enumerable.Range(0, 9)];

    [Theory]
    [MemberData(nameof(Steps))]
    public Task In_Italian_the_shopper_may_ask_look_aside_go_back_and_stop(int step) =>
        shop.PlayAsync(
            Conversation(
                $"anna{step}", step, Shopping.InItalian,
                new(
                    Begin: "pesto", Buy: "Compra ora on Pesto", Summary: "Il tuo ordine", Help: "aiuto", Explains: "annulla",
                    Cart: "carrello", ShowsCart: "Il carrello è vuoto", Menu: "menu", ShowsMenu: "Cosa ti va di fare?",
                    Resume: "Continua l'acquisto", Resumed: "Riprendiamo da dove eravamo", Back: "indietro",
                    First: "Siamo già alla prima domanda", Cancel: "annulla", Cancelled: "non hai ordinato niente",
                    Gone: "nessun acquisto in corso")));

    [Theory]
    [MemberData(nameof(Steps))]
    public Task In_English_the_shopper_may_ask_look_aside_go_back_and_stop(int step) =>
        shop.PlayAsync(
            $"kate{step} enters: Kate Kelly, en_GB\nkate{step} says: english\n"
                + Conversation(
                    $"kate{step}", step, Shopping.InEnglish,
                    new(
                        Begin: "pesto", Buy: "Buy now on Genoese", Summary: "Your order", Help: "help", Explains: "cancel", Cart: "cart",
                        ShowsCart: "Your cart is empty", Menu: "menu", ShowsMenu: "What would you like to do?", Resume: "Continue purchase",
                        Resumed: "pick up where we left off", Back: "back", First: "This is the first question already", Cancel: "cancel",
                        Cancelled: "nothing was ordered", Gone: "no purchase under way")),
            "en_GB");

    private static string Conversation(string who, int step, IReadOnlyList<(string Asks, string Answers)> questions, Phrases said)
    {
        string Asked(int at) => at < questions.Count ? questions[at].Asks : said.Summary;
        var transcript = new StringBuilder();
        void Line(string line) => transcript.Append(line).Append('\n');
        Line($"{who} says: {said.Begin}");
        Line($"{who} taps: {said.Buy}");
        foreach (var (asks, answers) in questions.Take(step))
        {
            Line($"bot later: {asks}");
            Line($"{who} says: {answers}");
        }

        Line($"bot later: {Asked(step)}");

        Line($"{who} says: {said.Help}");
        Line($"bot: {said.Explains}");
        Line($"bot: {Asked(step)}");
        foreach (var (says, hears) in new[] { (said.Cart, said.ShowsCart), (said.Menu, said.ShowsMenu) })
        {
            Line($"{who} says: {says}");
            Line($"bot: {hears}");
            Line($"bot offers: {said.Resume}");
            Line($"{who} chooses: {said.Resume}");
            Line($"bot: {said.Resumed}");
            Line($"bot: {Asked(step)}");
        }

        Line($"{who} says: {said.Back}");
        if (step == 0)
        {
            Line($"bot: {said.First}");
            Line($"bot: {Asked(0)}");
        }
        else
        {
            Line($"bot: {Asked(step - 1)}");
            Line($"{who} says: {questions[step - 1].Answers}");
            Line($"bot: {Asked(step)}");
        }

        Line($"{who} says: {said.Cancel}");
        Line($"bot: {said.Cancelled}");
        Line("bot is silent");
        Line($"{who} forges: shop1/resume");
        Line($"bot: {said.Gone}");
        return transcript.ToString();
    }

    private sealed record Phrases(
        string Begin,
        string Buy,
        string Summary,
        string Help,
        string Explains,
        string Cart,
        string ShowsCart,
        string Menu,
        string ShowsMenu,
        string Resume,
        string Resumed,
        string Back,
        string First,
        string Cancel,
        string Cancelled,
        string Gone);
}
