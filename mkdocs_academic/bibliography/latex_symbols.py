"""What LaTeX commands stand for: accents, symbols, markup, and commands without text."""

from __future__ import annotations

from .style_commands import SIGNS

ACCENTS = {  # command -> combining character
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "H": "\u030b", "u": "\u0306", "v": "\u030c", "r": "\u030a", "c": "\u0327",
    "k": "\u0328", "d": "\u0323", "b": "\u0331", "t": "\u0361", "h": "\u0309", "G": "\u030f",
    "U": "\u030e", "f": "\u0311", "textcommabelow": "\u0326", "textogonekcentered": "\u0328",
    "newtie": "\u0361", "textsubdot": "\u0323", "textsubbreve": "\u032e", "textsubring": "\u0325",
    "hookabove": "\u0309", "uhorn": "\u031b", "ohorn": "\u031b", "textroundcap": "\u0311",
    "capitalacute": "\u0301", "capitalgrave": "\u0300", "capitaldieresis": "\u0308",
    "capitalcaron": "\u030c", "capitalcedilla": "\u0327", "capitaltilde": "\u0303",
    "capitalcircumflex": "\u0302", "capitalring": "\u030a", "capitalmacron": "\u0304",
    "capitalogonek": "\u0328", "capitalbreve": "\u0306", "capitaldotaccent": "\u0307",
    "capitalhungarumlaut": "\u030b",
}  # fmt: skip

ALONE = {'"': '"', "'": "'", "`": "`", "^": "^", "~": "~", "=": "=", ".": "."}  # over nothing

_LETTERS = {
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł", "ss": "ß", "SS": "ẞ", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
    "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "ij": "ij", "IJ": "IJ",
    "textschwa": "ə", "textcrh": "ħ", "textCrh": "Ħ", "textbari": "ɨ",
    "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»",
    "flqq": "«", "frqq": "»", "guilsinglleft": "‹", "guilsinglright": "›", "flq": "‹", "frq": "›",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "quotedblbase": "„", "quotesinglbase": "‚",
    "textquotedblleft": "“", "textquotedblright": "”", "textquotedbl": '"', "lq": "‘", "rq": "’",
    "textquoteleft": "‘", "textquoteright": "’", "textquotesingle": "'", "textasciigrave": "`",
    "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textellipsis": "…",
    "cdots": "⋯", "S": "§", "P": "¶", "textsection": "§", "textparagraph": "¶", "dag": "†",
    "ddag": "‡", "textdagger": "†", "textdaggerdbl": "‡", "copyright": "©", "textcopyright": "©",
    "textregistered": "®", "texttrademark": "™", "pounds": "£", "textsterling": "£",
    "euro": "€", "texteuro": "€", "EUR": "€", "textyen": "¥", "textcent": "¢", "textdollar": "$",
    "textdegree": "°", "degree": "°", "textmu": "µ", "textmicro": "µ", "textohm": "Ω",
    "textperiodcentered": "·", "textbullet": "•", "textbar": "|", "textbardbl": "‖",
    "textless": "<", "textgreater": ">", "textbackslash": "\\", "textasciitilde": "~",
    "textasciicircum": "^", "textunderscore": "_", "textpercent": "%", "textampersand": "&",
    "textnumbersign": "#", "textbraceleft": "{", "textbraceright": "}", "lbrace": "{",
    "rbrace": "}", "textasteriskcentered": "*", "textordfeminine": "ª", "textordmasculine": "º",
    "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
    "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³",
    "textexclamdown": "¡", "textquestiondown": "¿", "textnumero": "№", "textminus": "−",
    "textpm": "±", "texttimes": "×", "textdiv": "÷", "textvisiblespace": "␣",
    "textrightarrow": "→", "textleftarrow": "←", "textnonbreakinghyphen": "\u2011",
    "slash": "/", "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "BibTeX": "BibTeX",
    "XeTeX": "XeTeX", "LuaTeX": "LuaTeX", "XeLaTeX": "XeLaTeX", "ConTeXt": "ConTeXt",
    "quad": " ", "qquad": " ", "enspace": " ", "space": " ", "thinspace": "\u2009",
    "nobreakspace": "\u00a0", "newline": " ", "linebreak": " ", "par": " ", "item": " ",
    "textquotestraightdblbase": '"', "sharp": "♯", "flat": "♭", "natural": "♮",
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ",
    "\t": " ", ",": "\u2009", ";": " ", ":": " ", ">": " ", "!": "", "/": "", "-": "", "@": "",
    "\\": " ", "|": "‖", "*": "",
}  # fmt: skip

