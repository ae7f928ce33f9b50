"""LaTeX as people write it, in plain text and in HTML."""

from __future__ import annotations

import json
import unicodedata
from html.parser import HTMLParser

import pytest

from mkdocs_academic.bibliography import reader
from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.journals import JOURNALS
from mkdocs_academic.bibliography.known_people import KnownPeople
from mkdocs_academic.bibliography.latex import to_html, to_plain, to_running_html, to_text
from mkdocs_academic.bibliography.latex_symbols import (
    ACCENTS,
    MARKUP,
    SWALLOWS,
    SWITCHES,
    SYMBOLS,
)
from mkdocs_academic.bibliography.style_commands import WORDS
from mkdocs_academic.outputs import csl_json, highwire, record, ris_file

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
    (r"$a\$$ b", r"$a\$$ b"),
    (r"\ensuremath{\Lambda_{QCD}} L\ensuremath{_{bol}}", r"$\Lambda_{QCD}$ L$_{bol}$"),
    (r"{\ensuremath{\alpha}}-helix \ensuremath{+}", "α-helix +"),
    (r"\ensuremath{$x^2$} \ensuremath", "$x^2$"),
    (r"M$_{&#x2299;}$ $_&odot;$ $_{&#8857;}$ $a &lt; b$", "M$_{⊙}$ $_⊙$ $_{⊙}$ $a < b$"),
    (r"$\begin{array}a & b; & c\end{array}$", r"$\begin{array}a & b; & c\end{array}$"),
    (r"&#x2299; &odot; \&#x2299; &#8857;", "⊙ ⊙ ⊙ ⊙"),
    # commands of AASTeX and of styles
    (r"\aap", "Astronomy and Astrophysics"),
    (r"{\apj}", "The Astrophysical Journal"),
    (r"Erratum in \apj, 3, 4", "Erratum in The Astrophysical Journal, 3, 4"),
    (r"in \na 3; {\ao} 5", "in New Astronomy 3; Applied Optics 5"),
    (r"\rmxaa{}", "Revista Mexicana de Astronomía y Astrofísica"),
    (r"\natural \aa \o", "♮åø"),
    (r"5\arcmin{} 3\arcsec, 45\deg N 4\degr", "5′ 3″, 45°N 4°"),
    (r"10 \micro m 3\micron \AA", "10 µm 3µm Å"),
    (r"100 \kms at \lya\ and \lya lines", "100 km s⁻¹ at Lyα and Lyα lines"),
    (r"{\HI} \HI\ gas, 5\Msun", "H I H I gas, 5M☉"),
    (r"\ion{Fe}{2} \ion{C}{iv} \ion{x}", "Fe II C IV x"),
    (r"Vasil{\cprime}ev \Dbar o", "Vasil'ev Đo"),
    (r"The Razor{\rsquo}s Edge 1{\ndash}2 {\plusmn} {\lt}3", "The Razor’s Edge 1–2 ± <3"),
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
    (r"\ensuremath{a_b<1}", r'<span class="arithmatex">\(a_b&lt;1\)</span>'),
    (r"$a &lt; b$ &amp;", r'<span class="arithmatex">\(a &lt; b\)</span> &amp;'),
    (r"$&#60;script&#62;$", r'<span class="arithmatex">\(&lt;script&gt;\)</span>'),
    (r"<i>x</i> M$_{&#x2299;}$", r'<i>x</i> M<span class="arithmatex">\(_{⊙}\)</span>'),
    (r"\aap", "Astronomy and Astrophysics"),
    (r"\SI{5}{\kilo\gram}", "5 kg"),
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


