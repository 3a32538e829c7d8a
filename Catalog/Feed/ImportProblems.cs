namespace CommerceBot.Catalog.Feed;

/// <summary>Gathers what is wrong with a feed; keeps the first ones and counts all, so that a bad feed fits in memory.</summary>
internal sealed class ImportProblems
{
    /// <summary>As many as a person reads; a merchant who mends these imports again.</summary>
    public const int Kept = 500;

    private readonly List<ImportProblem> _errors = [];
    private readonly List<ImportProblem> _warnings = [];

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    public IReadOnlyList<ImportProblem> First => [.. _errors.Concat(_warnings).OrderBy(problem => problem.Line)];

    public void Error(long line, string column, string value, string advice)
    {
        Errors++;
        if (_errors.Count < Kept)
            _errors.Add(new ImportProblem(line, column, ReportText.Short(value), advice, IsError: true));
    }

    public void Warn(long line, string column, string value, string advice)
    {
        Warnings++;
        if (_warnings.Count < Kept)
            _warnings.Add(new ImportProblem(line, column, ReportText.Short(value), advice, IsError: false));
    }
}
