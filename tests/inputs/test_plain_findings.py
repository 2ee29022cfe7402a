"""Whatever stands in a YAML file, no wording of the schema reaches an analyst."""

from __future__ import annotations

import copy
import re

import pytest
import yaml
from pydantic import ValidationError

from peacebrief.inputs.cells.described import nested
from peacebrief.inputs.handing_on.schemas import MODELS
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.finding import OTHERWISE, PATTERNS
from peacebrief.inputs.reading.typed_row import validated
from peacebrief.inputs.reading.vocabulary import Vocabulary

FILES = {"case.yaml": CaseSettings, "vocabulary.yaml": Vocabulary}
MISSING = object()
BAD = [
    MISSING, None, "", " ", "word", "x" * 5000, "two words", "=1+1", [], ["word"], [[]], ["PL"], ["PL", "RO", "HU"],
    [1, 1], [-1], {}, {"odd": 1}, {5: 6}, {"odd": {}}, {"odd": None}, 0, 1, -1, 7.5, 1e15, 0.5, True, b"bytes",
]  # fmt: skip
C, V = "island/case.yaml", "island/vocabulary.yaml"


def places(content, model):
    """Where something may be put: every name of the file, those nested in it, and members of lists."""
    for name, field in model.model_fields.items():
        yield (name,)
        inside = content.get(name)
        part = nested(field.annotation)
        if isinstance(inside, list):
            yield (name, 0)
        if not isinstance(inside, dict):
            continue
        if part is None:
            yield from ((name, key) for key in list(inside)[:1])
        elif name in ("roles", "support_levels", "postures"):
            key = next(iter(inside))
            yield (name, key)
            yield from ((name, key, *below) for below in places(inside[key], part))
        else:
            yield from ((name, *below) for below in places(inside, part))


def put(content, place, value):
    spoilt = copy.deepcopy(content)
    within = spoilt
    for step in place[:-1]:
        within = within[step]
    if value is MISSING:
        del within[place[-1]]
    else:
        within[place[-1]] = value
    return spoilt


def raw_wordings(model, content):
    try:
        model.model_validate(content)
    except ValidationError as error:
        return [detail["msg"] for detail in error.errors() if detail["type"] != "plain"]
    return []


def assert_plain(message, raw):
    """A clause and its remedy, in nobody's words but ours."""
    assert message.endswith((".", "?")), message
    assert "; " in message or message.startswith("the cell is empty"), message
    assert not [wording for wording in raw if wording.lower().strip(".") in message.lower()], message
    for word in ("None", "validat", "Input should", "dict", "__", "[key]", "\\"):
        assert word not in message, message
    assert OTHERWISE.partition("}")[2] not in message, message


@pytest.mark.parametrize("file", FILES)
def test_whatever_is_put_anywhere_is_answered_with_a_remedy(project, file):
    # The real case leaves nothing out that may be left out.
    model = FILES[file]
    content = yaml.safe_load((project / "inputs/ukraine" / file).read_text(encoding="utf-8"))
    answered = 0
    for place in places(content, model):
        for value in BAD:
            spoilt = put(content, place, value)
            raw = raw_wordings(model, spoilt)
            for problem in validated(model, spoilt, file=file)[1]:
                assert_plain(problem.message, raw)
                answered += 1
    assert answered > 300


