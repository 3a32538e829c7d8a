using System.Reflection;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Listing;

/// <summary>Our Bot Framework against Microsoft's: what we have is theirs to the letter, or on the list of additions.</summary>
public sealed class ListingTests
{
    private static readonly Dictionary<string, ListedType> Listed = ListedType.All().ToDictionary(type => type.FullName);

    public static TheoryData<string> Assemblies =>
    [
        "Microsoft.Bot.Builder",
        "Microsoft.Bot.Builder.Dialogs",
        "Microsoft.Bot.Builder.Adapters.Facebook",
    ];

    [Theory, MemberData(nameof(Assemblies))]
    public void Every_listed_member_of_a_type_that_we_have_is_there(string assembly)
    {
        var missing =
            from type in Assembly.Load(assembly).GetExportedTypes()
            let listed = Listed.GetValueOrDefault(FullName(type))
            where listed is not null
            let ours = Signature.Members(type).Select(member => member.Text).ToHashSet()
            from signature in Wanted(listed)
            where !ours.Contains(signature)
            select $"{listed.FullName}: {signature}";
        Assert.Empty(missing);
    }

    [Theory, MemberData(nameof(Assemblies))]
    public void A_type_that_we_have_is_of_the_listed_kind_and_family(string assembly)
    {
        var wrong =
            from type in Assembly.Load(assembly).GetExportedTypes()
            let listed = Listed.GetValueOrDefault(FullName(type))
            where listed is not null
            let family = Family(type).ToHashSet()
            where
                Signature.Kind(type) != listed.Kind
                || listed.Bases.Any(parent => !LeftOut.Covers(listed, parent) && !family.Contains(parent))
            select $"{listed.FullName} is {Signature.Kind(type)} of {string.Join(", ", family)}; listed {listed.Kind} of "
                + $"{string.Join(", ", listed.Bases)}";
        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(Assemblies))]
    public void What_the_listing_does_not_show_is_on_the_list_of_additions(string assembly)
    {
        var unexplained = Assembly
            .Load(assembly)
            .GetExportedTypes()
            .SelectMany(Unlisted)
            .Where(name => !Additions.All.Contains(name))
            .Distinct();
        Assert.Empty(unexplained);
    }

    [Fact]
    public void The_list_of_additions_names_nothing_that_is_not_there()
    {
        var real = Assemblies.SelectMany(row => Assembly.Load(row.Data).GetExportedTypes()).SelectMany(Unlisted).ToHashSet();
        Assert.Equal([], Additions.All.Except(real));
    }

    private static IEnumerable<string> Wanted(ListedType listed) =>
        from signature in listed.Members
        where !LeftOut.Covers(listed, signature)
        select listed.Kind == "abstract class" && signature.StartsWith("protected .ctor", StringComparison.Ordinal)
            ? signature["protected ".Length..]
            : signature;

    private static IEnumerable<string> Unlisted(Type type)
    {
        if (!Listed.TryGetValue(FullName(type), out var listed))
            return [FullName(type)];
        var theirs = listed.Members.Select(member => member.Replace("protected .ctor", ".ctor", StringComparison.Ordinal)).ToHashSet();
        return Signature
            .Members(type)
            .Where(member =>
                !member.Inherited && !theirs.Contains(member.Text.Replace("protected .ctor", ".ctor", StringComparison.Ordinal)))
            .Select(member => $"{FullName(type)}.{member.Name}");
    }

    private static IEnumerable<string> Family(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
            yield return Signature.Name(parent);
        foreach (var promise in type.GetInterfaces())
            yield return Signature.Name(promise);
    }

    private static string FullName(Type type) =>
        $"{type.Namespace}.{(type.IsNested ? type.DeclaringType!.Name + "." : string.Empty)}{Signature.Name(type)}";
}
