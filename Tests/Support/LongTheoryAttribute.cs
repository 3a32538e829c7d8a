using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace CommerceBot.Tests.Support;

/// <summary>A <see cref="TheoryAttribute"/> of the category Long: <c>[LongTheory(Needs = "chromium")]</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LongTheoryAttribute : TheoryAttribute, ITraitAttribute
{
    private string? _needs;

    public LongTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => Skip = LongTests.Obstacle(null);

    /// <summary>Programs that must be on the PATH, with commas between.</summary>
    public string? Needs
    {
        get => _needs;
        set => Skip = LongTests.Obstacle(_needs = value);
    }

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => LongTests.Traits;
}
