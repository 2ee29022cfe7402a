"""No word of one case stands in the workflow: what a case calls its things is in its vocabulary.yaml and there only.

The rule. Taken from every vocabulary, the miniature's too, are

* names: of the parties and the article, with adjectives and labels, of those who would send the force, and the
  condition. A leading article is left away before a capital ("the United States"). A name of one word counts if it has
  a capital: "nearby" is plain English;
* proper names in labels and remarks: capitalised words that do not begin a sentence, those side by side as one name;
* labels of two words and more, as they are written: whoever writes one out does not take it from the vocabulary.

A name with a capital is looked for in small letters as well, and as a part of identifiers: `british_share`. Left out is
what holds of any case: GENERAL_NAMES, which the tables of reference know too, and GENERAL_PHRASES.
"""

import re
from calendar import month_name
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).parents[2]
WORKFLOW = PROJECT / "workflow"
VOCABULARIES = sorted(
    [*PROJECT.glob("inputs/*/vocabulary.yaml"), *PROJECT.glob("tests/fixtures/*/inputs/*/vocabulary.yaml")]
)
PARTIES = ("host", "adversary", "patron", "compared_army", "article")
LISTS = ("challenges", "items", "claim_groups", "factors")
IDS = {"comparator"}  # rows of tables, not words
SUFFIXES = {".py", ".smk", ".json", ".jinja", ".js", ".css"}

# Organisations and parts of the world that missions, deployments and rules of any case name; months.
GENERAL_NAMES = frozenset({"NATO", "UN", "United Nations", "EU", "OSCE", "Europe", "European", *month_name[1:]})
# Plain English, of any case: what every force needs and every brief asks.
GENERAL_PHRASES = frozenset(
    {
        "Supply lines",
        "political will",
        "the threat",
        "How many troops would be needed?",
        "Who would lead, and who would send them?",
        "What could go wrong?",
        "What happens next?",
    }
)
# The language that all pages are in.
LANGUAGE = re.compile(r"British (English|spelling)")
# What is in braces in a remark names facts and sources.
SLOT = re.compile(r"\{[^{}]*\}")
MARKS = "“”’\"'().,;:!?"
SENTENCE_END = re.compile(r"[.!?:]$|^$")

# Between the words of a phrase, and of a name that may be part of an identifier.
BLANK, GAP = r"\s+", r"[\s_]+"

PLACES = {
    "rules and schemas": lambda name: name.startswith(("rules/", "schemas/")),
    "the model and the briefs": lambda name: name.startswith("peacebrief/") and "/figures/" not in f"/{name}",
    "figures": lambda name: "/figures/" in f"/{name}",
    "templates": lambda name: name.startswith("templates/"),
}


def names_of(vocabulary):
    """The names that a case gives, as they would be written anywhere else."""
    for party in PARTIES:
        for kind, name in vocabulary.get(party, {}).items():
            if kind not in IDS:
                yield name
    yield from (vocabulary["condition"], vocabulary["own"])


def without_article(name):
    return re.sub(r"^(the|an?) (?=[A-Z])", "", name)


def proper_names(text):
    """Capitalised words that begin no sentence; those side by side are one name."""
    words = SLOT.sub("", text).split()
    run = []
    for before, word in pairwise(["", *words, ""]):
        bare = word.strip(MARKS).removesuffix("’s")
        inside = bare[:1].isupper() and not SENTENCE_END.search(before.rstrip('”’")'))
        if run and (not inside or before[-1:] in ",;:"):
            yield " ".join(run)
            run = []
        if inside:
            run.append(bare)
    if run:
        yield " ".join(run)


def phrases_of(vocabulary):
    """What is looked for, from one vocabulary."""
    labels = [label for entry in LISTS for label in vocabulary[entry].values()]
    found = {without_article(name) for name in names_of(vocabulary)}
    found = {name for name in found if " " in name or name[:1].isupper()}
    found |= {name for text in [*labels, *vocabulary.get("remarks", {}).values()] for name in proper_names(text)}
    found |= {label for label in labels if " " in label}
    return found - GENERAL_NAMES - GENERAL_PHRASES


