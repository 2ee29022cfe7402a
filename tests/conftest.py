"""Shared by all tests: tools of the system, and one built copy of the project."""

import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# A test passes or fails by what it tests, not by the speed of the machine or by chance.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
# Of a hundred made-up examples so many belong to the quick check; to make one up takes longer than to try it.
settings.register_profile("quick", settings.get_profile("steady"), max_examples=30)

PROJECT = Path(__file__).parents[1]
MINIATURE = PROJECT / "tests/fixtures/miniature/inputs"
# The tests of rebuilding are about what re-runs, not about what pages say; two pages of a heading each keep them short.
SHORT_PAGE = (
    '{% extends "parts/layout.html.jinja" %}'
    "{% block body %}<h1>{{ case.question }}</h1>"
    '<section class="page-break"><h2>More</h2></section>{% endblock %}\n'
)
LANDING_PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{{ case.title }}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head>
<body><h1>{{ case.title }}</h1>
<section data-edition="{{ case.edition }}" data-date="1" data-question="1" data-title="{{ case.title }}">
{% for part in (briefs, data, drawn) %}{% for name, item in part.items() %}
<p><a href="{{ name }}">{{ item.sha256 }}</a></p>
{% endfor %}{% endfor %}<p><a href="{{ sums }}">Checksums</a></p></section></body></html>
"""
PARTS = ("Snakefile", "profiles", "workflow")


def pytest_configure(config: pytest.Config) -> None:
    """Where the slow tests are left out, so are the later examples of a test that makes them up."""
    if config.option.markexpr == "not slow":
        settings.load_profile("quick")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a test marked `fast_cases(most)` so many cases, evenly spread, belong to the quick check; others are slow."""
    cases = defaultdict(list)
    for item in items:
        if mark := item.get_closest_marker("fast_cases"):
            cases[item.nodeid.partition("[")[0], *mark.args].append(item)
    for (_, most), own in cases.items():
        kept = {len(own) * place // most for place in range(most)}
        for place in set(range(len(own))) - kept:
            own[place].add_marker(pytest.mark.slow)


@dataclass(frozen=True)
class Run:
    """What a run of Snakemake said and how it ended."""

    status: int
    said: str

    def planned(self) -> set[str]:
        """The rules that a dry run would run."""
        table = self.said.partition("Job stats:")[2].split("\n\n")[0].splitlines()
        return {line.split()[0] for line in table if line[:1].isalpha()} - {"job", "total", "all"}


@dataclass(frozen=True)
class Checkout:
    """A copy of the project to build in and to edit."""

    folder: Path
    case: str

    def snakemake(self, *arguments: str, cores: int = 2) -> Run:
        """Run the real workflow in the copy."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        command = [sys.executable, "-m", "snakemake", "--cores", str(cores), "--nocolor", *arguments]
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=6_000,
        )
        return Run(done.returncode, done.stdout)

    def planned(self, *arguments: str) -> set[str]:
        """The rules that would run now."""
        run = self.snakemake("--dry-run", *arguments)
        assert run.status == 0, run.said
        return run.planned()

    def append(self, path: str, text: str) -> None:
        """Add `text` to a file of the copy."""
        with (self.folder / path).open("a", encoding="utf-8") as file:
            file.write(text)

    def replace(self, path: str, old: str, new: str) -> None:
        """Exchange the first `old` of a file of the copy, which must be there, for `new`."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} holds no {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")

    def published(self) -> dict[str, bytes]:
        """Every published file by name."""
        folder = self.folder / "reports" / self.case
        return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="session")
def ukraine() -> Any:
    """The real case, which takes seconds to load. Read it only."""
    from peacebrief.inputs.loading import load_case

    return load_case(PROJECT / "inputs", "ukraine")


@pytest.fixture(scope="session")
def ukraine_stages(ukraine: Any) -> dict[Any, dict[str, Any]]:
    """What each stage reads of the real case. Read it only."""
    from peacebrief.inputs.handing_on.resolving import resolved

    return resolved(ukraine).stages


