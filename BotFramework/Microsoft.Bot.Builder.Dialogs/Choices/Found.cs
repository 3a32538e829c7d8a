namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something recognised in a text, from <see cref="Start"/> to <see cref="End"/> inclusive.</summary>
public class ModelResult<T>
{
    public string Text { get; set; }

    public int Start { get; set; }

    public int End { get; set; }

    public string TypeName { get; set; }

    public T Resolution { get; set; }
}

public class FoundChoice
{
    public string Value { get; set; }

    public int Index { get; set; }

    /// <summary>1 for a choice that was named word by word, less for words in between.</summary>
    public float Score { get; set; }

    /// <summary>The words by which it was found, when it was found by words.</summary>
    public string Synonym { get; set; }
}

public class FoundValue
{
    public string Value { get; set; }

    public int Index { get; set; }

    public float Score { get; set; }
}

/// <summary>A value to search for, and the index of what it stands for.</summary>
public class SortedValue
{
    public string Value { get; set; }

    public int Index { get; set; }
}
