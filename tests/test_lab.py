"""A laboratory: who is listed where, what members inherit, one command that builds all sites."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest
import yaml
from click.testing import CliRunner

from mkdocs_academic import lab_build, lab_engines, lab_tree
from mkdocs_academic.cli import main
from mkdocs_academic.scaffold import shared_settings
from mkdocs_academic.site import Site, load_site

from . import lab_site
from .lab_site import MEMBERS, Work
from .pages import rendered

WORKS = lab_site.works()


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lab_site.written(tmp_path_factory.mktemp("lab"), WORKS)


@pytest.fixture(scope="module")
def tree(lab: Path) -> Path:
    """Build all sites once, with the real command."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1790000000")  # 2026-09-21
        done = CliRunner().invoke(main, ["lab", "build", "--lab", str(lab), "--strict"])
    assert done.exit_code == 0, done.output
    return lab / "site"


def page(tree: Path, address: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((tree / address / "index.html").read_text("utf-8"))


def of(site: Site) -> set[str]:
    """Return the DOIs of what a site shows."""
    return {paper.field("doi") for paper in site.publications}


def dois(works: list[Work]) -> set[str]:
    return {work.doi for work in works}


def test_the_site_is_what_the_issue_asks_for() -> None:
    assert len(WORKS) == 300
    assert sum(len(work.files) > 1 for work in WORKS) > 40
    assert len(lab_site.SPELLINGS) == 12


def test_each_work_is_shown_once(lab: Path) -> None:
    site = load_site(lab / "mkdocs.yml")
    assert not site.mistakes
    assert not site.warnings
    assert len(site.publications) == len(WORKS)
    assert of(site) == dois(WORKS)


def test_authors_are_who_they_are(lab: Path) -> None:
    by_doi = {work.doi: work for work in WORKS}
    for paper in load_site(lab / "mkdocs.yml").publications:
        found = tuple(one.person for one in paper.authors if one.is_person)
        assert found == by_doi[paper.field("doi")].people, paper.key


def test_people_stand_under_their_roles(tree: Path) -> None:
    listed = page(tree, "people").xpath("//div[contains(@class, 'acad-people')]/section")
    found = {
        one.xpath("string(h2)").rstrip("¶"): [
            " ".join(name.text_content().split()) for name in one.find_class("acad-person__name")
        ]
        for one in listed
    }
    assert found == {
        "Professor": ["Hypatia of Alexandria"],
        "Postdoc": ["Ada Lovelace", "Emmy Noether"],  # whose end is still to come
        "PhD student": ["Shen Kuo", "Sophie Germain", "Évariste Galois", "Seki Takakazu"],
        "Research engineer": ["Maria Gaetana Agnesi"],
        "Alumni": ["Leonhard Euler", "Muḥammad ibn Mūsā al-Khwārizmī", "Omar Khayyam"],
    }


def test_names_in_the_grid_lead_to_the_own_site_or_page(tree: Path) -> None:
    links = page(tree, "people").xpath("//p[@class='acad-person__name']/a")
    found = {one.text_content(): one.get("href") for one in links}
    assert found["Ada Lovelace"] == "../people/ada/"
    assert found["Shen Kuo"] == "https://shen.example.org/"
    assert found["Sophie Germain"] == "../people/sophie/"
    for href in found.values():
        assert "://" in href or (tree / "people" / href / "index.html").is_file()


def test_a_page_lists_the_own_papers_talks_and_awards(tree: Path) -> None:
    for slug in ("sophie", "omar", "hypatia", "seki"):
        own = page(tree, f"people/{slug}")
        theirs = {work.number for work in WORKS if slug in work.people}
        shown = own.xpath("//li[contains(@class, 'acad-pub')]/@id")
        assert {int(re.sub(r"\D", "", one)) for one in shown} == theirs, slug
        assert len(shown) == len(theirs)
    sophie = page(tree, "people/sophie")
    headings = [one.text_content().rstrip("¶") for one in sophie.xpath("//article//h2")]
    assert headings == ["Publications", "Talks", "Honors and awards", "Projects"]
    assert "Works on <em>vibrating</em> plates." in lxml.html.tostring(sophie, encoding="unicode")
    assert sophie.xpath("//div[@class='acad-portrait']/img/@src") == ["../../images/sophie.svg"]


def test_who_has_a_site_in_the_tree_has_no_page_beside_it(tree: Path) -> None:
    for slug in ("ada", "emmy"):
        assert (
            page(tree, f"people/{slug}")
            .xpath("//h1")[0]
            .text_content()
            .startswith(
                load_site(lab_site.SOURCE / "people" / slug / "mkdocs.yml").profile.name  # type: ignore[union-attr]
            )
        )
        assert (tree / "people" / slug / "sitemap.xml").is_file()
    assert not (tree / "people" / "mary").exists()  # a co-author is no member


@pytest.mark.parametrize("address", ["publications", "people/emmy", "people/omar", "sophie"])
def test_co_authors_are_marked_and_linked(tree: Path, address: str) -> None:
    """The spellings of two people, on pages of the lab and of a member, all lead to one place."""
    homes = {"ada": "people/ada", "sophie": "people/sophie"}
    spelled = {"Ada Lovelace": "ada", "A. Lovelace": "ada", "A. A. Lovelace": "ada"}
    spelled |= {"Sophie Germain": "sophie", "S. Germain": "sophie", "Antoine Le Blanc": "sophie"}
    authors = page(tree, address).find_class("acad-author")
    found = {one.text_content(): one for one in authors}
    assert len(spelled.keys() & found.keys()) >= 4
    for name in spelled.keys() & found.keys():
        href = found[name].get("href")
        assert (tree / address / href).resolve() == (tree / homes[spelled[name]]).resolve()
    assert found["Mary Somerville"].get("href") == "https://example.org/somerville"
    assert found["Kuo Shen"].get("href") == "https://shen.example.org/"
    assert not {
        found[name].get("href") for name in ("Emma Noel", "A. Lovelock") if name in found
    } - {None}


@pytest.mark.parametrize("member", MEMBERS)
def test_a_member_shows_own_papers_of_the_shared_file(lab: Path, member: str) -> None:
    site = load_site(lab / "people" / member / "mkdocs.yml")
    assert not site.mistakes
    assert not site.warnings
    listed = [work for work in WORKS if {"lab", member} & set(work.files)]
    mine = [work for work in listed if member in work.people]
    assert of(site) == dois(mine)
    assert len(site.publications) == len(mine)
    assert all(sum(one.is_owner for one in paper.authors) == 1 for paper in site.publications)


def test_a_member_adds_to_what_is_inherited(lab: Path) -> None:
    site = load_site(lab / "people" / "ada" / "mkdocs.yml")
    texts = [item.text for item in site.sections["news"].items]  # type: ignore[attr-defined]
    assert texts == ["The lab has moved.", "The lab is founded.", "News of Ada Lovelace."]
    assert site.profile
    assert site.profile.affiliation == "University of Examples"


def test_a_person_of_a_call(tree: Path) -> None:
    shown = page(tree, "sophie").xpath("//li[contains(@class, 'acad-pub')]/@id")
    assert len(shown) == sum("sophie" in work.people for work in WORKS)


def test_changing_the_lab_changes_all(tmp_path: Path) -> None:
    folder = lab_site.written(tmp_path, WORKS[:5])
    files = [folder / "mkdocs.yml", *(folder / "people" / one / "mkdocs.yml" for one in MEMBERS)]
    assert {load_site(file).look for file in files} == {"viridian"}
    settings = folder / "lab.yml"
    settings.write_text(f"{settings.read_text('utf-8')}    look: plum\n", "utf-8")
    assert {load_site(file).look for file in files} == {"plum"}


# --- inheritance with additions -------------------------------------------------------------------


def inherited(folder: Path, lab: str, own: str, **files: str) -> Site:
    """Load a member's site that inherits from lab/lab.yml."""
    head = "extra:\n  academic:\n"
    texts = {
        "lab/lab.yml": f"{head}{lab}",
        "ada/mkdocs.yml": f"INHERIT: ../lab/lab.yml\n{head}{own}",
    }
    for name, text in {**texts, **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return load_site(folder / "ada" / "mkdocs.yml")


def items(site: Site, name: str) -> list[str]:
    return [item.text for item in site.sections[name].items]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("lab_says", "own_says"),
    [
        ("    news: [a, b]\n", "    news+: [c]\n"),
        ("    news: {limit: 3, items: [a, b]}\n", "    news+: [c]\n"),
        ("    news: {limit: 3, items: [a, b]}\n", "    news: {items+: [c]}\n"),
        ("    news: news.yml\n", "    news+: more.yml\n"),
        ("    news: {items: news.yml}\n", "    news: {items+: more.yml}\n"),
        ("    news: [a, b]\n", "    news+: {items: [c]}\n"),
        ("    news: [x]\n", "    news: [a, b]\n    news+: [c]\n"),
        ("", "    news+: [a, b, c]\n"),
        ("    news+: [a, b]\n", "    news+: [c]\n"),
    ],
)
def test_lists_are_added_to(tmp_path: Path, lab_says: str, own_says: str) -> None:
    more = {"lab/news.yml": "- a\n- b\n", "ada/more.yml": "- c\n"}
    site = inherited(tmp_path, lab_says or "    look: plum\n", own_says, **more)
    assert not site.mistakes
    assert items(site, "news") == ["a", "b", "c"]


def test_other_lists_are_added_to_as_well(tmp_path: Path) -> None:
    site = inherited(
        tmp_path,
        "    profile: {name: Ada, aliases: [A.]}\n    sections: [news]\n    news: [a]\n"
        "    publications: {bibliography: [lab.bib]}\n    people: [Bo]\n",
        "    profile: {aliases+: [Augusta]}\n    sections+: [publications]\n"
        "    publications: {bibliography+: own.bib}\n    people+: [{name: Cy}]\n",
        **{"lab/lab.bib": "@misc{one, title={One}}", "ada/own.bib": "@misc{two, title={Two}}"},
    )
    assert not site.mistakes
    assert not site.warnings
    assert site.profile
    assert site.profile.aliases == ("A.", "Augusta")
    assert site.order == ("news", "publications")
    assert [paper.key for paper in site.publications] == ["one", "two"]
    assert list(site.registry.people) == ["bo", "cy"]


def test_mappings_are_added_to_by_a_list(tmp_path: Path) -> None:
    site = inherited(
        tmp_path,
        "    publications: {bibliography: {lab: lab.bib}}\n    people: {bo: Bo, cy: Cy}\n",
        "    publications: {bibliography+: own.bib}\n    people: {cy: no, di: Di}\n",
        **{"lab/lab.bib": "@misc{one, title={One}}", "ada/own.bib": "@misc{two, title={Two}}"},
    )
    assert [paper.key for paper in site.publications] == ["one", "two"]
    assert list(site.registry.people) == ["bo", "di"]


def test_mistakes_in_additions_have_their_file_and_line(tmp_path: Path) -> None:
    site = inherited(
        tmp_path,
        "    news: [{date: 2020, txt: a}]\n    talks: [a]\n    people: [Bo]\n",
        "    news+:\n      - fine\n      - {date: 2021, txet: b}\n    talks+: own.yml\n"
        "    honors: {items+: missing.yml}\n    people+:\n      - {nme: Cy}\n",
        **{"ada/own.yml": "- b\n- {titel: c}\n"},
    )
    told = [str(one).partition(" (did")[0] for one in site.mistakes]
    assert told == [
        "../lab/lab.yml:3: extra.academic.news.items.0.txt: unknown option",
        "mkdocs.yml:6: extra.academic.news.items.2.txet: unknown option",
        "mkdocs.yml:8: extra.academic.honors.items+: there is no file 'missing.yml'",
        "mkdocs.yml:10: extra.academic.people.1.nme: unknown option",
        "mkdocs.yml:10: extra.academic.people.1.name: required option is missing",
        "own.yml:2: extra.academic.talks.items.2.titel: unknown option",
    ]


def test_paths_of_additions_are_relative_to_the_file_that_names_them(tmp_path: Path) -> None:
    lab_says = "    publications: {bibliography: lab.bib}\n"
    own_says = "    publications+: own.bib\n"
    files = {"lab/lab.bib": "@misc{one, title={One}}", "ada/own.bib": "@misc{two, title={Two}}"}
    site = inherited(tmp_path, lab_says, own_says, **files)
    assert not site.warnings
    assert [paper.key for paper in site.publications] == ["one", "two"]


def test_papers_by_others_are_told_of_not_missed(tmp_path: Path) -> None:
    bib = "@misc{own, title={One}, author={Ada Example}}\n@misc{other, title={Two}, author={Bo X}}"
    site = inherited(
        tmp_path,
        "    publications: {bibliography: {lab: lab.bib}, selected: [own, other]}\n"
        "    news: [{text: a, papers: other}]\n",
        "    profile: {name: Ada Example}\n    publications: {mine: [lab]}\n",
        **{"lab/lab.bib": bib},
    )
    assert [paper.key for paper in site.publications] == ["own"]
    assert not site.warnings  # the lab's other papers are known, if not shown
    assert [str(note) for note in site.notes] == [
        "../lab/lab.bib: 1 entry by others is not shown: `mine`",
        "../lab/lab.bib:2: other: is by others, and not shown: `mine`",
    ]


def test_papers_under_a_near_name_are_asked_about(tmp_path: Path) -> None:
    bib = (
        "@misc{own, title={A}, author={Emmy Noether}}\n"
        "@misc{near, title={B}, author={Noether, Amalie Emmy}}"
    )
    site = inherited(
        tmp_path,
        "    publications: {bibliography: {lab: lab.bib}}\n",
        "    profile: {name: Emmy Noether}\n    publications: {mine: [lab]}\n",
        **{"lab/lab.bib": bib},
    )
    assert list(map(str, site.warnings)) == [
        "../lab/lab.bib:2: near: is not shown: is 'Amalie Emmy Noether' 'Emmy Noether'? "
        "Then write it into `aliases`"
    ]


@pytest.mark.parametrize(
    ("own_says", "said"),
    [
        (
            "    profile: {name: A}\n    publications: {mine: [labb]}\n",
            "there is no bibliography 'labb'",
        ),
        ("    publications: {mine: yes}\n", "there is no profile that would tell whose papers"),
        ("    profile: {name: Cy}\n    publications: {mine: yes}\n", "'Cy' is the author of none"),
    ],
)
def test_whose_papers_has_to_be_told(tmp_path: Path, own_says: str, said: str) -> None:
    bib = "@misc{other, title={Two}, author={Bo X}}"
    lab_says = "    publications: {bibliography: {lab: lab.bib}}\n"
    site = inherited(tmp_path, lab_says, own_says, **{"lab/lab.bib": bib})
    (warning,) = site.warnings
    assert said in warning.message
    assert warning.path == "extra.academic.publications.mine"


# --- a package ------------------------------------------------------------------------------------


def made_package(folder: Path, lab: Path | None = None) -> Path:
    """Write a package, and what pip would leave behind of it."""
    arguments = ["lab", "package", str(folder), "--name", "Example Lab"]
    done = CliRunner().invoke(main, [*arguments, *(["--from", str(lab)] if lab else [])])
    assert done.exit_code == 0, done.output
    info = folder / "example_lab-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: example-lab\nVersion: 0.1.0\n")
    said = (folder / "pyproject.toml").read_text("utf-8")
    points = re.findall(r'^\[project\.entry-points\."([\w.]+)"\]\n((?:.+\n)+)', said, re.MULTILINE)
    text = "".join(f"[{group}]\n{rows}" for group, rows in points).replace('"', "")
    (info / "entry_points.txt").write_text(text)
    return folder


