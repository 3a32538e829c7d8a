namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>Labelled fields, with their complaint tied to them for those who listen to the page.</summary>
internal static class Fields
{
    private static readonly string[] Optional = ["shipLine2", "shipState"];

    /// <param name="attributes">Written by this page itself, never by a shopper or a shop.</param>
    public static Html Text(FormView view, string name, string value, string attributes) => Html.Of($"""
        <div class="field{WrongClass(view, name)}">
          <label for="{name}">{view.Words[name]}</label>
          <input id="{name}" name="{name}" value="{value}" {new Html(attributes)}{Required(name)}{WrongMarks(view, name)}>
          {Error(view, name)}
        </div>
        """);

    public static Html Choice(FormView view, string name, string chosen, IReadOnlyList<(string Code, string Name)> choices) =>
        Html.Of(
            $"""
            <div class="field{WrongClass(view, name)}">
              <label for="{name}">{view.Words[name]}</label>
              <select id="{name}" name="{name}" autocomplete="off"{Required(name)}{WrongMarks(view, name)}>
                {Html.If(chosen.Length == 0 && choices.Count > 1, () => new Html("""<option value="" selected>—</option>"""))}
                {Html.Each(
                choices,
                choice =>
                    Html.Of($"""<option value="{choice.Code}"{new Html(choice.Code == chosen ? " selected" : "")}>{choice.Name}</option>""")
            )}
              </select>
              {Error(view, name)}
            </div>
            """);

    public static Html Error(FormView view, string name)
    {
        var (text, hidden) = view.Wrong.TryGetValue(name, out var key) ? (view.Words[key], "") : ("", " hidden");
        return Html.Of($"""<p class="error" id="{name}-error"{new Html(hidden)}>{text}</p>""");
    }

    public static Html WrongMarks(FormView view, string name) => Html.Of(
        $" aria-describedby=\"{name}-error\"{new Html(view.Wrong.ContainsKey(name) ? " aria-invalid=\"true\"" : "")}");

    public static Html WrongClass(FormView view, string name) => new(view.Wrong.ContainsKey(name) ? " wrong" : "");

    private static Html Required(string name) => new(Optional.Contains(name) ? "" : " aria-required=\"true\"");
}
