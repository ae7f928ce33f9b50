"""`mkdocs-academic new`: writes a small site with a name on it, ready to be served."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from .. import catalogues, scaffold
from ..links import profile_link
from ..problems import did_you_mean
from ..scaffold import Answers
from ..services import find
from ..urls import safe_url
from .terminal import say

_ASKED = {  # services that a question is worth
    "orcid": "ORCID iD, 0000-0002-1825-0097",
    "googlescholar": "Google Scholar id, what follows user= in the address",
    "github": "GitHub user",
}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="Your name, as it stands in papers.")
@click.option("--affiliation", help="Your university, institute or company.")
@click.option("--language", help="The language of the site: en, de, zh, …")
@click.option("--url", help="Where the site will be: https://ada.github.io/")
@click.option(
    "--link", "pairs", multiple=True, metavar="SERVICE=ID", help="github=ada; can be repeated."
)
@click.option("--yes", is_flag=True, help="Ask nothing.")
@click.option("--lab", is_flag=True, help="Begin a laboratory: `mkdocs-academic lab new`.")
@click.option(
    "--lab-package", is_flag=True, help="Begin a package for one: `mkdocs-academic lab package`."
)
@click.pass_context
def new(
    context: click.Context,
    folder: Path,
    name: str | None,
    affiliation: str | None,
    language: str | None,
    url: str | None,
    pairs: tuple[str, ...],
    yes: bool,
    lab: bool,
    lab_package: bool,
) -> None:
    """Write a small site into FOLDER.

    Asks for what no option says. A file that is there already is never written over.
    """
    if lab or lab_package:
        _begin_lab(context, folder, name, url, lab_package)
        return
    links = dict(_pair(one) for one in pairs)
    given = {"name": name, "affiliation": affiliation, "language": language, "url": url}
    for option, check in _CHECKS.items():
        if (value := given[option]) is not None:
            given[option] = check(value)
    _refuse(folder, scaffold.files(Answers(name="")))
    if not yes:
        _ask(given, links)
    answers = Answers(
        name=given["name"] or "Your Name",
        affiliation=given["affiliation"] or "",
        language=given["language"] or "en",
        url=given["url"] or "",
        links=links,
    )
    try:
        scaffold.write(folder, scaffold.files(answers))
    except OSError as error:
        said = f"{error.filename}: cannot be written: {error.strerror}"
        raise click.ClickException(said) from None
    _tell(folder, answers)


def _begin_lab(
    context: click.Context, folder: Path, name: str | None, url: str | None, is_package: bool
) -> None:
    """Do what the commands of laboratories do; they have the options for more."""
    from .lab import lab as commands

    given: dict[str, object] = {"folder": folder, "name": name}
    if is_package:
        context.invoke(commands.commands["package"], **given, source=None)
    else:
        context.invoke(commands.commands["new"], **given, **({"url": url} if url else {}))


def _pair(written: str) -> tuple[str, str]:
    service, equals, value = (part.strip() for part in written.partition("="))
    if not equals or not service or not value:
        raise click.BadParameter(f"{written!r} should be SERVICE=ID, github=ada")
    known = find(service)
    try:
        return known.key if known else service, scaffold.checked_link(service, value)
    except ValueError as error:
        raise click.BadParameter(f"{service}: {error}") from None


def _name(value: str) -> str:
    if not value.strip():
        raise click.BadParameter("a site needs a name")
    return value.strip()


def _language(value: str) -> str:
    known = scaffold.languages()
    if value in known:
        return value
    hint = did_you_mean(value, known)
    raise click.BadParameter(f"the theme does not speak {value!r}{hint}: {', '.join(known)}")


def _url(value: str) -> str:
    if value.strip() and not value.strip().startswith(("https://", "http://")):
        raise click.BadParameter(f"{value!r} should begin with https://")
    if value.strip() and not safe_url(value):
        raise click.BadParameter(f"{value!r} is no address")
    return f"{value.strip().rstrip('/')}/" if value.strip() else ""


_CHECKS = {"name": _name, "language": _language, "url": _url}


def _refuse(folder: Path, paths: Iterable[str]) -> None:
    if found := scaffold.in_the_way(folder, list(paths)):
        said = f"nothing was written, for this is there already: {', '.join(found)}"
        raise click.ClickException(f"{folder}: {said}. Name another folder.")


def _ask(given: dict[str, str | None], links: dict[str, str]) -> None:
    """Ask for what is not said yet; Enter skips what is not needed."""
    if not sys.stdin.isatty():
        raise click.UsageError(
            "There is nobody to ask. Say --yes and what you know: "
            '--name "Ada Example" --affiliation … --language en --link github=ada'
        )
    if given["name"] is None:
        given["name"] = click.prompt("Your name", value_proc=_name)
    if given["affiliation"] is None:
        given["affiliation"] = click.prompt("Affiliation (Enter: none)", "", show_default=False)
    if given["language"] is None:
        given["language"] = click.prompt("Language of the site", "en", value_proc=_language)
    for service, question in _ASKED.items():
        if service not in links:
            asked = f"{question} (Enter: none)"
            checked = _checked(service)
            if value := click.prompt(asked, "", show_default=False, value_proc=checked):
                links[service] = value


def _checked(service: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        try:
            return scaffold.checked_link(service, value) if value.strip() else ""
        except ValueError as error:
            raise click.BadParameter(str(error)) from None

    return check


def _tell(folder: Path, answers: Answers) -> None:
    where = "this folder" if folder == Path() else str(folder)
    say(f"The site of {answers.name} is in {where}. See it with\n")
    if folder != Path():
        say(f"  cd {shlex.quote(str(folder))}")
    say("  mkdocs serve\n")
    say("and write: about you in mkdocs.yml and docs/index.md, your papers in papers.bib.")
    links = {name: profile_link(name, value).url for name, value in answers.links.items()}
    if catalogues.of_owner(links):
        say("`mkdocs-academic fetch` asks for the papers that are known by your links.")
