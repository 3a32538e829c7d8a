using CommerceBot.Tests.Architecture.Modules;
using CommerceBot.Tests.Architecture.Reading;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>Which module may use which, as the map in the README says. Each rule is shown broken sources too, and must see them.</summary>
public sealed class ModuleTests
{
    [Fact]
    public void A_module_uses_only_the_modules_that_the_map_allows() => Findings.None(ModuleRules.ThroughWalls(SourceTree.Product));

    [Theory]
    [InlineData("Catalog/Bad.cs", "using CommerceBot.Orders;")]
    [InlineData("Catalog/Bad.cs", "using static CommerceBot.Orders.OrderState;")]
    [InlineData("Catalog/Bad.cs", "using Bag = CommerceBot.Orders.Cart;")]
    [InlineData("Catalog/Bad.cs", "class Bad { global::CommerceBot.Orders.Cart? Bag; }")]
    [InlineData("Catalog/Bad.cs", "class Bad { const int Most = Orders.Cart.Most; }")]
    [InlineData("Catalog/Bad.cs", "class Bad { string Said = $\"up to {Orders.Cart.Most}\"; }")]
    [InlineData("Orders/Bad.cs", "using Microsoft.Bot.Schema;")]
    [InlineData("Orders/Bad.cs", "using CommerceBot.Payments;")]
    [InlineData("Payments/Bad.cs", "using CommerceBot.Payments.Stripe;")]
    [InlineData("Cards/Bad.cs", "using CommerceBot.Payments;")]
    [InlineData("Cards/Bad.cs", "using Microsoft.Bot.Builder.Dialogs;")]
    [InlineData("Dialogs/Bad.cs", "using CommerceBot.Bots;")]
    [InlineData("Dialogs/Bad.cs", "using CommerceBot.Payments.Stripe;")]
    [InlineData("Dialogs/Bad.cs", "using Microsoft.Bot.Builder.Adapters.Facebook;")]
    [InlineData("Bots/Bad.cs", "using CommerceBot.Runtime.Turns;")]
    [InlineData("Bots/Bad.cs", "class Bad { Storage.Sqlite.Database? Data; }")]
    [InlineData("Runtime/Bad.cs", "using CommerceBot.Orders;")]
    [InlineData("Runtime/Bad.cs", "using Microsoft.Bot.Builder.Adapters.Facebook;")]
    [InlineData("Channels/Bad.cs", "using CommerceBot.Storage;")]
    [InlineData("Channels/Connector/Bad.cs", "using Microsoft.Bot.Builder.Adapters.Facebook;")]
    [InlineData("Channels/Connector/Bad.cs", "using CommerceBot.Channels.Messenger;")]
    [InlineData("Channels/Messenger/Bad.cs", "using CommerceBot.Payments;")]
    [InlineData("Channels/Messenger/Bad.cs", "using CommerceBot.Simulator.Hosting;")]
    [InlineData("Storage/Bad.cs", "using CommerceBot.Channels;")]
    [InlineData("Storage/Bad.cs", "using CommerceBot.Dialogs;")]
    [InlineData("Simulator/Bad.cs", "using CommerceBot.Runtime;")]
    [InlineData("Simulator/Bad.cs", "using Microsoft.Bot.Schema;")]
    [InlineData("BotFramework/Microsoft.Bot.Builder/Bad.cs", "using Microsoft.Bot.Builder.Dialogs;")]
    [InlineData("BotFramework/Microsoft.Bot.Builder/Bad.cs", "using CommerceBot.Catalog;")]
    [InlineData("BotFramework/Microsoft.Bot.Builder.Dialogs/Bad.cs", "using Microsoft.Bot.Builder.Adapters.Facebook;")]
    public void A_reach_through_a_wall_is_seen(string path, string text) =>
        Assert.NotEmpty(
            ModuleRules.ThroughWalls([
                new(path, text),
                new("Orders/Cart.cs", "class Cart"),
                new("Storage/Sqlite/Database.cs", "class Database"),
            ]));

