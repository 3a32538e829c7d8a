using CommerceBot.Catalog;

namespace CommerceBot.Recognition;

/// <summary>What is known beside the sentence. All of it may be missing.</summary>
/// <param name="Language">The conversation's; a sentence that is clearly of another one is read as that.</param>
/// <param name="Vocabulary">The words of what this shop sells.</param>
/// <param name="Categories">The shop's categories with their titles in the conversation's language: a sentence that
/// names one is about it.</param>
public sealed record RecognitionContext(
    Language? Language = null, ICatalogVocabulary? Vocabulary = null, IReadOnlyList<Category>? Categories = null)
{
    /// <summary>Nothing is known but the sentence: it is read as the language that it seems to be.</summary>
    public static RecognitionContext None { get; } = new();
}

/// <summary>
/// The words of the titles, brands and categories on sale (not of descriptions, which hold every word of a language). Asked for each
/// word of each sentence: an answer must come from memory.
/// </summary>
public interface ICatalogVocabulary
{
    /// <param name="word">Lower case, without accents: <c>caffe</c>.</param>
    /// <param name="language">Whose endings it has.</param>
    bool Knows(string word, Language language);
}
