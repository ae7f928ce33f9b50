"""A laboratory of twelve people and 300 papers, some of them in several files, and the truth."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parent / "sites" / "lab"
PAPERS = 300

# How each of the people stands in bibliographies.
SPELLINGS = {
    "hypatia": ["Hypatia of Alexandria", "{Hypatia of Alexandria}"],
    "ada": ["Lovelace, Ada", "Ada Lovelace", "A. Lovelace", "Lovelace, A. A."],
    "emmy": ["Noether, Emmy", "E. Noether"],
    "shen": ["Shen, Kuo", "Kuo Shen", "沈括", "K. Shen"],
    "sophie": ["Germain, Sophie", "S. Germain", "Le Blanc, Antoine"],
    "evariste": [r"Galois, {\'E}variste", "Galois, E."],
    "seki": ["Seki, Takakazu", "関孝和"],
    "maria": ["Agnesi, Maria Gaetana", "Agnesi, M. G.", "Maria Agnesi"],
    "khwarizmi": ["M. al-Khwarizmi", r"al-Khw{\=a}rizm{\=\i}, Mu{\d h}ammad ibn M{\=u}s{\=a}"],
    "leonhard": ["Euler, Leonhard", "L. Euler"],
    "omar": ["Khayyam, Omar"],
    "mary": ["Somerville, Mary", "M. Somerville"],
}
OTHERS = ["Pell, John", "Oughtred, William", "Napier, J.", "Emma Noel", "Lovelock, A."]
MEMBERS = ("ada", "emmy", "shen")
_WORDS = (
    "curves plates engines stars numbers tides conics clocks maps series primes roots lenses "
    "pendulums tables mirrors levers waves circles surfaces"
).split()


class Work(NamedTuple):
    """A paper, whoever lists it."""

    number: int
    title: str
    people: tuple[str, ...]  # keys of people, in the order of the paper
    authors: tuple[str, ...]  # everybody, as written
    files: tuple[str, ...]  # "lab", and the members in whose files it stands

    @property
    def doi(self) -> str:
        return f"10.5555/lab.{self.number}"

    def key(self, file: str) -> str:
        return f"{file}{self.number}"


def works() -> list[Work]:
    draw = random.Random(1843)
    return [_work(number, draw) for number in range(PAPERS)]


def _work(number: int, draw: random.Random) -> Work:
    keys = draw.sample(list(SPELLINGS), draw.randint(1, 4))
    named = [(key, draw.choice(SPELLINGS[key])) for key in keys]
    named += [("", one) for one in draw.sample(OTHERS, draw.randint(0, 2))]
    draw.shuffle(named)
    people = tuple(key for key, _ in named if key)
    mine = [one for one in MEMBERS if one in people]
    alone = bool(mine) and draw.random() < 0.3  # in a member's file only
    twice = tuple(one for one in mine if draw.random() < 0.4)
    files = (mine[0],) if alone else ("lab", *twice)
    first, second = draw.sample(_WORDS, 2)
    title = f"On the {first.capitalize()} and {second.capitalize()} of Example {number}"
    return Work(number, title, people, tuple(one for _, one in named), files)


def entry(work: Work, file: str) -> str:
    """Write an entry; a member's copy has another key and a title in small letters."""
    title = work.title if file == "lab" else work.title.capitalize()
    year = 2005 + work.number % 20
    return (
        f"@article{{{work.key(file)},\n  title = {{{title}}},\n"
        f"  author = {{{' and '.join(work.authors)}}},\n"
        f"  journal = {{Journal of Examples}},\n  year = {year},\n  doi = {{{work.doi}}},\n}}\n"
    )


def written(folder: Path, listed: Sequence[Work]) -> Path:
    """Write the laboratory's repository, bibliographies included."""
    shutil.copytree(SOURCE, folder, dirs_exist_ok=True)
    places = {"lab": folder / "lab.bib"}
    places |= {one: folder / "people" / one / "papers.bib" for one in MEMBERS}
    for file, place in places.items():
        entries = [entry(work, file) for work in listed if file in work.files]
        place.write_text("\n".join(entries), "utf-8")
    return folder
