namespace Microsoft.Bot.Schema;

/// <summary>A command from one bot to another.</summary>
public interface ICommandActivity : IActivity
{
    string? Name { get; set; }

    object? Value { get; set; }
}
