using System.Text.Json;
using CommerceBot.Channels.Messenger;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>The first minute: who somebody is and which language they read is known from Messenger, or is not known in time.</summary>
public sealed class FirstContactFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task The_greeting_waits_two_seconds_for_a_slow_profile_and_goes_without_a_name()
    {
        await using var slow = await ShopHost.StartAsync(SlowProfiles.Of(TimeSpan.FromSeconds(5)));
        await new Play(slow).RunAsync("""
            emma enters: Emma Stone, en_GB
            emma starts
            bot is silent
            pass 1 s
            bot is silent
            pass 1 s
            bot: Ciao! Sono l'assistente automatico di Bottega Aurora
            bot offers: Categorie | Cerca | Carrello | I miei ordini | Aiuto
            bot is silent
            # The profile comes late: nothing is said twice, and from now on it counts.
            pass 5 s
            bot is silent
            emma says: hello
            bot: Hi Emma!
            """);
    }

    [Fact]
    public async Task The_greeting_goes_as_soon_as_the_profile_is_there()
    {
        await using var quick = await ShopHost.StartAsync(SlowProfiles.Of(TimeSpan.FromSeconds(1)));
        await new Play(quick).RunAsync("""
            emma enters: Emma Stone, en_GB
            emma starts
            bot is silent
            pass 1 s
            bot: Hi Emma
            bot is silent
            pass 10 s
            bot is silent
            """);
    }

    [Fact]
    public async Task A_first_question_waits_no_longer_and_the_second_not_at_all()
    {
        await using var slow = await ShopHost.StartAsync(SlowProfiles.Of(TimeSpan.FromSeconds(8)));
        await new Play(slow).RunAsync("""
            emma enters: Emma Stone, en_GB
            emma says: pesto
            bot is silent
            pass 2 s
            bot: assistente automatico
            bot: per «pesto»
            emma says: olio
            bot: per «olio»
            pass 10 s
            bot is silent
            emma says: olio
            bot: for "olio"
            """);
    }

    [Theory]
    [InlineData("en_GB")]
    [InlineData("en_US")]
    [InlineData("de_DE")]
    public async Task Whoever_types_first_is_answered_in_their_language(string locale)
    {
        var play = new Play(shop.Now);
        await play.EnterAsync("typing" + locale, "Emma Stone", locale);
        await play.RunAsync($"""
            typing{locale} says: coffee
            bot: Bottega Aurora's automated assistant
            bot: Here is what I found for "coffee"
            bot: [Buy now] [Details]
            bot offers: Categories | Search | Cart
            """);
    }

    [Fact]
    public async Task Whoever_taps_in_the_menu_first_is_answered_in_their_language() =>
        await shop.PlayAsync("""
            megan enters: Megan Kelly, en_GB
            megan menu: My cart
            bot: Bottega Aurora's automated assistant
            bot: Your cart is empty
            mario enters: Mario Rossi, it_IT
            mario menu: Il mio carrello
            bot: assistente automatico
            bot: Il carrello è vuoto
            """);

    [Theory]
    [InlineData("it_IT", "Il mio carrello")]
    [InlineData("en_US", "My cart")]
    [InlineData("en_GB", "My cart")]
    [InlineData("default", "My cart")]
    public void Messengers_menu_and_greeting_are_written_for_every_locale_of_our_languages(string locale, string cart)
    {
        var profile = JsonElement.Parse(MessengerSetup.Json(shop.Now.Get<MessengerProfile>()));
        foreach (var field in new[] { "greeting", "persistent_menu", "ice_breakers" })
        {
            var entry = Assert.Single(
                profile.GetProperty(field).EnumerateArray(),
                each => each.GetProperty("locale").GetString() == locale);
            if (field == "persistent_menu")
                Assert.Contains(
                    entry.GetProperty("call_to_actions").EnumerateArray(),
                    item => item.GetProperty("title").GetString() == cart);
        }
    }
}
