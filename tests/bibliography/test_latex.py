"""LaTeX as people write it, in plain text and in HTML."""

from __future__ import annotations

import unicodedata
from html.parser import HTMLParser

import pytest

from mkdocs_academic.bibliography.latex import to_html, to_plain, to_text

TEXT = [
    # accents in every notation
    (r"M{\"u}ller", "Müller"),
    (r"M\"{u}ller", "Müller"),
    (r"M\"uller", "Müller"),
    (r"{M\"uller}", "Müller"),
    (r"M{\"{u}}ller", "Müller"),
    (r"Garc{\'\i}a", "García"),
    (r"Garc\'{\i}a", "García"),
    (r"Garc{\'{\i}}a", "García"),
    (r"Garc\'ia", "García"),
    (r"Erd{\H{o}}s", "Erdős"),
    (r"Erd\H{o}s", "Erdős"),
    (r"Erd{\H o}s", "Erdős"),
    (r"Dvo\v{r}\'ak", "Dvořák"),
    (r"Ko\v cevi\'c", "Kočević"),
    (r"\v{Z}i\v{z}ek", "Žižek"),
    (r"{\AA}ngstr{\"o}m", "Ångström"),
    (r"\AA ngstr\"om", "Ångström"),
    (r"{\L}ukasiewicz", "Łukasiewicz"),
    (r"Wa{\l}{\k{e}}sa", "Wałęsa"),
    (r"{\c{S}}ahin", "Şahin"),
    (r"Fran\c{c}ois", "François"),
    (r"Fran{\c c}ois", "François"),
    (r"Y{\i}ld{\i}z", "Yıldız"),
    (r"{\.I}lker", "İlker"),
    (r"Nguy{\~{\^e}}n", "Nguyễn"),
    (r"Nguy\~{\^{e}}n", "Nguyễn"),
    (r"Ti{\d{\^{e}}}n", "Tiện"),
    (r"\^{\'e}", "ế"),
    (r"Gau{\ss}", "Gauß"),
    (r"Gau\ss{}", "Gauß"),
    (r"S{\o}ren", "Søren"),
    (r"{\ae}sir \& {\OE}uvre", "æsir & Œuvre"),
    (r"{\DJ}or{\dj}e", "Đorđe"),
    (r"{\TH}or {\dh}", "Þor ð"),
    (r"H{\r{a}}kan {\u{g}} {\=a}", "Håkan ğ ā"),
    (r"\textcommabelow{S}tefan", "Ștefan"),
    ("Mu\u0308ller", "Müller"),
    (r"\~{}x \^{} \'{}", "~x ^ '"),
    # quotes, dashes, blanks
    (r"``Lost'' in `the' Middle", "“Lost” in ‘the’ Middle"),
    (r"O'Brien's", "O'Brien's"),
    (r"pages 1--10 --- or so", "pages 1–10 — or so"),
    (r"well-known", "well-known"),
    (r"A~B\,C", "A\u00a0B\u2009C"),
    (r"a \\ b", "a b"),
    ("two\n   lines\tand tabs", "two lines and tabs"),
    (r"?`Qu\'e? !`S\'i!", "¿Qué? ¡Sí!"),
    (r"{\guillemotleft}x{\guillemotright}", "«x»"),
    # characters that mean something
    (r"50\% of R\&D for \$5 \#1 a\_b", "50% of R&D for $5 #1 a_b"),
    (r"100% sure", "100% sure"),
    (r"A & B", "A & B"),
    (r"Taylor &amp; Francis", "Taylor & Francis"),
    (r"Taylor {\&}amp; x \&amp; y", "Taylor &amp; x & y"),
    (r"costs $5 to $10", "costs $5 to $10"),
    (r"only $5", "only $5"),
    (r"http://x.org/~me", "http://x.org/~me"),
    (r"\textbackslash\ and \textasciitilde{} and \{x\}", "\\ and ~ and {x}"),
    # commands
    (r"The {\TeX}book and {\LaTeX}", "The TeXbook and LaTeX"),
    (r"\emph{in vivo} and \textit{E.~coli}", "in vivo and E.\u00a0coli"),
    (r"{\textbf{FAST}} {\em x} {\bf y}", "FAST x y"),
    (r"\textsc{Foo} \texttt{bar\_baz}", "Foo bar_baz"),
    (r"10\textsuperscript{th} \textdegree", "10th °"),
    (r"H\textsubscript{2}O", "H2O"),
    (r"\enquote{quoted}", "“quoted”"),
    (r"{\copyright} 2020 {\textcopyright}", "© 2020 ©"),
    (r"\unknowncmd{kept text} here", "kept text here"),
    (r"\unknowncmd[2]{kept}", "kept"),
    (r"\textcolor{red}{kept} \color{c1}too", "kept too"),
    (r"{\noopsort{1990}}1991", "1991"),
    (r"see \cite{a,b} there", "see there"),
    (r"\url{https://a.b/c_d%20e?x=1&y=2}", "https://a.b/c_d%20e?x=1&y=2"),
    (r"\url{https://a.b/\~{}me\_x\%20}", "https://a.b/~me_x%20"),
    (r"\href{https://a.b/}{the link}", "the link"),
    # math
    (r"$\ell_1$-norm and $O(n \log n)$", r"$\ell_1$-norm and $O(n \log n)$"),
    (r"{CO$_2$}", "CO$_2$"),
    (r"\(x^2\) and $$y$$", "$x^2$ and $y$"),
    (r"$\alpha$-divergence {\textalpha}", r"$\alpha$-divergence α"),
    (r"\alpha-helix $\geq 3$ \geq 3", r"α-helix $\geq 3$ ≥3"),
    (r"$a \$ b$", r"$a \$ b$"),
    # what is not LaTeX, and what is broken
    ("Plain text, no TeX at all", "Plain text, no TeX at all"),
    ("Уже Unicode: 王小明, Müller", "Уже Unicode: 王小明, Müller"),
    ("<b>html</b> & raw > a", "<b>html</b> & raw > a"),
    ("unbalanced { brace", "unbalanced brace"),
    ("unbalanced } brace", "unbalanced brace"),
    ("ends in a backslash\\", "ends in a backslash"),
    (r"\emph", ""),
    (r"\"", ""),
    ("", ""),
]

