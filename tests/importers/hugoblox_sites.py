"""Invented sites of HugoBlox, one for each of its generations."""

# ruff: noqa: E501 (lines of pages as people write them)

from __future__ import annotations

CITE = """@inproceedings{fern2022weave,
  title = {Weaving {Threads} Backwards},
  author = {Fern, Ada and Ho, Bo and M{\\"u}ller, Eva},
  booktitle = {Proceedings of the Loom Conference},
  year = {2022},
  pages = {1--9},
  publisher = {Loom Press},
}
"""
# Of 2021 to 2024: YAML, widgets in files, authors in folders.
WOWCHEMY = {
    "config/_default/config.yaml": "title: Ada Fern\nbaseurl: 'https://ada-fern.org/'\ncopyright: '© {year} Ada Fern'\ndefaultContentLanguage: en\ngoogleAnalytics: G-LOOM1234\npermalinks:\n  authors: '/author/:slug/'\n",
    "config/_default/languages.yaml": "en:\n  languageCode: en-us\nzh:\n  languageCode: zh-Hans\n  title: 艾达\n",
    "config/_default/menus.yaml": """main:
  - {name: Home, url: '#about', weight: 10}
  - {name: Posts, url: '#posts', weight: 50}
  - {name: Publications, url: '#featured', weight: 20}
  - {name: Talks, url: '#talks', weight: 30}
  - {name: Contact, url: '#contact', weight: 60}
  - {name: Team, url: /people/, weight: 55}
  - {name: Docs, url: https://docs.example.org/loom, weight: 70}
  - {name: Gone, url: /gone/, weight: 80}
""",
    "config/_default/params.yaml": """appearance: {theme_day: ocean, theme_night: dark}
marketing:
  seo: {site_type: Person, description: Looms and threads.}
  analytics: {google_analytics: UA-77, google_tag_manager: ''}
features:
  comment: {provider: disqus, disqus: {shortname: ada-loom}}
  repository: {url: https://github.com/ada-fern/site}
""",
    "go.mod": "module github.com/ada-fern/site\nrequire github.com/wowchemy/wowchemy-hugo-themes/modules/wowchemy/v5 v5.7.0\n",
    "content/authors/admin/_index.md": """---
title: Ada Fern
first_name: Ada
last_name: Fern
name_pronunciation: AY-da
pronouns: she/her
superuser: true
authors: [admin]
role: Professor of *Looms*
organizations:
  - {name: Thread University, url: https://thread.example.edu/}
  - {name: Weft Lab, url: ''}
bio: Looms that think.
status: {icon: ☕️}
interests: [Weaving, Knots]
education:
  courses:
    - {course: PhD in Looms, institution: Thread University, year: 2012}
    - {course: BSc in Knots, institution: Rope College, year: 2008}
social:
  - {icon: envelope, icon_pack: fas, link: 'mailto:ada@thread.example.edu'}
  - {icon: envelope, icon_pack: fas, link: '/#contact'}
  - {icon: graduation-cap, icon_pack: fas, link: 'https://scholar.google.com/citations?user=LOOMAAAAAAAJ'}
  - {icon: github, icon_pack: fab, link: 'https://github.com/ada-fern'}
  - {icon: orcid, icon_pack: ai, link: 'https://orcid.org/0000-0002-1825-0097'}
  - {icon: cv, icon_pack: ai, link: uploads/cv.pdf}
email: ''
highlight_name: true
user_groups: [Principal Investigators]
---

Ada Fern weaves. See [the news](/post/first/), [my paper](/publication/weave/) and [all papers](#featured).

{{< icon name="download" pack="fas" >}} Download my {{< staticref "uploads/cv.pdf" "newtab" >}}CV{{< /staticref >}}.
""",
    "content/authors/admin/avatar.jpg": "x",
    "content/authors/bo-ho/_index.md": """---
title: Bo Ho
role: PhD student
user_groups: [Students]
interests: [Wool]
social: [{icon: globe, icon_pack: fas, link: 'https://bo.example.org/'}]
email: bo@thread.example.edu
education: {courses: [{course: MSc, institution: Rope College, year: 2020}]}
---
Bo spins.
""",
    "content/authors/bo-ho/avatar.png": "x",
    "content/home/index.md": "---\ntype: widget_page\nheadless: true\n---\n",
    "content/home/about.md": "---\nwidget: about\nweight: 10\ntitle: Biography\nauthor: admin\n---\n",
    "content/home/experience.md": """---
widget: experience
weight: 15
title: Experience
date_format: Jan 2006
experience:
  - title: Professor
    company: Thread University
    company_url: https://thread.example.edu/
    company_logo: thread
    location: Loomtown
    date_start: '2018-09-01'
    date_end: ''
    description: |2-
        Responsibilities include:

        * Weaving
        * Teaching
  - title: Postdoc
    company: Rope College
    date_start: 2014-01-01
    date_end: 2018-08-31
---
""",
    "content/home/skills.md": """---
widget: skills
weight: 17
title: Skills
feature:
  - {name: R, description: 90%, icon: r-project, icon_pack: fab}
  - {name: Spinning, description: '10 years'}
---
""",
    "content/home/accomplishments.md": """---
widget: accomplishments
weight: 18
title: Prizes
item:
  - title: Golden Shuttle
    organization: Loom Society
    organization_url: https://loom.example.org
    certificate_url: https://loom.example.org/prize
    date_start: '2021-01-25'
    date_end: ''
    description: For *weaving*.
---
""",
    "content/home/featured.md": "---\nwidget: featured\nweight: 20\ntitle: Featured publications\ncontent: {page_type: publication, filters: {featured_only: true}}\n---\n",
    "content/home/publications.md": "---\nwidget: pages\nweight: 25\ntitle: Recent publications\ncontent: {page_type: publication, count: 1}\n---\nFilter them [here](./publication/).\n",
    "content/home/talks.md": "---\nwidget: pages\nweight: 30\ntitle: Talks\ncontent: {page_type: event, count: 5}\n---\n",
    "content/home/posts.md": "---\nwidget: pages\nweight: 50\ntitle: Recent posts\nsubtitle: ''\ncontent: {page_type: post, count: 1}\n---\n",
    "content/home/projects.md": "---\nwidget: portfolio\nweight: 45\ntitle: Projects\ncontent: {page_type: project}\n---\n",
    "content/home/hidden.md": "---\nwidget: blank\nactive: false\nweight: 1\ntitle: Hidden\n---\nNever shown.\n",
    "content/home/tags.md": "---\nwidget: tag_cloud\nweight: 120\ntitle: Popular topics\n---\n",
    "content/home/contact.md": """---
widget: contact
weight: 130
title: Contact
content:
  email: ada@thread.example.edu
  phone: 888 888 88
  address: {street: 1 Loom Street, city: Loomtown, region: LT, postcode: '94305', country: Threadland, country_code: TL}
  directions: Enter by the left loom
  office_hours: ['Monday 10:00 to 13:00', 'Wednesday 09:00 to 10:00']
  appointment_url: 'https://calendar.example.org/ada'
  contact_links: [{icon: comments, icon_pack: fas, name: Discuss on Forum, link: 'https://forum.example.org'}]
---
""",
    "content/people/index.md": "---\ntitle: Our team\ntype: widget_page\n---\n",
    "content/people/people.md": "---\nwidget: people\nweight: 1\ntitle: Meet us\nheadless: true\ncontent: {user_groups: [Principal Investigators, Students]}\n---\n",
    "content/publication/_index.md": "---\ntitle: Papers\n---\n",
    "content/publication/weave/index.md": """---
title: 'Weaving Threads Backwards'
authors: [admin, bo-ho, Eva Müller]
author_notes: ['Equal contribution', 'Equal contribution', 'Visiting weaver']
date: '2022-07-15T00:00:00Z'
doi: https://doi.org/10.5555/weave
publishDate: '2022-08-01T00:00:00Z'
publication_types: ['1']
publication: In *Proceedings of the Loom Conference*
publication_short: In *LC*
abstract: We weave $x_1^2$ **backwards**.
summary: Backwards is the way.
tags: [Looms, Threads]
featured: true
links:
  - {name: Replies, url: 'https://replies.example.org'}
url_pdf: weave.pdf
url_code: https://github.com/ada-fern/weave
url_dataset: ''
url_project: ''
url_slides: uploads/slides.pdf
url_video: https://video.example.org/1
image: {caption: 'Photo: **Bo**', focal_point: '', preview_only: false}
projects: [loom-of-looms]
slides: example
---
The whole story, with a {{< figure src="thread.png" caption="One *thread*" >}}
""",
    "content/publication/weave/cite.bib": CITE,
    "content/publication/weave/featured.jpg": "x",
    "content/publication/weave/thread.png": "x",
    "content/publication/weave/weave.pdf": "x",
    "content/publication/knots/index.md": """---
title: 'Knots & Loops at 100% of $O(n\\log n)$'
authors:
- Bo Ho
- admin
date: 2023-01-01
hugoblox: {ids: {arxiv: '2301.00001', mystery: 'm-1'}}
publication_types: ['article-journal']
publication: '*Journal of Knots, 1*(1)'
publication_short: ''
abstract: 'A knot_is *not* a loop.'
summary: A knot_is not
tags: []
projects: []
url_custom: [{name: Errata, url: /publication/weave/}]
url_source: '#'
volume_of_shelf: 7
---
""",
    "content/publication/draft/index.md": "---\ntitle: Not yet\ndraft: true\nauthors: [admin]\n---\n",
    "content/publication/broken/index.md": "---\ntitle: Broken\nauthors: [admin\ndate: 2020\n---\nText.\n",
    "content/event/_index.md": "---\ntitle: Recent & upcoming talks\n---\n",
    "content/event/loomcon/index.md": """---
title: Looms for *everybody*
event: LoomCon
event_url: https://loomcon.example.org
location: Loomtown
address: {street: 2 Loom Street, city: Loomtown, country: Threadland}
summary: An invited talk.
abstract: Looms are for everybody, said twice.
date: '2030-06-01T13:00:00Z'
date_end: '2030-06-01T15:00:00Z'
all_day: false
authors: [admin]
tags: [Invited]
featured: false
links: [{icon: twitter, icon_pack: fab, name: Follow, url: 'https://twitter.com/loom'}]
url_slides: ''
url_video: https://video.example.org/2
slides: example
projects: [loom-of-looms]
---
{{% callout note %}}
Click on **Slides**.
{{% /callout %}}
""",
    "content/event/panel.md": "---\ntitle: A panel\nevent: Days of Wool\ndate: 2021-05-03\ndate_end: 2021-05-04\nall_day: true\nauthors: [admin, bo-ho]\nprojects: [nowhere]\n---\n",
    "content/project/loom-of-looms/index.md": "---\ntitle: Loom of Looms\nsummary: One loom for all.\ntags: [Looms]\ndate: '2016-04-27'\nimage: {caption: ''}\nlinks: [{name: Follow, url: 'https://example.org/follow'}]\nurl_code: https://github.com/ada-fern/loom\n---\nA long story about looms.\n",
    "content/project/loom-of-looms/featured.png": "x",
    "content/project/elsewhere/index.md": "---\ntitle: Elsewhere\nexternal_link: https://elsewhere.example.org\ntags: [Looms]\n---\n",
    "content/post/_index.md": "---\ntitle: Blog\n---\n",
    "content/post/first/index.md": """---
title: The first post
subtitle: On beginnings
summary: How it began.
authors: [admin, bo-ho]
tags: [Start]
categories: [News]
date: '2020-12-13T00:00:00Z'
lastMod: '2020-12-14T00:00:00Z'
image: {caption: 'Image: [Bo](https://bo.example.org)', placement: 2}
commentable: true
---
{{< toc >}}
Text with a list:
- one
  - two

<!--more-->

![a thread](thread.png "A thread") and ![logo](logo.png), {{% mention "bo-ho" %}} says \\\\(x\\_1\\\\).

\\\\[ a \\\\\\\\ b \\\\]

{{< cite page="/publication/weave" view="4" >}}

{{% alert warning %}}
Careful with [talks]({{< relref "/event/loomcon/index.md" >}}).
{{% /alert %}}

{{< spoiler text="Solution" >}}
42 and {{ "{{" }} 6 * 7 }}
{{< /spoiler >}}

{{< youtube w7Ft2ymGmfc >}} {{< gallery album="demo" >}} {{< tweet user="ada" id="123" >}} {{< gist ada 456 >}}

{{< table path="results.csv" header="true" caption="Results" >}}

{{< unheard-of a="b" >}}inside{{< /unheard-of >}} and `{{</* youtube id */>}}`

```python
print("{{ no macro }}")
```
""",
    "content/post/first/featured.jpg": "x",
    "content/post/first/thread.png": "x",
    "content/post/first/results.csv": "name,value\nalpha,1\nbeta,2|3\n",
    "content/post/second.md": "+++\ntitle = 'Second, in TOML'\ndate = 2021-02-03\ntags = ['a']\n+++\nShort ~~text~~ https://example.org/second.\n",
    "content/post/second.zh.md": "---\ntitle: 第二\n---\n中文\n",
    "content/post/notebook/index.ipynb": "{}",
    "content/slides/example/index.md": "---\ntitle: Slides of looms\nslides: {theme: black}\n---\n# Looms\n\n---\n\n## Threads\n\n{{< speaker_note >}}Smile{{< /speaker_note >}}\n",
    "content/courses/knots/_index.md": "---\ntitle: Knots 101\nsummary: A course.\ndate: 2021-09-01\ntype: book\n---\nWelcome.\n",
    "content/courses/knots/one.md": "---\ntitle: First lesson\nweight: 1\n---\nTie it, then [go on](../two/).\n",
    "content/courses/knots/two.md": "---\ntitle: Second lesson\nweight: 2\n---\nUntie it.\n",
    "content/privacy.md": "---\ntitle: Privacy policy\n---\nWe keep nothing.\n",
    "static/uploads/cv.pdf": "x",
    "static/uploads/slides.pdf": "x",
    "static/page.html": "<html></html>",
    "assets/media/logo.png": "x",
    "assets/media/icon.png": "x",
    "assets/media/icons/brands/thread.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "assets/media/albums/demo/1.jpg": "x",
    "assets/media/albums/demo/2.jpg": "x",
}  # fmt: skip
# Of 2017 to 2020: TOML, the profile among the settings, biography in a widget.
ACADEMIC = {
    "config.toml": """baseurl = "https://olli.example.net/academic/"
title = "Olli Oak"
copyright = "&copy; Olli Oak"
theme = "academic"
defaultContentLanguage = "en"

[params]
  color_theme = "forest"
  name = "Olli Oak"
  role = "Lecturer in Trees"
  organizations = [ { name = "Forest School", url = "https://forest.example.net" } ]
  avatar = "portrait.jpg"
  email = "olli@forest.example.net"
  address = "1 Tree Road"
  phone = "+1 111"
  description = "Trees."

  [[params.social]]
    icon = "twitter"
    icon_pack = "fab"
    link = "//twitter.com/olli"

[[menu.main]]
  name = "Papers"
  url = "#publications"
  weight = 2

[[menu.main]]
  name = "Teaching"
  url = "#teaching"
  weight = 1
""",
    "content/home/about.md": """+++
widget = "about"
active = true
date = 2016-04-20T00:00:00
weight = 5

[interests]
  interests = [
    "Oaks",
    "Beeches"
  ]

[[education.courses]]
  course = "PhD in Trees"
  institution = "Forest School"
  year = 2012
+++

# Biography

Olli plants **trees**, see [his paper](/publication/rings/).
""",
    "content/home/publications.md": '+++\nwidget = "publications"\nactive = true\ntitle = "Publications"\nweight = 20\ncount = 10\n+++\n',
    "content/home/teaching.md": '+++\nwidget = "custom"\nactive = true\ntitle = "Teaching"\nweight = 60\n+++\n\nI teach:\n\n* Roots\n* Leaves\n',
    "content/home/slider.md": '+++\nwidget = "slider"\nactive = true\nweight = 70\ntitle = ""\n[[item]]\n  title = "Hello"\n  content = "I am a slide"\n  cta_url = "https://example.net"\n+++\n',
    "content/home/off.md": '+++\nwidget = "custom"\nactive = false\ntitle = "Off"\n+++\nNever.\n',
    "content/home/contact.md": '+++\nwidget = "contact"\nactive = true\ntitle = "Contact"\nweight = 130\nautolink = true\n+++\n',
    "content/publication/rings.md": """+++
title = "Rings of trees"
date = "2015-07-01"
authors = ["Olli Oak", "Ada Fern"]
publication_types = ["2"]
publication_short = "In *JT*"
publication = "In *Journal of Trees*, 3, 4--5"
abstract = "Rings $a\\\\_1$."
selected = true
url_pdf = "pdf/rings.pdf"
url_preprint = "http://arxiv.org/abs/1507.00001"
math = true
[header]
image = "headers/rings.png"
caption = "Rings"
+++

More detail, with $x\\_1$.
""",
    "content/publication/bad.md": '+++\ntitle = "Bad\nauthors = []\n+++\n',
    "content/talk/roots.md": '+++\ntitle = "Roots"\ntime_start = 2017-01-01T13:00:00\ndate = 2017-01-01T00:00:00\nabstract = ""\nevent = "Tree Days"\nlocation = "Grove"\n+++\n',
    "static/pdf/rings.pdf": "x",
    "static/img/portrait.jpg": "x",
    "static/img/headers/rings.png": "x",
}  # fmt: skip
# Of 2024 on: blocks in the head of the home page, people in `data/`.
KIT = {
    "config/_default/hugo.yaml": "title: Kim Loop\nbaseURL: https://kim.example.io/\ndefaultContentLanguage: en\n",
    "config/_default/languages.yaml": "en:\n  languageCode: en-us\n  contentDir: content/en\n  weight: 1\nja:\n  languageCode: ja\n  contentDir: content/ja\n  weight: 2\n",
    "config/_default/menus.en.yaml": "main:\n  - {name: Bio, url: /, weight: 10}\n  - {name: Papers, url: /#papers, weight: 11}\n  - {name: Experience, url: experience/, weight: 20}\n  - {name: More, identifier: more, weight: 30}\n  - {name: Projects, url: projects/, parent: more, weight: 1}\n  - {name: Courses, url: courses/, parent: more, weight: 2}\n  - {name: CV, url: uploads/resume.pdf, weight: 40}\n",
    "config/_default/params.yaml": "appearance: {mode: dark, color: emerald}\nhugoblox:\n  identity: {name: Kim}\nseo: {site_type: Person}\nfooter:\n  text: Built with care\n  copyright: {notice: '© {year} Kim Loop.', license: {enable: true, allow_commercial: false}}\n",
    "config/_default/module.yaml": "imports:\n  - path: github.com/HugoBlox/hugo-blox-builder/modules/blox-tailwind\n",
    "data/authors/me.yaml": """schema: hugoblox/author/v1
slug: me
is_owner: true
name: {display: Kim Loop, given: Kim, family: Loop, alternate: 金輪, pronunciation: ''}
postnominals: [PhD]
pronouns: they/them
role: Professor of Loops
bio: |
  I study **loops** and $\\\\omega$.

  See the [papers](#papers).
affiliations:
  - {name: Loop Institute, url: https://loop.example.io}
links:
  - {icon: at-symbol, url: 'mailto:kim@loop.example.io', label: E-mail Me}
  - {icon: brands/github, url: https://github.com/kim-loop}
  - {icon: academicons/google-scholar, url: 'https://scholar.google.com/citations?user=KIMLOOPAAAAJ'}
  - {icon: hero/link, url: https://kim.example.io/elsewhere, label: My garden}
interests: [Loops]
education:
  - {area: PhD Topology, institution: Loop Institute, start: 2010-10-01, end: 2014-01-15, summary: 'Thesis on *loops*.', button: {text: Read Thesis, url: https://example.io/thesis}}
experience:
  - {role: Professor, org: Loop Institute, org_url: https://loop.example.io, start: 2018-02-02, summary: "I lead:\\n- loops\\n- knots"}
skills:
  - name: Technical Skills
    items: [{name: Python, description: '', level: 80, icon: code-bracket}, {name: Looping, percent: 90}]
languages: [{name: English, percent: 100}, {name: 日本語, label: Native}]
awards:
  - {title: Loop Prize, url: https://example.io/prize, date: '2023-11-25', awarder: Loop Society, icon: trophy, summary: "For **loops**"}
""",
    "data/authors/joe-knot.yaml": "schema: hugoblox/author/v1\nslug: joe-knot\nname: {display: Joe Knot}\n",
    "assets/media/authors/me.png": "x",
    "content/en/_index.md": """---
title: ''
type: landing
sections:
  - block: resume-biography-3
    content:
      username: me
      text: ''
      button: {text: Download CV, url: uploads/resume.pdf}
      headings: {about: '', education: Degrees, interests: 'My interests'}
    design: {background: {gradient_mesh: {enable: true}}}
  - block: markdown
    content:
      title: '📚 My Research'
      subtitle: In short
      text: |-
        I loop:
        1. first
           - inside
        2. second
    design: {columns: '1'}
  - block: collection
    id: papers
    content:
      title: Featured Publications
      filters: {folders: [publications], featured_only: true}
    design: {view: article-grid}
  - block: collection
    content:
      title: Recent Publications
      text: ''
      filters: {folders: [publications], exclude_featured: true}
  - block: collection
    id: talks
    content: {title: Recent & Upcoming Talks, filters: {folders: [events]}}
  - block: collection
    id: news
    content: {title: Recent News, page_type: blog, count: 10, filters: {author: '', tag: ''}}
  - block: stats
    content:
      items: [{statistic: 1M+, description: Loops tied}]
  - block: cta-card
    demo: true
    content:
      title: Build with us
      text: Join **us**.
      button: {text: Write, url: 'mailto:kim@loop.example.io'}
  - block: faq
    content: {title: FAQ, items: [{question: 'Why?', answer: Why not.}]}
  - block: contact-info
    id: contact
    content: {title: Visit, address: {lines: [Loop Hall, Room 1]}, email: kim@loop.example.io, office_hours: [Monday], social: [{icon: brands/x, url: https://x.com/kim}], map_url: 'https://maps.example.io'}
---
""",
    "content/en/experience.md": "---\ntitle: Experience\ntype: landing\nsections:\n  - block: resume-experience\n    content: {username: me, title: Jobs}\n    design: {date_format: January 2006, is_education_first: false}\n  - block: resume-skills\n    content: {title: Skills & Hobbies, username: me}\n  - block: resume-awards\n    content: {title: Awards, username: me}\n  - block: resume-languages\n    content: {title: Languages, username: me}\n---\n",
    "content/en/publications/_index.md": "---\ntitle: Publications\ncms_exclude: true\nview: citation\n---\nAll of them.\n",
    "content/en/publications/loops/index.md": "---\ntitle: Loops all the way\nauthors: [me, joe-knot, Ann Bow]\nauthor_notes: ['Corresponding author']\ndate: '2024-05-01T00:00:00Z'\npublication_types: [paper-conference]\npublication: {name: Proceedings of LoopConf, pages: 1-10, mystery: 9}\nabstract: ''\nsummary: Short.\ntags: [Loops]\nfeatured: true\nhugoblox: {ids: {doi: 10.5555/loops, arxiv: '2405.00001'}}\nlinks:\n  - {type: code, url: https://github.com/kim-loop/loops}\n  - {type: site, url: /projects/infinite/}\n  - {type: preprint, url: https://arxiv.org/abs/2405.00001}\n  - {type: custom, label: Proceedings, url: https://loopconf.example.io}\nprojects: [infinite]\n---\n\n> [!NOTE]\n> Click *Cite*.\n\nMore in [the talk](../../events/loopconf/).\n",
    "content/en/publications/knots.md": "---\ntitle: Knots of a kind\nauthors: [Joe Knot, me]\ndate: '2020-01-01'\npublication_types: [thesis]\npublication: Master thesis, Loop Institute\nfeatured: false\n---\n",
    "content/en/events/loopconf/index.md": "---\ntitle: Talk on loops\nevent_name: LoopConf\nevent_url: https://loopconf.example.io\nlocation: {name: Hall, city: Loopville}\nevent_start: '2024-05-02T09:00:00+02:00'\nevent_end: '2024-05-02T10:00:00+02:00'\nevent_all_day: false\nauthors: [me]\nsummary: ''\n---\n",
    "content/en/projects/infinite/index.md": "---\ntitle: Infinite loop\ndate: 2023-10-24\nsummary: No end.\nlinks: [{type: site, url: https://infinite.example.io}]\ntags: [Loops]\n---\nIt goes on.\n",
    "content/en/blog/hello/index.md": "---\ntitle: 'Hello: world'\nsummary: Hi!\ndate: 2024-01-01\nauthors: [me]\ntags: [x]\nimage: {caption: Cap}\n---\nHello.\n\n{{< callout type=\"tip\" >}}\nTip **here**\n{{< /callout >}}\n",
    "content/en/blog/hello/featured.jpg": "x",
    "content/en/courses/_index.md": "---\ntitle: Courses\n---\n",
    "content/en/courses/loops/_index.md": "---\ntitle: Loops 101\ndate: 2024-02-01\n---\n{{< cards >}}{{< card url=\"week\" title=\"Week 1\" icon=\"book\" >}}{{< /cards >}}\n",
    "content/en/courses/loops/week.md": "---\ntitle: Week\n---\nStart.\n",
    "content/ja/_index.md": "---\ntitle: 日本語の頁\ntype: landing\nsections:\n  - block: markdown\n    content: {title: 研究, text: '[記事](/ja/blog/hello/)'}\n---\n",
    "content/ja/blog/hello/index.md": "---\ntitle: こんにちは\ndate: 2024-01-01\n---\n世界。[次](../next/)\n",
    "content/ja/blog/next.md": "---\ntitle: 次\n---\n次の記事。\n",
    "content/ja/about.md": "---\ntitle: 紹介\n---\n{{ 6*7 }} 紹介します。\n",
    "static/uploads/resume.pdf": "x",
}  # fmt: skip
# A laboratory: no biography on the home page, everybody below `authors`.
LAB = {
    "config.yaml": "title: Knot Lab\nbaseURL: https://knots.example.com/\nmarkup: {}\nparams: {marketing: {seo: {site_type: ResearchOrganization, description: A lab.}}}\nmenu:\n  main:\n    - {name: People, url: /people, weight: 1}\n",
    "content/_index.md": "---\ntype: landing\nsections:\n  - block: hero\n    content: {title: Welcome to Knot Lab, text: 'We tie **knots**.', image: {filename: welcome.jpg}, primary_action: {text: Join us, url: /join/}}\n  - block: collection\n    content: {title: Latest News, filters: {folders: [post]}, count: 3}\n---\n",
    "content/people/index.md": "---\ntitle: People\ntype: landing\nsections:\n  - block: team-showcase\n    content: {title: The team, user_groups: [Principal Investigators, Alumni]}\n---\n",
    "content/join.md": "---\ntitle: Join us\n---\nWrite to us.\n",
    "content/post/one/index.md": "---\ntitle: One\ndate: 2024-03-04\nauthors: [ann]\n---\nText.\n",
    "content/authors/ann/_index.md": "---\ntitle: Ann Bow\nsuperuser: true\nrole: Director\nuser_groups: [Principal Investigators]\n---\nAnn ties.\n",
    "content/authors/cy/_index.md": "---\ntitle: Cy Cord\nrole: Guest\nuser_groups: [Alumni]\n---\n",
    "assets/media/welcome.jpg": "x",
}  # fmt: skip
# What else there is: names in other scripts, pages that R wrote, folders without a list of their own.
WIDE = {
    "hugo.yaml": "title: 林梅\nbaseURL: https://mei.example.cn/\ndefaultContentLanguage: zh\nlanguageCode: zh-Hans\nparams: {appearance: {color: sky}}\nmodule: {imports: [{path: github.com/wowchemy/x}]}\npermalinks: {post: '/:year/:slug/'}\n",
    "content/authors/林梅/_index.md": "---\ntitle: 林梅\nfirst_name: 梅\nlast_name: 林\nsuperuser: true\nrole: 教授\nsocial: [{icon: graduation-cap, icon_pack: fas, link: 'https://example.cn/degree'}, {icon: wechat, icon_pack: fab, link: mei-wx}]\n---\n研究网络。\n",
    "content/authors/王伟/_index.md": "---\ntitle: 王伟\nrole: 博士生\n---\n",
    "content/authors/李强/_index.md": "---\ntitle: 李强\nrole: 博士生\n---\n",
    "content/home/about.md": "---\nwidget: about\nauthor: 林梅\n---\n",
    "content/home/gallery.md": "---\nwidget: gallery\nweight: 2\ntitle: 照片\ngallery_item: [{album: lab, image: tea.jpg, caption: 茶}]\n---\n",
    "content/home/contact.md": "---\nwidget: contact\nweight: 3\ntitle: 联系\ncontent: {email: mei@example.cn, form: {provider: netlify}}\n---\n",
    "content/home/people.md": "---\nwidget: people\nweight: 4\ntitle: 成员\n---\n",
    "content/publication/网络/index.md": "---\ntitle: 网络\nauthors: [林梅, 王伟]\ndate: 2020-01-01\npublication_types: ['7']\npublication: 某大学\n---\n正文。\n",
    "content/publication/untitled/index.md": "---\nauthors: []\n---\n",
    "content/post/2020/deep/index.html": "---\ntitle: From R\ndate: 2020-05-06\nslug: shallow\n---\n<div id='TOC'><ul><li>x</li></ul></div>\n<h2>Code</h2>\n<p>Text with <code>x</code> and <em>more</em>, see <a href='/2020/shallow/'>this</a>.</p>\n",
    "content/post/2020/deep/index.Rmd": "---\ntitle: From R\n---\n```{r}\nx\n```\n",
    "content/essays/one.md": "---\ntitle: One essay\ndate: 2019-01-01\naliases: [/old-essay/]\n---\nSee [two](two.md) and [old](/old-essay/), ![p](/media/lost.png).\n",
    "content/essays/two.Rmd": "---\ntitle: Two\n---\n```{r echo=FALSE}\nplot(1)\n```\n\nText[^1] and `$x$`.\n\n[^1]: Note.\n",
    "assets/media/albums/lab/tea.jpg": "x",
}  # fmt: skip
