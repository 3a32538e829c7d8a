using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Desk.Access;

/// <summary>
/// Which page asks for which permission, in one table. A page that stands in none of the lines asks to be let in by
/// View.
/// </summary>
internal static class Permissions
{
    /// <summary>Pages for whoever is not signed in.</summary>
    public static IReadOnlyList<string> Open { get; } = ["/Account/SignIn", "/Account/Code", "/Account/Join", "/Language"];

    /// <summary>Pages that change something or show more, with what they ask for.</summary>
    public static IReadOnlyDictionary<string, string> Table { get; } = new Dictionary<string, string>
    {
        ["/Account/Account"] = DeskPolicies.SignedIn,
        ["/Account/Codes"] = DeskPolicies.SignedIn,
        ["/Account/SignOut"] = DeskPolicies.SignedIn,
        ["/Orders/Ship"] = DeskPolicies.Act,
        ["/Orders/ShipMany"] = DeskPolicies.Act,
        ["/Orders/Deliver"] = DeskPolicies.Act,
        ["/Orders/Tracking"] = DeskPolicies.Act,
        ["/Orders/Note"] = DeskPolicies.Act,
        ["/Orders/Return"] = DeskPolicies.Act,
        ["/Orders/Contact"] = DeskPolicies.Act,
        ["/Orders/Invoice"] = DeskPolicies.Act,
        ["/Orders/Receipt"] = DeskPolicies.Act,
        ["/Orders/Refund"] = DeskPolicies.Refund,
        ["/Orders/Cancel"] = DeskPolicies.Refund,
        ["/Chats/Product"] = DeskPolicies.Act,
        ["/Goods/Safety"] = DeskPolicies.Act,
        ["/Answers/Edit"] = DeskPolicies.Act,
        ["/Answers/Teach"] = DeskPolicies.Act,
        ["/Health/Replay"] = DeskPolicies.Act,
        ["/Health/ReplayMoney"] = DeskPolicies.Own,
        ["/People/People"] = DeskPolicies.Own,
        ["/Settings/Settings"] = DeskPolicies.Own,
        ["/Exports/Exports"] = DeskPolicies.Own,
    };

    public static void Add(PageConventionCollection conventions) => conventions.AddFolderApplicationModelConvention("/", page =>
    {
        if (Open.Contains(page.ViewEnginePath))
            return;
        var policy = Table.GetValueOrDefault(page.ViewEnginePath, DeskPolicies.View);
        page.EndpointMetadata.Add(new Microsoft.AspNetCore.Authorization.AuthorizeAttribute(policy));
    });
}
