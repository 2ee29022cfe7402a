"""The words are flat phrases: each is asked for somewhere, with exactly its slots, and none decides anything."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from peacebrief.briefs.setting.template_code import phrase_of
from peacebrief.briefs.setting.worded import ASKED, SLOT
from peacebrief.briefs.spelling.input_words import GROUPS, SETTINGS
from peacebrief.briefs.spelling.quantities import UNITLESS, WORDLESS
from peacebrief.briefs.trail.families import IN_MATRICES, TITLES
from peacebrief.inputs.cells.unit import UNITS
from peacebrief.inputs.reading.case_tables import CASE_TABLES, REFERENCE_TABLES

WORKFLOW = Path(__file__).parents[3] / "workflow"
WORDS = WORKFLOW / "templates/words"
ROOMS = tuple(WORKFLOW / "peacebrief" / room for room in ("telling", "figures", "briefs", "publishing", "commands"))
FIGURES = (WORKFLOW / "peacebrief/telling/figures", WORKFLOW / "peacebrief/figures")
NAMES = WORKFLOW / "peacebrief/telling/saying/labels.py"
WARNINGS = WORKFLOW / "peacebrief/briefs/citing/citations.py"
# What every phrase may use besides its slots: what the case calls its things.
CALLED = "called"
ALLOWED = (nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Macro)


@cache
def macros():
    """Phrase -> its macro; "verdict.shut" stands in words/verdict.jinja."""
    found = {}
    for file in sorted(WORDS.glob("*.jinja")):
        for macro in Environment().parse(file.read_text(encoding="utf-8")).find_all(nodes.Macro):  # noqa: S701
            found[f"{file.stem}.{macro.name}"] = macro
    return found


@cache
def asked(rooms=ROOMS):
    """Phrases by name as rooms or modules ask for them: file, its pattern, slots; None where a mapping fills them."""
    return list(_asked(rooms))


def _asked(rooms):
    for file in sorted(file for room in rooms for file in ([room] if room.is_file() else room.rglob("*.py"))):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "phrase":
                slots = {word.arg for word in node.keywords}
                for name in names(node.args[0]):
                    yield file.name, name, None if None in slots else slots


def names(node):
    """The name as a pattern, each way of a choice between two; what is filled in may be any word."""
    if isinstance(node, ast.IfExp):
        return [*names(node.body), *names(node.orelse)]
    if isinstance(node, ast.JoinedStr):
        parts = [re.escape(part.value) if isinstance(part, ast.Constant) else r"[\w.]+" for part in node.values]
        return ["".join(parts)]
    return [re.escape(node.value)] if isinstance(node, ast.Constant) else []


@cache
def called(name):
    """The phrases that a pattern of names may mean."""
    # The library keeps few patterns: it would read each of a thousand of them anew for each phrase.
    pattern = re.compile(name)
    return [phrase for phrase in macros() if pattern.fullmatch(phrase)]


def test_a_phrase_is_asked_for_with_exactly_its_slots():
    """Where a name is put together, at least one phrase of that pattern has the slots."""
    wrong = []
    for file, name, slots in asked():
        found = [macros()[phrase] for phrase in called(name)]
        fitting = [macro for macro in found if slots is None or slots == {argument.name for argument in macro.args}]
        if not fitting:
            wrong.append(f"{file}: {name} is no phrase, or has other slots than {sorted(slots or ())}")
    assert wrong == []


def prose():
    """Phrases by name as pages ask for them, and their slots: `prose("gate")` of a page is in its own prose."""
    for file in sorted(file for folder in ("brief", "index") for file in (WORDS.parent / folder).rglob("*.jinja")):
        page = file.relative_to(WORDS.parent).parts[1].partition(".")[0]
        for call in Environment().parse(file.read_text(encoding="utf-8")).find_all(nodes.Call):  # noqa: S701
            if isinstance(call.node, nodes.Name) and call.node.name == "prose":
                told = call.args[0]
                ways = [told.expr1, told.expr2] if isinstance(told, nodes.CondExpr) else [told]
                yield from ((phrase_of(page, way.value), {one.key for one in call.kwargs}) for way in ways)


def shared():
    """Phrases by name as pages, their parts, the script and the style ask for them, and their slots."""
    for file in sorted(file for room in ("brief", "parts", "index") for file in (WORDS.parent / room).rglob("*.jinja")):
        for call in Environment().parse(file.read_text(encoding="utf-8")).find_all(nodes.Call):  # noqa: S701
            if isinstance(call.node, nodes.Name) and call.node.name == "phrase":
                yield call.args[0].value, {one.key for one in call.kwargs}
    for file in sorted(file for room in ("js", "css") for file in (WORDS.parent / room).iterdir()):
        for found in ASKED.finditer(file.read_text(encoding="utf-8")):
            yield found["name"], {slot for slot, _ in SLOT.findall(found["slots"])}


def test_a_part_asks_for_a_phrase_with_exactly_its_slots():
    found = {name: {argument.name for argument in macros()[name].args} for name, _ in shared()}
    assert all(found[name] == slots for name, slots in shared())
    assert {name.partition(".")[0] for name in found} >= {"boxes", "files", "layout", "notes", "page", "registers"}


def test_a_page_asks_for_its_prose_with_exactly_its_slots():
    found = {name: {argument.name for argument in macros()[name].args} for name, _ in prose()}
    assert all(found[name] == slots for name, slots in prose())
    pages = {name.partition("_prose")[0] for name in found}
    assert pages >= {"all", "annex", "annex_heads", "annex_tables", "brief", "case", "claims", "option", "summary"}


def in_file(stem):
    return {name.partition(".")[2] for name in macros() if name.startswith(f"{stem}.")}


def test_every_unit_that_is_said_has_its_words_and_no_other_has():
    assert in_file("units") == {f"{unit}_{form}" for unit in {*UNITS} - WORDLESS for form in ("one", "other")}
    assert in_file("units_in_registers") == {*UNITS} - UNITLESS


def test_every_table_and_every_setting_has_its_words_and_no_other_has():
    tables = {f"{table}_{form}" for table in CASE_TABLES | REFERENCE_TABLES for form in ("one", "several")}
    assert {name for name in in_file("input_tables") if name.endswith(("_one", "_several"))} == tables
    settings = {name.replace(".", "_") for name in SETTINGS} | {f"group_{name.replace('.', '_')}" for name in GROUPS}
    assert in_file("input_settings") == settings | {"unnamed", "told"}


def test_every_heading_of_facts_has_its_words_and_no_other_has():
    stages = {name.partition(".")[0] for name in TITLES}
    divided = {name.partition(".")[0] for name in TITLES if "." in name}
    others = {f"{stage}_other_results" for stage in divided}
    assert in_file("fact_titles") == {*TITLES.values()} | others | {f"stage_{stage}" for stage in stages}
    assert {*TITLES.values()} >= IN_MATRICES


def test_every_phrase_is_asked_for():
    used = {name for _, name, _ in asked()} | {r"page\.\w+"} | {name for name, _ in (*prose(), *shared())}
    assert sorted(macros().keys() - {phrase for name in used for phrase in called(name)}) == []


@pytest.mark.parametrize(
    ("listed", "rooms"), [("FIGURE_WORDS", FIGURES), ("NAMING_WORDS", (NAMES,)), ("WARNING_WORDS", (WARNINGS,))]
)
def test_figures_names_and_warnings_say_only_what_their_rule_lists(listed, rooms):
    """A phrase of another file would not make them anew when it changes."""
    rule = (WORKFLOW / "rules/templates.smk").read_text(encoding="utf-8").partition(f"{listed} = ")[2]
    patterns = re.findall(r"words/([\w*]+\.jinja)", rule.partition("\n")[0])
    files = {file.stem for pattern in patterns for file in WORDS.glob(pattern)}
    said = {name.partition(r"\.")[0] for _, name, _ in asked(rooms)}
    assert said
    assert said <= files


def test_a_phrase_holds_words_and_slots_only():
    """No choice, no loop, no arithmetic, nothing that is set: an editor reads it as it will be read."""
    wrong = []
    for phrase, macro in macros().items():
        own = {argument.name for argument in macro.args} | {CALLED}
        wrong += [f"{phrase}: {type(node).__name__}" for node in macro.find_all(nodes.Node)
                  if not isinstance(node, (*ALLOWED, nodes.Const))]  # fmt: skip
        wrong += [f"{phrase}: {name.name} is no slot" for name in macro.find_all(nodes.Name) if name.name not in own]
        used = {name.name for name in macro.find_all(nodes.Name) if name.ctx == "load"}
        wrong += [f"{phrase}: {slot} is never said" for slot in own - used - {CALLED}]
    assert wrong == []


def test_words_stand_in_short_lines():
    long = [f"{file.name}: {line[:60]}" for file in WORDS.glob("*.jinja")
            for line in file.read_text(encoding="utf-8").splitlines() if len(line) > 160]  # fmt: skip
    assert long == []


def test_tags_come_in_pairs():
    unpaired = []
    for file in WORDS.glob("*.jinja"):
        for line in file.read_text(encoding="utf-8").split("endmacro"):
            tags = re.findall(r"<(/?)(\w+)[^>]*>", line)
            opened = [name for end, name in tags if not end and name != "br"]
            if sorted(opened) != sorted(name for end, name in tags if end):
                unpaired.append(f"{file.name}: {line.strip()[:80]}")
    assert unpaired == []