def pattern_of(phrase):
    """Names with a capital in any letters, also in identifiers; plain phrases however they begin; labels as written."""
    words = [re.escape(word) for word in phrase.split()]
    if re.fullmatch(r"[A-Z]\w*( [A-Z]\w*)*", phrase):
        return re.compile(rf"(?<![A-Za-z]){GAP.join(words)}(?![a-z])", re.IGNORECASE)
    first = words[0]
    words[0] = first if first[:1].isupper() else f"(?i:{first[:1]}){first[1:]}"
    return re.compile(rf"(?<!\w){BLANK.join(words)}(?!\w)")


@cache
def looked_for():
    """Phrase -> its pattern, from all vocabularies."""
    told = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in VOCABULARIES]
    return {phrase: pattern_of(phrase) for phrase in sorted({phrase for one in told for phrase in phrases_of(one)})}


def found_in(place):
    """Every place that holds a word of a case: "file:line: the word"."""
    files = (file for file in WORKFLOW.rglob("*") if file.suffix in SUFFIXES and "geography/" not in file.as_posix())
    for file in sorted(files):
        name = file.relative_to(WORKFLOW).as_posix()
        text = LANGUAGE.sub("", file.read_text(encoding="utf-8")) if PLACES[place](name) else ""
        for phrase, pattern in looked_for().items():
            for found in pattern.finditer(text):
                line = text.count("\n", 0, found.start()) + 1
                yield f"{name}:{line}: {phrase}"


@pytest.mark.parametrize("place", PLACES)
def test_no_word_of_a_case_stands_in_the_workflow(place):
    assert list(found_in(place)) == []


def test_what_is_looked_for_follows_the_rule():
    vocabulary = {
        "host": {"name": "the Far Isle", "adjective": "nearby"},
        "article": {"name": "the letter", "kind": "a letter"},
        "compared_army": {"name": "Farland", "adjective": "Farlandish", "comparator": "far_army"},
        "condition": "a signed truce",
        "own": "Westland",
        "challenges": {"one": "Threats of the Old Guard, and Borderers", "two": "Rebels", "three": "Supply lines"},
        "items": {}, "claim_groups": {}, "factors": {"will": "whether Farland wants it"},
        "remarks": {"size": "In Northmark {force.Big:exact} were asked for. The “Northern Host” had NATO’s help."},
    }  # fmt: skip
    assert phrases_of(vocabulary) == {
        "Far Isle", "the letter", "a letter", "Farland", "Farlandish", "a signed truce", "Westland", "Old Guard",
        "Borderers", "Threats of the Old Guard, and Borderers", "whether Farland wants it", "Northmark",
        "Northern Host",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "text", "there"),
    [
        ("Farland", "farland_share = 1", True),
        ("Farland", "the Farlanders", False),
        ("Far Isle", "brief/far_isle.html", True),
        ("the letter", "The letter says", True),
        ("the letter", "the letterhead", False),
        ("Too few soldiers", "with too few soldiers", False),
    ],
)
def test_a_name_is_found_in_identifiers_and_a_label_as_it_is_written(phrase, text, there):
    assert bool(pattern_of(phrase).search(text)) == there


ASKED = re.compile(r"remark(?:s\.of)?\((?:known, )?\"(\w+)\"\)")


OF_OPTION = re.compile(r"remark\(\"(\w+_)\" ~ id\)")


def test_every_remark_of_a_case_is_printed_somewhere():
    """The places of remarks are those that templates and telling ask for, some of them for each option of the case."""
    files = [*WORKFLOW.glob("templates/**/*.jinja"), *WORKFLOW.glob("peacebrief/telling/**/*.py")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    places = {place for text in texts for place in ASKED.findall(text)}
    for file in VOCABULARIES:
        rows = (file.parent / "options.csv").read_text(encoding="utf-8").splitlines()[1:]
        own = {f"{start}{row.partition(',')[0]}" for text in texts for start in OF_OPTION.findall(text) for row in rows}
        remarks = yaml.safe_load(file.read_text(encoding="utf-8")).get("remarks") or {}
        assert remarks.keys() <= places | own, file
