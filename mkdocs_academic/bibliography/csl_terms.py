"""What CSL 1.0.2 and BibTeX call the same things: types, variables, people and dates."""

from __future__ import annotations

from collections.abc import Mapping

# Entry type -> CSL type (CSL 1.0.2, appendix III).
TO_TYPE: Mapping[str, str] = {
    "article": "article-journal", "book": "book", "mvbook": "book", "booklet": "pamphlet",
    "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter", "incollection": "chapter",
    "suppcollection": "chapter", "inproceedings": "paper-conference",
    "conference": "paper-conference", "workshop": "paper-conference", "manual": "book",
    "collection": "book", "mvcollection": "book", "proceedings": "book", "mvproceedings": "book",
    "reference": "book", "mvreference": "book", "inreference": "entry-encyclopedia",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "bachelorsthesis": "thesis", "bachelorthesis": "thesis", "masterthesis": "thesis",
    "diplomathesis": "thesis", "dissertation": "thesis", "techreport": "report",
    "report": "report", "workingpaper": "report", "unpublished": "manuscript",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "webpage": "webpage",
    "website": "webpage", "preprint": "article", "patent": "patent", "dataset": "dataset",
    "software": "software", "standard": "standard", "periodical": "periodical",
    "journal": "periodical", "suppperiodical": "article-journal", "magazine": "article-magazine",
    "newspaper": "article-newspaper", "review": "review", "presentation": "speech",
    "talk": "speech", "lecture": "speech", "poster": "speech", "map": "map",
    "video": "motion_picture", "movie": "motion_picture", "audio": "song", "music": "song",
    "image": "graphic", "artwork": "graphic", "performance": "performance",
    "letter": "personal_communication", "legislation": "legislation", "jurisdiction": "legal_case",
    "legal": "treaty", "archive": "collection",
}  # fmt: skip
OTHER = "document"

# CSL type -> entry type; `thesis` and `article` depend on more than their name.
FROM_TYPE: Mapping[str, str] = {
    "article": "misc", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "bill": "legislation", "book": "book", "broadcast": "video",
    "chapter": "incollection", "classic": "book", "collection": "archive", "dataset": "dataset",
    "document": "misc", "entry": "inreference", "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference", "event": "misc", "figure": "image", "graphic": "image",
    "hearing": "legal", "interview": "misc", "legal_case": "jurisdiction",
    "legislation": "legislation", "manuscript": "unpublished", "map": "map",
    "motion_picture": "video", "musical_score": "music", "pamphlet": "booklet",
    "paper-conference": "inproceedings", "patent": "patent", "performance": "performance",
    "periodical": "periodical", "personal_communication": "letter", "post": "online",
    "post-weblog": "online", "regulation": "legislation", "report": "techreport",
    "review": "article", "review-book": "article", "software": "software", "song": "audio",
    "speech": "presentation", "standard": "standard", "thesis": "thesis", "treaty": "legal",
    "webpage": "online",
    # Crossref's own words, which doi.org hands out as CSL
    "journal-article": "article", "proceedings-article": "inproceedings",
    "book-chapter": "incollection", "book-section": "incollection", "book-part": "incollection",
    "monograph": "book", "edited-book": "collection", "reference-book": "reference",
    "reference-entry": "inreference", "proceedings": "proceedings", "dissertation": "thesis",
    "posted-content": "misc", "report-component": "techreport", "peer-review": "misc",
    "other": "misc",
}  # fmt: skip

# Variable -> fields: reading writes the first, writing takes the first that is there.
TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "title-short": ("shorttitle",),
    "container-title-short": ("shortjournal",),
    "collection-title": ("series",),
    "event-title": ("eventtitle",),
    "publisher-place": ("address", "location"),
    "volume": ("volume",),
    "edition": ("edition",),
    "chapter-number": ("chapter",),
    "page": ("pages", "eid"),
    "number-of-pages": ("pagetotal",),
    "number-of-volumes": ("volumes",),
    "version": ("version",),
    "genre": ("type",),
    "status": ("pubstate", "status"),
    "language": ("language",),
    "DOI": ("doi",),
    "URL": ("url",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "PMID": ("pmid",),
    "PMCID": ("pmcid",),
    "keyword": ("keywords",),
    "abstract": ("abstract",),
    "note": ("note",),
}
OLD_NAMES = {  # CSL 1.0.1 and programs
    "event": "event-title",
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
    "article-number": "number",
    "doi": "DOI",
    "url": "URL",
}
# Where a `number` goes; `issue` where the type is not named.
NUMBERS: Mapping[str, str] = {
    **dict.fromkeys(("book", "chapter", "entry-encyclopedia"), "collection-number"),
    **dict.fromkeys(
        ("report", "patent", "standard", "legislation", "legal_case", "treaty", "dataset",
         "software", "manuscript", "article", "document", "webpage", "thesis", "speech"),
        "number",
    ),
}  # fmt: skip

NAMES: Mapping[str, str] = {  # variable -> field
    "author": "author", "editor": "editor", "translator": "translator",
    "container-author": "bookauthor", "collection-editor": "serieseditor", "chair": "chair",
    "compiler": "compiler", "composer": "composer", "contributor": "contributor",
    "curator": "curator", "director": "director", "editorial-director": "editorialdirector",
    "executive-producer": "executiveproducer", "guest": "guest", "host": "host",
    "illustrator": "illustrator", "interviewer": "interviewer", "narrator": "narrator",
    "organizer": "organizer", "original-author": "origauthor", "performer": "performer",
    "producer": "producer", "recipient": "recipient", "reviewed-author": "reviewedauthor",
    "script-writer": "scriptwriter", "series-creator": "seriescreator",
}  # fmt: skip
AND_OTHERS = "and-others"  # below `custom`: the fields of which some names only are known
DATES: Mapping[str, str] = {  # variable -> field; `issued` becomes year, month and date
    "accessed": "urldate",
    "event-date": "eventdate",
    "original-date": "origdate",
    "submitted": "submitted",
    "available-date": "availabledate",
}
