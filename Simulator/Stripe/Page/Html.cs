using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>A piece of HTML. Made from an interpolated text whose holes are encoded, unless they are HTML already.</summary>
internal readonly record struct Html(string Text)
{
    public static Html None { get; } = new("");

    public static Html Of(Writer writer) => new(writer.ToString());

    public static Html Each<T>(IEnumerable<T> things, Func<T, Html> part) => new(string.Concat(things.Select(thing => part(thing).Text)));

    public static Html If(bool condition, Func<Html> part) => condition ? part() : None;

    public override string ToString() => Text ?? "";

    [InterpolatedStringHandler]
    internal readonly struct Writer(int literalLength, int formattedCount)
    {
        private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => text.Append(literal);

        public void AppendFormatted(Html html) => text.Append(html.Text);

        public void AppendFormatted(string? plain) => text.Append(HtmlEncoder.Default.Encode(plain ?? ""));

        public void AppendFormatted(long number) => text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number}");

        public override string ToString() => text.ToString();
    }
}
