using System.Reflection;

namespace CommerceBot.Tests.Architecture.Style;

/// <summary>
/// A class that is made of more than seven things does more than one. Records are facts and may have as many parts as a fact
/// has; types whose constructors Microsoft's API fixes are not ours to change.
/// </summary>
internal static class ConstructorRules
{
    public const int Most = 7;

    public static IEnumerable<string> TooMany(IEnumerable<Type> types) =>
        from type in types
        where !IsRecord(type) && !typeof(Delegate).IsAssignableFrom(type) && !type.Name.Contains('<', StringComparison.Ordinal)
        from constructor in type.GetConstructors(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let count = constructor.GetParameters().Length
        where count > Math.Max(Most, FixedBy(type) + 1)
        select $"{type.FullName}: {count} constructor parameters, at most {Most}";

    /// <summary>What a base class of another maker's takes must be handed on, and one thing more may come to it.</summary>
    private static int FixedBy(Type type) =>
        type.BaseType is { } made
        && made != typeof(object)
        && made.Assembly != type.Assembly
        && made.Assembly != typeof(Microsoft.Bot.Builder.IBot).Assembly
            ? made.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .Max(constructor => (int?)constructor.GetParameters().Length) ?? 0
            : 0;

    /// <summary>The compiler gives each record class a way to be copied, and each record struct a way to be printed.</summary>
    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly) is not null;
}