HTML = [
    (r"\emph{in vivo} \textit{x}", "<em>in vivo</em> <em>x</em>"),
    (r"\textbf{a {\em b} c}", "<strong>a <em>b</em> c</strong>"),
    (r"{\bf a \it b} c", "<strong>a <em>b</em></strong> c"),
    (r"{\em a} b", "<em>a</em> b"),
    (r"\texttt{x\_y}", "<code>x_y</code>"),
    (r"\textsc{Foo}", '<span class="acad-smallcaps">Foo</span>'),
    (r"1\textsuperscript{st} H\textsubscript{2}O", "1<sup>st</sup> H<sub>2</sub>O"),
    (r"\emph{}x", "x"),
    (r"R\&D <3 a < b", "R&amp;D &lt;3 a &lt; b"),
    ('say "x"', "say &quot;x&quot;"),
    (r"$p<0.05$", r'<span class="arithmatex">\(p&lt;0.05\)</span>'),
    (r"\(x\)", r'<span class="arithmatex">\(x\)</span>'),
    (r"$$x$$", r'<span class="arithmatex">\(x\)</span>'),
    (r"$a<b$ <b>x</b>", r'<span class="arithmatex">\(a&lt;b\)</span> <b>x</b>'),
    (
        r"\url{https://a.b/?x=1&y=2}",
        '<a href="https://a.b/?x=1&amp;y=2">https://a.b/?x=1&amp;y=2</a>',
    ),
    (r"\href{https://a.b/}{the \emph{link}}", '<a href="https://a.b/">the <em>link</em></a>'),
    (r"\href{mailto:a@b.c}{mail}", '<a href="mailto:a@b.c">mail</a>'),
    (r"\href{javascript:alert(1)}{x}", "x"),
    (r"\href{data:text/html,x}{x}", "x"),
    (r"\href{https://a.b/\" onclick=\"x}{x}", "x"),
    (r"\emph{open", "<em>open</em>"),
    (r"\textbf{\"{\i}}", "<strong>ï</strong>"),
    (r"\"\textit{u}", "<em>ü</em>"),
    ("<i>Rosa</i> L. <br> x", "<i>Rosa</i> L. <br> x"),
    ("<b>bold <i>both</b> x", "<b>bold <i>both</i></b><i> x</i>"),
    ("<p>One <italic>Rosa</italic></p><p>Two</p>", "One <i>Rosa</i> Two"),
    ("<span onclick='x'>a</span>", "<span>a</span>"),
    ("<a href='https://a.b' style='x' target='_blank'>a</a>", '<a href="https://a.b">a</a>'),
    ("<font color=red>a</font> <h1>b</h1>", "a b"),
    ("10 < x and y > 3", "10 &lt; x and y &gt; 3"),
]


