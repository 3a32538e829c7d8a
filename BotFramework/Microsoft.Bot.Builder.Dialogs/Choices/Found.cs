namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something recognised in a text, from <see cref="Start"/> to <see cref="End"/> inclusive.</summary>
public class ModelResult<T>
{
    /// <summary>The piece of the text, as it was written.</summary>
    public string Text { get; set; }

    /// <summary>Its first character, from 0.</summary>
    public int Start { get; set; }

    /// <summary>Its last character.</summary>
    public int End { get; set; }

    /// <summary>What kind of thing it is, such as <c>choice</c>.</summary>
    public string TypeName { get; set; }

    /// <summary>What it means.</summary>
    public T Resolution { get; set; }
}

/// <summary>A choice that was found.</summary>
public class FoundChoice
{
    /// <summary>The value of the choice.</summary>
    public string Value { get; set; }

    /// <summary>Its place in the list, from 0.</summary>
    public int Index { get; set; }

    /// <summary>1 for a choice that was named word by word, less for words in between.</summary>
    public float Score { get; set; }

    /// <summary>The words by which it was found, when it was found by words.</summary>
    public string Synonym { get; set; }
}

/// <summary>A value that was found.</summary>
public class FoundValue
{
    /// <summary>The value, as it was given to search for.</summary>
    public string Value { get; set; }

    /// <summary>What the value stands for: see <see cref="SortedValue"/>.</summary>
    public int Index { get; set; }

    /// <summary>1 for all of its words in a row, less for words missing or in between.</summary>
    public float Score { get; set; }
}

/// <summary>A value to search for, and the index of what it stands for.</summary>
public class SortedValue
{
    /// <summary>What is searched for.</summary>
    public string Value { get; set; }

    /// <summary>Several values may have the same.</summary>
    public int Index { get; set; }
}
