"""The words of the pages, by other people's tools: British spelling, and our count of syllables."""

import re

import pytest
from lxml import html
from published import WEB_PAGES

from peacebrief.briefs.release.readability import syllables

# What is not our words: code, pictures, the titles and addresses of sources; further down file names and checksums.
APART = ("script", "style", "code", "svg", "*[@role='doc-endnotes']",
         *(f"*[contains(concat(' ', @class, ' '), ' {name} ')]"
           for name in ("sources", "source", "address", "command")))  # fmt: skip
ADDRESS = re.compile(r"\S*[@_/\d]\S*|\S+\.\w\S*")
WORD = re.compile(r"[^\W\d_]+(?:’[a-z]+)?")


def words_of(file):
    """Every word of a page; of the registers of the annex those without a capital, since names fill them."""
    page = html.document_fromstring(file.read_text(encoding="utf-8"))
    outside = " or ".join(f"ancestor::{part}" for part in APART)
    found = set()
    for text in page.xpath(f"//main//text()[not({outside})]"):
        words = WORD.findall(ADDRESS.sub(" ", text))
        names = file.stem == "annex" and next(text.getparent().iterancestors("tbody"), None) is not None
        found |= {word for word in words if not (names and word != word.lower())}
    return found


@pytest.fixture(scope="module")
def looked_up(web_pages, run_node, tmp_path_factory):
    """Every word of every page, what the dictionary does not know, and the syllables another counter finds."""
    words = sorted(set().union(*(words_of(web_pages[page]) for page in WEB_PAGES)))
    file = tmp_path_factory.mktemp("words") / "words_of_the_pages.txt"
    file.write_text("\n".join(words), encoding="utf-8")
    return {"words": words, **run_node("words.mjs", file)}


def test_every_word_is_in_a_british_dictionary_or_a_name_we_know(looked_up):
    assert len(looked_up["words"]) > 1000
    assert looked_up["unknown"] == []


def test_our_count_of_syllables_agrees_with_that_of_another_program(looked_up):
    counts = looked_up["syllables"]
    ours = sum(map(syllables, counts)) / len(counts)
    theirs = sum(counts.values()) / len(counts)
    # A tenth of a syllable a word would move the grade by more than one.
    assert ours == pytest.approx(theirs, abs=0.05)


def test_an_american_spelling_would_be_found(run_node, tmp_path):
    (tmp_path / "words.txt").write_text("labour\nlabor\ncentre\nfavorite\ndefense\n", encoding="utf-8")
    assert run_node("words.mjs", tmp_path / "words.txt")["unknown"] == ["labor", "favorite", "defense"]
