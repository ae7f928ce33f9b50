"""The engine's script waits until a page's reader moves, where nothing there needs it before."""

from __future__ import annotations

import re

_BUNDLE = re.compile(r'<script src="([^"]*assets/javascripts/bundle\.[^"/]*\.js)"></script>')
_OTHERS = re.compile(r'<script(?![^>]*type="module")[^>]*\ssrc=')  # ours are modules
# Signs that something counts on the script: other scripts by its name; the consent form and the
# notice of an old version; content that it wraps, numbers, draws or gives buttons.
_NEEDED = (
    *("document$", 'data-md-component="consent"', 'data-md-component="outdated"'),
    *("<table>", 'class="highlight', 'class="tabbed-set', 'class="mermaid', "md-annotation"),
)
_INSTANT = re.compile(r'"features":\s*\[[^\]]*"navigation\.instant')


def postponed(html: str) -> str:
    """Return a page whose script academic.js loads, or the same page if another needs it sooner."""
    found = _BUNDLE.search(html)
    if found is None or any(sign in html for sign in _NEEDED) or _INSTANT.search(html):
        return html
    if len(_OTHERS.findall(html)) > 1:
        return html
    start, end = found.span()
    return f'{html[:start]}<template data-late="{found[1]}"></template>{html[end:]}'