UNITS = [  # with ordinary blanks
    (r"\SI{5}{\kilo\gram}", "5 kg"),
    (r"\qty{3}{\m}", "3 m"),
    (r"\SI{3.2e5}{\metre\per\second}", "3.2 × 10⁵ m s⁻¹"),
    (r"\SI[per-mode=symbol]{5}{\kHz}", "5 kHz"),
    (r"\SI{10}[\$]{\per\hour}", "10 h⁻¹"),
    (r"\unit{\kilo\gram\per\cubic\metre}", "kg m⁻³"),
    (r"\si{\joule\per\mole\per\kelvin}", "J mol⁻¹ K⁻¹"),
    (r"\si{\meter\squared\second\tothe{-4}}", "m² s⁻⁴"),
    (r"\unit[5]{kg}", "5 kg"),
    (r"\SI{5}{m.s^{-1}} \SI{2}{m/s} \SI{2}{$\mu$m}", "5 m s⁻¹ 2 m/s 2 µm"),
    (r"\SI{3}{\micro m} \qty{1}{\um} \qty{2}{\MHz}", "3 µm 1 µm 2 MHz"),
    (r"\SI{10}{\percent} \SI{5}{\degreeCelsius}", "10 % 5 °C"),
    (r"\SI{5}{\degree} \SI{5}{\arcmin}", "5° 5′"),
    (r"\qty{1.4}{\Msun} \qty{3}{\parsec} \qty{3}{\furlong}", "1.4 M☉ 3 pc 3 furlong"),
    (r"\ang{12.3} \ang{1;2;3} \ang{;;4}", "12.3° 1°2′3″ 4″"),
    (r"\num{1e-3} \num{-5} \num{1,5} \num{e6} \num{.5}", "1 × 10⁻³ −5 1.5 10⁶ 0.5"),
    (r"\num{12345.67891} \num{1234}", "12 345.678 91 1234"),
    (r"\num{1.2+-0.3e4} \num{1.2(3)}", "(1.2 ± 0.3) × 10⁴ 1.2(3)"),
    (r"\qty{1.2 \pm 0.3}{\kilo\volt} \SI{\sim 5}{\keV}", "(1.2 ± 0.3) kV ∼5 keV"),
    (r"\qtyrange{1}{2}{\nm} \numrange{1}{2} \SIlist{1;2}{\s}", "1–2 nm 1–2 1, 2 s"),
    (r"\num{many} \num{} \SI{5} \qty{x}", "many 5 x"),
    # what is not siunitx's own is read as well as it can be
    (r"\SI{5}{$\mu$s} \SI{5}{\mu m} \SI{5}{$\mu$} \SI{5}{\textmu m}", "5 µs 5 µm 5 µ 5 µm"),
    (r"\SI{5}{\micro{m}} \SI{5}{\kilo{\gram}} \SI{5}{\per{\second}}", "5 µm 5 kg 5 s⁻¹"),
    (r"\SI{5}{\square{\m}} \SI{5}{\furlong{}}", "5 m² 5 furlong"),
    (r"\SI{5}{\text{events}} \SI{5}{\foo{x}} \SI{5}{\rm km}", "5 events 5 x 5 km"),
    (r"\SI{5}{\mathrm{km}\,s$^{-1}$} \SI{5}{m$\cdot$s}", "5 km s⁻¹ 5 m · s"),
    (r"\SI{5}{m\textsuperscript{2}} \SI{5}{$^\circ$C}", "5 m² 5 °C"),
    (r"\SI{5}{M_\odot} \SI{5}{M_{\odot}\per\yr} \SI{5}{R_E}", "5 M⊙ 5 M⊙ yr⁻¹ 5 R_E"),
    (r"\SI{5}{M_\sun} \SI{5}{M_{\rm sun}} \SI{5}{_\foo}", "5 M☉ 5 M_sun 5 _foo"),
    (r"\si{M_\mathrm{sun}\per\yr} \si{M_\odot{}}", "M_sun yr⁻¹ M⊙"),
    (r"\SI{5}{\Hz\tothe{0.5}} \SI{5}{\per\Hz\tothe{0.5}} \SI{5}{m^n}", "5 Hz^0.5 5 Hz^−0.5 5 m^n"),
    (r"\SI{5}{nT/\sqrt{Hz}} \SI{5}{\sqrt{\Hz}}", "5 nT/ √Hz 5 √ Hz"),
    (r"\SI{5}{\kilo\gram\of{dust}\squared} \SI{5}{\kilo\cal}", "5 kg(dust)² 5 kcal"),
    (r"\SI{5}{\$\per\hour} \SI{5}{^} \SI{5}{\raiseto{4}\m}", "5 $ h⁻¹ 5 5 m⁴"),
    (r"\ion{C}{\textsc{iv}} \ion{C}{\sc iv} \ion{\rm C}{\iv}", "C IV C IV C IV"),
    (r"\ion{Fe}{\MakeUppercase{ii}*} \ion{\ion{C}{2}}{3}", "Fe II* C II3"),
]


