"""What a heading announces, in English and Chinese; an emoji says nothing, it is used for many."""

from __future__ import annotations

import re

ABOUT = "about"

# The first row that matches wins; a type of section, or `about`.
_KINDS: tuple[tuple[str, str], ...] = (
    (
        "",
        r"招生|enrol?lment|visitor|contact|联系|interests?\b|"
        r"兴趣|研究领域|研究方向|recruit|openings?\b|blogs?\b|misc",
    ),
    ("news", r"\bnews\b|\bupdates?\b|announcements?|新闻|动态|\bnow\b"),
    (
        "publications",
        r"publications?|\bpapers?\b|preprints?|论文|著作|"
        r"代表性工作|研究成果|近期成果|selected works?|\barticles\b",
    ),
    ("patents", r"patents?|专利"),
    (
        "honors",
        r"hono(?:u)?rs?\b|awards?\b|荣誉|获奖|"
        r"奖项|scholarships?|prizes?|fellowships?",
    ),
    ("internships", r"internships?|实习"),
    ("education", r"educations?\b|教育|\bdegrees?\b|学历"),
    ("teaching", r"teaching|courses\b|教学|授课|课程"),
    ("talks", r"\btalks?\b|presentations?\b|报告|seminars?|lectures?\b|演讲"),
    (
        "services",
        r"services?\b|reviewers?\b|reviewing|学术服务|"
        r"学术兼职|memberships?|committees?|volunteer",
    ),
    ("projects", r"projects?\b|项目|repositories|software|demos?\b"),
    (
        "experience",
        r"exper[a-z]*nces?|expericense|employments?|careers?\b|"
        r"positions?\b|appointments?|工作经历|经历|\bwork\b",
    ),
    ("funding", r"fundings?\b|grants?\b|基金"),
    (ABOUT, r"about|bio(?:graphy)?\b|简介|介绍|welcome|关于"),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)


def kind_of(title: str) -> str:
    """Return the type of the section that a heading opens, "" where it tells none."""
    plain = re.sub(r"<[^>]*>|!?\[|\]\([^)]*\)|&\w+;", " ", title)
    if not plain.strip():
        return ABOUT
    return next((kind for kind, pattern in _PATTERNS if pattern.search(plain)), "")