@pytest.mark.parametrize(("latex", "text"), TEXT)
def test_text(latex: str, text: str) -> None:
    assert to_text(latex) == text
    assert unicodedata.is_normalized("NFC", to_text(latex))


@pytest.mark.parametrize(("latex", "html"), HTML)
def test_html(latex: str, html: str) -> None:
    assert to_html(latex) == html


def test_plain_drops_tags() -> None:
    assert (
        to_plain("Of <i>Rosa</i> and <jats:italic>x</jats:italic> 1 < 2") == "Of Rosa and x 1 < 2"
    )
    assert to_plain("<p>One</p><p>Two</p>") == "One Two"


class Seen(HTMLParser):
    """Collects the elements and attributes that a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[tuple[str, str, str]] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, "", ""))
        self.found.update((tag, name, value or "") for name, value in attrs)


SAFE = {"b", "i", "em", "strong", "sub", "sup", "u", "br", "code", "span", "a"}


def is_safe(html: str) -> bool:
    """Tell whether nothing but harmless elements and addresses is in the HTML."""
    for tag, name, value in Seen(html).found:
        link = (tag, name) == ("a", "href") and value.startswith(("http", "mailto:"))
        ours = (tag, name) == ("span", "class") and value in ("arithmatex", "acad-smallcaps")
        if tag not in SAFE or not (name == "" or link or ours):
            return False
    return True


ATTACKS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</script>",
    "<scr{}ipt>alert(1)</scr{}ipt>",
    "{<}script{>}alert(1){<}/script{>}",
    r"\textless script\textgreater alert(1)",
    r"\textbf{<script>}alert(1)\textbf{</script>}",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)",
    "<svg/onload=alert(1)>",
    "<b onmouseover=alert(1)>x</b>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='//evil.example'>x</a>",
    "<style>*{}</style><iframe src=x></iframe>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    r"\&lt;script\&gt;",
    r"$<script>alert(1)</script>$",
    r"\(</span><script>alert(1)</script>\)",
    r"$x\)</span><img src=x onerror=alert(1)>$ <b>x</b>",
    r"\href{https://a.b/'onmouseover='x}{x}",
    r'\href{https://a.b/"onmouseover="x}{x} <b>x</b>',
    r"\href{ javascript:alert(1)}{x}",
    r"\href{java\script:alert(1)}{x}",
    r"\url{javascript:alert(1)}",
    r"\url{https://a.b/<script>}",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<math><mtext></mtext><script>alert(1)</script></math>",
    "<b><template><img src=x onerror=alert(1)></template></b>",
    "<span class='md-dialog'>x</span><base href=x><form action=x><input name=y>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_script_gets_through(attack: str) -> None:
    assert is_safe(to_html(attack))
    assert is_safe(to_html(f"<b>{attack}</b>"))
    assert is_safe(to_html(rf"\emph{{{attack}}} <i>"))


@pytest.mark.parametrize(
    "piece", ["{", "}", r"\emph{", r"\"", "$", "<b>", "``", r"\href{", "&", "\\"]
)
def test_depth_does_not_matter(piece: str) -> None:
    assert is_safe(to_html(piece * 3000))
    to_text(piece * 3000)
