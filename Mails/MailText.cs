using System.Globalization;
using System.Text;

namespace CommerceBot.Mails;

/// <summary>A mail as plain text: for programs that show no HTML, and for readers who want none.</summary>
internal static class MailText
{
    public static string Of(MailContent content)
    {
        var text = new StringBuilder();
        Paragraph(text, content.Title.ToUpper(CultureInfo.GetCultureInfo(content.Language)));
        foreach (var paragraph in content.Intro)
            Paragraph(text, paragraph);
        if (content.Button is { } button)
            Paragraph(text, Link(button));
        if (content.Goods is { } goods)
            Paragraph(text, Goods(goods));
        foreach (var section in content.Sections)
            Paragraph(text, Section(section));
        text.Append("-- \n").AppendJoin('\n', content.Footer).Append('\n');
        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, string paragraph) => text.Append(paragraph).Append("\n\n");

    private static string Goods(MailGoods goods) => string.Join('\n', (string[])
    [
        goods.Heading,
        .. goods.Lines.Select(line => string.Join(" · ", new[] { $"{line.Quantity} × {line.Title}", line.Details, line.Price }
            .Where(part => part.Length > 0))),
        .. goods.Sums.Select(sum => $"{sum.Label}: {sum.Amount}"),
    ]);

    private static string Section(MailSection section) => string.Join('\n', (string[])
    [
        section.Heading, .. section.Lines, .. section.Links.Select(Link),
    ]);

    private static string Link(MailLink link) => $"{link.Text}: {link.Address.AbsoluteUri}";
}
