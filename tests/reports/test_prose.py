"""Templates hold words, never numbers: a number that is typed cannot follow the facts."""

import re
from pathlib import Path

import yaml

from peacebrief.telling.saying.number_forms import FORMS

TEMPLATES = Path(__file__).parents[2] / "workflow/templates"
# A unit may have a number in its name, "per 1,000 inhabitants"; in the header of a data file it says what numbers mean.
UNITS = {"figures_units.jinja", "units.jinja", "units_in_registers.jinja"}
PROSE = sorted(
    page
    for folder in ("brief/**", "parts", "index", "words")
    for page in TEMPLATES.glob(f"{folder}/*.jinja")
    if page.name not in UNITS
)
PROJECT = Path(__file__).parents[2]
VOCABULARIES = [*PROJECT.glob("inputs/*/vocabulary.yaml"), *PROJECT.glob("tests/fixtures/*/inputs/*/vocabulary.yaml")]
SLOT = re.compile(r"\{[^{}]*\}")
# Names, of commands too, that happen to hold a digit.
NAMES = re.compile(
    r"CC BY 4\.0|WCAG 2\.2|PDF/UA-1|PDF/A-3a|UTF-8|SHA-256|sha256sum|shasum -a 256|--cores 4"
    r"|95% band|90% range|add (?:up )?to 100%"
)
NUMBER_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|million)\b", re.IGNORECASE
)
# Number words that name a method or a form of words, not a result.
ALLOWED = (
    "two quantities",
    "two models of supply",
    "two models holds",
    "in two ways",
    "nine in ten",
    "four fifths",
    "three fifths",
    "two grades",
    "two bands",
    "the two",
    "factor of two",
    "four kinds",
    "nine results in ten",
    "nought to five",
    "two numbers",
    "by two things",
    "out of two",
    "tested twice",
    "nine missions in ten",
    "per hundred square",
    "per thousand",
    "from minus one to one",
    "two armies",
    "two ratings",
    "where one would",
    "powers of ten",
    # What a figure is made of.
    "two scatter plots",
    "m = million",
    "three capacity cases",
    "of one and of two countries",
    "without one country (on the slope) or two",
    "without two:",
    "or any two",
)


def prose(template):
    """What a template prints as it stands: no code, no comments, no markup, no formula."""
    text = template.read_text(encoding="utf-8")
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.DOTALL)
    text = re.sub(r"<(style|head)\b.*?</\1>|<[^>]*>", " ", text, flags=re.DOTALL)
    return NAMES.sub(" ", text)


def by_template(search):
    """What `search` finds in the prose of each template in which it finds something."""
    found = {page.relative_to(TEMPLATES).as_posix(): search(prose(page)) for page in PROSE}
    return {page: words for page, words in found.items() if words}


def test_there_are_templates_of_every_kind():
    assert {page.relative_to(TEMPLATES).parts[0] for page in PROSE} == {"brief", "parts", "index", "words"}


def test_no_digit_is_typed_in_prose():
    assert by_template(re.compile(r"\S*\d\S*").findall) == {}


def counts_in_words(text):
    text = " ".join(text.lower().split())
    for phrase in ALLOWED:
        text = text.replace(phrase, " ")
    return NUMBER_WORDS.findall(text)


def test_no_count_is_typed_as_a_word():
    assert by_template(counts_in_words) == {}


def test_no_digit_is_typed_in_a_remark():
    """Numbers in a case's own sentences are facts in braces, but for names of years."""
    typed = {}
    for file in VOCABULARIES:
        remarks = yaml.safe_load(file.read_text(encoding="utf-8")).get("remarks") or {}
        found = {place: re.findall(r"\S*\d\S*", SLOT.sub(" ", words)) for place, words in remarks.items()}
        typed |= {f"{file.parent.name}, {place}": words for place, words in found.items() if words}
    assert typed == {}


def test_every_fact_that_a_remark_names_is_told_in_a_known_form():
    for file in VOCABULARIES:
        for words in (yaml.safe_load(file.read_text(encoding="utf-8")).get("remarks") or {}).values():
            named = [slot.strip("{}").partition(":") for slot in SLOT.findall(words)]
            assert {form for fact, _, form in named if fact != "cite"} <= FORMS.keys(), (file.parent.name, words)
