using System.Text.RegularExpressions;
using CommerceBot.Tests.Architecture.Reading;

namespace CommerceBot.Tests.Architecture.Style;

/// <summary>
/// What is public is documented: a comment of three slashes stands right above it, or above its attributes. Overrides are not meant,
/// nor what an internal type holds; the values of an enum on one line are explained by its type.
/// </summary>
internal static partial class DocRules
{
    public static IEnumerable<string> Undocumented(IEnumerable<SourceFile> files)
    {
        var found = files.SelectMany(file => new Reader(file).Read().Select(declared => (File: file, Declared: declared))).ToList();
        var explained = found.Where(one => one.Declared is { IsPartial: true, IsDocumented: true }).Select(one => one.Declared.Name)
            .ToHashSet();
        return from one in found
               where !one.Declared.IsDocumented && !(one.Declared.IsPartial && explained.Contains(one.Declared.Name))
               select $"{one.File.At(one.Declared.Index)}: {one.Declared.Name} is public and has no comment";
    }

    private enum Scope
    {
        Space,
        Type,
        Interface,
        Enum,
        Closed,
    }

    private readonly record struct Declaration(string Name, int Index, bool IsDocumented, bool IsPartial);

    /// <summary>Walks the declarations of one file; what stands in bodies and after arrows is passed over.</summary>
    private sealed class Reader(SourceFile file)
    {
        // An operator's sign and a line for the compiler are no punctuation.
        private readonly string _code = Directive().Replace(
            Operator().Replace(file.Code, sign => new string('x', sign.Length)), line => new string(' ', line.Length));

        private readonly List<Declaration> _found = [];
        private int _at;

        public IReadOnlyList<Declaration> Read()
        {
            Body(Scope.Space);
            return _found;
        }

        /// <summary>Reads declarations up to the brace that ends the scope, or the end of the file.</summary>
        private void Body(Scope scope)
        {
            while (Next() is { } sign)
            {
                if (sign == '}')
                {
                    _at++;
                    return;
                }

                var above = _at;
                while (Next() == '[')
                    Pass();
                One(scope, above);
            }
        }

        private void One(Scope scope, int above)
        {
            var from = _at;
            Head(scope);
            var head = _code[from.._at].Trim();
            var end = _at < _code.Length ? _code[_at] : ';';
            var inner = Inner(scope, head);
            var isOneLine = inner == Scope.Enum && !_code[_at..Math.Max(_at, _code.IndexOf('}', _at))].Contains('\n');
            if (Needs(scope, head))
                _found.Add(new Declaration(NameOf(head), above, IsDocumented(above), PartialWord().IsMatch(head)));
            if (end == '{' && inner is { } scopeOfBody && !isOneLine)
            {
                _at++;
                Body(scopeOfBody);
                return;
            }

            if (end == '{')
                Pass();
            if (end == '=' || Next() == '=')
                Expression(scope);
            if (_at < _code.Length && _code[_at] is ';' or ',')
                _at++;
        }

        /// <summary>Up to the sign that ends a declaration's head: its body, its value, or its end.</summary>
        private void Head(Scope scope)
        {
            while (_at < _code.Length && _code[_at] is not ('{' or ';' or '=' or '}') && (scope != Scope.Enum || _code[_at] != ','))
                Step();
        }

        private void Expression(Scope scope)
        {
            while (_at < _code.Length && _code[_at] != ';' && (scope != Scope.Enum || _code[_at] is not (',' or '}')))
                Step();
        }

        private void Step()
        {
            if (_code[_at] is '(' or '[' or '{')
                Pass();
            else
                _at++;
        }

        /// <summary>Over brackets of any kind and all that is within them.</summary>
        private void Pass()
        {
            var depth = 0;
            do
            {
                depth += _code[_at++] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            }
            while (depth > 0 && _at < _code.Length);
        }

        private char? Next()
        {
            while (_at < _code.Length && char.IsWhiteSpace(_code[_at]))
                _at++;
            return _at < _code.Length ? _code[_at] : null;
        }

        private bool IsDocumented(int above)
        {
            var before = file.Text[..above].TrimEnd();
            return before[(before.LastIndexOf('\n') + 1)..].TrimStart().StartsWith("///", StringComparison.Ordinal);
        }

        private static Scope? Inner(Scope outer, string head)
        {
            if (head.StartsWith("namespace ", StringComparison.Ordinal))
                return Scope.Space;
            if (TypeHead().Match(head) is not { Success: true } type)
                return null;
            var isOpen = outer != Scope.Closed && (outer == Scope.Interface || PublicWord().IsMatch(head));
            return !isOpen ? Scope.Closed : type.Groups["kind"].Value switch
            {
                "interface" => Scope.Interface,
                "enum" => Scope.Enum,
                _ => Scope.Type,
            };
        }

        private static bool Needs(Scope scope, string head) => scope switch
        {
            Scope.Enum => head.Length > 0,
            Scope.Interface => head.Length > 0 && !PrivateWord().IsMatch(head),
            Scope.Closed => false,
            _ => PublicWord().IsMatch(head) && !OverrideWord().IsMatch(head),
        };

        private static string NameOf(string head) => NameAtEnd().Match(head) is { Success: true } found ? found.Groups["name"].Value : head;
    }

    [GeneratedRegex(
        @"^(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe|new)\s+)*"
        + @"(?<kind>class|record|struct|interface|enum)\s+\w")]
    private static partial Regex TypeHead();

    [GeneratedRegex(@"^(?:\w+\s+)*?public\s")]
    private static partial Regex PublicWord();

    [GeneratedRegex(@"^(?:(?:private|protected|internal|static)\s+)*(?:private|protected|internal)\s")]
    private static partial Regex PrivateWord();

    [GeneratedRegex(@"^(?:(?:public|sealed|static|async|new|unsafe)\s+)*override\s")]
    private static partial Regex OverrideWord();

    [GeneratedRegex(@"^(?:(?:public|internal|static|sealed|abstract|readonly)\s+)*partial\s")]
    private static partial Regex PartialWord();

    /// <summary>The word before type parameters, parameters and bounds.</summary>
    [GeneratedRegex(
        @"(?<name>[A-Za-z_]\w*)\s*(?:<[^()]*>)?\s*(?:\[[^\]]*\])?(?:\((?:[^()]|\([^()]*\))*\))?\s*(?:$|:|where\b)")]
    private static partial Regex NameAtEnd();

    [GeneratedRegex(@"(?<=\boperator\s*)[^\w\s(]+")]
    private static partial Regex Operator();

    [GeneratedRegex(@"^[ \t]*#[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
