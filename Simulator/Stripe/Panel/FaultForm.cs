using System.Globalization;
using CommerceBot.Simulator.Stripe.Faults;
using CommerceBot.Simulator.Stripe.Page;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Stripe.Panel;

/// <summary>The switches of the faults: shares in percent, waits in milliseconds.</summary>
internal static class FaultForm
{
    private static readonly (string Legend, Switch[] Switches)[] Groups =
    [
        (
            "Webhooks",
            [
                new("webhooks.duplicate", "Twice", plan => plan.Webhooks.Duplicate),
                new("webhooks.delay", "Late", plan => plan.Webhooks.Delay),
                new("webhooks.reorder", "After a later one", plan => plan.Webhooks.Reorder),
                new("webhooks.lose", "Never", plan => plan.Webhooks.Lose),
            ]),
        (
            "API",
            [
                new("api.conflict", "409 conflict", plan => plan.Api.Conflict),
                new("api.tooMany", "429 too many", plan => plan.Api.TooMany),
                new("api.error", "500 error", plan => plan.Api.Error),
                new("api.timeout", "No answer, nothing done", plan => plan.Api.Timeout),
                new("api.loseAnswer", "Done, answer lost", plan => plan.Api.LoseAnswer),
            ]),
        (
            "Refunds",
            [
                new("refunds.pending", "Pending", plan => plan.Refunds.Pending),
                new("refunds.fail", "Failing", plan => plan.Refunds.Fail),
                new("refunds.requiresAction", "Need the shopper", plan => plan.Refunds.RequiresAction),
            ]),
    ];

    public static Html Of(PanelState state) => Html.Of($"""
        <form method="post" action="{PanelPageRoutes.Address}" class="faults">
          <input type="hidden" name="token" value="{state.Token}">
          {Html.Each(Groups, group => Html.Of($"""
            <fieldset>
              <legend>{group.Legend}</legend>
              {Html.Each(group.Switches, one => Share(state, one))}
            </fieldset>
            """))}
          <fieldset>
            <legend>Dice and waits</legend>
            {Whole("seed", "Seed", "", state.Plan.Seed)}
            {Whole("delayMilliseconds", "Late by", "ms", state.Plan.Webhooks.DelayMilliseconds)}
            {Whole("timeoutMilliseconds", "No answer for", "ms", state.Plan.Api.TimeoutMilliseconds)}
          </fieldset>
          <p class="buttons">
            <button name="act" value="faults">Set the faults</button>
            <button name="act" value="faults-off" class="quiet">All off</button>
          </p>
        </form>
        """);

    public static FaultPlan Read(IFormCollection posted) => new()
    {
        Seed = Number(posted, "seed"),
        Webhooks = new WebhookFaults
        {
            Duplicate = ShareOf(posted, "webhooks.duplicate"),
            Delay = ShareOf(posted, "webhooks.delay"),
            Reorder = ShareOf(posted, "webhooks.reorder"),
            Lose = ShareOf(posted, "webhooks.lose"),
            DelayMilliseconds = (int)Number(posted, "delayMilliseconds"),
        },
        Api = new ApiFaults
        {
            Conflict = ShareOf(posted, "api.conflict"),
            TooMany = ShareOf(posted, "api.tooMany"),
            Error = ShareOf(posted, "api.error"),
            Timeout = ShareOf(posted, "api.timeout"),
            LoseAnswer = ShareOf(posted, "api.loseAnswer"),
            TimeoutMilliseconds = (int)Number(posted, "timeoutMilliseconds"),
        },
        Refunds = new RefundFaults
        {
            Pending = ShareOf(posted, "refunds.pending"),
            Fail = ShareOf(posted, "refunds.fail"),
            RequiresAction = ShareOf(posted, "refunds.requiresAction"),
        },
    };

    private static Html Share(PanelState state, Switch one)
    {
        var percent = (one.Of(state.Plan) * 100).ToString("0.##", CultureInfo.InvariantCulture);
        var struck = state.Struck.GetValueOrDefault(one.Name);
        return Html.Of(
            $"""
            <label><span>{one.Label}</span><span class="number"><input name="{one.Name}" value="{percent}" inputmode="decimal"
              autocomplete="off" size="5"> %</span><span class="fine">{Html.If(
                struck > 0,
                () => Html.Of($"struck {struck}"))}</span></label>
            """);
    }

    private static Html Whole(string name, string label, string unit, long value) =>
        Html.Of(
            $"""
            <label><span>{label}</span><span class="number"><input name="{name}" value="{value}" inputmode="numeric" autocomplete="off"
              size="8"> {unit}</span><span class="fine"></span></label>
            """);

    private static double ShareOf(IFormCollection posted, string name)
    {
        var typed = posted[name].ToString().Trim();
        if (typed.Length == 0) return 0;
        return double.TryParse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            ? percent / 100
            : throw StripeRefusal.Invalid($"{name} is \"{typed}\": write a percentage from 0 to 100.", name);
    }

    private static long Number(IFormCollection posted, string name) =>
        int.TryParse(posted[name].ToString().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw StripeRefusal.Invalid($"{name} is \"{posted[name]}\": write a whole number.", name);

    private sealed record Switch(string Name, string Label, Func<FaultPlan, double> Of);
}
