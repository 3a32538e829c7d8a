namespace Microsoft.Bot.Schema;

/// <summary>A command from one bot to another.</summary>
public interface ICommandActivity : IActivity
{
    /// <summary>Which event, invoke or command it is.</summary>
    string? Name { get; set; }

    /// <summary>What it says beside or in place of a text; its form depends on the name.</summary>
    object? Value { get; set; }
}
