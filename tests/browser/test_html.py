"""Every page is sound HTML, by the judgement of the W3C's own checker and of html-validate."""

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from published import WEB_PAGES

# The checker's list of CSS lags behind the browsers; what the style does is looked at in a browser.
NOT_OF_STYLE = ".*CSS: .*"
# It compares a policy with the start tag of a script alone, so that no digest can fit; what a page lets run is tried in
# a browser (test_script_safety.py), and its digest is computed by the gate.
NOT_OF_DIGESTS = ".*Inline script violates Content Security Policy .*"


@pytest.fixture(scope="module")
def nu(tool, packages, web_pages):
    """What the Nu HTML Checker says of each page."""
    jar = packages / "vnu-jar/build/dist/vnu.jar"
    command = [tool("java"), "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run(
        [*command, "--filterpattern", f"{NOT_OF_STYLE}|{NOT_OF_DIGESTS}", *web_pages.values()],
        capture_output=True,
        text=True,
        check=True,
    )
    found = {page: [] for page in web_pages}
    names = {file: page for page, file in web_pages.items()}
    for message in json.loads(done.stdout)["messages"]:
        place = f"line {message.get('lastLine')}: {message.get('extract', '').strip()}"
        kind = message.get("subType") or message["type"]
        page = names[Path(unquote(urlsplit(message["url"]).path))]
        found[page].append({"rule": kind, "element": place, "problem": message["message"]})
    return found


@pytest.fixture(scope="module")
def html_validate(run_node, web_pages):
    """What html-validate says of each page."""
    found = run_node("html_validate.mjs", *web_pages.values())
    return {page: found[str(file)] for page, file in web_pages.items()}


@pytest.mark.parametrize("page", WEB_PAGES)
def test_the_nu_html_checker_finds_nothing(nu, page, nothing_found):
    nothing_found(page, nu[page])


@pytest.mark.parametrize("page", WEB_PAGES)
def test_html_validate_finds_nothing(html_validate, page, nothing_found):
    nothing_found(page, html_validate[page])
