using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Processing;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>Card now or debit later. Without the page's script both stand there, and only the chosen one is read.</summary>
internal static class MethodChoice
{
    public static Html Of(FormView view)
    {
        if (view.Session.Methods.Count < 2) return Html.None;
        var chosen = view.Session.Methods.Contains(view.Typed.Method) ? view.Typed.Method : view.Session.Methods[0];
        return Html.Of($"""
            <fieldset class="methods">
              <legend>{view.Words["method.choose"]}</legend>
              {Html.Each(view.Session.Methods, method => Html.Of($"""
                <label class="choice"><input type="radio" name="method" value="{method}"{new Html(method == chosen ? " checked" : "")}
                  aria-describedby="method-error"><span>{view.Words["method." + method]}</span></label>
                """))}
              {Fields.Error(view, "method")}
            </fieldset>
            """);
    }

    /// <summary>There is nothing to type: the test account is the only one.</summary>
    public static Html Account(FormView view) => Html.Of($"""
        <fieldset data-method="{PaidWith.ByDebit}">
          <legend>{view.Words["method.debit"]}</legend>
          <p class="fine">{view.Words["method.account", TestAccount.Spaced]}</p>
        </fieldset>
        """);
}
