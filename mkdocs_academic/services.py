"""The services a profile can link to: one row each, in the order of their keys."""

from __future__ import annotations

from typing import NamedTuple

ID = "{}"


class Service(NamedTuple):
    """One service, under the name that settings use."""

    key: str
    label: str
    icon: str  # below `.icons/` of the engine or of our theme
    url: str  # with {} for the id; "{}" takes a path as well; "" only a full address
    aliases: tuple[str, ...] = ()  # as other themes and other languages say


def folded(key: str) -> str:
    """Compare `Google Scholar`, `google-scholar` and `googlescholar` as one."""
    return "".join(char for char in key.casefold() if char.isalnum())


def find(key: str) -> Service | None:
    """Look a service up; `github_username`, `acm_id`, `dblp_url` (al-folio) find theirs too."""
    word = folded(key)
    for ending in ("", *_ENDINGS):
        if word.endswith(ending) and (service := _BY_NAME.get(word.removesuffix(ending))):
            return service
    return None


_ENDINGS = ("username", "userid", "profile", "number", "user", "icon", "url", "id")


def _row(key: str, label: str, url: str, aliases: str = "", icon: str = "") -> Service:
    bare = url in ("", ID) or url.startswith(("http:", "mailto:"))
    full = url if bare else f"https://{url}"
    return Service(key, label, icon or f"simple/{key}", full, tuple(aliases.split()))


