"""One work is shown once; two works never become one."""

from __future__ import annotations

import time

import pytest

from mkdocs_academic.bibliography import duplicates, fingerprints, reader
from mkdocs_academic.bibliography.duplicates import Cluster
from mkdocs_academic.bibliography.entry import Entry

PREPRINT = """@article{pre, title={On {W}ater that Flows}, author={Roe, Jane and M{\\"u}ller, Max},
  journal={arXiv preprint arXiv:2101.00001}, year=2021, abstract={Wet.}, code={https://x.example/c}}
"""
PAPER = """@inproceedings{conf, title={On water that flows.}, author={J. Roe and M. Mueller},
  booktitle={Conference on Water}, year=2022, doi={10.1234/cow.7}}
"""
JOURNAL = """@article{long, title={On Water That Flows}, author={Jane Roe and Max M\\"uller},
  journal={Journal of Water}, year=2023, doi={10.1234/jow.9}}
"""


def clusters(*texts: str) -> tuple[Cluster, ...]:
    files = [reader.parse(text, f"{number}.bib") for number, text in enumerate(texts, 1)]
    return duplicates.clusters(entry for file in files for entry in file.entries)


def keys(found: tuple[Cluster, ...]) -> list[list[str]]:
    return [[one.shown.key, *(other.key for other in one.others)] for one in found]


def test_published_version_first_the_preprint_as_a_link() -> None:
    (found,) = clusters(PREPRINT, PAPER)
    assert keys((found,)) == [["conf", "pre"]]
    assert found.preprint_url == "https://arxiv.org/abs/2101.00001"
    assert [str(note) for note in found.notes] == [
        "1.bib:1: pre: shown once with 'conf' (2.bib:1), the same title and authors"
    ]
    assert found.doubts == ()
    assert found.shown.fields == {
        "title": "On water that flows.",
        "author": "J. Roe and M. Mueller",
        "booktitle": "Conference on Water",
        "year": "2022",
        "doi": "10.1234/cow.7",
        "abstract": "Wet.",
        "code": "https://x.example/c",
    }
    assert found.shown.source == PAPER.strip()


def test_two_publications_with_one_title_stay_two() -> None:
    assert keys(clusters(PAPER, JOURNAL)) == [["conf"], ["long"]]
    found = clusters(PAPER, JOURNAL, PREPRINT)
    assert keys(found) == [["conf", "pre"], ["long"]]


def test_also_when_both_name_the_same_preprint() -> None:
    with_id = [text.replace("year=", "arxiv={2101.00001v2}, year=") for text in (PAPER, JOURNAL)]
    assert keys(clusters(*with_id)) == [["conf"], ["long"]]


def test_nothing_to_do() -> None:
    (found,) = clusters(PAPER)
    assert found == Cluster(reader.parse(PAPER, "1.bib").entries[0])
    assert clusters() == ()


