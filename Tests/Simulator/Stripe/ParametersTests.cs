using System.Reflection;
using System.Text.Json.Serialization;
using CommerceBot.Simulator.Stripe.Api;
using CommerceBot.Simulator.Stripe.Forms;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class ParametersTests
{
    [Fact]
    public void Every_parameter_of_the_simulator_is_one_of_Stripes()
    {
        AllExist(SessionParameters.Create, typeof(SessionCreateOptions), "session");
        AllExist(OtherParameters.CreateRefund, typeof(RefundCreateOptions), "refund");
        AllExist(OtherParameters.CreateCustomer, typeof(CustomerCreateOptions), "customer");
        AllExist(OtherParameters.ListSessions, typeof(SessionListOptions), "list sessions");
        AllExist(OtherParameters.ListIntents, typeof(PaymentIntentListOptions), "list intents");
        AllExist(OtherParameters.ListCharges, typeof(ChargeListOptions), "list charges");
        AllExist(OtherParameters.ListRefunds, typeof(RefundListOptions), "list refunds");
        AllExist(OtherParameters.ListEvents, typeof(EventListOptions), "list events");
        AllExist(OtherParameters.ListCustomers, typeof(CustomerListOptions), "list customers");
    }

    /// <summary>A parameter that Stripe.net can send and the simulator does not know would be called unknown, which is a lie.</summary>
    [Fact]
    public void The_simulator_knows_every_parameter_of_a_session_and_a_refund_by_name()
    {
        Assert.Empty(Names(typeof(SessionCreateOptions)).Keys.Except(SessionParameters.Create.Fields.Select(field => field.Name)));
        Assert.Empty(Names(typeof(RefundCreateOptions)).Keys.Except(OtherParameters.CreateRefund.Fields.Select(field => field.Name)));
    }

    private static void AllExist(GroupRule group, Type options, string where)
    {
        var known = Names(options);
        foreach (var field in group.Fields)
        {
            Assert.True(known.TryGetValue(field.Name, out var type), $"{where}[{field.Name}] is not in {options.Name}");
            var below = field.Rule switch
            {
                GroupRule inner => inner,
                ListRule { Item: GroupRule inner } => inner,
                EitherRule { Tree: GroupRule inner } => inner,
                _ => null,
            };
            if (below is not null) AllExist(below, OptionsIn(type!), $"{where}[{field.Name}]");
        }
    }

    private static Type OptionsIn(Type type) => type.IsGenericType ? OptionsIn(type.GetGenericArguments()[^1]) : type;

    private static Dictionary<string, Type> Names(Type options) => options.GetProperties()
        .Select(property => (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name, property.PropertyType))
        .Where(pair => pair.Name is not null)
        .GroupBy(pair => pair.Name!)
        .ToDictionary(group => group.Key, group => group.First().PropertyType);
}
