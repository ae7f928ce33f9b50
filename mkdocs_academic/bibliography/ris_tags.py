"""What the tags and types of RIS (specifications of 2001 and 2011) are called in BibTeX."""

from __future__ import annotations

from collections.abc import Mapping

# Reference type -> entry type.
FROM_TYPE: Mapping[str, str] = {
    "ABST": "article", "ADVS": "video", "AGGR": "dataset", "ANCIENT": "book", "ART": "artwork",
    "BILL": "legislation", "BLOG": "online", "BOOK": "book", "CASE": "jurisdiction",
    "CHAP": "incollection", "CHART": "image", "CLSWK": "book", "COMP": "software",
    "CONF": "inproceedings", "CPAPER": "inproceedings", "CTLG": "misc", "DATA": "dataset",
    "DBASE": "dataset", "DICT": "inreference", "EBOOK": "book", "ECHAP": "incollection",
    "EDBOOK": "collection", "EJOUR": "article", "ELEC": "online", "ENCYC": "inreference",
    "EQUA": "misc", "FIGURE": "image", "GEN": "misc", "GOVDOC": "techreport", "GRANT": "misc",
    "HEAR": "legal", "ICOMM": "letter", "INPR": "article", "INTV": "misc", "JFULL": "periodical",
    "JOUR": "article", "LEGAL": "legal", "MANSCPT": "unpublished", "MAP": "map",
    "MGZN": "article", "MPCT": "video", "MULTI": "video", "MUSIC": "music", "NEWS": "article",
    "PAMP": "booklet", "PAT": "patent", "PCOMM": "letter", "POD": "audio", "PRESS": "online",
    "RPRT": "techreport", "SER": "book", "SLIDE": "presentation", "SOCIAL": "online",
    "SOUND": "audio", "STAND": "standard", "STAT": "legislation", "STD": "standard",
    "THES": "thesis", "UNBILL": "legislation", "UNPB": "unpublished", "UNPD": "unpublished",
    "VIDEO": "video", "WEB": "online",
}  # fmt: skip
TO_TYPE: Mapping[str, str] = {
    "article": "JOUR", "suppperiodical": "JOUR", "review": "JOUR", "magazine": "MGZN",
    "newspaper": "NEWS", "periodical": "JFULL", "journal": "JFULL", "book": "BOOK",
    "mvbook": "BOOK", "manual": "BOOK", "reference": "BOOK", "mvreference": "BOOK",
    "collection": "EDBOOK", "mvcollection": "EDBOOK", "proceedings": "EDBOOK",
    "mvproceedings": "EDBOOK", "booklet": "PAMP", "inbook": "CHAP", "bookinbook": "CHAP",
    "suppbook": "CHAP", "incollection": "CHAP", "suppcollection": "CHAP", "inreference": "ENCYC",
    "inproceedings": "CONF", "conference": "CONF", "workshop": "CONF", "phdthesis": "THES",
    "mastersthesis": "THES", "thesis": "THES", "bachelorsthesis": "THES", "bachelorthesis": "THES",
    "masterthesis": "THES", "diplomathesis": "THES", "dissertation": "THES", "techreport": "RPRT",
    "report": "RPRT", "workingpaper": "RPRT", "unpublished": "UNPB", "online": "ELEC",
    "electronic": "ELEC", "www": "ELEC", "webpage": "ELEC", "website": "ELEC", "patent": "PAT",
    "dataset": "DATA", "software": "COMP", "standard": "STAND", "presentation": "SLIDE",
    "talk": "SLIDE", "lecture": "SLIDE", "poster": "SLIDE", "map": "MAP", "video": "VIDEO",
    "movie": "MPCT", "audio": "SOUND", "music": "MUSIC", "image": "FIGURE", "artwork": "ART",
    "letter": "PCOMM", "legislation": "STAT", "jurisdiction": "CASE", "legal": "LEGAL",
}  # fmt: skip
OTHER = "GEN"

# Tag -> field. Where several tags give one field, the one listed first holds.
TEXTS: Mapping[str, str] = {
    "TI": "title", "T1": "title", "CT": "title", "ST": "shorttitle", "T3": "series",
    "VL": "volume", "IS": "number", "CP": "number", "ET": "edition", "CY": "address",
    "PP": "address", "DO": "doi", "AB": "abstract", "N2": "abstract", "LA": "language",
    "C7": "eid", "NV": "volumes", "M3": "type",
}  # fmt: skip
NAMES = {"AU": "author", "A1": "author", "ED": "editor", "A2": "editor", "A3": "serieseditor",
         "A4": "translator"}  # fmt: skip
AND_OTHERS = "And others: "  # begins a note of our own files: the fields with more names
NOTES = ("N1", "RN")
DATES = ("DA", "PY", "Y1")  # most precise first
ADDRESSES = ("UR", "LK", "L2", "L1")  # L1 is the PDF
# The larger work, its own title before abbreviations of it.
CONTAINERS = ("JF", "BT", "T2", "JO", "JA", "J1", "J2")
KNOWN = frozenset(
    {*TEXTS, *NAMES, *NOTES, *DATES, *ADDRESSES, *CONTAINERS}
    | set("TY ER ID KW SP EP PB SN Y2 C3 AD AN AV C1 C2 C4 C5 C6 C8 CA CN DB DP DS EP H1 H2 "
          "ID J2 L3 L4 M1 M2 OP RI RP SE SP TA TT U1 U2 U3 U4 U5 VO".split())
)  # fmt: skip