SAME = [
    # DOI: in any case and spelling, in the address
    ("@article{a, doi={10.1234/AbC}}", "@article{b, doi={https://doi.org/10.1234/abc}}", "DOI"),
    ("@article{a, doi={10.1234/a\\_b}}", "@article{b, doi={doi:10.1234/a_b.}}", "DOI"),
    ("@article{a, doi={10.1234/abc}}", "@misc{b, url={http://dx.doi.org/10.1234/abc}}", "DOI"),
    ("@article{a, doi={10.1234/abc}, title={A Study of Rivers}}",
     "@inproceedings{b, doi={10.1234/abc}, title={Study of {R}ivers: The Long Version}}", "DOI"),
    # arXiv: in any field, without version
    ("@misc{a, arxiv={2101.00001v3}}", "@misc{b, eprint={2101.00001}, archiveprefix={arXiv}}",
     "arXiv id"),
    ("@misc{a, arxiv={2101.00001}}", "@article{b, journal={arXiv preprint arXiv:2101.00001}}",
     "arXiv id"),
    ("@misc{a, arxiv={2101.00001}}", "@article{b, journal={CoRR}, volume={abs/2101.00001}}",
     "arXiv id"),
    ("@misc{a, arxiv={2101.00001}}", "@misc{b, url={https://arxiv.org/pdf/2101.00001v2.pdf}}",
     "arXiv id"),
    ("@misc{a, arxiv={math.AG/0301001}}", "@misc{b, eprint={math.AG/0301001v1}}",
     "arXiv id"),
    ("@misc{a, doi={10.48550/arXiv.2101.00001}}", "@misc{b, arxivid={2101.00001}}",
     "arXiv id"),
    # title and authors
    ("@article{a, title={The $x^2$ Law: A {\\'E}tude}, author={Roe, J.}, journal={J}, year=2020}",
     "@article{b, title={The $x^2$ law -- a étude}, author={Jane Roe}, journal={J}, year=2021}",
     "title and authors"),
    ("@article{a, title={Water, under Ice}, author={Roe, J. and Doe, J.}, journal={J of Water}}",
     "@article{b, title={Water -- Under Ice}, author={Doe, J. and Roe, J.}, journal={J. of Water}}",
     "title and authors"),
    ("@article{a, title={Water, under Ice}, author={Roe, J. and others}, journal={J}}",
     "@article{b, title={Water -- Under Ice}, author={Roe, J. and Doe, J.}, journal={J}}",
     "title and authors"),
    ("@article{a, title={Water, under Ice}, author={Roe, J.}, journal={bioRxiv}, year=2018}",
     "@article{b, title={Water -- Under Ice}, author={Roe, J.}, journal={J}, year=2022}",
     "title and authors"),
    ("@article{a, title={Water, under Ice}, author={Roe}, doi={10.1101/2020.01.01.1}, journal={X}}",
     "@article{b, title={Water -- Under Ice}, author={Roe, J.}, doi={10.1234/x}, journal={J}}",
     "title and authors"),
    ("@misc{a, title={FALL}, author={Roe, J. and Doe, J.}, howpublished={Preprint}, year=2020}",
     "@inproceedings{b, title={Fall}, author={Doe and Roe}, booktitle={C}, year=2021}",
     "title and authors"),
    ("@article{a, title={Editorial}, author={Roe, J.}, journal={J}, year=2020}",
     "@article{b, title={Editorial}, author={Roe, J.}, journal={J}, year=2020}",
     "title and authors"),
    ("@article{a, title={水的流动研究}, author={张伟}, journal={J}, year=2020, pages={1--9}}",
     "@article{b, title={水的流动研究}, author={张伟}, journal={J}, year=2020}",
     "title and authors"),
    # what one writes as a formula, another writes in Unicode
    ("@article{a, title={Effects of $\\beta$-catenin at $<$5\\,°C}, author={Roe, J.}, journal={J}}",
     "@article{b, title={Effects of β-Catenin at <5 °C}, author={Roe, J.}, journal={J}}",
     "title and authors"),
    ("@article{a, title={{$\\alpha$}-Synuclein in CO$_2$ and {H2O}}, author={Roe}, journal={J}}",
     "@article{b, title={α-Synuclein in CO₂ and H₂O}, author={Roe, J.}, journal={J}}",
     "title and authors"),
    ("@article{a, title={A $\\times$ B for $p\\bar{p}$ at $\\mathrm{CO}_2$ – “é”}, author={Roe}}",
     "@article{b, title={A × B for pp̄ at CO2 - 'é'}, author={Roe, J.}}",
     "title and authors"),
    # and a consortium joined when it was published
    ("@article{a, title={Water under Ice}, author={Roe, J.}, journal={bioRxiv}}",
     "@article{b, title={Water under Ice}, author={Roe, J. and {The Ice Consortium}}, journal={J}}",
     "title and authors"),
]  # fmt: skip


@pytest.mark.parametrize("pages", ["1--12", "77--90", "104394:1--104394:12", "104394", "345-356"])
def test_pages_before_and_after_an_issue_are_one_work(pages: str) -> None:
    entry = (
        "@article{{{0}, title={{Water under Ice}}, author={{Roe}}, journal={{J}}, pages={{{1}}}}}"
    )
    found = clusters(entry.format("a", pages), entry.format("b", "1--14"))
    assert keys(found) == [["a", "b"]]


@pytest.mark.parametrize(("one", "other", "reason"), SAME)
def test_same_work(one: str, other: str, reason: str) -> None:
    for texts in ((one, other), (other, one)):
        (found,) = clusters(*texts)
        (note,) = found.notes
        assert note.message.endswith(f", the same {reason}")


