"""Numbers and units as the LaTeX package siunitx prints them: `3.2 × 10⁵ m s⁻¹`, `5°`, `1–2 nm`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .latex_symbols import MARKUP, SWITCHES, SYMBOLS
from .style_commands import SILENT, WORDS

# What siunitx's manual (version 3) lists in its tables of units and prefixes, and in
# astronomy what people declare themselves.
_PREFIXES = {
    "quecto": "q", "ronto": "r", "yocto": "y", "zepto": "z", "atto": "a", "femto": "f",
    "pico": "p", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "deca": "da",
    "deka": "da", "hecto": "h", "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P",
    "exa": "E", "zetta": "Z", "yotta": "Y", "ronna": "R", "quetta": "Q", "kibi": "Ki",
    "mebi": "Mi", "gibi": "Gi", "tebi": "Ti", "pebi": "Pi", "exbi": "Ei", "zebi": "Zi",
    "yobi": "Yi", "mu": "µ", "upmu": "µ", "textmu": "µ", "textmicro": "µ",
}  # fmt: skip
_UNITS = {
    "metre": "m", "meter": "m", "kilogram": "kg", "gram": "g", "gramme": "g", "second": "s",
    "ampere": "A", "kelvin": "K", "mole": "mol", "candela": "cd", "becquerel": "Bq",
    "degreeCelsius": "°C", "celsius": "°C", "coulomb": "C", "farad": "F", "gray": "Gy",
    "hertz": "Hz", "henry": "H", "joule": "J", "katal": "kat", "lumen": "lm", "lux": "lx",
    "newton": "N", "ohm": "Ω", "pascal": "Pa", "radian": "rad", "siemens": "S", "sievert": "Sv",
    "steradian": "sr", "tesla": "T", "volt": "V", "watt": "W", "weber": "Wb",
    "astronomicalunit": "au", "bel": "B", "dalton": "Da", "day": "d", "decibel": "dB",
    "degree": "°", "arcminute": "′", "arcsecond": "″", "arcmin": "′", "arcsec": "″",
    "electronvolt": "eV", "hectare": "ha", "hour": "h", "litre": "L", "liter": "L",
    "minute": "min", "neper": "Np", "tonne": "t", "angstrom": "Å", "atomicmassunit": "u",
    "bar": "bar", "barn": "b", "bit": "bit", "byte": "B", "percent": "%", "knot": "kn",
    "mmHg": "mmHg", "nauticalmile": "M", "clight": "c", "elementarycharge": "e", "hbar": "ħ",
    "planckbar": "ħ", "parsec": "pc", "lightyear": "ly", "jansky": "Jy", "erg": "erg",
    "gauss": "G", "year": "yr", "solarmass": "M☉", "Msun": "M☉", "msun": "M☉",
    "solarluminosity": "L☉", "Lsun": "L☉", "solarradius": "R☉", "Rsun": "R☉", "AA": "Å",
    "mum": "µm", "dB": "dB", "kWh": "kWh", "amu": "u",
}  # fmt: skip
_SHORT = "m s g A K mol l L Hz N Pa V W J eV F H C T B pc yr Jy".split()
_UNITS |= {one: one for one in _SHORT}
_UNITS |= {
    prefix + one: prefix.replace("u", "µ") + one for prefix in "afpnumcdhkMGT" for one in _SHORT
}
_UNITS |= {"mohm": "mΩ", "kohm": "kΩ", "Mohm": "MΩ"}

_RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
_BLANK = "\u00a0"  # breaks no line
_THIN = "\u202f"  # neither, between groups of digits
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*|\\(.)", re.DOTALL)
_BLANKS = re.compile(r"\\[,;:!> @/-]|(?<!\\)\$")  # in a unit, which may be in math
_DEGREE = re.compile(r"\^\s*\{?\s*\\circ\s*\}?\s*")
_TOKEN = re.compile(
    r"\\([A-Za-z]+)\s*(?:\{([^{}]*)\})?"  # a command, and what it is told
    r"|([^\\\s~.^_{}]+)"  # letters
    r"|\^\s*(?:\{([^{}]*)\}|([-−+]?\d+|[^\s{}\\]))"
    r"|_\s*(?:\{([^{}]*)\}|(\\[A-Za-z]+(?:\{[^{}]*\})?|[^\s{}]))"
)
_NUMBER = re.compile(
    r"([<>=≤≥≪≫~∼≈]*)([-−+±]?)(\d*)(?:[.,](\d*))?(?:(?:\+-|\+/-|±)([\d.,]+)|(\(\d+\)))?"
    r"(?:[eEdD]([-−+]?\d+))?"
)
_PARTS = re.compile(r"\s*;\s*")


def written(command: str, arguments: Sequence[str], option: str = "") -> str:
    """Return the plain text of a command of siunitx.

    The option holds the value where `unit` is the command of another package: `[5]{kg}`.
    """
    if command == "ang":
        return _angle(arguments[0])
    if command in ("si", "unit"):
        is_value = bool(option) and "=" not in option
        return _quantity(_number(option), _unit(arguments[0])) if is_value else _unit(arguments[0])
    if command.startswith("num"):
        return _several(command, arguments)
    values, unit = arguments[:-1], _unit(arguments[-1])
    if len(values) == 1 and not command.endswith("list"):
        number = _number(values[0])
        return _quantity(f"({number})" if "±" in number[1:] and "(" not in number else number, unit)
    return _quantity(_several(command, values), unit)


def _several(command: str, arguments: Sequence[str]) -> str:
    if command.endswith("list"):
        return ", ".join(map(_number, _PARTS.split(arguments[0].strip())))
    return "–".join(map(_number, arguments))


def _quantity(number: str, unit: str) -> str:
    """Put a unit behind a number; only signs of angles stand close to it."""
    is_close = unit[:1] in ("′", "″") or unit == "°"
    return number + unit if is_close or not (number and unit) else f"{number}{_BLANK}{unit}"


def _angle(argument: str) -> str:
    parts = [_number(one) if one.strip() else "" for one in argument.split(";")]
    return "".join([part + sign for part, sign in zip(parts, "°′″", strict=False) if part])


def _number(argument: str) -> str:
    """Return `−3.2 × 10⁵` for `-3.2e5`; what is no number stays as it stands."""
    text = _read(argument)
    found = _NUMBER.fullmatch("".join(text.split()))
    if found is None:
        return text
    before, sign, whole, fraction, error, digits, power = found.groups()
    value = _grouped(whole) if whole or not fraction else "0"
    if fraction:
        value += f".{_grouped(fraction, is_fraction=True)}"
    if error:
        value += f"{_BLANK}±{_BLANK}{error.replace(',', '.')}"
    value += digits or ""
    if power:
        ten = f"10{power.translate(_RAISED).lstrip('⁺')}"
        value = f"({value})" if error else value
        value = f"{value}{_BLANK}×{_BLANK}{ten}" if value else ten
    return before + {"-": "−", "+": "+"}.get(sign, sign) + value


def _grouped(digits: str, *, is_fraction: bool = False) -> str:
    """Part five digits and more into groups of three."""
    if len(digits) < 5:
        return digits
    first = 0 if is_fraction else len(digits) % 3
    groups = [digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))]
    return _THIN.join(filter(None, groups))


def _unit(argument: str) -> str:
    """Return `m s⁻¹` for what is written in commands and for `m.s^{-1}`."""
    found: list[tuple[str, int]] = []  # unit, power
    prefix, sign, power, at = "", 1, 1, 0
    argument = _DEGREE.sub("°", _BLANKS.sub(" ", argument))
    while token := _TOKEN.search(argument, at):
        name, told, letters, *raised, below, under = token.groups()
        at = token.end()
        exponent = next((one for one in (told, *raised) if one), "").strip().replace("−", "-")
        if told is not None and (name not in _TOLD or "\\" in told):
            at = token.start(2)  # the braces only hold together, or hold what is shown
        if name == "per":
            sign = -1
        elif name in ("square", "cubic"):
            power = 2 if name == "square" else 3
        elif name == "raiseto":
            power = int(exponent) if _is_whole(exponent) else power
        elif name in _PREFIXES:
            prefix += _PREFIXES[name]
        elif below or under:
            unit, raised_to = found.pop() if found else ("", 1)
            found.append((unit + _subscript(below or under), raised_to))
        elif name == "of" and told:
            found[-1:] = [(f"{one}({told})", p) for one, p in found[-1:]]
        elif name in _RAISING or not (name or letters):
            found[-1:] = [_raised(one, p, _RAISING.get(name) or exponent) for one, p in found[-1:]]
        elif symbol := letters or _symbol(name, told or ""):
            found.append((prefix + symbol, sign * power))
            prefix, sign, power = "", 1, 1
    if prefix:
        found.append((prefix, 1))
    return _BLANK.join([one + (f"{p}".translate(_RAISED) if p != 1 else "") for one, p in found])


def _symbol(name: str, told: str) -> str:
    """Return what a command prints; one that is declared elsewhere is shown by its name."""
    if name in _UNITS:
        return _UNITS[name]
    if name in SYMBOLS:
        return SYMBOLS[name] + (told if name in _TOLD and "\\" not in told else "")
    return "" if told or name in _STYLES else name


def _raised(unit: str, power: int, exponent: str) -> tuple[str, int]:
    """Raise a unit; there are no raised letters for `0.5`."""
    if _is_whole(exponent):
        return unit, power * (int(exponent) or 1)
    written = _read(exponent).replace("-", "−")
    return (f"{unit}^{'−' if power < 0 else ''}{written}", 1) if written else (unit, power)


def _subscript(written: str) -> str:
    """Return a sign as it is, `⊙`; words and letters stand behind a line."""
    written = written.strip().removesuffix("{}")
    name = written.lstrip("\\")
    sign = SYMBOLS.get(name) or WORDS.get(name) if name != written else ""
    return sign or f"_{_read(written) or name}"


_RAISING = {"squared": "2", "cubed": "3", "tothe": "", "textsuperscript": "", "sp": ""}
# Commands that take an argument: `\tothe{2}`, `\sqrt{Hz}`. Behind others braces hold together.
_TOLD = {"raiseto", "of", "tothe", "textsuperscript", "sp"} | SYMBOLS.keys() - _UNITS.keys()
_TOLD -= _PREFIXES.keys() | {"square"}
# What only changes the looks; a unit may be called \cal.
_STYLES = SILENT.union(MARKUP, SWITCHES) - {"cal"}


def _is_whole(text: str) -> bool:
    return bool(re.fullmatch(r"\s*[-+]?\d+\s*", text, re.ASCII))


def _read(argument: str) -> str:
    """Return the text of an argument; commands are symbols or nothing."""
    text = _COMMAND.sub(lambda found: SYMBOLS.get(found[1] or found[2], ""), argument)
    for sign in "{}$~":
        text = text.replace(sign, "")
    return text.strip()