    [Theory]
    [InlineData("Orders/Good.cs", "using CommerceBot.Catalog;")]
    [InlineData("Bots/Good.cs", "using CommerceBot.Dialogs;\nusing Microsoft.Bot.Builder.Dialogs;")]
    [InlineData("Catalog/Good.cs", "// as CommerceBot.Orders says")]
    [InlineData("Catalog/Good.cs", "class Good { string Said = \"CommerceBot.Orders\"; }")]
    [InlineData("Catalog/Good.cs", "class Good { int Many => turn.Orders.Cart + Orders.Count; }")]
    [InlineData("Channels/Messenger/MessengerServiceCollectionExtensions.cs", "using CommerceBot.Simulator.Hosting;")]
    public void What_the_map_allows_is_nobodys_fault(string path, string text) =>
        Assert.Empty(ModuleRules.ThroughWalls([new(path, text), new("Orders/Cart.cs", "class Cart")]));

    [Fact]
    public void An_opening_in_a_wall_is_closed_when_nobody_goes_through() => Findings.None(ModuleRules.UnusedOpenings(SourceTree.Product));

    [Fact]
    public void An_opening_that_nobody_goes_through_is_seen() =>
        Assert.NotEmpty(
            ModuleRules.UnusedOpenings(
                [new("Channels/Stripe/StripeServiceCollectionExtensions.cs", "")],
                [new("Channels/Stripe/StripeServiceCollectionExtensions.cs", "Simulator", "once")]));

    [Fact]
    public void A_folder_is_its_namespace() => Findings.None(ModuleRules.StrangeNamespaces(SourceTree.Product));

    [Fact]
    public void A_file_that_moves_into_another_modules_namespace_is_seen() =>
        Assert.Single(
            ModuleRules.StrangeNamespaces([
                new("Cards/Bad.cs", "namespace CommerceBot.Storage;"),
                new("Cards/Good.cs", "namespace CommerceBot.Cards;"),
            ]));

    [Fact]
    public void No_module_is_opened_to_everybody() => Findings.None(ModuleRules.GlobalUsings(SourceTree.Product));

    [Fact]
    public void A_global_using_of_a_module_is_seen() =>
        Assert.Single(ModuleRules.GlobalUsings([new("Cards/Bad.cs", "global using CommerceBot.Storage;\nglobal using System.Text.Json;")]));

    [Fact]
    public void No_type_has_the_name_of_a_module() => Findings.None(ModuleRules.TypesNamedAsModules(SourceTree.Product));

    [Fact]
    public void A_type_with_the_name_of_a_module_is_seen() =>
        Assert.Equal(
            3, ModuleRules
                .TypesNamedAsModules([
                    new("Cards/Bad.cs", "class Orders;\npublic sealed record Messenger(int A);\nenum CommerceBot { }\nclass ShopBot;"),
                ])
                .Count());

    [Fact]
    public void Somebody_elses_types_stay_in_their_module() => Findings.None(PackageRules.AwayFromHome(SourceTree.Product));

    [Theory]
    [InlineData("Dialogs/Bad.cs", "using Stripe.Checkout;")]
    [InlineData("Channels/Stripe/Bad.cs", "using Paying = Stripe.PaymentIntent;")]
    [InlineData("Orders/Bad.cs", "using Microsoft.Data.Sqlite;")]
    [InlineData("Cards/Bad.cs", "class Bad { global::Microsoft.AspNetCore.Http.HttpContext? Asked; }")]
    [InlineData("Simulator/Bad.cs", "using Newtonsoft.Json;")]
    public void Somebody_elses_type_in_another_module_is_seen(string path, string text) =>
        Assert.Single(PackageRules.AwayFromHome([new(path, text)]));

    [Fact]
    public void SQL_stands_in_Storage_alone() => Findings.None(SqlRules.OutsideStorage(SourceTree.Product));

    [Theory]
    [InlineData("Commands/Bad.cs", "var query = session[\"SELECT a FROM outbox WHERE state <> 3\"];")]
    [InlineData("Commands/Bad.cs", "session.Run(\"\"\"\n  UPDATE outbox SET state = 4\n  \"\"\");")]
    [InlineData("Runtime/Bad.cs", "const string Sql = \"INSERT INTO inbox (key) VALUES (?1)\";")]
    public void SQL_in_another_module_is_seen(string path, string text) => Assert.Single(SqlRules.OutsideStorage([new(path, text)]));

    [Theory]
    [InlineData("Storage/Good.cs", "session.Run(\"DELETE FROM inbox\");")]
    [InlineData("Commands/Good.cs", "// SELECT a FROM b\nvar said = \"SELECT ONE AND UPDATE IT\";")]
    public void SQL_in_Storage_and_words_that_sound_like_it_are_nobodys_fault(string path, string text) =>
        Assert.Empty(SqlRules.OutsideStorage([new(path, text)]));
}