TWO = [
    ("@article{a, title={Water under Ice}, author={Roe, J.}}",
     "@article{b, title={Water under Ice}, author={Doe, J.}}"),
    ("@article{a, title={Water under Ice}}", "@article{b, title={Water under Ice}}"),
    ("@article{a, title={COVID19 in ländlichen Räumen}, author={Roe, J.}}",
     "@article{b, title={COVID in ländlichen Räumen}, author={Roe, J.}}"),
    ("@article{a, title={Water under Ice}, author={Roe, J. and {The Ice Consortium}}}",
     "@article{b, title={Water under Ice}, author={Roe, J. and {The Snow Consortium}}}"),
    ("@article{a, title={Water under Ice}, author={{The Ice Consortium}}}",
     "@article{b, title={Water under Ice}, author={Roe, J.}}"),
    ("@article{a, title={Water under Ice}, author={Roe, J. and {Jane Doe}}}",
     "@article{b, title={Water under Ice}, author={Roe, J.}}"),
    ("@article{a, title={Water under Ice}, author={Roe, J.}, journal={J}, year=2015}",
     "@article{b, title={Water under Ice}, author={Roe, J.}, journal={J}, year=2018}"),
    ("@misc{a, title={Water under Ice}, author={Roe, J.}, arxiv={2101.00001}}",
     "@misc{b, title={Water under Ice}, author={Roe, J.}, arxiv={2102.00002}}"),
    ("@article{a, title={Editorial}, author={Roe, J.}, journal={J}, year=2020}",
     "@article{b, title={Editorial}, author={Roe, J.}, journal={J}, year=2021}"),
    ("@article{a, title={Introduction}, author={Roe, J.}, journal={J}, year=2020}",
     "@article{b, title={Introduction}, author={Roe, J.}, journal={K}, year=2020}"),
    ("@article{a, title={Water}, author={Roe, J.}, year=2020}",
     "@article{b, title={Water}, author={Roe, J.}, year=2021}"),
    ("@inproceedings{a, title={Water under Ice}, author={Roe}, booktitle={Water Workshop}}",
     "@article{b, title={Water under Ice}, author={Roe, J.}, journal={Journal of Water}}"),
    ("@phdthesis{a, title={Water under Ice}, author={Roe, J.}, school={U}}",
     "@article{b, title={Water under Ice}, author={Roe, J.}, journal={J}}"),
    ("@dataset{a, title={Water under Ice}, author={Roe, J.}}",
     "@misc{b, title={Water under Ice}, author={Roe, J.}}"),
    ("@inproceedings{a, title={Water under Ice}, author={Roe}, booktitle={A}, doi={10.1234/a}}",
     "@inproceedings{b, title={Water under Ice}, author={Roe}, booktitle={A}, doi={10.1234/b}}"),
    ("@article{a, title={Making $D$ mesons}, author={Roe}, journal={J}, volume=3, pages={1--20}}",
     "@article{b, title={Making $D^*$ mesons}, author={Roe}, journal={J}, volume=5, pages={9}}"),
    ("@article{a, title={Water under Ice}, author={Roe}, journal={J}, year=2020, pages={11--20}}",
     "@article{b, title={Water under Ice}, author={Roe}, journal={J}, year=2020, pages={31--40}}"),
    ("@article{a, title={Templates in C++ again}, author={Roe}, journal={J}, year=2020}",
     "@article{b, title={Templates in {C\\#} again}, author={Roe}, journal={J}, year=2020}"),
    ("@article{a, title={Events of $e^+e^-$ beams}, author={Roe}, journal={J}, year=2020}",
     "@article{b, title={Events of $e^-e^-$ beams}, author={Roe}, journal={J}, year=2020}"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_works(one: str, other: str) -> None:
    found = clusters(one, other)
    assert keys(found) == [["a"], ["b"]]
    assert not any(cluster.notes or cluster.doubts for cluster in found)


def test_an_identifier_copied_by_mistake_hides_nothing() -> None:
    one = "@article{a, title={Clouds over Mountains}, doi={10.1234/abc}}"
    other = "\n@article{b, title={Rivers in the Valley}, doi={10.1234/abc}}"
    first, second = clusters(one, other)
    assert (first.notes, first.doubts, second.notes) == ((), (), ())
    assert [str(doubt) for doubt in second.doubts] == [
        "2.bib:2: b: has the same DOI as 'a' (1.bib:1), but another title; both are shown"
    ]


def test_a_third_entry_brings_two_together() -> None:
    (found,) = clusters(
        "@misc{a, title={On Rain}, doi={10.1234/abc}}",
        "@misc{b, title={On Rain in the Desert}, arxiv={2101.00001}, author={Roe, J.}}",
        "@article{c, title={On Rain}, journal={J}, doi={10.1234/abc}, arxiv={2101.00001}}",
    )
    assert keys((found,)) == [["c", "a", "b"]]
    assert [note.message for note in found.notes] == [
        "shown once with 'c' (3.bib:1), the same DOI",
        "shown once with 'c' (3.bib:1), the same arXiv id",
    ]


def test_order_of_first_appearance() -> None:
    other = "@article{other, title={Something Else Entirely}, author={Doe, J.}, journal={J}}"
    assert keys(clusters(PREPRINT, other, PAPER)) == [["conf", "pre"], ["other"]]


def test_within_one_file_without_line() -> None:
    given = Entry(key="x", type="misc", fields={"doi": "10.1234/x"}, source="", file="", line=0)
    (found,) = duplicates.clusters([given, given])
    assert str(found.notes[0]) == "x: shown once with 'x', the same DOI"


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("doi={10.48550/arXiv.2101.00001}", {}),  # a preprint's DOI is not the paper's
        ("volume={abs/2101.00001}, pages={1--9}, month=jan, url={https://x.example}", {}),
        ("selected={true}, award={Best}", {"selected": "true", "award": "Best"}),
        ("eprint={2101.00001}, archiveprefix={arXiv}, primaryclass={cs.LG}",
         {"eprint": "2101.00001", "archiveprefix": "arXiv", "primaryclass": "cs.LG"}),
    ],
)  # fmt: skip
def test_what_a_preprint_adds(added: str, expected: dict[str, str]) -> None:
    own_id = "" if "eprint=" in added else ", arxiv={2101.00001}"
    people = "author={Roe and Mueller}"
    preprint = f"@misc{{pre, title={{On water that flows}}, {people}, {added}{own_id}}}"
    (found,) = clusters(PAPER, preprint)
    own = reader.parse(PAPER, "x").entries[0].fields
    new = {name: value for name, value in found.shown.fields.items() if name not in own}
    new.pop("arxiv", None)
    assert new == expected


