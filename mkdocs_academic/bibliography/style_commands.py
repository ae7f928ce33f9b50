"""Commands that style files and authors define much alike, `kms`, `lya`; those that say nothing."""

from __future__ import annotations

# Signs of AASTeX and the styles of A&A and MNRAS, gensymb and MathSciNet.
SIGNS = {
    "deg": "°", "micro": "µ", "perthousand": "‰", "celsius": "°C", "ohm": "Ω", "la": "≲",
    "ga": "≳", "lsim": "≲", "gsim": "≳", "lta": "≲", "gta": "≳", "farcs": "″.", "farcm": "′.",
    "fdg": "°.", "fh": "ʰ.", "fm": "ᵐ.", "fs": "ˢ.", "cprime": "'", "cdprime": '"', "Dbar": "Đ",
    "dbar": "đ",
}  # fmt: skip
SIGNS |= {  # ADS writes what was HTML with the names that it has there
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—",
    "hellip": "…", "nbsp": "\u00a0", "thinsp": "\u2009", "plusmn": "±", "middot": "·", "amp": "&",
    "lt": "<", "gt": ">", "half": "½", "ap": "≈", "Prime": "″", "minus": "−",
}  # fmt: skip

_GAPLESS = {
    "arcmin": "′", "arcsec": "″", "arcdeg": "°", "degr": "°", "degrees": "°", "micron": "µm",
    "angstrom": "Å", "sun": "☉", "Sun": "☉", "astrosun": "☉", "earth": "⊕", "Earth": "⊕",
    "diameter": "⌀", "percent": "%",
}  # fmt: skip
_OF_THE_SUN = {
    f"{letter}{of}": letter.upper() + sign
    for letter in "MmLlRrZz"
    for of, sign in (("sun", "☉"), ("solar", "☉"))
} | {
    f"{letter}{of}": letter.upper() + sign
    for letter in "MmRr"
    for of, sign in (("earth", "⊕"), ("jup", "♃"))
}
_RATES = {
    "kms": "km s⁻¹", "ergs": "erg s⁻¹", "kmsMpc": "km s⁻¹ Mpc⁻¹", "kmsmpc": "km s⁻¹ Mpc⁻¹",
    "invfb": "fb⁻¹", "fbinv": "fb⁻¹", "ifb": "fb⁻¹", "invpb": "pb⁻¹", "pbinv": "pb⁻¹",
}  # fmt: skip
_LINES = {
    "lya": "Lyα", "Lya": "Lyα", "lyb": "Lyβ", "Lyb": "Lyβ", "lyalpha": "Lyα", "Lyalpha": "Lyα",
    "ha": "Hα", "Ha": "Hα", "halpha": "Hα", "Halpha": "Hα", "hb": "Hβ", "Hb": "Hβ",
    "hbeta": "Hβ", "Hbeta": "Hβ", "hgamma": "Hγ", "Hgamma": "Hγ", "HI": "H I", "hi": "H I",
    "HII": "H II", "hii": "H II", "Hi": "H I", "Hii": "H II", "jpsi": "J/ψ", "Jpsi": "J/ψ",
    "JPsi": "J/ψ", "LCDM": "ΛCDM", "lcdm": "ΛCDM",
}  # fmt: skip
_UNITS = (
    "eV keV MeV GeV TeV PeV Hz kHz MHz GHz THz pc kpc Mpc Gpc Jy mJy yr kyr Myr Gyr mm cm km nm"
).split()

# These keep a blank that follows them, as whoever defined them will have seen to.
WORDS = _GAPLESS | _OF_THE_SUN | {one: one for one in _UNITS}
WORDS |= {name: text.replace(" ", "\u00a0") for name, text in (_RATES | _LINES).items()}

# What sets, moves or guards text and leaves none out.
SILENT = frozenset(
    "relax protect ignorespaces ignorespacesafterend unskip nobreak allowbreak break nolinebreak "
    "pagebreak nopagebreak goodbreak penalty leavevmode null strut noindent indent hfill hfil "
    "vfill hss smallskip medskip bigskip newpage clearpage negthinspace thickspace medspace "
    "rm rmfamily sf sffamily normalfont selectfont upshape up md mdseries cal mit frak cyr "
    "normalsize tiny scriptsize footnotesize small large Large LARGE huge Huge displaystyle "
    "textstyle scriptstyle scriptscriptstyle boldmath unboldmath centering raggedright sloppy "
    "xspace expandafter noexpand bgroup egroup begingroup endgroup limits nolimits left right "
    "middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr mathbb mathbf mathcal mathfrak "
    "mathit mathrm mathsf mathtt mathnormal bm boldsymbol bb text textrm textsf textup textmd "
    "textnormal mbox hbox lowercase uppercase MakeUppercase MakeLowercase autocap midsentence "
    "isdot nonfrenchspacing frenchspacing".split()
)
