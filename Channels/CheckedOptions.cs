using Microsoft.Extensions.Options;

namespace CommerceBot.Channels;

/// <summary>Settings that are bound to a type by their names and checked before the host listens.</summary>
internal static class CheckedOptions
{
    /// <summary>Offers <typeparamref name="T"/> itself. An empty setting is one that is not set: the type's own default stands.</summary>
    /// <param name="faults">A sentence for each setting that cannot work: its name, its value and what to write.</param>
    public static IServiceCollection AddChecked<T>(
        this IServiceCollection services, IConfiguration settings, Func<T, IEnumerable<string>> faults)
        where T : class
    {
        services.AddOptions<T>().Configure(options => Bind(settings, options)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<T>>(new Check<T>(faults));
        return services.AddSingleton(all => all.GetRequiredService<IOptions<T>>().Value);
    }

    /// <summary>Whether it is a whole http or https address.</summary>
    public static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0;

    /// <exception cref="SettingsException">A value has another type than its setting.</exception>
    private static void Bind<T>(IConfiguration settings, T options)
        where T : class
    {
        var set = settings.AsEnumerable(makePathsRelative: true).Where(setting => !string.IsNullOrWhiteSpace(setting.Value));
        try
        {
            new ConfigurationBuilder().AddInMemoryCollection(set).Build().Bind(options);
        }
        catch (InvalidOperationException wrong)
        {
            throw new SettingsException($"{wrong.Message.TrimEnd('.')}. Mend it in appsettings.json or the environment.");
        }
    }

    private sealed class Check<T>(Func<T, IEnumerable<string>> faults) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            faults(options).ToList() is { Count: > 0 } found ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
    }
}
