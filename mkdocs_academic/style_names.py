"""The names of citation styles, and how people write them: `GB/T 7714`, `apa7`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

# By name; the words are those on pages.
LABELS: Mapping[str, str] = {
    "apa": "APA",
    "chicago": "Chicago",
    "gb-t-7714": "GB/T 7714",
    "ieee": "IEEE",
    "mla": "MLA",
    "vancouver": "Vancouver",
}
# Letters and digits of other names: those in the repository of CSL styles, and of editions.
_ALSO: Mapping[str, str] = {
    "apa7": "apa",
    "americanpsychologicalassociation": "apa",
    "chicagoauthordate": "chicago",
    "gb7714": "gb-t-7714",
    "gb77142015": "gb-t-7714",
    "gb77142015numeric": "gb-t-7714",
    "gbt77142015": "gb-t-7714",
    "chinanationalstandardgbt77142015numeric": "gb-t-7714",
    "modernlanguageassociation": "mla",
    "mla9": "mla",
    "nlm": "vancouver",
    "nlmcitationsequence": "vancouver",
}


def named(value: Any) -> Any:
    """Return the name of a style that is written in another way, else what was written."""
    if not isinstance(value, str):
        return value
    bare = "".join(filter(str.isalnum, value.lower()))
    own = {"".join(filter(str.isalnum, name)): name for name in LABELS}
    return own.get(bare) or _ALSO.get(bare, value)


StyleName = Annotated[
    Literal["apa", "chicago", "gb-t-7714", "ieee", "mla", "vancouver"], BeforeValidator(named)
]