def test_what_a_second_record_adds() -> None:
    one = (
        "@article{a, title={T}, journal={J}, doi={10.1234/x}, volume={}, year=2020, "
        "arxiv={2101.00001}}"
    )
    two = (
        "@article{b, title={{T}}, doi={10.1234/x}, volume=7, pages={1--2}, year=2020, month=may, "
        "eprint={2101.00001}, archiveprefix={arXiv}}"
    )
    (found,) = clusters(one, two)
    assert found.shown.fields == {
        "title": "T", "journal": "J", "doi": "10.1234/x", "volume": "7", "year": "2020",
        "arxiv": "2101.00001", "pages": "1--2",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "is_preprint", "is_published"),
    [
        ("journal={arXiv}", True, False),
        ("journal={CoRR}", True, False),
        ("journal={bioRxiv}", True, False),
        ("journal={SSRN Electronic Journal}", True, False),
        ("publisher={arXiv}", True, False),
        ("arxiv={2101.00001}", True, False),
        ("journal={J}, doi={10.2139/ssrn.1}", True, False),
        ("journal={Genome Research}, doi={10.1101/gr.1}", False, True),
        ("booktitle={ICLR}, publisher={OpenReview.net}, arxiv={2101.00001}", False, True),
        ("journal={Corrosion Science}", False, True),
        ("journal={Journal of Halogens}", False, True),
        ("note={x}", False, False),
    ],
)
def test_what_is_a_preprint(fields: str, is_preprint: bool, is_published: bool) -> None:
    (entry,) = reader.parse(f"@article{{a, title={{T}}, {fields}}}", "x").entries
    known_by = fingerprints.of(entry)
    assert (known_by.is_preprint, known_by.is_published) == (is_preprint, is_published)


def test_preprint_address_without_arxiv() -> None:
    preprint = PREPRINT.replace("arXiv preprint arXiv:2101.00001", "bioRxiv")
    for field, url in {
        "url={https://x.example/1}": "https://x.example/1",
        "doi={10.1101/2020.1}": "https://doi.org/10.1101/2020.1",
        "note={x}": "",
    }.items():
        (found,) = clusters(PAPER, preprint.replace("year=", f"{field}, year="))
        assert found.preprint_url == url


@pytest.mark.parametrize("shared", ["doi={10.1234/x}", "title={Editorial}", "arxiv={2101.00001}"])
def test_many_with_the_same_take_no_longer(shared: str) -> None:
    texts = [
        f"@article{{k{i}, title={{Number{i}}}, author={{Roe{i}, J.}}, {shared}}}"
        for i in range(3000)
    ]
    entries = reader.parse("\n".join(texts), "x").entries
    began = time.process_time()
    found = duplicates.clusters(entries)
    assert len(found) == 3000
    assert time.process_time() - began < 5
