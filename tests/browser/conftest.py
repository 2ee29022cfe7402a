"""Programs that are not ours, run on the published pages: each says what it found as JSON."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser.script_trial import TEMPLATES, trial_pages
from published import WEB_PAGES

from peacebrief.typefaces import WEB_FACES
from peacebrief.typefaces.subsetting import subset

HERE = Path(__file__).parent
INSTALL = "npm ci --ignore-scripts --prefix tests/browser"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever starts a browser, Node or Java is left out of the quick check."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def packages(tool) -> Path:
    """The folder of the Node packages. Where they are not installed the test is skipped, with the command that does."""
    tool("node")
    folder = HERE / "node_modules"
    if folder.is_dir():
        return folder
    missing = f"the packages of tests/browser are not installed: {INSTALL}"
    if os.environ.get("PEACEBRIEF_REQUIRE_TOOLS"):
        pytest.fail(missing)
    pytest.skip(missing)


def answer_of(command: list[object], **environment: str) -> Any:
    """What a program writes to its output, read as JSON."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words, env=os.environ | environment, capture_output=True, text=True, check=False, timeout=6_000
    )
    assert done.returncode == 0, f"{words[1]} stopped:\n{done.stdout[-2000:]}{done.stderr}"
    return json.loads(done.stdout)


@pytest.fixture(scope="session")
def run_node(tool, packages) -> Callable[..., Any]:
    """Run a script of this folder that needs no browser; its answer is JSON."""
    node = tool("node")
    return lambda script, *arguments: answer_of([node, HERE / script, *arguments])


@pytest.fixture(scope="session")
def run_browser(tool, packages) -> Callable[..., Any]:
    """Run a script of this folder that opens Chromium through `chromium.mjs`; its answer is JSON."""
    node, chromium = tool("node"), tool("chromium")
    return lambda script, *arguments: answer_of([node, HERE / script, *arguments], PEACEBRIEF_CHROMIUM=chromium)


@pytest.fixture(scope="session")
def web_pages(edition, miniature_edition) -> dict[str, Path]:
    """The file of every page published, by its name below reports/."""
    reports = {built.case: built.folder / "reports" for built in (edition, miniature_edition)}
    overview = edition.folder / "reports"
    return {page: reports.get(page.partition("/")[0], overview) / f"{page}.html" for page in WEB_PAGES}


@pytest.fixture(scope="session")
def largest_first(web_pages) -> list[Path]:
    """The files of every page, so that work on two at a time does not end with a long one alone."""
    return sorted(web_pages.values(), key=lambda file: -file.stat().st_size)


@pytest.fixture(scope="session")
def nothing_found() -> Callable[..., None]:
    """Fail with a sentence for each finding: page, mode, rule, element, what is wrong."""

    def judge(page: str, findings: list[dict[str, str]], mode: str = "") -> None:
        where = f"{page} ({mode})" if mode else page
        told = [f"{where}: {one.get('rule', 'look')}: {one['element']}: {one['problem']}" for one in findings]
        if told:
            pytest.fail(f"{len(told)} findings\n" + "\n".join(told[:20]), pytrace=False)

    return judge


@pytest.fixture(scope="session")
def seen(run_browser, tmp_path_factory) -> Any:
    """What the script of the web pages does on its trial pages."""
    pages, templates, faces = (tmp_path_factory.mktemp(name) for name in ("pages", "templates", "faces"))
    for face in WEB_FACES:
        (faces / f"{face.name}.woff2").write_bytes(subset(TEMPLATES / "fonts" / f"{face.name}.ttf"))
    for name, text in trial_pages(templates, faces).items():
        (pages / f"{name}.html").write_text(text, encoding="utf-8")
    return run_browser("script_visit.mjs", pages)