@pytest.mark.parametrize(("latex", "text"), UNITS)
def test_units(latex: str, text: str) -> None:
    """Numbers and units read as siunitx prints them, and no line breaks between them."""
    for found in (to_text(latex), to_html(latex)):
        assert " ".join(found.split()) == text
    assert "\u00a0" in to_text(r"\SI{5}{\kilo\gram}")
    assert "\u202f" in to_text(r"\num{12345}")


def test_journals_reach_every_output() -> None:
    fields = r"journal = {\mnras}, note = {See \apj, 3}"
    source = f"@article{{k, author = {{A B}}, title = {{T}}, year = 2020, {fields}}}"
    entries, problems = reader.parse(source, "x.bib")
    assert not problems
    (found,) = from_entries([Given(entries[0])], Identity(""), KnownPeople())
    name = "Monthly Notices of the Royal Astronomical Society"
    assert found.venue_name == name
    assert name in found.venue
    assert found.notes == ("See The Astrophysical Journal, 3",)
    assert f"{name}\r\n" in ris_file.written(entries[0])
    assert json.loads(csl_json.written(entries[0]))["container-title"] == name
    about = record.of(found)
    assert about
    assert ("citation_journal_title", name) in [
        (tag.name, tag.content) for tag in highwire.tags(about).tags
    ]


@pytest.mark.parametrize("name", JOURNALS)
def test_no_journal_takes_a_known_command(name: str) -> None:
    known = set().union(ACCENTS, SYMBOLS, MARKUP, SWITCHES, SWALLOWS, WORDS)
    assert name not in known


@pytest.mark.parametrize(("latex", "text"), TEXT)
def test_text(latex: str, text: str) -> None:
    assert to_text(latex) == text
    assert unicodedata.is_normalized("NFC", to_text(latex))


@pytest.mark.parametrize(("latex", "html"), HTML)
def test_html(latex: str, html: str) -> None:
    assert to_html(latex) == html


@pytest.mark.parametrize(
    ("latex", "html"),
    [
        (
            r"{\textless}p{\textgreater}10{\%} {\&} more{\textless}/p{\textgreater}",
            "10% &amp; more",
        ),
        (
            r"{\textless}jats:p{\textgreater}In {\textless}jats:italic{\textgreater}E. coli"
            r"{\textless}/jats:italic{\textgreater}.{\textless}/jats:p{\textgreater}",
            "In <i>E. coli</i>.",
        ),
        (r"\textless{}i\textgreater{}H\textless{}/i\textgreater{}", "<i>H</i>"),
        (r"The {\textless}b{\textgreater} element", "The &lt;b&gt; element"),
        (r"a {\textless} b and i {\textgreater} 5", "a &lt; b and i &gt; 5"),
        (
            r"{\textless}script{\textgreater}x{\textless}/script{\textgreater}",
            "&lt;script&gt;x&lt;/script&gt;",
        ),
    ],
)
def test_tags_that_came_as_text(latex: str, html: str) -> None:
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


@pytest.mark.parametrize(
    ("latex", "html"),
    [
        ("plain", "plain"),
        ("$x$ and $$y < z$$", r'<span class="arithmatex">\(x\)</span> and '
         r'<span class="arithmatex">\[y &lt; z\]</span>'),
        (r"\[y\]", r'<span class="arithmatex">\[y\]</span>'),
        (r"<b>\(y\)</b>", r'<b><span class="arithmatex">\(y\)</span></b>'),
    ],
)  # fmt: skip
def test_a_text_has_lines_of_formulas(latex: str, html: str) -> None:
    assert to_running_html(latex) == html
