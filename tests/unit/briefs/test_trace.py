"""`peacebrief trace`: from a number to its formula and rows, and back, on the miniature case."""

import json
import re
from pathlib import Path

import pytest
from plain_words import SAY

from peacebrief.briefs.trail.trace import families, place, rests_on_row, trace
from peacebrief.cli import main, run_command
from peacebrief.errors import AnalystError
from peacebrief.facts.collect import collect_facts
from peacebrief.facts.fact import facts_document, sources_of
from peacebrief.inputs import resolve_case
from peacebrief.sizing import size_force

PROJECT = Path(__file__).parents[3]
MINIATURE = PROJECT / "tests/fixtures/miniature/inputs"


@pytest.fixture(scope="module")
def island():
    """Facts of sizing and the evidence of the miniature."""
    resolved = resolve_case(MINIATURE, "island")
    stages = [size_force(resolved.sizing | {"draws": 64})]
    return {fact.id: fact for fact in collect_facts(stages=stages, evidence=resolved.evidence)}, resolved.evidence


@pytest.fixture
def build(island, tmp_path):
    facts, evidence = island
    (tmp_path / "island/inputs").mkdir(parents=True)
    (tmp_path / "island/facts.json").write_text(facts_document(facts.values(), case="island", edition="1"))
    (tmp_path / "island/inputs/evidence-1.json").write_text(json.dumps(evidence, default=str))
    return tmp_path


def of_family(facts, start):
    return min(name for name in facts if name.startswith(start))


def test_every_fact_leads_to_the_function_that_calculates_it(island):
    facts, _ = island
    for formula in {fact.formula for fact in facts.values()}:
        where = place(formula)
        line = (PROJECT / where["file"]).read_text(encoding="utf-8").splitlines()[where["line"] - 1]
        assert re.match(rf"\s*def {where['function']}\(", line), formula


def test_a_chance_that_experts_gave_leads_to_their_answers_and_says_how_many_they_were(island):
    """The made-up question is answered by three experts in two rounds; only the last round counts."""
    facts, evidence = island
    told = trace("evidence.distance.gate_chances.law_separation_helped", facts, evidence, {}, SAY)
    rows = {row["origin"]: row for row in told["rows"]}
    chance = rows["table:gate_chances.csv#law/separation/helped"]
    assert (chance["basis"], chance["locator"]) == ("elicited from 3 experts, 2 rounds", "elicitation.csv#assent")
    answers = {name for name in rows if name.startswith("table:elicitation.csv#")}
    assert answers == {f"table:elicitation.csv#assent/{name}/2" for name in ("heron", "plover", "teal")}
    assert "table:elicitation_questions.csv#assent" in rows
    judged = trace("evidence.distance.gate_chances.law_separation_alone", facts, evidence, {}, SAY)["rows"]
    assert {row["basis"] for row in judged if row["origin"].startswith("table:gate_chances")} == {"judgement"}


def test_a_fact_leads_to_its_rows_with_value_source_and_rating(island):
    facts, evidence = island
    name = of_family(facts, "sizing.force.")
    told = trace(name, facts, evidence, {}, SAY)
    assert told["method"] == facts[name].method
    assert {row["origin"] for row in told["rows"]} == sources_of(name, facts)
    line = next(row for row in told["rows"] if row["origin"] == "assumption:line_length")
    given = next(row for row in evidence["assumptions"] if row["id"] == "line_length")
    assert (line["label"], line["source"], line["quality"]) == (given["label"], given["source"], given["quality"])
    assert f"{given['central']:,.0f}" in line["value"]


def test_a_row_leads_to_all_facts_that_rest_on_it(island):
    facts, evidence = island
    told = rests_on_row("assumption:line_length", facts, evidence, {}, SAY)
    assert set(told["rest_on_it"]) == {name for name in facts if "assumption:line_length" in sources_of(name, facts)}
    assert {one["fact"] for one in told["used_by"]} <= set(told["rest_on_it"])


def test_every_fact_belongs_to_one_family(island):
    facts, _ = island
    assert sum(kind["facts"] for kind in families(facts, SAY)) == len(facts)


@pytest.mark.parametrize("name", ["sizing.forces", "line_length"])
def test_a_name_that_is_none_is_answered_with_near_ones(island, name):
    with pytest.raises(AnalystError, match=r"did you mean [a-z]+"):
        trace(name, *island, {}, SAY)
    with pytest.raises(AnalystError, match=r"did you mean (assumption|table):[a-z]+"):
        rests_on_row(name, *island, {}, SAY)


def test_the_command_tells_the_same_as_text_and_as_json(island, build):
    facts, evidence = island
    name = of_family(facts, "sizing.capability.")
    text = run_command("trace", [name, "--build", str(build)])
    where = place(facts[name].formula)
    assert f"{where['file']}:{where['line']}" in text
    assert facts[name].method in text
    told = json.loads(run_command("trace", [name, "--build", str(build), "--json"]))
    assert told == json.loads(json.dumps(trace(name, facts, evidence, {}, SAY)))
    assert all(row["origin"] in text for row in told["rows"])
    used = run_command("trace", ["--uses", "assumption:line_length", "--build", str(build)])
    assert "sizing.theatre.line_length" in used
    assert f"{len(facts)} facts" in run_command("trace", ["--build", str(build)])


def test_without_a_build_the_command_says_how_to_make_one(tmp_path, capsys):
    assert main(["trace", "--build", str(tmp_path)]) == 1
    assert "build them first" in capsys.readouterr().err