# A full address always works, also where a service has changed the form of its own.
SERVICES = (
    _row("academia", "Academia.edu", "independent.academia.edu/{}", "academia_edu"),
    _row("acm", "ACM Digital Library", "dl.acm.org/profile/{}", "acm_dl"),
    _row("aminer", "AMiner", "www.aminer.cn/profile/{}", icon="material/account-school"),
    _row("arxiv", "arXiv", "arxiv.org/a/{}"),
    _row("behance", "Behance", "www.behance.net/{}"),
    _row("bilibili", "Bilibili", "space.bilibili.com/{}", "哔哩哔哩 b站"),
    _row("biorxiv", "bioRxiv", "", icon="academic/biorxiv"),
    _row("bitbucket", "Bitbucket", "bitbucket.org/{}"),
    _row("blog", "Blog", "{}", "博客 weblog", icon="material/post"),
    _row("blogger", "Blogger", "{}.blogspot.com/", "blogspot"),
    _row("bluesky", "Bluesky", "bsky.app/profile/{}", "bsky"),
    _row("calendar", "Calendar", "", "appointments booking cal", icon="material/calendar"),
    _row("codeberg", "Codeberg", "codeberg.org/{}"),
    _row("codepen", "CodePen", "codepen.io/{}", icon="fontawesome/brands/codepen"),
    _row("crossref", "Crossref", "search.crossref.org/?q={}", icon="academic/crossref"),
    _row("csdn", "CSDN", "blog.csdn.net/{}"),
    _row("cv", "CV", "{}", "cv_pdf resume vita 简历 lebenslauf", icon="material/file-account"),
    _row("dblp", "DBLP", "dblp.org/pid/{}", "dblp_pid"),
    _row("devto", "DEV", "dev.to/{}", "dev", icon="fontawesome/brands/dev"),
    _row("discord", "Discord", "discord.com/users/{}"),
    _row("docker", "Docker Hub", "hub.docker.com/u/{}", "docker_hub"),
    _row("doi", "DOI", "doi.org/{}"),
    _row("douban", "Douban", "www.douban.com/people/{}", "豆瓣"),
    _row("dribbble", "Dribbble", "dribbble.com/{}"),
    _row("elsevier", "Elsevier", ""),
    _row("email", "E-mail", "mailto:{}", "mail 邮箱 电子邮件", icon="material/email"),
    _row("facebook", "Facebook", "www.facebook.com/{}"),
    _row("figshare", "Figshare", "figshare.com/authors/_/{}"),
    _row("flickr", "Flickr", "www.flickr.com/people/{}"),
    _row("foursquare", "Foursquare", "foursquare.com/{}", icon="fontawesome/brands/foursquare"),
    _row("gitea", "Gitea", "gitea.com/{}"),
    _row("gitee", "Gitee", "gitee.com/{}", "码云"),
    _row("github", "GitHub", "github.com/{}"),
    _row("gitlab", "GitLab", "gitlab.com/{}"),
    _row("goodreads", "Goodreads", "www.goodreads.com/{}"),
    _row(
        "googlescholar",
        "Google Scholar",
        "scholar.google.com/citations?user={}",
        "scholar gscholar 谷歌学术",
    ),
    _row("hackerrank", "HackerRank", "www.hackerrank.com/profile/{}"),
    _row("hal", "HAL", "cv.hal.science/{}", "hal_science idhal"),
    _row("huggingface", "Hugging Face", "huggingface.co/{}", "hf"),
    _row("ieee", "IEEE Xplore", "ieeexplore.ieee.org/author/{}", "ieee_xplore"),
    _row(
        "impactstory", "Impactstory", "profiles.impactstory.org/u/{}", icon="academic/impactstory"
    ),
    _row("inspire", "INSPIRE", "inspirehep.net/authors/{}", "inspirehep"),
    _row("instagram", "Instagram", "www.instagram.com/{}"),
    _row("internetarchive", "Internet Archive", "archive.org/details/@{}", "archive_org"),
    _row("juejin", "Juejin", "juejin.cn/user/{}", "掘金"),
    _row("jupyter", "Jupyter", "", "nbviewer jupyterhub"),
    _row("kaggle", "Kaggle", "www.kaggle.com/{}"),
    _row("keybase", "Keybase", "keybase.io/{}"),
    _row("kofi", "Ko-fi", "ko-fi.com/{}"),
    _row("lastfm", "Last.fm", "www.last.fm/user/{}", icon="simple/lastdotfm"),
    _row(
        "lattes", "Lattes", "http://lattes.cnpq.br/{}", "cnpq", icon="material/file-account-outline"
    ),
    _row("leetcode", "LeetCode", "leetcode.com/u/{}"),
    _row("letterboxd", "Letterboxd", "letterboxd.com/{}"),
    _row(
        "linkedin", "LinkedIn", "www.linkedin.com/in/{}", "领英", icon="fontawesome/brands/linkedin"
    ),
    _row("loop", "Loop", "loop.frontiersin.org/people/{}", "frontiers"),
    _row("mastodon", "Mastodon", ""),
    _row(
        "mathgenealogy",
        "Mathematics Genealogy",
        "www.mathgenealogy.org/id.php?id={}",
        icon="material/family-tree",
    ),
    _row("matrix", "Matrix", "matrix.to/#/@{}"),
    _row("medium", "Medium", "medium.com/@{}"),
    _row("mendeley", "Mendeley", "www.mendeley.com/profiles/{}"),
    _row("npm", "npm", "www.npmjs.com/~{}"),
    _row("openaccess", "Open access", ""),
    _row("openalex", "OpenAlex", "openalex.org/{}", icon="academic/openalex"),
    _row("openreview", "OpenReview", "openreview.net/profile?id={}", icon="academic/openreview"),
    _row("orcid", "ORCID", "orcid.org/{}"),
    _row("osf", "OSF", "osf.io/{}"),
    _row("overleaf", "Overleaf", ""),
    _row("paperswithcode", "Papers with Code", "", "pwc"),
    _row("patreon", "Patreon", "www.patreon.com/{}"),
    _row(
        "philpapers",
        "PhilPapers",
        "philpeople.org/profiles/{}",
        "philpeople",
        icon="academic/philpapers",
    ),
    _row("pinterest", "Pinterest", "www.pinterest.com/{}"),
    _row(
        "protocolsio",
        "protocols.io",
        "www.protocols.io/researchers/{}",
        icon="simple/protocolsdotio",
    ),
    _row("publons", "Publons", "publons.com/a/{}"),
    _row("pubmed", "PubMed", "pubmed.ncbi.nlm.nih.gov/?term={}", "ncbi"),
    _row("pypi", "PyPI", "pypi.org/user/{}"),
    _row("quora", "Quora", "www.quora.com/profile/{}"),
    _row("reddit", "Reddit", "www.reddit.com/user/{}"),
    _row(
        "researcherid",
        "ResearcherID",
        "www.webofscience.com/wos/author/rid/{}",
        icon="simple/clarivate",
    ),
    _row("researchgate", "ResearchGate", "www.researchgate.net/profile/{}"),
    _row("ror", "ROR", "ror.org/{}", icon="academic/ror"),
    _row("rss", "RSS", "{}", "feed atom"),
    _row("scopus", "Scopus", "www.scopus.com/authid/detail.uri?authorId={}"),
    _row("semanticscholar", "Semantic Scholar", "www.semanticscholar.org/author/{}", "semantic s2"),
    _row("signal", "Signal", ""),
    _row("slack", "Slack", "", icon="fontawesome/brands/slack"),
    _row("slideshare", "SlideShare", "www.slideshare.net/{}", icon="fontawesome/brands/slideshare"),
    _row("soundcloud", "SoundCloud", "soundcloud.com/{}"),
    _row("sourcehut", "SourceHut", "sr.ht/~{}", "srht"),
    _row(
        "speakerdeck", "Speaker Deck", "speakerdeck.com/{}", icon="fontawesome/brands/speaker-deck"
    ),
    _row("spotify", "Spotify", "open.spotify.com/user/{}"),
    _row("ssrn", "SSRN", "ssrn.com/author={}"),
    _row("stackexchange", "Stack Exchange", "stackexchange.com/users/{}"),
    _row("stackoverflow", "Stack Overflow", "stackoverflow.com/users/{}"),
    _row("steam", "Steam", "steamcommunity.com/id/{}"),
    _row("strava", "Strava", "www.strava.com/athletes/{}"),
    _row("substack", "Substack", "substack.com/@{}"),
    _row("telegram", "Telegram", "t.me/{}"),
    _row("threads", "Threads", "www.threads.com/@{}"),
    _row("tiktok", "TikTok", "www.tiktok.com/@{}"),
    _row("tumblr", "Tumblr", "{}.tumblr.com/"),
    _row("twitch", "Twitch", "www.twitch.tv/{}"),
    _row("unsplash", "Unsplash", "unsplash.com/@{}"),
    _row("vimeo", "Vimeo", "vimeo.com/{}"),
    _row("vk", "VK", "vk.com/{}", "vkontakte"),
    _row(
        "webofscience",
        "Web of Science",
        "www.webofscience.com/wos/author/record/{}",
        "wos clarivate",
        icon="simple/clarivate",
    ),
    _row(
        "website",
        "Website",
        "{}",
        "homepage home page site uri url web www work 主页 个人主页",
        icon="material/web",
    ),
    _row("wechat", "WeChat", "", "weixin 微信"),
    _row("weibo", "Weibo", "weibo.com/{}", "sinaweibo 微博", icon="simple/sinaweibo"),
    _row("whatsapp", "WhatsApp", "wa.me/{}"),
    _row("wikidata", "Wikidata", "www.wikidata.org/wiki/{}"),
    _row("wikipedia", "Wikipedia", "en.wikipedia.org/wiki/User:{}"),
    _row("x", "X", "x.com/{}", "twitter x_twitter 推特"),
    _row("xiaohongshu", "Xiaohongshu", "www.xiaohongshu.com/user/profile/{}", "rednote 小红书"),
    _row("xing", "XING", "www.xing.com/profile/{}"),
    _row("youtube", "YouTube", "www.youtube.com/@{}", "油管"),
    _row("zbmath", "zbMATH Open", "zbmath.org/authors/{}", icon="material/sigma"),
    _row("zenodo", "Zenodo", "zenodo.org/communities/{}"),
    _row("zhihu", "Zhihu", "www.zhihu.com/people/{}", "知乎"),
    _row("zotero", "Zotero", "www.zotero.org/{}"),
)

_BY_NAME = {folded(name): row for row in SERVICES for name in (row.key, *row.aliases)}
