"""The templates as they are written: their macros, the conditions in them, and a page that speaks every sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import nodes

from peacebrief.briefs.setting.environment import template_environment

TEMPLATES = Path(__file__).resolve().parents[2] / "workflow" / "templates"
SPOKEN = Path(__file__).with_name("spoken.html.jinja")
ANSWERS = "_answers"
# Names that only say where in a list or in which medium the text stands.
LAYOUT = frozenset({"loop", "medium", "register"})


def spoken_folder(folder: Path) -> Path:
    """A folder of templates in which every sentence of the answers stands on a page of its own kind."""
    for name in ("css", "csl", "fonts", "js", "parts"):
        (folder / name).symlink_to(TEMPLATES / name)
    (folder / "brief").mkdir()
    (folder / "brief" / SPOKEN.name).symlink_to(SPOKEN)
    return folder


@cache
def parsed(file: Path) -> nodes.Template:
    """A template as a tree."""
    return template_environment(TEMPLATES).parse(file.read_text(encoding="utf-8"))


def parts() -> Iterator[tuple[str, nodes.Macro]]:
    """Every macro under `parts`, as `part.macro`."""
    for file in sorted((TEMPLATES / "parts").glob("*.jinja")):
        for macro in parsed(file).find_all(nodes.Macro):
            yield f"{file.name.partition('.')[0]}.{macro.name}", macro


@cache
def spoken_macros(*, about_an_option: bool) -> tuple[str, ...]:
    """The macros of the answers that can be spoken knowing an option, or knowing nothing."""
    wanted = ["option"] if about_an_option else []
    found = []
    for name, macro in parts():
        part = name.partition(".")[0]
        required = [argument.name for argument in macro.args[: len(macro.args) - len(macro.defaults)]]
        if (part == "answers" or part.endswith(ANSWERS)) and required == wanted:
            found.append((name, required))
    return tuple(name for name, required in found)


def pages() -> Iterator[tuple[str, Path]]:
    """The templates of the pages that are told, as `page` or `page.part`; the annex is a register."""
    for file in sorted((TEMPLATES / "brief").rglob("*.jinja")):
        inside = file.relative_to(TEMPLATES / "brief").parts
        name = ".".join(part.partition(".")[0] for part in inside)
        if not name.startswith("annex"):
            yield name, file


def chooses(tree: nodes.Node) -> bool:
    """Whether a part of a template chooses words by anything but its place in a list or the medium."""
    tests = [one.test for one in tree.find_all((nodes.If, nodes.CondExpr))]
    tests += [one.test for one in tree.find_all(nodes.For) if one.test is not None]
    named = [{name.name for test in [test] for name in _names(test)} for test in tests]
    return any(names - LAYOUT for names in named)


def _names(test: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(test, nodes.Name):
        yield test
    yield from test.find_all(nodes.Name)


def choosing() -> set[str]:
    """The macros and pages that choose their words."""
    found = {name for name, macro in parts() if chooses(macro)}
    for name, file in pages():
        tree = parsed(file)
        inside = {id(node) for macro in tree.find_all(nodes.Macro) for node in macro.find_all(nodes.Node)}
        own = [one for one in tree.find_all((nodes.If, nodes.CondExpr, nodes.For)) if id(one) not in inside]
        if any(names - LAYOUT for one in own if one.test is not None for names in [{n.name for n in _names(one.test)}]):
            found.add(name)
        found |= {f"{name}.{macro.name}" for macro in tree.find_all(nodes.Macro) if chooses(macro)}
    return found
