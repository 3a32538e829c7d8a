using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using CommerceBot.Tests.BotFramework.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;

namespace CommerceBot.Tests.BotFramework.Listing;

/// <summary>Something of every type that our Bot Framework takes. Nothing of it reaches beyond this machine.</summary>
internal static class SampleArguments
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:1/");

    private static readonly Func<object>[] Makers =
    [
        () => Turns.Message(), () => Turns.Open(), () => new TestAdapter(), () => new MemoryStorage(),
        () => new ConversationState(new MemoryStorage()),
        () => new ClaimsIdentity("sample"), () => Turns.Message().GetConversationReference(), () => new DialogSet(), () => Context(),
        () => new TextPrompt("x"), () => new DialogInstance { Id = "x", State = new Dictionary<string, object>() },
        () => new ActivityHandler(),
        () => new DefaultHttpContext().Request, () => new DefaultHttpContext().Response, () => Settings(),
        () => new ConnectorClient(Nowhere),
        () => new FacebookClientWrapperOptions("verify", "secret", "token", Nowhere.ToString()), () => Client(),
        () => new FacebookAdapter(Client(), null), () => new Conversations(new ConnectorClient(Nowhere)),
        () => new HttpClient(), () => Nowhere, () => "x",
        () => CultureInfo.InvariantCulture,
    ];

    /// <summary>Null when there is no sample of the type.</summary>
    public static object? Of(Type type)
    {
        if (type.IsByRefLike)
            return null;
        if (type.IsValueType)
            return Activator.CreateInstance(type);
        if (Makers.FirstOrDefault(maker => maker.Method.ReturnType != typeof(void) && type.IsInstanceOfType(maker())) is { } made)
            return made();
        if (typeof(Delegate).IsAssignableFrom(type))
            return Doing(type);
        if (type.IsArray)
            return ArrayOf(type.GetElementType()!);
        if (type.IsGenericType && type.IsInterface && List(type) is { } list)
            return list;
        var isMade = type is { IsAbstract: false, ContainsGenericParameters: false };
        return isMade && Constructor(type) is { } constructor ? Made(constructor) : null;
    }

    private static ConstructorInfo? Constructor(Type type) =>
        type.GetConstructors().MinBy(constructor => constructor.GetParameters().Length);

    private static object? Made(ConstructorInfo constructor)
    {
        var parameters = constructor.GetParameters();
        return constructor.Invoke([.. parameters.Select(one => one.HasDefaultValue ? one.DefaultValue : Of(one.ParameterType))]);
    }

    private static Array ArrayOf(Type element)
    {
        var sample = Of(element);
        var array = Array.CreateInstance(element, sample is null ? 0 : 1);
        if (sample is not null)
            array.SetValue(sample, 0);
        return array;
    }

    private static object? List(Type type)
    {
        var arguments = type.GetGenericArguments();
        Type[] candidates = arguments.Length == 2
            ? [typeof(Dictionary<,>).MakeGenericType(arguments)]
            : [typeof(List<>).MakeGenericType(arguments), typeof(HashSet<>).MakeGenericType(arguments)];
        return candidates.FirstOrDefault(type.IsAssignableFrom) is { } list ? Activator.CreateInstance(list) : null;
    }

    /// <summary>A delegate that does nothing, at once.</summary>
    private static Delegate Doing(Type type)
    {
        var method = type.GetMethod("Invoke")!;
        Expression result = method.ReturnType == typeof(Task)
            ? Expression.Constant(Task.CompletedTask)
            : Expression.Default(method.ReturnType);
        return Expression.Lambda(type, result, method.GetParameters().Select(one => Expression.Parameter(one.ParameterType))).Compile();
    }

    private static DialogContext Context() => new(new DialogSet().Add(new TextPrompt("x")), Turns.Open(), new DialogState());

    private static FacebookClientWrapper Client() => new(new FacebookClientWrapperOptions("verify", "secret", "token", Nowhere.ToString()));

    private static IConfiguration Settings() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["FacebookVerifyToken"] = "verify", ["FacebookAppSecret"] = "secret", ["FacebookAccessToken"] = "token",
        ["FacebookApiHost"] = Nowhere.ToString(),
    }).Build();
}