@pytest.fixture(scope="session")
def island_stages() -> dict[Any, dict[str, Any]]:
    """What each stage reads of the miniature case. Read it only."""
    from peacebrief.inputs import resolve_case

    return resolve_case(MINIATURE, "island").stages


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """The path of a command-line tool. Where it is missing the test is skipped, and fails on the machine of record."""

    def find(name: str) -> str:
        found = shutil.which(name)
        if found is None and os.environ.get("PEACEBRIEF_REQUIRE_TOOLS"):
            pytest.fail(f"{name} is not installed")
        if found is None:
            pytest.skip(f"{name} is not installed")
        return found

    return find


def copy_of_project(folder: Path, inputs: Path, case: str = "island") -> Checkout:
    """A copy of what a build is made from, with one case of the given inputs."""
    for part in PARTS:
        copy = shutil.copytree if (PROJECT / part).is_dir() else shutil.copy2
        copy(PROJECT / part, folder / part)
    others = [file.parent.name for file in inputs.glob("*/case.yaml") if file.parent.name != case]
    shutil.copytree(inputs, folder / "inputs", ignore=shutil.ignore_patterns(*others))
    return Checkout(folder, case)


def smallest_project(folder: Path) -> Checkout:
    """The miniature with two short briefs and two figures: the smallest project that has every kind of job."""
    checkout = copy_of_project(folder, MINIATURE)
    workflow = folder / "workflow"
    for page in (workflow / "templates/brief").glob("*.html.jinja"):
        if page.name.startswith(("annex", "summary")):
            page.write_text(SHORT_PAGE, encoding="utf-8")
        else:
            page.unlink()
    (workflow / "templates/index/case.html.jinja").write_text(LANDING_PAGE, encoding="utf-8")
    registry = workflow / "peacebrief/figures/registry.py"
    modules = 'MODULES = ("sizing.history", "generation.burden")'
    registry.write_text(re.sub(r"MODULES = \(.*?\n\)", modules, registry.read_text(), flags=re.DOTALL))
    return checkout


def with_every_brief(checkout: Checkout, cores: int = 2) -> Checkout:
    """The copy, built."""
    run = checkout.snakemake(cores=cores)
    assert run.status == 0, run.said
    return checkout


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """The real case with every brief built. Read it only."""
    return with_every_brief(copy_of_project(tmp_path_factory.mktemp("edition"), PROJECT / "inputs", "ukraine"))


@pytest.fixture(scope="session")
def miniature_edition(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """The miniature case with every real brief built. Read it only."""
    return with_every_brief(copy_of_project(tmp_path_factory.mktemp("miniature_edition"), MINIATURE))


@pytest.fixture(scope="session")
def hostile_editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Checkout]:
    """The miniature with hostile text wherever words are free: two rounds, with other texts in other places.

    Read them only.
    """
    from hostile.spoiling import spoil

    rounds = {"first": 0, "second": 19}

    def built(name: str) -> Checkout:
        inputs = shutil.copytree(MINIATURE, tmp_path_factory.mktemp(f"hostile_{name}") / "inputs")
        spoil(inputs, rounds[name])
        return with_every_brief(copy_of_project(tmp_path_factory.mktemp(name), inputs), cores=1)

    with ThreadPoolExecutor() as threads:
        return dict(zip(rounds, threads.map(built, rounds), strict=True))


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """The miniature case with every brief built on a short page. Read it only: edit what `checkout` gives."""
    checkout = copy_of_project(tmp_path_factory.mktemp("miniature"), MINIATURE)
    for page in (checkout.folder / "workflow/templates/brief").glob("*.html.jinja"):
        page.write_text(SHORT_PAGE, encoding="utf-8")
    return with_every_brief(checkout)


@pytest.fixture
def checkout(built_once: Checkout, tmp_path: Path) -> Checkout:
    """A built copy of the project, for one test to edit."""
    folder = shutil.copytree(built_once.folder, tmp_path / "project")
    return Checkout(folder, built_once.case)
