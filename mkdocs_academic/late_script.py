"""The engine's script waits for a reader's first move or, where it is needed, for the page."""

from __future__ import annotations

import re

_BUNDLE = re.compile(r'<script src="([^"]*assets/javascripts/bundle\.[^"/]*\.js)"></script>')
_OTHERS = re.compile(r'<script(?![^>]*type="module")[^>]*\ssrc=')  # ours are modules
# Signs that something counts on the script while the page is read: other scripts by its name, the
# consent form, the notice of an old version.
_AT_ONCE = ("document$", 'data-md-component="consent"', 'data-md-component="outdated"')
# Content that it wraps, numbers, draws or gives buttons: after fonts, which would come too late.
_SOON = ("<table>", 'class="highlight', 'class="tabbed-set', 'class="mermaid', "md-annotation")
_INSTANT = re.compile(r'"features":\s*\[[^\]]*"navigation\.instant')


def postponed(html: str, telling: str = "") -> str:
    """Return a page whose script academic.js loads, or the same page if another needs it sooner.

    `telling` is the page without what needs no script, which may be megabytes.
    """
    telling = telling or html
    found = _BUNDLE.search(telling)
    if found is None or any(sign in telling for sign in _AT_ONCE) or _INSTANT.search(telling):
        return html
    if len(_OTHERS.findall(telling)) > 1:
        return html
    event = ' data-on="load"' if any(sign in telling for sign in _SOON) else ""
    before, _, after = html.rpartition(found[0])
    return f'{before}<template data-late="{found[1]}"{event}></template>{after}'
