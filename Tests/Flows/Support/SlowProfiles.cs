using CommerceBot.Channels.Messenger;
using CommerceBot.Runtime;
using CommerceBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>
/// Messenger takes its time to say who somebody is. What waits for the clock is at rest, so a conversation can be
/// played meanwhile.
/// </summary>
internal sealed class SlowProfiles(MessengerSender sender, IdleTracker idleTracker, TimeProvider time, TimeSpan delay) : IOutboxSender
{
    public IReadOnlyCollection<string> Kinds => sender.Kinds;

    public OutboxQueue QueueOf(string kind) => sender.QueueOf(kind);

    public TimeSpan GivesUpAfter(string kind) => sender.GivesUpAfter(kind);

    public async Task<Outcome> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.Kind == MessengerSender.Profile)
            await idleTracker.WaitAsync(delay, time, cancellationToken);
        return await sender.SendAsync(row, cancellationToken);
    }

    public static ShopHostOptions Of(TimeSpan delay) =>
        new()
        {
            LastWord = services =>
            {
                services.Remove(
                    services.Single(each => each.ServiceType == typeof(IOutboxSender) && each.ImplementationType == typeof(MessengerSender))
                );
                services.AddSingleton<MessengerSender>();
                services.AddSingleton<IOutboxSender>(all => new SlowProfiles(
                    all.GetRequiredService<MessengerSender>(), all.GetRequiredService<IdleTracker>(),
                    all.GetRequiredService<TimeProvider>(), delay));
            },
        };
}
