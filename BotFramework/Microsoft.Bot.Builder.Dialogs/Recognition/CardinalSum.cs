namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>A whole number while its words come in, from the great to the small: "two million three hundred and five".</summary>
internal sealed class CardinalSum(decimal first, bool isDigits)
{
    /// <summary>Beyond it nobody counts, and arithmetic would overflow.</summary>
    public const decimal Greatest = 1_000_000_000_000_000_000;

    private decimal _done;
    private decimal _group = first;
    private decimal _groupBeforeAnd;
    private decimal _limit = Greatest;
    private bool _isDigits = isDigits;
    private bool _isCollection;

    public decimal Value => _done + _group;

    /// <summary>The value in front of the last "and", unless what stood there was multiplied together with what follows.</summary>
    public decimal? BeforeAnd { get; private set; }

    /// <summary>The last word, if it multiplied: in "a million and a half" the half is one of it.</summary>
    public decimal LastScale { get; private set; }

    public bool IsTooGreat { get; private set; }

    public bool EndsInTens => !_isDigits && _group % 10 == 0 && _group % 100 >= 20;

    /// <summary>How much fits into the zeros at the end: twenty takes one, two does not take three.</summary>
    public static decimal ScaleOf(decimal value)
    {
        if (value <= 0 || value % 100 == 10)
            return 0;
        var scale = 1m;
        while (value % (scale * 10) == 0)
            scale *= 10;
        return scale;
    }

    /// <summary>Hundreds count below a hundred; greater scales come from great to small, and count all of their group.</summary>
    public bool TryScale(decimal scale)
    {
        if (_isCollection && scale < 100)
            return false;
        var counted = scale < 1000 ? _group - _groupBeforeAnd : _group;
        if (counted <= 0 || (!_isDigits && counted >= scale) || scale >= _limit)
            return false;
        if (scale < 1000)
            _group = _groupBeforeAnd + Times(counted, scale);
        else
            CloseGroup(scale);
        LastScale = scale >= 1000 ? scale : 0;
        (_isDigits, _isCollection) = (false, false);
        return true;
    }

    /// <summary>"Two dozen", "three hundred and two dozens": it counts what follows the last "and".</summary>
    public bool TryCollect(decimal amount)
    {
        var counted = _group - _groupBeforeAnd;
        if (counted <= 0)
            return false;
        _group = _groupBeforeAnd + Times(counted, amount);
        LastScale = amount;
        (_isDigits, _isCollection) = (false, true);
        return true;
    }

    /// <summary>Digits are added only behind a scale: "2 million 300"; "100 5" are two numbers.</summary>
    public bool TryAdd(decimal more, bool isDigits, bool afterAnd)
    {
        var fits = _group == 0
            ? _done > 0 && more < _limit
            : !_isCollection && !isDigits && !_isDigits && more < ScaleOf(_group);
        if (!fits || more <= 0)
            return false;
        if (afterAnd)
            (BeforeAnd, _groupBeforeAnd) = (Value, _group);
        _group += more;
        (_isDigits, LastScale) = (isDigits, 0);
        return true;
    }

    private void CloseGroup(decimal scale)
    {
        if (_groupBeforeAnd > 0)
            BeforeAnd = null;
        _done += Times(_group, scale);
        (_group, _groupBeforeAnd, _limit) = (0, 0, scale);
    }

    private decimal Times(decimal value, decimal factor)
    {
        IsTooGreat |= value > Greatest / factor;
        return IsTooGreat ? 1 : value * factor;
    }
}
