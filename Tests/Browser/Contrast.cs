using Microsoft.Playwright;

namespace CommerceBot.Tests.Browser;

/// <summary>Whether words stand out from what is behind them, by WCAG 2.2's contrast ratio: 4.5, or 3 for large words.</summary>
internal static class Contrast
{
    private const string Measure = """
        const rgb = colour => { const c = colour.match(/[\d.]+/g).map(Number); return { c: c.slice(0, 3), a: c[3] ?? 1 }; };
        const light = colour => rgb(colour).c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = element => {
          for (let at = element; at; at = at.parentElement) {
            const style = getComputedStyle(at);
            if (style.backgroundImage !== 'none') return null;
            if (rgb(style.backgroundColor).a === 1) return style.backgroundColor;
          }
          return 'rgb(255, 255, 255)';
        };
        """;

    /// <summary>How light the page's paper is: 0 is black, 1 is white.</summary>
    public static Task<double> PaperAsync(IPage page) =>
        page.EvaluateAsync<double>($"() => {{ {Measure} return light(behind(document.getElementById('conversation'))); }}");

    /// <summary>Words that cannot be read well, each with its ratio.</summary>
    public static Task<string[]> TooLowAsync(IPage page) => page.EvaluateAsync<string[]>($$"""
        () => {
          {{Measure}}
          const found = [];
          for (const element of document.querySelectorAll('body *')) {
            const words = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data.trim()).join(' ').trim();
            if (!words || !element.checkVisibility() || element.closest('.hidden, [aria-hidden=true]')) continue;
            const back = behind(element);
            if (!back) continue;
            const style = getComputedStyle(element);
            const [high, low] = [light(style.color), light(back)].sort((a, b) => b - a);
            const size = parseFloat(style.fontSize);
            const enough = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
            const ratio = (high + 0.05) / (low + 0.05);
            if (ratio < enough) found.push(`${ratio.toFixed(2)} ${style.color} on ${back}: ${words}`);
          }
          return found;
        }
        """);
}
