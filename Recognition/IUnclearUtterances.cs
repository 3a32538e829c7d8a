using CommerceBot.Catalog;

namespace CommerceBot.Recognition;

/// <summary>
/// What shoppers wrote and the shop did not understand: kept with the turn's commit, encrypted, without who wrote it, and no longer than
/// other rows, so that the merchant can add answers and sentences.
/// </summary>
internal interface IUnclearUtterances
{
    /// <param name="guess">The likeliest intent, by its name.</param>
    void Add(string text, Language language, string guess);
}
