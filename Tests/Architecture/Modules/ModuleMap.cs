using static CommerceBot.Tests.Architecture.Modules.Module;

namespace CommerceBot.Tests.Architecture.Modules;

/// <summary>
/// The map of modules as a table. A module within a module (Payments/Stripe) is one of its own, and may be used only by
/// those that name it.
/// </summary>
internal static class ModuleMap
{
    private const string Builder = "BotFramework/Microsoft.Bot.Builder";
    private const string BuilderDialogs = "BotFramework/Microsoft.Bot.Builder.Dialogs";
    private const string Facebook = "BotFramework/Microsoft.Bot.Builder.Adapters.Facebook";

    public static readonly IReadOnlyList<Module> Modules =
    [
        new(Builder, ["Microsoft.Bot.Builder", "Microsoft.Bot.Schema", "Microsoft.Bot.Connector"], []),
        new(BuilderDialogs, ["Microsoft.Bot.Builder.Dialogs"], [Builder]),
        new(Facebook, ["Microsoft.Bot.Builder.Adapters.Facebook"], [Builder]),
        Shop("Catalog"),
        Shop("Orders", "Catalog"),
        Shop("Chats", "Orders"),
        Shop("Payments", "Orders", "Catalog"),
        Shop("Payments/Stripe", "Payments", "Orders", "Catalog"),
        Shop("Cards", Builder, "Catalog", "Orders"),
        Shop("Mails", "Cards", "Orders", "Payments", "Catalog"),
        Shop("Dialogs", Builder, BuilderDialogs, "Cards", "Mails", "Chats", "Orders", "Payments", "Catalog", "Recognition"),
        Shop("Bots", Builder, BuilderDialogs, "Dialogs", "Cards", "Chats", "Orders", "Payments", "Catalog", "Recognition"),
        Shop("Runtime", Builder),
        Shop("Channels", "Runtime", Builder),
        Shop("Channels/Guests", "Channels", "Runtime", Builder),
        Shop("Channels/Messenger", "Channels", "Runtime", Builder, Facebook, "Chats"),
        Shop("Channels/Connector", "Channels", "Runtime", Builder),
        Shop("Channels/Stripe", "Channels", "Runtime", Builder, "Payments", "Payments/Stripe", "Orders"),
        Shop("Channels/Assistant", "Channels", "Runtime", Builder, "Recognition"),
        Shop("Channels/Email", "Channels", "Runtime", Builder, "Mails", "Orders"),
        Shop("Channels/Guarantee", "Orders"),
        Shop("Channels/Withdrawals", "Channels", "Channels/Guests", "Runtime", Builder, "Orders"),
        Shop("Recognition", Builder, BuilderDialogs, "Catalog"),
        Shop("Desk", "Orders", "Payments", "Chats", "Catalog", "Recognition", "Runtime", "Mails", Builder),
        Shop("Storage", "Runtime", Builder, "Catalog", "Orders", "Payments", "Chats", "Recognition", "Mails", "Desk"),
        Shop("Commands", All),
        Shop("Simulator"),
    ];

    /// <summary>
    /// Where modules are put together, a file must name what it puts in. Each stands here with its reason, and only while
    /// it needs it.
    /// </summary>
    public static readonly IReadOnlyList<Dependency> Openings =
    [
        new(
            "Channels/Messenger/MessengerServiceCollectionExtensions.cs", "Simulator",
            "registers Messenger with the simulator's secrets while it is simulated"),
        new(
            "Channels/Stripe/StripeServiceCollectionExtensions.cs", "Simulator",
            "registers Stripe with the simulator's secrets while it is simulated"),
        new(
            "Channels/Stripe/StripeServiceCollectionExtensions.cs", "Channels/Messenger",
            "the page after paying leads back to a Messenger conversation"),
        new("Channels/SampleEndpoints.cs", "Catalog", "serves the pictures of the sample shop"),
        new("Channels/SimulatorsServiceCollectionExtensions.cs", "Simulator", "registers the simulators in this host"),
        new("Channels/SimulatorsServiceCollectionExtensions.cs", "Storage", "the simulators' secrets lie in the data folder"),
        new("Channels/SimulatorsEndpoints.cs", "Simulator", "maps the simulators of this host"),
        new("Channels/SimulatorSettings.cs", "Simulator", "reads whether the simulators may run"),
        new(
            "Storage/StorageServiceCollectionExtensions.cs", "Channels",
            "the data folder is stamped by the modes, and stores are registered with the shop's own address"),
        new("Storage/StorageSettings.cs", "Channels", "a setting that is wrong is told as every module tells it"),
    ];

    /// <summary>The module of a file: the innermost folder that is one. Null outside the modules: Program, tests, benchmarks.</summary>
    public static Module? OfPath(string path) => Innermost(module => path.StartsWith(module.Folder + "/", StringComparison.Ordinal));

    /// <summary>The module that a namespace, or a name within it, belongs to.</summary>
    public static Module? OfName(string name) => Innermost(module => module.Namespaces.Any(space => Holds(space, name)));

    private static bool Holds(string space, string name) =>
        name.StartsWith(space, StringComparison.Ordinal) && (name.Length == space.Length || name[space.Length] == '.');

    private static Module? Innermost(Func<Module, bool> fits) => Modules.Where(fits).MaxBy(module => module.Folder.Length);
}

/// <summary>One file that may reach one more module, and why.</summary>
internal sealed record Dependency(string File, string Module, string Reason);
