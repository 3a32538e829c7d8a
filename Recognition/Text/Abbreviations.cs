using System.Collections.Frozen;

namespace CommerceBot.Recognition.Text;

/// <summary>How people write in chats, and the words that they mean. For understanding only: nothing is ever shown so.</summary>
internal static class Abbreviations
{
    private const string Table = """
        x=per xke=perche xche=perche perke=perche xk=perche xq=perche pke=perche pk=perche
        nn=non cmq=comunque cmnq=comunque qnt=quanto qnto=quanto qnti=quanti qnta=quanta qnte=quante
        qlc=qualcosa qlcs=qualcosa qlcsa=qualcosa qlks=qualcosa qlcn=qualcuno qlcuno=qualcuno qls=qualsiasi
        ke=che ki=chi kosa=cosa kn=con cn=con tt=tutto tutt=tutto grz=grazie graz=grazie dv=dove qnd=quando qndo=quando qdo=quando
        nnt=niente sn=sono qst=questo qsto=questo qsta=questa qsti=questi qll=quello qlla=quella anke=anche ank=anche
        prox=prossimo risp=risposta sett=settimana gg=giorni msg=messaggio msgs=messages tel=telefono num=numero dmn=domani
        kk=ok okk=ok vbb=va_bene vb=va_bene xfavore=per_favore perfav=per_favore pf=per_favore ttt=tutto
        poss=posso mlt=molto spe=aspetta asp=aspetta cs=cosa cmpr=comprare
        u=you ur=your urs=yours pls=please plz=please pleas=please plss=please thx=thanks tnx=thanks thnx=thanks thks=thanks
        ty=thanks tysm=thanks
        r=are wanna=want_to gonna=going_to gimme=give_me gotta=have_to lemme=let_me cuz=because coz=because
        tmrw=tomorrow tmr=tomorrow tomoz=tomorrow abt=about dunno=dont_know idk=dont_know wats=whats wat=what wht=what
        hv=have ppl=people bday=birthday xmas=christmas pics=pictures pic=picture qty=quantity
        dnt=dont shld=should cld=could wld=would smth=something sth=something
        """;

    private static readonly FrozenDictionary<string, string[]> Words = Table
        .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split('='))
        .ToFrozenDictionary(entry => entry[0], entry => entry[1].Split('_'), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>The words that a folded word stands for; null when it is none.</summary>
    public static string[]? Expansion(ReadOnlySpan<char> folded) => Lookup.TryGetValue(folded, out var words) ? words : null;
}
