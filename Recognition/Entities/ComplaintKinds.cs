using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Entities;

/// <summary>
/// What went wrong, by the beginnings of words. The first kind of the list that a word speaks of is it: broken goods
/// came late too.
/// </summary>
internal static class ComplaintKinds
{
    private static readonly (ComplaintKind Kind, string[] Beginnings)[] Kinds =
    [
        (
            ComplaintKind.Broken,
            [
                "rott",
                "romp",
                "spezzat",
                "scheggiat",
                "crep",
                "incrinat",
                "danneggiat",
                "difett",
                "ammaccat",
                "schiacciat",
                "frantum",
                "distrutt",
                "graffi",
                "bucat",
                "strappat",
                "macchiat",
                "scollat",
                "sbeccat",
                "guast",
                "funziona",
                "perde",
                "broke",
                "crack",
                "chip",
                "damag",
                "defect",
                "fault",
                "smash",
                "shatter",
                "dent",
                "scratch",
                "torn",
                "ripp",
                "crush",
                "leak",
                "stain",
                "bent",
                "snapped",
                "working",
                "apart",
                "pieces",
                "mould",
                "muff",
                "ammuffit",
                "scadut",
                "expired",
                "mold",
            ]),
        (ComplaintKind.Wrong, ["sbagliat", "errat", "divers", "wrong", "incorrect", "differen", "mixed", "scambiat", "instead", "invece"]),
        (ComplaintKind.Missing, ["manca", "mancava", "mancano", "incomplet", "missing", "incomplete", "vuot", "empty", "short"]),
        (
            ComplaintKind.Late,
            [
                "ritard",
                "aspett",
                "late",
                "delay",
                "wait",
                "still",
                "ancora",
                "settiman",
                "week",
                "month",
                "mesi",
                "days",
                "giorni",
                "promised",
                "promess",
                "never",
                "overdue",
                "slow",
            ]),
    ];

    public static ComplaintKind In(TextTokens tokens)
    {
        foreach (var (kind, beginnings) in Kinds)
            foreach (var token in tokens.Items)
                if (token.Kind == TokenKind.Word && BeginsLikeOne(token.Folded.Span, beginnings))
                    return kind;
        return ComplaintKind.Unsaid;
    }

    private static bool BeginsLikeOne(ReadOnlySpan<char> word, string[] beginnings)
    {
        foreach (var beginning in beginnings)
            if (word.StartsWith(beginning))
                return true;
        return false;
    }
}
