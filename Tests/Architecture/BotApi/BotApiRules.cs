using System.Reflection;
using System.Runtime.CompilerServices;

namespace CommerceBot.Tests.Architecture.BotApi;

/// <summary>
/// The bot's own modules use nothing but Microsoft's public API, so that their sources compile against Microsoft's
/// packages too: no internals of ours, none of our additions.
/// </summary>
internal static class BotApiRules
{
    public static readonly IReadOnlyList<string> BotModules =
    [
        "CommerceBot.Bots",
        "CommerceBot.Dialogs",
        "CommerceBot.Cards",
        "CommerceBot.Payments",
        "CommerceBot.Orders",
        "CommerceBot.Catalog",
    ];

    /// <summary>Additions that the bot's modules may use all the same, with the reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> Allowed = new Dictionary<string, string>();

    public static IEnumerable<Type> TypesOf(Assembly assembly, IEnumerable<string> modules) =>
        assembly
            .GetTypes()
            .Where(type =>
                modules.Any(module =>
                    Owner(type).Namespace is { } space && (space == module || space.StartsWith(module + ".", StringComparison.Ordinal))));

    public static IEnumerable<string> Additions(IEnumerable<Type> users, IReadOnlySet<string> ours) =>
        from used in UsedMembers.Of(users)
        where IsFramework(used.Member)
        let name = UsedMembers.NameOf(used.Member)
        where ours.Contains(name) || (used.Member is not Type && ours.Contains(UsedMembers.NameOf(used.Member.DeclaringType!)))
        where !Allowed.ContainsKey(name)
        select $"{used.User} uses {name}, which Microsoft's packages do not have";

    public static IEnumerable<string> Internals(IEnumerable<Type> users) =>
        from used in UsedMembers.Of(users)
        where IsFramework(used.Member) && !IsPublic(used.Member)
        select $"{used.User} uses {UsedMembers.NameOf(used.Member)}, which is not public";

    /// <summary>A framework assembly that opened its internals to the shop would let any of its modules in.</summary>
    public static IEnumerable<string> Friends(IEnumerable<string> framework, string shop) =>
        from assembly in framework.Select(Assembly.Load)
        from friend in assembly.GetCustomAttributes<InternalsVisibleToAttribute>()
        where friend.AssemblyName.Split(',')[0] == shop
        select $"{assembly.GetName().Name} shows its internals to {shop}";

    private static bool IsFramework(MemberInfo member) =>
        (member as Type ?? member.DeclaringType)?.Assembly.GetName().Name?.StartsWith("Microsoft.Bot.", StringComparison.Ordinal) == true;

    private static bool IsPublic(MemberInfo member) => member switch
    {
        Type type => type.IsVisible,
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        _ => true,
    };

    private static Type Owner(Type type) => type.DeclaringType is { } outer ? Owner(outer) : type;
}
