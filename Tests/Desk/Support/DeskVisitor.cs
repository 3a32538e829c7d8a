using CommerceBot.Desk.Identity;
using CommerceBot.Tests.EndToEnd;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Desk.Support;

/// <summary>A browser before the desk of a shop that runs in this process.</summary>
internal sealed class DeskVisitor(ShopHost host) : DeskBrowser(host.Http.BaseAddress!)
{
    public ShopHost Host => host;

    /// <summary>Signs in with password and the code that an app shows now.</summary>
    public async Task<DeskView> SignInAsync(DeskUser user, string back = "/desk/orders")
    {
        // A code is good once, and many who sign in at once are told to wait.
        await Host.JumpAsync(TimeSpan.FromSeconds(60));
        await GetAsync($"/desk/sign-in?return={Uri.EscapeDataString(back)}");
        await SubmitAsync("/desk/sign-in", ("Email", user.Email), ("Password", DeskPeople.Password));
        return await SubmitAsync("/desk/sign-in/code", ("Code", DeskPeople.CodeOf(user, Host.Time.GetUtcNow())));
    }
}
