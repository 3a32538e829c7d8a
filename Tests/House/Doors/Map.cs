using static CommerceBot.Tests.House.Doors.Room;

namespace CommerceBot.Tests.House.Doors;

/// <summary>The map of rooms as a table. A room within a room (Payments/Stripe) is one of its own, and the door to it is closed too.</summary>
internal static class Map
{
    private const string Builder = "BotFramework/Microsoft.Bot.Builder";
    private const string BuilderDialogs = "BotFramework/Microsoft.Bot.Builder.Dialogs";
    private const string Facebook = "BotFramework/Microsoft.Bot.Builder.Adapters.Facebook";

    public static readonly IReadOnlyList<Room> Rooms =
    [
        new(Builder, ["Microsoft.Bot.Builder", "Microsoft.Bot.Schema", "Microsoft.Bot.Connector"], []),
        new(BuilderDialogs, ["Microsoft.Bot.Builder.Dialogs"], [Builder]),
        new(Facebook, ["Microsoft.Bot.Builder.Adapters.Facebook"], [Builder]),
        Shop("Catalog"),
        Shop("Orders", "Catalog"),
        Shop("Payments", "Orders", "Catalog"),
        Shop("Payments/Stripe", "Payments", "Orders", "Catalog"),
        Shop("Cards", Builder, "Catalog", "Orders"),
        Shop("Dialogs", Builder, BuilderDialogs, "Cards", "Orders", "Payments", "Catalog", "Recognition"),
        Shop("Bots", Builder, BuilderDialogs, "Dialogs", "Cards", "Orders", "Payments", "Catalog", "Recognition"),
        Shop("Runtime", Builder),
        Shop("Channels", "Runtime", Builder),
        Shop("Channels/Guests", "Channels", "Runtime", Builder),
        Shop("Channels/Messenger", "Channels", "Runtime", Builder, Facebook),
        Shop("Channels/Connector", "Channels", "Runtime", Builder),
        Shop("Channels/Stripe", "Channels", "Runtime", Builder, "Payments", "Payments/Stripe", "Orders"),
        Shop("Recognition", Builder, BuilderDialogs, "Catalog"),
        Shop("Storage", "Runtime", Builder, "Catalog", "Orders", "Payments", "Recognition"),
        Shop("Commands", All),
        Shop("Simulator"),
    ];

    /// <summary>Where rooms are put together, a file must name what it puts in. Each stands here with its reason, and only while it needs it.</summary>
    public static readonly IReadOnlyList<Opening> Openings =
    [
        new("Channels/Messenger/MessengerRoom.cs", "Simulator", "registers Messenger with the stand-in's secrets while it is simulated"),
        new("Channels/Stripe/StripeServiceCollectionExtensions.cs", "Simulator", "registers Stripe with the stand-in's secrets while it is simulated"),
        new("Channels/Stripe/StripeServiceCollectionExtensions.cs", "Channels/Messenger", "the page after paying leads back to a Messenger conversation"),
        new("Channels/SamplePages.cs", "Catalog", "serves the pictures of the sample shop"),
        new("Channels/StandIns.cs", "Simulator", "starts the stand-ins in this host"),
        new("Channels/StandIns.cs", "Storage", "the stand-ins' secrets lie in the data folder"),
        new("Storage/StorageRoom.cs", "Channels", "the data folder is stamped by the modes, and stores are registered with the shop's own address"),
    ];

    /// <summary>The room of a file: the innermost folder that is one. Null outside the rooms: Program, tests, benchmarks.</summary>
    public static Room? OfPath(string path) => Innermost(room => path.StartsWith(room.Folder + "/", StringComparison.Ordinal));

    /// <summary>The room that a namespace, or a name within it, belongs to.</summary>
    public static Room? OfName(string name) => Innermost(room => room.Namespaces.Any(space => Holds(space, name)));

    private static bool Holds(string space, string name) =>
        name.StartsWith(space, StringComparison.Ordinal) && (name.Length == space.Length || name[space.Length] == '.');

    private static Room? Innermost(Func<Room, bool> fits) => Rooms.Where(fits).MaxBy(room => room.Folder.Length);
}

/// <summary>One file that may reach one more room, and why.</summary>
internal sealed record Opening(string File, string Room, string Reason);
