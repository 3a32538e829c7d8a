using System.Text.Json;
using CommerceBot.Payments;
using CommerceBot.Runtime;

namespace CommerceBot.Desk.Health;

/// <summary>What a dead call about money asked.</summary>
internal static class PaymentDeadLetter
{
    public static PaymentCall CallOf(IDeadLetters letters, DeadLetter letter) =>
        JsonSerializer.Deserialize(letters.RequestOf(letter).Span, PaymentsJson.Default.PaymentCall)
        ?? throw new JsonException($"Dead letter {letter.Id} holds null instead of a call.");
}
