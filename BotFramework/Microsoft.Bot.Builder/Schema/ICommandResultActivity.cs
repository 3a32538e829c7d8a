namespace Microsoft.Bot.Schema;

/// <summary>What became of a command.</summary>
public interface ICommandResultActivity : IActivity
{
    /// <summary>Which event, invoke or command it is.</summary>
    string? Name { get; set; }

    /// <summary>What it says beside or in place of a text; its form depends on the name.</summary>
    object? Value { get; set; }
}
