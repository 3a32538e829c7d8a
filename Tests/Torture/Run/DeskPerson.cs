using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CommerceBot.Desk.Identity;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>
/// A person at the desk, in a browser: ships, refunds and cancels by its forms while the bot dies under them. A form whose answer was
/// lost is sent again as it is, as people do.
/// </summary>
internal sealed partial class DeskPerson : IDisposable
{
    private const string Email = "dora.desk@shop.example";
    private const string Password = "sixteen pieces of soap";
    private const int Tries = 40;
    private const int SignIns = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CodeLasts = TimeSpan.FromSeconds(30);

    private readonly DeskBrowser _browser;
    private readonly NotPlayed _notPlayed;
    private readonly SemaphoreSlim _oneThing = new(1, 1);
    private string _key = "";

    /// <summary>How many forms were sent and answered.</summary>
    public int Sent { get; private set; }

    private DeskPerson(TwoProcesses environment, NotPlayed notPlayed) =>
        (_browser, _notPlayed) = (new DeskBrowser(new Uri(environment.BotUrl)), notPlayed);

    /// <summary>Joins as the first owner by the link of the command line, and sets up an app for codes.</summary>
    public static async Task<DeskPerson> JoinAsync(TwoProcesses environment, NotPlayed notPlayed, CancellationToken cancellationToken)
    {
        using var command = environment.Command("desk", "owner-link");
        await command.EndAsync(cancellationToken);
        var link = Link().Match(command.Said) is { Success: true } found
            ? found.Value
            : throw new InvalidOperationException($"'desk owner-link' printed no link: {command.Said}");
        var person = new DeskPerson(environment, notPlayed);
        await person._browser.GetAsync(link);
        var account = await person._browser.SubmitAsync(link, ("Name", "Dora Desk"), ("Email", Email), ("Password", Password));
        person._key = Key().Match(account.Html).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal);
        var codes = await person._browser.SubmitAsync("/desk/account?handler=App", ("Code", person.CodeNow()));
        return codes.Path.EndsWith("/codes", StringComparison.Ordinal)
            ? person
            : throw new InvalidOperationException($"Nobody could join the desk: {codes.Path} ({codes.Status}): {codes.Words}");
    }

    public Task ShipAsync(string number, string? tracking, CancellationToken cancellationToken) =>
        DoAsync(number, "ship", [[("Carrier", "BRT"), ("Tracking", tracking ?? "")]], cancellationToken);

    public Task CancelAsync(string number, CancellationToken cancellationToken) =>
        DoAsync(number, "cancel", [[("Reason", "out of stock")]], cancellationToken);

    public Task RefundAllAsync(string number, bool restock, CancellationToken cancellationToken) => DoAsync(
        number, "refund", [restock ? [("How", "All"), ("Restock", "true")] : [("How", "All")], [("Confirmed", "true")]], cancellationToken);

    public Task RefundDeliveryAsync(string number, CancellationToken cancellationToken) => DoAsync(
        number, "refund", [[("How", "Pieces"), ("Delivery", "true")], [("Confirmed", "true")]], cancellationToken);

    /// <param name="cents">In minor units of a currency that has two digits.</param>
    public Task RefundAsync(string number, int cents, CancellationToken cancellationToken)
    {
        var amount = (cents / 100m).ToString("F2", CultureInfo.InvariantCulture);
        return DoAsync(number, "refund", [[("How", "Amount"), ("Amount", amount)], [("Confirmed", "true")]], cancellationToken);
    }

    public void Dispose()
    {
        _browser.Dispose();
        _oneThing.Dispose();
    }

    /// <summary>Opens a page of the order and sends its form, and the forms that follow on the same address.</summary>
    private async Task DoAsync(
        string number, string page, IReadOnlyList<(string Name, string Value)[]> forms, CancellationToken cancellationToken)
    {
        var path = $"/desk/orders/{number}/{page}";
        await _oneThing.WaitAsync(cancellationToken);
        try
        {
            if (!await OpenAsync(path, cancellationToken))
                return;
            foreach (var typed in forms)
            {
                // What has been paid back, shipped or cancelled meanwhile has no form any more.
                if (!_browser.View.HasFormTo(path))
                    return;
                await FillInAsync(path, typed, cancellationToken);
            }
        }
        finally
        {
            _oneThing.Release();
        }
    }

    /// <summary>Signs in anew where the desk wants that: refunds ask for it after ten minutes.</summary>
    private async Task<bool> OpenAsync(string path, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < SignIns; tries++)
        {
            await WhenRunningAsync(() => _browser.GetAsync(path), "open", cancellationToken);
            if (_browser.View is { Status: HttpStatusCode.OK } view && view.Path.Split('?')[0] == path)
                return true;
            // A page that leads elsewhere, or is not there, says that this cannot be done.
            if (!_browser.View.Path.StartsWith("/desk/sign-in", StringComparison.Ordinal))
                break;
            await SignInAsync(cancellationToken);
        }

        _notPlayed.Count($"desk {path.Split('/')[^1]}: {_browser.View.Path} answered {(int)_browser.View.Status}");
        return false;
    }

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        const string Page = "/desk/sign-in";
        await FillInAsync(Page, [("Email", Email), ("Password", Password)], cancellationToken);
        if (!_browser.View.HasFormTo(Page + "/code"))
            return;
        // A code is good once: the one of a moment ago may have been used.
        await Moments.PassAsync(CodeLasts, cancellationToken);
        await FillInAsync(Page + "/code", [("Code", CodeNow())], cancellationToken);
    }

    private async Task FillInAsync(string path, (string Name, string Value)[] typed, CancellationToken cancellationToken)
    {
        var form = _browser.View.Filled(path, typed);
        if (await WhenRunningAsync(() => _browser.PostAndFollowAsync(path, form), path.Split('/')[^1], cancellationToken))
            Sent++;
    }

    /// <summary>A shop that is down just now is asked again.</summary>
    private async Task<bool> WhenRunningAsync(Func<Task<DeskView>> act, string what, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            try
            {
                if ((await act()).Status is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable))
                    return true;
            }
            catch (Exception down) when (down is HttpRequestException or IOException)
            {
                // It is killed every few seconds.
            }

            await Moments.PassAsync(Pause, cancellationToken);
        }

        _notPlayed.Count($"desk {what}: the shop was never running");
        return false;
    }

    private string CodeNow() => AuthenticatorCodes.Code(_key, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);

    [GeneratedRegex("/desk/join/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("<code class=\"key\">(?<key>[A-Z2-7 ]+)</code>")]
    private static partial Regex Key();
}
