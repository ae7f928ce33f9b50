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

SERVICES = (
    Service("academia", "Academia.edu", "simple/academia", "https://independent.academia.edu/{}", ("academia_edu",)),
    Service("acm", "ACM Digital Library", "simple/acm", "https://dl.acm.org/profile/{}", ("acm_dl",)),
    Service("aminer", "AMiner", "material/account-school", "https://www.aminer.cn/profile/{}"),
    Service("arxiv", "arXiv", "simple/arxiv", "https://arxiv.org/a/{}"),
    Service("behance", "Behance", "simple/behance", "https://www.behance.net/{}"),
    Service("bilibili", "Bilibili", "simple/bilibili", "https://space.bilibili.com/{}", ("哔哩哔哩", "b站")),
    Service("biorxiv", "bioRxiv", "academic/biorxiv", ""),
    Service("bitbucket", "Bitbucket", "simple/bitbucket", "https://bitbucket.org/{}"),
    Service("blog", "Blog", "material/post", ID, ("博客", "weblog")),
    Service("blogger", "Blogger", "simple/blogger", "https://{}.blogspot.com/", ("blogspot",)),
    Service("bluesky", "Bluesky", "simple/bluesky", "https://bsky.app/profile/{}", ("bsky",)),
    Service("calendar", "Calendar", "material/calendar", "", ("appointments", "booking", "cal")),
    Service("codeberg", "Codeberg", "simple/codeberg", "https://codeberg.org/{}"),
    Service("codepen", "CodePen", "simple/codepen", "https://codepen.io/{}"),
    Service("crossref", "Crossref", "academic/crossref", "https://search.crossref.org/?q={}"),
    Service("csdn", "CSDN", "simple/csdn", "https://blog.csdn.net/{}"),
    Service("cv", "CV", "material/file-account", ID, ("cv_pdf", "resume", "vita", "简历", "lebenslauf")),
    Service("dblp", "DBLP", "simple/dblp", "https://dblp.org/pid/{}", ("dblp_pid",)),
    Service("devto", "DEV", "fontawesome/brands/dev", "https://dev.to/{}", ("dev",)),
    Service("discord", "Discord", "simple/discord", "https://discord.com/users/{}"),
    Service("docker", "Docker Hub", "simple/docker", "https://hub.docker.com/u/{}", ("docker_hub",)),
    Service("doi", "DOI", "simple/doi", "https://doi.org/{}"),
    Service("douban", "Douban", "simple/douban", "https://www.douban.com/people/{}", ("豆瓣",)),
    Service("dribbble", "Dribbble", "simple/dribbble", "https://dribbble.com/{}"),
    Service("elsevier", "Elsevier", "simple/elsevier", ""),
    Service("email", "E-mail", "material/email", "mailto:{}", ("mail", "邮箱", "电子邮件")),
    Service("facebook", "Facebook", "simple/facebook", "https://www.facebook.com/{}"),
    Service("figshare", "Figshare", "simple/figshare", "https://figshare.com/authors/_/{}"),
    Service("flickr", "Flickr", "simple/flickr", "https://www.flickr.com/people/{}"),
    Service("foursquare", "Foursquare", "fontawesome/brands/foursquare", "https://foursquare.com/{}"),
    Service("gitea", "Gitea", "simple/gitea", "https://gitea.com/{}"),
    Service("gitee", "Gitee", "simple/gitee", "https://gitee.com/{}", ("码云",)),
    Service("github", "GitHub", "simple/github", "https://github.com/{}", ("git_hub",)),
    Service("gitlab", "GitLab", "simple/gitlab", "https://gitlab.com/{}"),
    Service("goodreads", "Goodreads", "simple/goodreads", "https://www.goodreads.com/{}"),
    Service("googlescholar", "Google Scholar", "simple/googlescholar", "https://scholar.google.com/citations?user={}", ("scholar", "gscholar", "谷歌学术")),
    Service("hackerrank", "HackerRank", "simple/hackerrank", "https://www.hackerrank.com/profile/{}"),
    Service("hal", "HAL", "simple/hal", "https://cv.hal.science/{}", ("hal_science", "idhal")),
    Service("huggingface", "Hugging Face", "simple/huggingface", "https://huggingface.co/{}", ("hf",)),
    Service("ieee", "IEEE Xplore", "simple/ieee", "https://ieeexplore.ieee.org/author/{}", ("ieee_xplore",)),
    Service("impactstory", "Impactstory", "academic/impactstory", "https://profiles.impactstory.org/u/{}"),
    Service("inspire", "INSPIRE", "simple/inspire", "https://inspirehep.net/authors/{}", ("inspirehep",)),
    Service("instagram", "Instagram", "simple/instagram", "https://www.instagram.com/{}"),
    Service("internetarchive", "Internet Archive", "simple/internetarchive", "https://archive.org/details/@{}", ("archive_org",)),
    Service("juejin", "Juejin", "simple/juejin", "https://juejin.cn/user/{}", ("掘金",)),
    Service("jupyter", "Jupyter", "simple/jupyter", "", ("nbviewer", "jupyterhub")),
    Service("kaggle", "Kaggle", "simple/kaggle", "https://www.kaggle.com/{}"),
    Service("keybase", "Keybase", "simple/keybase", "https://keybase.io/{}"),
    Service("kofi", "Ko-fi", "simple/kofi", "https://ko-fi.com/{}"),
    Service("lastfm", "Last.fm", "simple/lastdotfm", "https://www.last.fm/user/{}"),
    Service("lattes", "Lattes", "material/file-account-outline", "http://lattes.cnpq.br/{}", ("cnpq",)),
    Service("leetcode", "LeetCode", "simple/leetcode", "https://leetcode.com/u/{}"),
    Service("letterboxd", "Letterboxd", "simple/letterboxd", "https://letterboxd.com/{}"),
    Service("linkedin", "LinkedIn", "fontawesome/brands/linkedin", "https://www.linkedin.com/in/{}", ("领英",)),
    Service("loop", "Loop", "simple/loop", "https://loop.frontiersin.org/people/{}", ("frontiers",)),
    Service("mastodon", "Mastodon", "simple/mastodon", ""),
    Service("mathgenealogy", "Mathematics Genealogy", "material/family-tree", "https://www.mathgenealogy.org/id.php?id={}"),
    Service("matrix", "Matrix", "simple/matrix", "https://matrix.to/#/@{}"),
    Service("medium", "Medium", "simple/medium", "https://medium.com/@{}"),
    Service("mendeley", "Mendeley", "simple/mendeley", "https://www.mendeley.com/profiles/{}"),
    Service("npm", "npm", "simple/npm", "https://www.npmjs.com/~{}"),
    Service("openaccess", "Open access", "simple/openaccess", ""),
    Service("openalex", "OpenAlex", "academic/openalex", "https://openalex.org/{}"),
    Service("openreview", "OpenReview", "academic/openreview", "https://openreview.net/profile?id={}"),
    Service("orcid", "ORCID", "simple/orcid", "https://orcid.org/{}"),
    Service("osf", "OSF", "simple/osf", "https://osf.io/{}"),
    Service("overleaf", "Overleaf", "simple/overleaf", ""),
    Service("paperswithcode", "Papers with Code", "simple/paperswithcode", "", ("pwc",)),
    Service("patreon", "Patreon", "simple/patreon", "https://www.patreon.com/{}"),
    Service("philpapers", "PhilPapers", "academic/philpapers", "https://philpeople.org/profiles/{}", ("philpeople",)),
    Service("pinterest", "Pinterest", "simple/pinterest", "https://www.pinterest.com/{}"),
    Service("protocolsio", "protocols.io", "simple/protocolsdotio", "https://www.protocols.io/researchers/{}"),
    Service("publons", "Publons", "simple/publons", "https://publons.com/a/{}"),
    Service("pubmed", "PubMed", "simple/pubmed", "https://pubmed.ncbi.nlm.nih.gov/?term={}", ("ncbi",)),
    Service("pypi", "PyPI", "simple/pypi", "https://pypi.org/user/{}"),
    Service("quora", "Quora", "simple/quora", "https://www.quora.com/profile/{}"),
    Service("reddit", "Reddit", "simple/reddit", "https://www.reddit.com/user/{}"),
    Service("researcherid", "ResearcherID", "simple/clarivate", "https://www.webofscience.com/wos/author/rid/{}"),
    Service("researchgate", "ResearchGate", "simple/researchgate", "https://www.researchgate.net/profile/{}"),
    Service("ror", "ROR", "academic/ror", "https://ror.org/{}"),
    Service("rss", "RSS", "simple/rss", ID, ("feed", "atom")),
    Service("scopus", "Scopus", "simple/scopus", "https://www.scopus.com/authid/detail.uri?authorId={}"),
    Service("semanticscholar", "Semantic Scholar", "simple/semanticscholar", "https://www.semanticscholar.org/author/{}", ("semantic", "s2")),
    Service("signal", "Signal", "simple/signal", ""),
    Service("slack", "Slack", "fontawesome/brands/slack", ""),
    Service("slideshare", "SlideShare", "fontawesome/brands/slideshare", "https://www.slideshare.net/{}"),
    Service("soundcloud", "SoundCloud", "simple/soundcloud", "https://soundcloud.com/{}"),
    Service("sourcehut", "SourceHut", "simple/sourcehut", "https://sr.ht/~{}", ("srht",)),
    Service("speakerdeck", "Speaker Deck", "fontawesome/brands/speaker-deck", "https://speakerdeck.com/{}"),
    Service("spotify", "Spotify", "simple/spotify", "https://open.spotify.com/user/{}"),
    Service("ssrn", "SSRN", "simple/ssrn", "https://ssrn.com/author={}"),
    Service("stackexchange", "Stack Exchange", "simple/stackexchange", "https://stackexchange.com/users/{}"),
    Service("stackoverflow", "Stack Overflow", "simple/stackoverflow", "https://stackoverflow.com/users/{}"),
    Service("steam", "Steam", "simple/steam", "https://steamcommunity.com/id/{}"),
    Service("strava", "Strava", "simple/strava", "https://www.strava.com/athletes/{}"),
    Service("substack", "Substack", "simple/substack", "https://substack.com/@{}"),
    Service("telegram", "Telegram", "simple/telegram", "https://t.me/{}"),
    Service("threads", "Threads", "simple/threads", "https://www.threads.com/@{}"),
    Service("tiktok", "TikTok", "simple/tiktok", "https://www.tiktok.com/@{}"),
    Service("tumblr", "Tumblr", "simple/tumblr", "https://{}.tumblr.com/"),
    Service("twitch", "Twitch", "simple/twitch", "https://www.twitch.tv/{}"),
    Service("unsplash", "Unsplash", "simple/unsplash", "https://unsplash.com/@{}"),
    Service("vimeo", "Vimeo", "simple/vimeo", "https://vimeo.com/{}"),
    Service("vk", "VK", "simple/vk", "https://vk.com/{}", ("vkontakte",)),
    Service("webofscience", "Web of Science", "simple/clarivate", "https://www.webofscience.com/wos/author/record/{}", ("wos", "clarivate")),
    Service("website", "Website", "material/web", ID, ("homepage", "home", "page", "site", "uri", "url", "web", "www", "work", "主页", "个人主页")),
    Service("wechat", "WeChat", "simple/wechat", "", ("weixin", "微信")),
    Service("weibo", "Weibo", "simple/sinaweibo", "https://weibo.com/{}", ("sinaweibo", "微博")),
    Service("whatsapp", "WhatsApp", "simple/whatsapp", "https://wa.me/{}"),
    Service("wikidata", "Wikidata", "simple/wikidata", "https://www.wikidata.org/wiki/{}"),
    Service("wikipedia", "Wikipedia", "simple/wikipedia", "https://en.wikipedia.org/wiki/User:{}"),
    Service("x", "X", "simple/x", "https://x.com/{}", ("twitter", "x_twitter", "推特")),
    Service("xiaohongshu", "Xiaohongshu", "simple/xiaohongshu", "https://www.xiaohongshu.com/user/profile/{}", ("rednote", "小红书")),
    Service("xing", "XING", "simple/xing", "https://www.xing.com/profile/{}"),
    Service("youtube", "YouTube", "simple/youtube", "https://www.youtube.com/@{}", ("油管",)),
    Service("zbmath", "zbMATH Open", "material/sigma", "https://zbmath.org/authors/{}"),
    Service("zenodo", "Zenodo", "simple/zenodo", "https://zenodo.org/communities/{}"),
    Service("zhihu", "Zhihu", "simple/zhihu", "https://www.zhihu.com/people/{}", ("知乎",)),
    Service("zotero", "Zotero", "simple/zotero", "https://www.zotero.org/{}"),
)

_BY_NAME = {folded(name): row for row in SERVICES for name in (row.key, *row.aliases)}
