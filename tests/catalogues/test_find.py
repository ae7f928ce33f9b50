"""What a user may write to name a paper, or all papers of somebody."""

from __future__ import annotations

import pytest

from mkdocs_academic import catalogues
from mkdocs_academic.catalogues.base import Wanted


@pytest.mark.parametrize(
    ("written", "catalogue", "id_"),
    [
        ("10.1000/Abc.1", "doi", "10.1000/abc.1"),
        ("doi:10.1000/abc.1", "doi", "10.1000/abc.1"),
        ("https://doi.org/10.1000/abc(1)2", "doi", "10.1000/abc(1)2"),
        ("https://dl.acm.org/doi/10.1145/1.2", "doi", "10.1145/1.2"),
        ("https://dl.acm.org/doi/10.1145/1.2?download=true", "doi", "10.1145/1.2"),
        ("https://doi.org/10.1000%2Fabc", "doi", "10.1000/abc"),
        ("https://www.example.org/articles/10.3389/f.2020.1/full", "doi", "10.3389/f.2020.1"),
        ("https://www.example.org/content/pdf/10.1007/s1-2.pdf", "doi", "10.1007/s1-2"),
        ("https://www.biorxiv.org/content/10.1101/2020.01.02v2.full", "doi", "10.1101/2020.01.02"),
        ("2101.00001v2", "arxiv", "2101.00001"),
        ("arXiv:math.GT/0309136v1", "arxiv", "math/0309136"),
        ("arXiv:hep-th/9711200", "arxiv", "hep-th/9711200"),
        ("https://arxiv.org/pdf/2101.00001.pdf", "arxiv", "2101.00001"),
        ("https://doi.org/10.48550/arXiv.2101.00001", "arxiv", "2101.00001"),
        ("pmid:123", "pubmed", "pubmed/123"),
        ("https://pubmed.ncbi.nlm.nih.gov/123/", "pubmed", "pubmed/123"),
        ("https://pubmed.ncbi.nlm.nih.gov/123/?from_term=x", "pubmed", "pubmed/123"),
        ("PMC5815332", "pubmed", "pmc/5815332"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC5815332/", "pubmed", "pmc/5815332"),
        ("0000-0002-1825-0097", "orcid", "0000-0002-1825-0097"),
        ("https://orcid.org/0000-0002-9079-593x", "orcid", "0000-0002-9079-593X"),
        ("A5023888391", "openalex", "A5023888391"),
        ("https://openalex.org/W2741809807", "openalex", "W2741809807"),
        ("https://dblp.org/pid/188/7740.html", "dblp", "pid/188/7740"),
        ("dblp:g/JimGray", "dblp", "pid/g/JimGray"),
        ("https://dblp.org/rec/conf/kdd/SifferFTL17.html?view=bibtex", "dblp",
         "rec/conf/kdd/SifferFTL17"),
        ("https://inspirehep.net/authors/983328", "inspire", "authors/983328"),
        ("https://inspirehep.net/literature/451647?ui=x", "inspire", "literature/451647"),
        ("inspire:E.Witten.1", "inspire", "authors/E.Witten.1"),
        ("https://www.zotero.org/groups/12/our_lab", "zotero", "groups/12"),
        ("https://www.zotero.org/groups/12/our_lab/collections/AB12/items", "zotero",
         "groups/12/collections/AB12"),
        ("zotero:users/475425", "zotero", "users/475425/publications"),
    ],
)  # fmt: skip
def test_words_and_addresses(written: str, catalogue: str, id_: str) -> None:
    assert catalogues.find(f" {written} ".strip()) == Wanted(catalogue, id_)


@pytest.mark.parametrize("written", ["", "Nora Vestergård", "https://example.org/", "12345", "W1x"])
def test_what_nobody_knows(written: str) -> None:
    assert catalogues.find(written) is None


def test_the_owner_is_looked_for_where_most_is_known() -> None:
    links = {
        "dblp": "https://dblp.org/pid/00/1",
        "github": "https://github.com/nora",
        "orcid": "https://orcid.org/0000-0002-1825-0097",
    }
    assert catalogues.of_owner(links) == Wanted("orcid", "0000-0002-1825-0097")
    assert catalogues.of_owner({"dblp": links["dblp"]}) == Wanted("dblp", "pid/00/1")
    assert catalogues.of_owner({"github": links["github"]}) is None
