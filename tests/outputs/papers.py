"""Publications for tests, out of BibTeX."""

from __future__ import annotations

from mkdocs_academic.bibliography import reader
from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import Known, KnownPeople
from mkdocs_academic.bibliography.publication import Publication
from mkdocs_academic.outputs import record
from mkdocs_academic.outputs.record import Record

HOME = "https://x.example/me/"


def papers(bibtex: str, owner: str = "", people: dict[str, str] | None = None) -> list[Publication]:
    known = KnownPeople(
        Known(name, Identity(name), url=url) for name, url in (people or {}).items()
    )
    given = list(map(Given, reader.parse(bibtex, "x.bib").entries))
    return from_entries(given, Identity(owner), known)


def records(bibtex: str, **known: str) -> list[Record]:
    found = (record.of(paper) for paper in papers(bibtex, **known))
    return [one for one in found if one]


EVERYTHING = r"""
@article{berg2021, title={Why \emph{Water} Flows: {NASA} \& $O(n \log n)$}, subtitle={A Study},
  author={van der Berg, Jan* and Doe, Jr., John and {The Consortium, Inc.} and 张 伟 and others},
  journal={Journal of Invented Results}, volume=12, number=3, pages={101--117}, date={2021-10-05},
  doi={https://doi.org/10.1234/jir\_7}, issn={1234-5679, 2345-678X}, publisher={Nowhere Press},
  keywords={water; flow, slow}, abstract={Wet \& \textbf{cold}. $x_i^2 \le 1$}, language={ngerman},
  award={Best <b>Paper</b>}, pdf={paper.pdf}, code={https://x.example/code},
  license={https://creativecommons.org/licenses/by/4.0/}}
@inproceedings{one, title={One}, author={R. Roe}, booktitle={Proc.\ of Everything},
  eventtitle={Everything 2020}, editor={Doe, Jane}, year=2020, month=may, pages={12:1--12:25},
  isbn={978-0-306-40615-7}, series={Lecture Notes}, publisher={Nowhere Press}}
@phdthesis{doe2019, title={A Thesis}, author={Jane Doe}, school={University of Nowhere}, year=2019,
  month={Spring}}
@techreport{rep, title={A Report}, author={Jane Doe}, institution={Institute}, number={TR-7},
  year=2018}
@misc{pre, title={A Preprint}, author={Jane Doe}, eprint={2101.00001v2}, archiveprefix={arXiv},
  year={2021}}
@article{corr, title={Another}, author={Jane Doe}, journal={CoRR}, volume={abs/2101.00002},
  year={2021}}
@book{book, title={A Book}, author={Jane Doe}, publisher={Nowhere Press}, year={2001/2003},
  edition={2nd}, isbn={0-306-40615-2}}
@incollection{chapter, title={A Chapter}, author={Jane Doe}, booktitle={A Book}, year=2001,
  editor={{The Editors} and John Roe}, pages={e7}}
@software{code, title={A Program}, author={Jane Doe}, year=2022, version={1.2},
  code={https://x.example/code}}
@dataset{data, title={Numbers}, author={Jane Doe}, year=2022, abstract={Many numbers.}}
@patent{pat, title={A Device}, author={Jane Doe}, number={US 7}, year=2011}
@online{page, title={A Page}, author={Jane Doe}, url={https://x.example/page}, date={2023-02}}
@proceedings{proc, title={Proceedings}, editor={Jane Doe}, year=2010}
@misc{untitled, author={Jane Doe}, year=2010}
@misc{undated, title={Undated}, author={Jane Doe}, note={Some day}}
@article{soon, title={Soon}, author={Jane Doe}, journal={J}, year={to appear}}
"""
