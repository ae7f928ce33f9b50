"""What people write where a date should say until when somebody stays: left, graduated, open."""

from __future__ import annotations

import re


def has_left(said: str) -> bool:
    """Tell whether somebody is gone; `said` is in lower case, without accents."""
    found = _LEFT.search(said)
    return bool(found and not _DENIED.search(said, 0, found.start()))


def is_understood(said: str) -> bool:
    """Tell whether it is clear that somebody is gone, or that there is no end."""
    return has_left(said) or bool(_STAYS.fullmatch(said))


# English, German, French, Spanish, Portuguese, Italian, Russian, Chinese, Japanese, Korean.
_LEFT = re.compile(
    r"(?<![^\W\d_])(?:left|gone|former(?:ly)?|past|ended|finished|completed|graduated|retired|moved|"
    r"departed|resigned|deceased|alumn\w*|yes|true|"
    r"ausgeschieden|weggezogen|ehemalig\w*|beendet|abgeschlossen|"
    r"partie?|ancien(?:ne)?|diplomee?|termine|quitte|"
    r"antigu[oa]|egresad[oa]|graduad[oa]|terminado|retirad[oa]|"
    r"egress[oa]|formad[oa]|concluid[oa]|saiu|ex|laureat[oa]|uscit[oa]|conclus[oa]|"
    r"выпускни(?:к|ца)|ушел|ушла|бывш(?:ии|ая)|окончила?)(?![^\W\d_])|"
    r"离开|离职|离组|毕业|離開|離職|畢業|卒業|退職|退所|修了|졸업|퇴직"
)
_DENIED = re.compile(
    r"\b(?:not|never|until|till|nicht|noch|bis|pas|encore|jusqu|no|aun|hasta|"
    r"nao|ainda|non|ancora|ate|fino|не|еще|до)\b|[未没]"
)
_STAYS = re.compile(
    r"no|none|never|false|[-?]|open(?:[ -]ended)?|permanent|tenured?|indefinite(?:ly)?|"
    r"unbefristet|offen|permanente?|indefini(?:do|da|te)?|cdi"
)
