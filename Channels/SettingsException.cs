namespace CommerceBot.Channels;

/// <summary>The settings cannot work. The message says what to change.</summary>
public sealed class SettingsException(string message) : Exception(message)
{
    /// <summary>Reads settings by another module's rules, whose complaints already name the line to mend.</summary>
    /// <exception cref="SettingsException">That module's complaint.</exception>
    internal static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException wrong)
        {
            throw new SettingsException(wrong.Message);
        }
        catch (ArgumentException wrong)
        {
            throw new SettingsException(wrong.Message.Replace($" (Parameter '{wrong.ParamName}')", "", StringComparison.Ordinal));
        }
    }
}