EDITS = {
    "empty list": (C, r"force_sizes: \[.*\]", "force_sizes: []", "force_sizes: nothing stands in it; list at least 1."),
    "empty mapping": (
        V,
        r"items:\n(  .*\n)+",
        "items: {}\n",
        "items: nothing stands in it; name at least 1.",
    ),
    "number for a list": (
        C,
        r"  sizes: \[.*\]",
        "  sizes: 5",
        "logistics.sizes: 5 is not a list; put it in square brackets, such as [1, 2].",
    ),
    "word for names": (
        V,
        r"patron:\n(  .*\n)+",
        "patron: League\n",
        'patron: "League" is not a list of names and values; write below it, further in, a line for each name',
    ),
    "nothing for names": (
        V,
        r"adversary:\n(  .*\n)+",
        "adversary:\n",
        "adversary: an empty entry is not a list of names and values; write below it, further in, a line for each name",
    ),
    "missing name": (C, r"seed: 7\n", "", "seed: it is missing; add it."),
    "too many": (
        C,
        r"  losses_at_once",
        "  expected: {worst_pair: [PL, RO, HU], replaceable: HU}\n  losses_at_once",
        "logistics.expected.worst_pair: it holds 3, and 2 is the most here; remove what is too much.",
    ),
    "too few": (
        C,
        r"  losses_at_once",
        "  expected: {worst_pair: [PL], replaceable: HU}\n  losses_at_once",
        "logistics.expected.worst_pair: it holds 1 of the 2 that are needed; list at least 2.",
    ),
    "above the most": (
        C,
        r"close_share: .*",
        "close_share: 25",
        "claims.close_share: 25 is above 1, the most here; write a smaller number.",
    ),
    "below the least": (
        C,
        r"draws: 4096",
        "draws: 8",
        "draws: 8 is below 1024, the least here; write a larger number.",
    ),
    "none of what must be some": (
        C,
        r"stale_after_days: .*",
        "stale_after_days: 0",
        "stale_after_days: 0 is not above 0; write a larger number.",
    ),
    "certainty": (
        C,
        r"  likely: .*",
        "  likely: 1",
        "generation.likely: 1 is not below 1; write a smaller number.",
    ),
    "word for yes or no": (
        C,
        r"(rule_fixed:\n  date: .*\n  commit: .*\n)(  after_results: .*\n)?",
        r"\1  after_results: perhaps\n",
        'rule_fixed.after_results: "perhaps" is neither true nor false; write one of the two.',
    ),
    "edition of two words": (
        C,
        r"edition: .*",
        "edition: spring edition",
        'edition: "spring edition" is not written as it should be; use letters, digits, dots and hyphens only, such',
    ),
    "number for a name": (V, r"(host:\n)", r"\1  5: five\n", "host: 5 is not a name; put it in quotation marks."),
    "empty date": (
        C,
        r"map_date: .*\n|(?=evidence_cutoff)",
        "map_date: ''\n",
        "map_date: the cell is empty; write year",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_each_constraint_has_a_sentence_of_its_own(folder, name):
    file, old, new, expected = EDITS[name]
    text = folder.read(file)
    spoilt = re.sub(old, new, text, count=1)
    assert spoilt != text
    folder.write(file, spoilt)
    assert any(f"{file}, {expected}" in problem for problem in folder.problems()), folder.problems()


WRITINGS = {
    "a: b: c": "a colon stands where none belongs",
    "a\nb: 1": "a colon stands where none belongs",
    "a: 1\nb\nc: 2": "a name has no colon behind it",
    "a:\n\tb: 1": "a tab stands before the text",
    "a:\n  b: 1\n c: 2": "does not go on from the line before",
    "a: *x": "a sign that has a meaning here",
    "a: @x": "a sign that has a meaning here",
    "a: 'open": "a quotation mark is opened and not closed",
    "a: [1, 2": "a bracket is not closed",
    "a: {b: 1": "a bracket is not closed",
    'a: "\\q"': "a backslash stands between quotation marks",
    "a: !!foo 1": "a ! mark stands before a value",
    "a: !!binary z": "a ! mark stands before a value",
    "a: b\n---\nc: d": "begins a second file",
    "? [a]: 1": "check indentation, colons and quotation marks",
    "a: 1\na: 2": '"a" is there twice; keep one',
    "a: 2026-02-31": "write dates as 2026-06-30",
}


@pytest.mark.parametrize("text", WRITINGS)
def test_a_file_that_is_not_yaml_is_answered_in_plain_words(folder, text):
    folder.write(C, text)
    said = next(problem for problem in folder.problems() if problem.startswith(C))
    assert WRITINGS[text] in said
    assert "; " in said
    for word in ("expected", "token", "mapping", "<", "alias", "stream", "month", "constructor"):
        assert word not in said, said


def patterns(schema):
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for part in schema.values():
            yield from patterns(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from patterns(part)


def test_every_form_that_a_text_must_have_is_said_in_words():
    asked = {one for model in MODELS.values() for one in patterns(model.model_json_schema(mode="serialization"))}
    # The stages of an assumption are checked one by one, each with its own sentence.
    assert {one for one in asked if one not in PATTERNS and not one.startswith("^(sizing|")} == set()


def test_a_quantity_that_no_task_needs_is_not_told_a_name_that_is_merely_missing(folder):
    rows = folder.records("island/assumptions.csv")
    spare = [["reaction_width", *row[1:]] for row in rows if row[0] == "line_length"]
    folder.save("island/assumptions.csv", [row for row in rows if row[0] != "line_length"] + spare)
    said = next(problem for problem in folder.problems() if "reaction_width" in problem)
    assert said.endswith(
        "remove the row, or give a role the task that needs it; python -m peacebrief columns quantities lists what is "
        "read."
    )