# Mathematics outside of dollars: what people write in titles all the same.
_MATH = {
    "pm": "±", "mp": "∓", "times": "×", "div": "÷", "cdot": "·", "leq": "≤", "le": "≤",
    "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "sim": "∼", "simeq": "≃",
    "equiv": "≡", "propto": "∝", "infty": "∞", "partial": "∂", "nabla": "∇", "sum": "∑",
    "prod": "∏", "int": "∫", "sqrt": "√", "in": "∈", "notin": "∉", "subset": "⊂", "cup": "∪",
    "cap": "∩", "forall": "∀", "exists": "∃", "emptyset": "∅", "oplus": "⊕", "otimes": "⊗",
    "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "Leftarrow": "⇐",
    "leftrightarrow": "↔", "Leftrightarrow": "⇔", "longrightarrow": "⟶", "mapsto": "↦",
    "uparrow": "↑", "downarrow": "↓", "prime": "′", "circ": "∘", "bullet": "•", "star": "⋆",
    "ast": "∗", "dagger": "†", "ddagger": "‡", "ell": "ℓ", "hbar": "ℏ", "Re": "ℜ", "Im": "ℑ",
    "aleph": "ℵ", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈",
    "rceil": "⌉", "perp": "⊥", "parallel": "∥", "angle": "∠", "triangle": "△", "checkmark": "✓",
    "epsilon": "ϵ", "varepsilon": "ε", "phi": "ϕ", "varphi": "φ", "vartheta": "ϑ",
    "varrho": "ϱ", "varsigma": "ς", "varpi": "ϖ", "ll": "≪", "gg": "≫", "lesssim": "≲",
    "gtrsim": "≳", "lessapprox": "⪅", "gtrapprox": "⪆", "leqslant": "⩽", "geqslant": "⩾",
    "odot": "⊙", "ominus": "⊖", "oslash": "⊘", "cong": "≅", "asymp": "≍", "mid": "∣",
    "vert": "|", "Vert": "‖", "lvert": "|", "rvert": "|", "lVert": "‖", "rVert": "‖",
    "colon": ":", "supset": "⊃", "subseteq": "⊆", "supseteq": "⊇",
    "setminus": "∖", "wedge": "∧", "land": "∧", "vee": "∨", "lor": "∨", "neg": "¬", "lnot": "¬",
    "top": "⊤", "bot": "⊥", "vdash": "⊢", "models": "⊨", "therefore": "∴", "because": "∵",
    "varnothing": "∅", "iff": "⟺", "implies": "⟹", "gets": "←", "hookrightarrow": "↪",
    "Longrightarrow": "⟹", "longleftarrow": "⟵", "rightleftharpoons": "⇌", "updownarrow": "↕",
    "ltimes": "⋉", "rtimes": "⋊", "diamond": "⋄", "Diamond": "◇", "square": "□", "Box": "□",
    "blacksquare": "■", "clubsuit": "♣", "diamondsuit": "♢", "heartsuit": "♡", "spadesuit": "♠",
    "wp": "℘", "complement": "∁", "oint": "∮", "vdots": "⋮", "ddots": "⋱",
}  # fmt: skip

_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip

_TEXT_GREEK = {"epsilon": "ε", "phi": "φ", "omicron": "ο"} | _GREEK
_FUNCTIONS = (
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim "
    "liminf limsup ln log max min mod sec sin sinh sup tan tanh"
).split()

SYMBOLS = (
    {name: name for name in _FUNCTIONS}
    | _MATH
    | _GREEK
    | {f"text{name}": letter for name, letter in _TEXT_GREEK.items()}
    | _LETTERS
    | SIGNS
)

MARKUP = {  # command -> element
    "emph": "em", "textit": "em", "textsl": "em", "mkbibemph": "em", "mkbibitalic": "em",
    "textbf": "strong", "mkbibbold": "strong", "texttt": "code", "nolinkurl": "code",
    "code": "code", "textsc": "smallcaps", "textsuperscript": "sup", "mkbibsuperscript": "sup",
    "sp": "sup", "textsubscript": "sub", "mkbibsubscript": "sub", "sb": "sub", "underline": "u",
    "uline": "u", "ul": "u", "enquote": "quote", "mkbibquote": "quote",
}  # fmt: skip

SWITCHES = {  # command that holds up to the end of its group -> element
    "em": "em", "it": "em", "itshape": "em", "sl": "em", "slshape": "em", "bf": "strong",
    "bfseries": "strong", "tt": "code", "ttfamily": "code", "sc": "smallcaps",
    "scshape": "smallcaps",
}  # fmt: skip

# Commands whose first argument is no text.
SWALLOWS = frozenset(
    "color textcolor colorbox label ref eqref pageref cite citep citet citealp citeauthor "
    "citeyear nocite vspace hspace vskip hskip phantom includegraphics noopsort NoopSort "
    "SortNoop switchargs bibinfo fontsize selectlanguage foreignlanguage begin end thanks "
    "raisebox rule pagestyle setlength addtolength index hypertarget hyperlink scalebox "
    "resizebox mathchoice char".split()
)
