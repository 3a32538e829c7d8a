using System.Reflection;
using CommerceBot.Tests.BotFramework.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Listing;

/// <summary>A null where something is needed is refused by name; it is never found later, by a NullReferenceException.</summary>
public sealed class NullArgumentTests
{
    public static TheoryData<string> Assemblies => ListingTests.Assemblies;

    [Theory, MemberData(nameof(Assemblies))]
    public async Task No_public_member_stumbles_over_a_null(string assembly)
    {
        var called = 0;
        var stumbled = new List<string>();
        var types = Assembly.Load(assembly).GetExportedTypes().Where(IsConcrete);
        foreach (var (member, parameter) in types.SelectMany(Members).SelectMany(Needed))
        {
            if (Arguments(member, parameter) is not { } arguments)
                continue;
            called++;
            if (await FaultAsync(member, arguments) is NullReferenceException fault)
                stumbled.Add($"{member.DeclaringType!.Name}.{member.Name}({parameter.Name}) {fault.StackTrace!.Split('\n')[0].Trim()}");
        }

        Assert.True(stumbled.Count == 0, string.Join('\n', stumbled.Distinct()));
        Assert.True(called > 70, $"Only {called} members of {assembly} could be called.");
    }

    public static TheoryData<string, Func<object?>> Refusals => new()
    {
        { "attachment", () => MessageFactory.Attachment((Attachment)null!) },
        { "attachments", () => MessageFactory.Attachment((IEnumerable<Attachment>)null!) },
        { "attachments", () => MessageFactory.Carousel(null!) },
        { "url", () => MessageFactory.ContentUrl(null!, "image/png") },
        { "url", () => MessageFactory.ContentUrl(" ", "image/png") },
        { "contentType", () => MessageFactory.ContentUrl("https://shop.example/1.png", "") },
        { "actions", () => MessageFactory.SuggestedActions((IEnumerable<string>)null!, "?", null, null) },
        { "cardActions", () => MessageFactory.SuggestedActions((IEnumerable<CardAction>)null!, "?", null, null) },
        { "adapter", () => new TurnContext((BotAdapter)null!, Turns.Message()) },
        { "activity", () => new TurnContext(new Microsoft.Bot.Builder.Adapters.TestAdapter(), null!) },
        { "storage", () => new ConversationState(null!) },
        { "name", () => new UserState(new MemoryStorage()).CreateProperty<string>(" ") },
        { "keys", () => new MemoryStorage().ReadAsync(null!, default) },
        { "changes", () => new MemoryStorage().WriteAsync(null!, default) },
        { "middleware", () => new MiddlewareSet().Use(null!) },
        { "dialogState", () => new DialogSet(null!) },
        { "dialog", () => new DialogSet().Add(null!) },
        { "dialogId", () => new DialogSet().Find("") },
        { "dialogId", () => new TextPrompt(" ") },
        { "dialogId", () => new ActivityPrompt(null!, (_, _) => Task.FromResult(true)) },
        { "validator", () => new ActivityPrompt("x", null!) },
        { "step", () => new WaterfallDialog("x").AddStep(null!) },
        { "choices", () => Find.FindChoices("x", (IList<Choice>)null!) },
        { "values", () => Find.FindValues("x", null!) },
    };

    [Theory, MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void A_null_or_blank_is_refused_by_the_name_of_its_parameter(string parameter, Func<object?> call) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(() => { _ = call(); }).ParamName);

    [Fact]
    public void A_message_has_empty_lists_to_add_to_and_no_blank_text()
    {
        Activity[] messages =
        [
            MessageFactory.Text("hi"), (Activity)MessageFactory.SuggestedActions(["a"], "hi", null, null),
            (Activity)MessageFactory.Attachment(new Attachment()), (Activity)MessageFactory.Carousel([]),
        ];

        Assert.All(messages, message => Assert.NotNull(message.Attachments));
        Assert.All(messages, message => Assert.Empty(message.Entities!));
        messages[0].Attachments!.Add(new Attachment());
        Assert.Null(MessageFactory.Text(" ", " ").Text);
        Assert.Null(MessageFactory.Text(" ", " ").Speak);
    }

    private static bool IsConcrete(Type type) =>
        (type is { IsAbstract: false, IsInterface: false } or { IsAbstract: true, IsSealed: true })
        && !typeof(Delegate).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type)
        && !type.ContainsGenericParameters && !type.IsEnum;

    private static IEnumerable<MethodBase> Members(Type type)
    {
        var methods = type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)
            .Where(method => !method.IsSpecialName && !method.ContainsGenericParameters
                && method.DeclaringType!.Namespace?.StartsWith("Microsoft.Bot", StringComparison.Ordinal) == true);
        return [.. type.GetConstructors(), .. methods];
    }

    /// <summary>The parameters that must be given something.</summary>
    private static IEnumerable<(MethodBase Member, ParameterInfo Parameter)> Needed(MethodBase member) =>
        from parameter in member.GetParameters()
        where !parameter.ParameterType.IsValueType && !parameter.ParameterType.IsByRef && !parameter.HasDefaultValue
            && new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.Nullable
        select (member, parameter);

    private static object?[]? Arguments(MethodBase member, ParameterInfo missing)
    {
        var arguments = new List<object?>();
        foreach (var parameter in member.GetParameters())
        {
            var sample = parameter.HasDefaultValue ? DefaultOf(parameter) : SampleArguments.Of(parameter.ParameterType);
            if (sample is null && parameter != missing && !parameter.HasDefaultValue)
                return null;
            arguments.Add(parameter == missing ? null : sample);
        }
        return [.. arguments];
    }

    private static object? DefaultOf(ParameterInfo parameter) =>
        parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);

    private static async Task<Exception?> FaultAsync(MethodBase member, object?[] arguments)
    {
        try
        {
            if (member is ConstructorInfo constructor)
                _ = constructor.Invoke(arguments);
            else if (SampleArguments.Of(member.DeclaringType!) is var instance && (instance is not null || member.IsStatic)
                && member.Invoke(member.IsStatic ? null : instance, arguments) is Task running)
                await running.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            return null;
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException;
        }
        catch (Exception fault) when (fault is not TimeoutException)
        {
            return fault;
        }
    }
}
