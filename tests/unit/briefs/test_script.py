"""The script is one text for all pages, and its digest is what a browser computes of it."""

import re
from pathlib import Path

import pytest

from peacebrief.briefs.setting.script import FILES, script, script_policy
from peacebrief.briefs.setting.worded import ASKED, worded

TEMPLATES = Path(__file__).resolve().parents[3] / "workflow" / "templates"


def test_every_file_of_the_folder_is_part_of_the_script():
    text = script(TEMPLATES)
    files = sorted((TEMPLATES / "js").glob("*"))
    assert [file.stem for file in files] == sorted(FILES)
    assert all(worded(file.read_text(encoding="utf-8"), TEMPLATES) in text for file in files)
    assert not set("«»") & set(text)


@pytest.fixture
def words(tmp_path):
    (tmp_path / "words").mkdir()

    def of(phrase):
        (tmp_path / "words/script.jinja").write_text("{% macro told(count) %}" + phrase + "{% endmacro %}")
        return worded("say(`«script.told count=${items.length}»`);", tmp_path)

    return of


def test_a_phrase_has_its_place_in_the_script_with_what_fills_it(words):
    assert words("All {{ count }} sources") == "say(`All ${items.length} sources`);"


@pytest.mark.parametrize("sign", ["`", "'", '"', "${x}", "</", "\\"])
def test_a_phrase_that_would_be_taken_for_code_is_refused(words, sign):
    with pytest.raises(ValueError, match=r"the phrase script\.told holds a sign"):
        words(f"{{{{ count }}}} {sign} sources")


def test_the_script_has_no_words_of_its_own():
    """What stands between quotation marks is a name of something: an element, an attribute, a key, an event."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in sorted((TEMPLATES / "js").glob("*.js")))
    quoted = re.findall(r"'([^'\n]*)'|`([^`\n]*)`", re.sub(r"^ *(?://|/\*\*|\*).*$", "", code, flags=re.MULTILINE))
    told = [ASKED.sub("", one or other) for one, other in quoted]
    worded_keys = {words for words in told if re.search(r"[a-z]{2,} [a-z]{2,}|^ ?[A-Z][a-z]+\b", words)}
    assert worded_keys == {"Escape", "Tab"}


def test_the_script_leaves_nothing_in_the_page_and_is_strict():
    lines = script(TEMPLATES).strip().splitlines()
    assert lines[:2] == ["(() => {", "'use strict';"]
    assert lines[-1] == "})();"


def test_the_script_parses_no_markup_and_runs_no_text():
    markup = "innerHTML|outerHTML|insertAdjacentHTML|document.write|DOMParser|createContextualFragment|srcdoc"
    code = r"\beval\b|new Function|import\(|set(?:Timeout|Interval)\(['\"`]"
    reach = r"fetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|Storage|cookie"
    assert re.findall(f"{markup}|{code}|{reach}", script(TEMPLATES)) == []


def test_the_digest_is_that_of_the_standard():
    # An example of the content-security policy specification: <script>alert('Hello, world.');</script>
    assert script_policy("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


@pytest.mark.parametrize("text", ["'</script>'", "'<!-- '", "'<SCRIPT'"])
def test_a_part_that_would_end_the_element_early_is_refused(tmp_path, text):
    (tmp_path / "js").mkdir()
    for name in FILES:
        (tmp_path / "js" / f"{name}.js").write_text("", encoding="utf-8")
    (tmp_path / "js" / "panel.js").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"js/panel\.js holds markup"):
        script(tmp_path)
