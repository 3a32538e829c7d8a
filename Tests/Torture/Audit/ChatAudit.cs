namespace CommerceBot.Tests.Torture.Audit;

/// <summary>Whoever spoke last was the shop, and it said nothing twice.</summary>
internal static class ChatAudit
{
    public static IEnumerable<Difference> Of(Evidence evidence)
    {
        foreach (var chat in evidence.Chats)
        {
            if (chat.Lines is [.., { FromShop: false } last])
                yield return new Difference(Kinds.Unanswered, chat.User, $"line {last.Seq} has no answer");
            foreach (
                var same in chat.Lines.Where(line => line.Id is { Length: > 0 }).GroupBy(line => line.Id).Where(same => same.Count() > 1))
                yield return new Difference(
                    Kinds.MessageTwice, same.Key!,
                    $"{chat.User} heard it {same.Count()} times: lines {string.Join(", ", same.Select(line => line.Seq))}");
        }
    }
}
