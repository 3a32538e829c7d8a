using CommerceBot.Channels.Messenger;
using CommerceBot.Runtime;
using CommerceBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>Messenger takes its time to say who somebody is. What waits for the clock is at rest, so a conversation can be played meanwhile.</summary>
internal sealed class SlowProfiles(MessengerCarrier carrier, Pulse pulse, TimeProvider time, TimeSpan delay) : ICarryOut
{
    public IReadOnlyCollection<string> Kinds => carrier.Kinds;

    public OutboxQueue QueueOf(string kind) => carrier.QueueOf(kind);

    public TimeSpan GivesUpAfter(string kind) => carrier.GivesUpAfter(kind);

    public async Task<Outcome> CarryOutAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.Kind == MessengerCarrier.Profile)
            await pulse.RestAsync(delay, time, cancellationToken);
        return await carrier.CarryOutAsync(row, cancellationToken);
    }

    public static ShopHostWishes Of(TimeSpan delay) => new()
    {
        LastWord = services =>
        {
            services.Remove(services.Single(each => each.ServiceType == typeof(ICarryOut) && each.ImplementationType == typeof(MessengerCarrier)));
            services.AddSingleton<MessengerCarrier>();
            services.AddSingleton<ICarryOut>(all => new SlowProfiles(all.GetRequiredService<MessengerCarrier>(), all.GetRequiredService<Pulse>(), all.GetRequiredService<TimeProvider>(), delay));
        },
    };
}
