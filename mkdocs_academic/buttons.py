"""The buttons under a paper: words people use for its links, one row each, by key."""

from __future__ import annotations

from typing import NamedTuple

from .services import folded


class Button(NamedTuple):
    """A word that papers' links are known by."""

    key: str
    label: str
    icon: str
    aliases: tuple[str, ...] = ()  # fields of .bib files and other words for the same


def find(label: str) -> Button | None:
    """Look a button up; `code_url`, `Video link` find theirs too."""
    word = folded(label)
    return _BY_WORD.get(word) or _BY_WORD.get(word.removesuffix("url").removesuffix("link"))


BUTTONS = (
    Button("abstract", "Abstract", "material/text"),
    Button(
        "acl", "ACL", "material/book-open-page-variant", ("acl_id", "acl anthology", "anthology")
    ),
    Button("altmetric", "Altmetric", "material/chart-donut"),
    Button("app", "App", "material/application-outline", ("shiny", "tool")),
    Button("arxiv", "arXiv", "simple/arxiv", ("arxiv_id", "eprint")),
    Button("award", "Award", "material/trophy"),
    Button("bibtex", "BibTeX", "material/code-braces", ("bib", "cite")),
    Button("biorxiv", "bioRxiv", "academic/biorxiv"),
    Button("blog", "Blog", "material/post", ("blog post", "post", "博客")),
    Button("book", "Book", "material/book"),
    Button("code", "Code", "material/code-tags", ("source code", "codes", "software", "代码")),
    Button("colab", "Colab", "simple/googlecolab"),
    Button("data", "Data", "material/database", ("dataset", "datasets", "数据", "数据集")),
    Button("dblp", "DBLP", "simple/dblp"),
    Button("demo", "Demo", "material/play-box-outline", ("demos", "live demo", "演示")),
    Button("dimensions", "Dimensions", "material/chart-timeline-variant"),
    Button("docs", "Docs", "material/book-open-variant", ("documentation", "manual")),
    Button("doi", "DOI", "simple/doi"),
    Button("download", "Download", "material/download", ("下载",)),
    Button("event", "Event", "material/calendar", ("conference",)),
    Button("figshare", "Figshare", "simple/figshare"),
    Button("github", "GitHub", "simple/github", ("repo", "repository")),
    Button("hal", "HAL", "simple/hal", ("hal_id",)),
    Button("html", "HTML", "material/file-document-outline", ("full text", "online", "publisher")),
    Button("huggingface", "Hugging Face", "simple/huggingface", ("hf", "space")),
    Button("inspirehep", "INSPIRE", "simple/inspire", ("inspire", "inspirehep_id")),
    Button("isbn", "ISBN", "material/book"),
    Button(
        "model",
        "Model",
        "material/cube-outline",
        ("models", "weights", "checkpoint", "checkpoints", "模型"),
    ),
    Button("news", "News", "material/newspaper", ("press", "media", "coverage")),
    Button("notebook", "Notebook", "simple/jupyter"),
    Button("openalex", "OpenAlex", "academic/openalex"),
    Button("openreview", "OpenReview", "academic/openreview"),
    Button("osf", "OSF", "simple/osf", ("preregistration",)),
    Button("package", "Package", "material/package-variant", ("pypi", "cran")),
    Button("paper", "Paper", "material/file-document-outline", ("论文",)),
    Button("patent", "Patent", "material/certificate"),
    Button("pdf", "PDF", "material/file-pdf-box", ("file",)),
    Button("pmcid", "PMC", "simple/pubmed", ("pmc",)),
    Button("pmid", "PubMed", "simple/pubmed", ("pubmed",)),
    Button("poster", "Poster", "material/post-outline", ("海报",)),
    Button("preprint", "Preprint", "material/file-clock-outline", ("预印本",)),
    Button("preview", "Preview", "material/eye", ("预览",)),
    Button(
        "project",
        "Project",
        "material/rocket-launch-outline",
        ("project page", "项目", "项目主页"),
    ),
    Button("reviews", "Reviews", "material/comment-text-multiple-outline", ("review",)),
    Button("semanticscholar", "Semantic Scholar", "simple/semanticscholar", ("s2",)),
    Button("slides", "Slides", "material/presentation", ("slide", "talk slides", "幻灯片")),
    Button("source", "Source", "material/file-code-outline", ("tex", "latex")),
    Button(
        "supplement",
        "Supplement",
        "material/paperclip",
        (
            "supp",
            "suppl",
            "supplementary",
            "supplemental",
            "supplementary material",
            "supplementary materials",
            "appendix",
            "附录",
        ),
    ),
    Button("talk", "Talk", "material/microphone", ("recording",)),
    Button("thread", "Thread", "simple/x", ("tweet", "twitter", "x")),
    Button("tutorial", "Tutorial", "material/school"),
    Button("video", "Video", "material/video-outline", ("videos", "视频")),
    Button(
        "website", "Website", "material/web", ("site", "web", "webpage", "homepage", "page", "主页")
    ),
    Button("youtube", "YouTube", "simple/youtube"),
    Button("zenodo", "Zenodo", "simple/zenodo"),
)

_BY_WORD = {folded(word): row for row in BUTTONS for word in (row.key, *row.aliases)}
