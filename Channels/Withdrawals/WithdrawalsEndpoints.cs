namespace CommerceBot.Channels.Withdrawals;

/// <summary>The page of withdrawals: registered, and at its addresses.</summary>
internal static class WithdrawalsEndpoints
{
    public static IServiceCollection AddWithdrawals(this IServiceCollection services) =>
        services.AddSingleton<FormTokens>().AddSingleton<WithdrawalPages>();

    public static void MapWithdrawals(this WebApplication app)
    {
        app.MapMethods(
            "/withdraw", [HttpMethods.Get, HttpMethods.Head], (HttpRequest request, WithdrawalPages pages) => pages.Show(request));
        app.MapPost("/withdraw", (HttpRequest request, WithdrawalPages pages) => pages.ReviewAsync(request));
        app.MapPost("/withdraw/confirm", (HttpRequest request, WithdrawalPages pages) => pages.ConfirmAsync(request));
    }
}