def member_of_package(folder: Path) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("{{ sections() }}\n\n{{ talks() }}\n", "utf-8")
    settings = folder / "mkdocs.yml"
    settings.write_text(
        "site_name: Ada\ntheme: {name: example_lab}\nplugins:\n  - search\n"
        "  - macros: {modules: [mkdocs_academic]}\n  - academic\nextra:\n  academic:\n"
        "    inherit: example_lab:lab.yml\n    profile: {name: Ada Lovelace}\n"
        "    publications: {mine: lab}\n    talks: []\n",
        "utf-8",
    )
    return settings


def test_the_theme_of_a_package_is_ours(tmp_path: Path) -> None:
    """`check` finds no fault with what `lab package` writes."""
    package = made_package(tmp_path / "package")
    settings = member_of_package(tmp_path / "member")
    environment = {**os.environ, "PYTHONPATH": str(package), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs_academic", "check", "-f", str(settings)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert "theme" not in done.stdout, done.stdout
    said = settings.read_text("utf-8").replace("example_lab}", "readthedocs}")
    settings.write_text(said, "utf-8")
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert "warning: theme: is 'readthedocs'" in done.stdout


def test_a_package_reaches_members_and_so_does_its_upgrade(tmp_path: Path) -> None:
    package = made_package(tmp_path / "package")
    settings = member_of_package(tmp_path / "member")

    def built() -> str:
        environment = {**os.environ, "PYTHONPATH": str(package), "NO_MKDOCS_2_WARNING": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-f", str(settings)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return (settings.parent / "site" / "index.html").read_text("utf-8")

    before = built()
    assert 'href="assets/lab.css"' in before
    assert "Engines That Weave" in before
    assert 'href="https://lab.example.org/people/emmy/">Emmy Noether</a>' in before
    inside = package / "example_lab"
    shared = inside / "lab.yml"
    shared.write_text(shared.read_text("utf-8").replace("viridian", "plum"), "utf-8")
    override = inside / "theme" / "academic" / "parts" / "empty.html"
    override.parent.mkdir(parents=True)
    override.write_text("<p>Nothing in this lab.</p>", "utf-8")
    after = built()
    assert 'data-acad-look="plum"' in after
    assert "<p>Nothing in this lab.</p>" in after


def test_a_package_takes_over_what_a_lab_has(tmp_path: Path, lab: Path) -> None:
    package = made_package(tmp_path / "package", lab)
    for name in ("people.yml", "lab.bib"):
        assert (package / "example_lab" / name).read_bytes() == (lab / name).read_bytes()
    again = CliRunner().invoke(main, ["lab", "package", str(package), "--name", "Example Lab"])
    assert again.exit_code == 1
    assert "is there already: nothing is written" in again.output


def test_a_package_has_of_lab_yml_what_members_inherit(tmp_path: Path) -> None:
    """What `inherit` would not take is left out of the file and told of, not left in for show."""
    folder = tmp_path / "lab"
    folder.mkdir()
    (folder / "lab.yml").write_text(
        "# Ours.\n\ntheme:  # of all\n  name: academic\n  language: fr\n# Who we are.\n"
        'copyright: "© Lab"\nplugins:\n- search\n- academic\n"nav": &pages [index.md]\n'
        "extra:\n  # Elsewhere.\n  social: []\n  # Here.\n  academic:\n    # The look.\n"
        "    look: plum\n    people:\n      ada: Ada\n  analytics: {provider: none}\n"
        "repo_name: lab\n",
        "utf-8",
    )
    arguments = ["lab", "package", str(tmp_path / "made"), "--from", str(folder), "--name", "Our"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    assert (
        "Left out of lab.yml, for `inherit` takes extra.academic alone: "
        "theme, copyright, plugins, extra.social, extra.analytics, repo_name.\n"
    ) in done.output
    assert (tmp_path / "made" / "our" / "lab.yml").read_text("utf-8") == (
        '# Ours.\n\n"nav": &pages [index.md]\nextra:\n  # Elsewhere.\n  # Here.\n  academic:\n'
        "    # The look.\n    look: plum\n    people:\n      ada: Ada\n"
    )
    member = tmp_path / "member" / "mkdocs.yml"
    member.parent.mkdir()
    named = "../made/our/lab.yml"
    member.write_text(f"extra: {{academic: {{inherit: {named}}}}}\n", "utf-8")
    site = load_site(member)
    assert not site.mistakes
    assert (site.look, list(site.registry.people)) == ("plum", ["ada"])


def test_settings_between_braces_stay_whole() -> None:
    braced = "extra: {\n  academic: {look: plum},\n  social: []\n}\n"
    assert shared_settings.kept(f"\ufeff{braced}plugins: [\n  search\n]\n") == (braced, ["plugins"])


def test_a_package_of_its_own_says_nothing_in_vain(tmp_path: Path) -> None:
    package = made_package(tmp_path / "package")
    said = yaml.safe_load((package / "example_lab" / "lab.yml").read_text("utf-8"))
    assert [*said] == ["extra"]
    assert [*said["extra"]] == ["academic"]
    changes = (package / "CHANGELOG.md").read_text("utf-8")
    version = re.search(r'^version = "(.+)"', (package / "pyproject.toml").read_text("utf-8"), re.M)
    assert version
    assert f"\n## {version[1]}\n" in changes
    assert "CHANGELOG.md" in (package / "README.md").read_text("utf-8")


def test_files_of_a_package_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A\nextra:\n  academic:\n    inherit: no_such_lab:lab.yml\n"
        "    publications: no_such_lab:papers.bib\n",
        "utf-8",
    )
    told = [str(one) for one in load_site(tmp_path / "mkdocs.yml").mistakes]
    assert told == [
        "mkdocs.yml:4: extra.academic.inherit: there is no file 'no_such_lab:lab.yml': "
        "is the package installed?"
    ]


# --- new and build --------------------------------------------------------------------------------


def test_a_new_lab_builds_and_keeps_what_cannot_be_built(tmp_path: Path) -> None:
    folder = tmp_path / "lab"
    run = CliRunner()
    assert (
        run.invoke(main, ["lab", "new", str(folder), "--name", 'The "Clockless" Lab']).exit_code
        == 0
    )
    workflow = (folder / ".github" / "workflows" / "site.yml").read_text("utf-8")
    assert "mkdocs-academic lab build" in workflow
    assert (folder / ".gitignore").is_file()
    first = run.invoke(main, ["lab", "build", "--lab", str(folder), "--strict", "-j", "2"])
    assert first.exit_code == 0, first.output
    site = folder / "site"
    for place in ("", "people", "publications", "people/ada", "people/emmy", "people/hypatia"):
        assert (site / place / "index.html").is_file(), place
    assert not list(folder.glob(".lab-*"))
    kept = (site / "people" / "emmy" / "index.html").read_bytes()

    settings = folder / "people" / "emmy" / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}    nonsense: 1\n", "utf-8")
    (folder / "docs" / "index.md").write_text("# Changed\n", "utf-8")
    second = run.invoke(main, ["lab", "build", "--lab", str(folder)])
    assert second.exit_code == 1
    assert "people/emmy: NOT built" in second.output
    assert "mkdocs.yml:22: extra.academic.nonsense: unknown option" in second.output
    assert "people/ada: built" in second.output
    assert "the lab: built" in second.output
    assert "1 of the sites could not be built." in second.output
    assert (site / "people" / "emmy" / "index.html").read_bytes() == kept
    assert "Changed" in (site / "index.html").read_text("utf-8")

    shutil.rmtree(settings.parent)
    third = run.invoke(main, ["lab", "build", "--lab", str(folder)])
    assert third.exit_code == 0
    left = (site / "people" / "emmy" / "index.html").read_text("utf-8")
    assert not (site / "people" / "emmy" / "sitemap.xml").exists()
    assert "acad-person--page" in left  # the lab's own
    assert 'href="../people/emmy/"' in (site / "people" / "index.html").read_text("utf-8")
    only = run.invoke(main, ["lab", "build", "--lab", str(folder), "ada"])
    assert only.exit_code == 0
    assert "the lab" not in only.output
    unknown = run.invoke(main, ["lab", "build", "--lab", str(folder), "bo"])
    assert unknown.exit_code == 2
    assert "people/bo/mkdocs.yml.\n" in unknown.output  # named from the folder that was given


def commanded(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run an engine's command in a folder."""
    command = [sys.executable, "-m", *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    environment |= {f"GIT_{who}_{what}": "a@b.c" for who, what in _GIT}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


_GIT = [(who, what) for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new laboratory, all of whose sites are built."""
    folder = tmp_path_factory.mktemp("whole") / "our-lab"
    for arguments in (["lab", "new", str(folder)], ["lab", "build", "--lab", str(folder)]):
        assert CliRunner().invoke(main, arguments).exit_code == 0
    return folder


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_build_of_the_labs_site_keeps_members_sites(
    tmp_path: Path, whole: Path, engine: str
) -> None:
    folder = shutil.copytree(whole, tmp_path / "lab")
    (folder / "docs" / "index.md").write_text("# Changed\n", "utf-8")
    (folder / "site" / "people" / "emmy" / "mine.txt").write_text("x", "utf-8")
    done = commanded(folder, engine, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "people/ada/, people/emmy/: kept as the last `mkdocs-academic lab build`" in done.stderr
    assert "Changed" in (folder / "site" / "index.html").read_text("utf-8")
    assert (folder / "site" / "people" / "emmy" / "mine.txt").is_file()
    assert (folder / "site" / "people" / "ada" / "sitemap.xml").is_file()
    assert not list((folder / "site").glob(".*"))

    shutil.rmtree(folder / "site" / "people" / "emmy")
    done = commanded(folder, engine, "build")
    assert "WARNING -  people/emmy/: not built, so links there lead nowhere" in done.stderr
    assert "`mkdocs-academic lab build` builds the lab's site and those of all" in done.stderr
    assert commanded(folder, engine, "build", "--strict").returncode == 1


def test_members_sites_outlive_a_build_that_fails(tmp_path: Path, whole: Path) -> None:
    folder = shutil.copytree(whole, tmp_path / "lab")
    (folder / "docs" / "index.md").write_bytes(b"\xff\xfe no text")  # found out after cleaning
    assert commanded(folder, "mkdocs", "build").returncode == 1
    assert (folder / "site" / "people" / "ada" / "index.html").is_file()
    aside = folder / "site" / ".members"  # as if the power had failed
    aside.mkdir()
    (folder / "site" / "people" / "ada").rename(aside / "ada")
    (folder / "docs" / "index.md").write_text("# Fine\n", "utf-8")
    assert commanded(folder, "mkdocs", "build", "--strict").returncode == 0
    assert (folder / "site" / "people" / "ada" / "sitemap.xml").is_file()
    assert not aside.exists()


def test_a_page_of_the_lab_is_not_kept_for_a_members_site(tmp_path: Path, whole: Path) -> None:
    folder = shutil.copytree(whole, tmp_path / "lab")
    shutil.rmtree(folder / "site" / "people" / "emmy")
    shutil.copytree(
        folder / "site" / "people" / "hypatia", folder / "site" / "people" / "emmy"
    )  # as before she had a site
    done = commanded(folder, "mkdocs", "build")
    assert "people/emmy/: not built" in done.stderr
    assert not (folder / "site" / "people" / "emmy").exists()


@pytest.mark.parametrize(
    "command", [("mkdocs", "gh-deploy", "--strict"), ("ghp_import", "-n", "-p", "site")]
)
def test_a_lab_is_deployed_by_hand(tmp_path: Path, whole: Path, command: tuple[str, ...]) -> None:
    """What the manual names puts the whole tree on the branch."""
    folder, pages = shutil.copytree(whole, tmp_path / "lab"), tmp_path / "pages.git"
    for arguments in (["init", "-q", "--bare", str(pages)], ["init", "-q", str(folder)]):
        subprocess.run(["git", *arguments], check=True)
    subprocess.run(["git", "-C", str(folder), "remote", "add", "origin", str(pages)], check=True)
    done = commanded(folder, *command)
    assert done.returncode == 0, done.stderr
    listing = ["git", "--git-dir", str(pages), "ls-tree", "-r", "--name-only", "gh-pages"]
    found = subprocess.run(listing, capture_output=True, text=True).stdout.splitlines()
    wanted = {"index.html", "people/ada/index.html", "people/emmy/index.html", ".nojekyll"}
    assert wanted <= set(found)


def test_who_has_left_with_her_site_has_a_page_again(tmp_path: Path, whole: Path) -> None:
    folder = shutil.copytree(whole, tmp_path / "lab")
    with_site = load_site(folder / "mkdocs.yml")
    assert not with_site.registry.source("emmy")
    assert with_site.registry.home("emmy") == "people/emmy/"
    shutil.rmtree(folder / "people" / "emmy")
    site = load_site(
        folder / "mkdocs.yml"
    )  # it is read anew: the site is part of what it is made of
    assert site.registry.source("emmy") == "people/emmy.md"
    assert not site.registry.home("emmy")
    assert site.registry.source("ada") == ""
    assert not [one for one in site.warnings if "url" in one.path]
    shutil.rmtree(folder / "people")  # the last one
    assert load_site(folder / "mkdocs.yml").registry.source("ada") == "people/ada.md"
    page = folder / "docs" / "people" / "ada.md"
    page.parent.mkdir()
    page.write_text("# Ada\n", "utf-8")
    site = load_site(folder / "mkdocs.yml", anew=True)
    assert site.registry.home("ada") == "people/ada/"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("people/emmy/\n", "people/noether/\n"),  # not the address of her page
        ("  role: PhD student\n  start: 2024-10\n", "  start: 2024-10\n"),  # who has no page
    ],
)
def test_an_address_that_nothing_builds_is_told_of(
    tmp_path: Path, whole: Path, before: str, after: str
) -> None:
    folder = shutil.copytree(whole, tmp_path / "lab")
    shutil.rmtree(folder / "people" / "emmy")
    people = folder / "people.yml"
    people.write_text(people.read_text("utf-8").replace(before, after), "utf-8")
    name = "noether" if "noether" in after else "emmy"
    (told,) = [one for one in load_site(folder / "mkdocs.yml").warnings if "url" in one.path]
    assert told.message == (
        f"leads to people/{name}/ of this site, and there is no people/{name}/mkdocs.yml "
        "that builds it"
    )
    assert str(told).startswith("people.yml:")
    (folder / "lab.yml").unlink()  # no laboratory: who knows what stands there?
    shutil.rmtree(folder / "people")
    settings = folder / "mkdocs.yml"
    said = settings.read_text("utf-8").replace("INHERIT: lab.yml\n", "")
    settings.write_text(said.replace("academic:", "academic:\n    people: people.yml"), "utf-8")
    assert not [one for one in load_site(settings).warnings if "url" in one.path]


def test_members_are_found_and_nothing_else(tmp_path: Path) -> None:
    for name in ("bo", "ada"):
        (tmp_path / "people" / name).mkdir(parents=True)
        (tmp_path / "people" / name / "mkdocs.yml").touch()
    (tmp_path / "people" / "empty").mkdir()
    assert lab_tree.members(tmp_path) == ["ada", "bo"]


def test_an_engine_that_fails_at_all_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "people" / "ada").mkdir(parents=True)
    for folder in (tmp_path, tmp_path / "people" / "ada"):
        (folder / "mkdocs.yml").write_text("site_name: X\n", "utf-8")
    (tmp_path / "site").mkdir()
    found = list(lab_build.build(tmp_path, tmp_path / "site", jobs=1, engine="no_such_engine"))
    assert [one.is_built for one in found] == [False, False]
    assert all("no_such_engine" in one.said for one in found)
    assert not list((tmp_path / "site").iterdir())


def test_sites_that_end_at_the_same_time_are_not_taken_for_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "quick_engine.py").write_text(
        "import pathlib, sys\npathlib.Path(sys.argv[sys.argv.index('-d') + 1]).mkdir()\n", "utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    for number in range(100):
        (tmp_path / "people" / f"member-{number}").mkdir(parents=True)
        (tmp_path / "people" / f"member-{number}" / "mkdocs.yml").touch()
    found = list(lab_build.build(tmp_path, tmp_path / "site", jobs=8, engine="quick_engine"))
    assert [(one.name, one.said) for one in found if not one.is_built] == []
    assert len(found) == 101


def test_a_site_that_fails_without_a_word_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "silent_engine.py").write_text("raise SystemExit(3)\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    (found,) = lab_build.build(tmp_path, tmp_path / "site", engine="silent_engine")
    assert found.said == "silent_engine ended with code 3 and said nothing."


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_site_that_is_built_is_told_its_warnings(tmp_path: Path, engine: str) -> None:
    run, folder = CliRunner(), tmp_path / "our-lab"
    run.invoke(main, ["lab", "new", str(folder)])
    build = ["lab", "build", "--lab", str(folder), "--engine", engine, "ada", "emmy"]
    page = folder / "people" / "ada" / "docs" / "index.md"
    page.write_text("# Hi\n\n[x](gone.md) {{ publications(year=20224) }}\n", "utf-8")
    done = run.invoke(main, build)
    assert done.exit_code == 0
    own = done.output.partition("people/ada: built, ")[2].partition("people/emmy: ")[0]
    assert "no publication is of the year '20224'" in own
    assert "gone.md" in own
    assert "INFO" not in done.output
    assert done.output.endswith("site, with 2 warnings.\n")
    assert run.invoke(main, [*build, "--strict"]).exit_code == 1


def test_idle_talk_goes_with_the_lines_that_belong_to_it() -> None:
    lines = ["INFO    -  a", "  - b", "WARNING -  c", "  - d", "", "INFO    -  e", "Oh:", " f"]
    told = list(lab_build._told(lines, lab_engines.engine("mkdocs").idle_talk))
    assert told == ["WARNING -  c", "  - d", "", "Oh:", " f"]


def test_a_lab_needs_settings(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["lab", "build", "--lab", str(tmp_path)])
    assert done.exit_code == 2
    assert "There is no mkdocs.yml" in done.output


def test_rendered_without_an_engine_names_lead_nowhere_that_is_not(tmp_path: Path) -> None:
    """Without the plugin, and without files that `export` writes, a page does not exist."""
    settings = {"people": {"ada": {"name": "Ada X", "role": "Postdoc"}}}
    html, _ = rendered(tmp_path, settings, "{{ people() }}")
    assert '<p class="acad-person__name">Ada X</p>' in html


def test_new_begins_laboratories_and_their_packages(tmp_path: Path) -> None:
    """`new --lab` is `lab new`, `new --lab-package` is `lab package`: the same files."""
    pairs = (("--lab", "new"), ("--lab-package", "package"))
    for option, command in pairs:
        one, other = tmp_path / f"{command}-1" / "lab", tmp_path / f"{command}-2" / "lab"
        for arguments in (["new", str(one), option], ["lab", command, str(other)]):
            result = CliRunner().invoke(main, [*arguments, "--name", "Analytical Lab"])
            assert result.exit_code == 0, result.output
        files = [
            {
                path.relative_to(root): path.read_bytes()
                for path in root.rglob("*")
                if path.is_file()
            }
            for root in (one, other)
        ]
        assert files[0]
        assert files[0] == files[1]
