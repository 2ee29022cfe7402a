"""What the captions of the figures on options say: findings that follow the numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pictured import data, describe, draw, known_of

from peacebrief.figures import pipeline
from peacebrief.figures.feasibility import durations, gate_matrix, rank_acceptability, risk_exceedance, switching_values
from peacebrief.figures.generation import burden, public_support
from peacebrief.figures.shown_option import short_levels
from peacebrief.figures.sizing import force_ladder
from peacebrief.telling.saying.options import planned_level

ROUNDED = "Shares are rounded and may not add to 100%."
MODULES = (burden, gate_matrix, rank_acceptability, risk_exceedance, durations, switching_values, public_support)


def title(module, facts, tables):
    return describe(module, facts, tables).title


def told(facts, value, *prefixes):
    """The facts with one value for all of those under `prefixes`."""
    return {name: replace(fact, value=value) if name.startswith(prefixes) else fact for name, fact in facts.items()}


def spread(facts, span, *prefixes):
    """The facts with the same p5, p50 and p95 for all of those under `prefixes`."""
    quantiles = dict(zip(("p5", "p50", "p95"), span, strict=True))
    return {name: replace(fact, **quantiles) if name.startswith(prefixes) else fact for name, fact in facts.items()}


def changed(tables, name, where, **cells):
    """The tables with `cells` set in the rows of one table for which `where` holds."""
    return tables | {name: [row | cells if where(row) else row for row in tables[name]]}


def only(tables, *options):
    """The tables with nothing but these options."""
    kept = {name: [row for row in rows if row.get("option", options[0]) in options] for name, rows in tables.items()}
    return kept | {"options": [row for row in tables["options"] if row["id"] in options]}


def renamed(tables, label):
    """The tables with one long name for every option."""
    return changed(tables, "options", bool, label=label, short_label=label, in_sentence=label)


@pytest.mark.parametrize("module", MODULES)
def test_the_title_is_a_finding_and_the_words_are_rounded(module, facts, tables):
    caption = describe(module, facts, tables)
    assert not caption.title.endswith(".")
    assert "0000" not in caption.alt.replace("000,000", "")


def test_the_ladder_tells_what_options_can_sustain_and_only_where_it_is_known(facts, tables):
    caption = describe(force_ladder, facts, tables)
    assert caption.title.endswith("; options can field about 9,000 to 14,000 at the start")
    assert "Layered, with American enablers: can sustain 11,000, range 2,000 to 21,000" in caption.alt
    assert "can sustain so many" in caption.subtitle
    before = {name: fact for name, fact in facts.items() if not name.startswith("generation.")}
    bare = {name: rows for name, rows in tables.items() if name != "supply_curve"}
    for known, at_hand in ((before, tables), (facts, bare)):
        caption = describe(force_ladder, known, at_hand)
        assert "sustain" not in caption.title + caption.subtitle + caption.alt
        assert set(data(force_ladder, known, at_hand).kind) == {"range", "method", "proposal", "threshold"}
        assert len(draw(force_ladder, known, at_hand).axes) == 2


def test_the_title_of_the_ladder_follows_the_supply(facts, tables):
    nothing = spread(facts, (0.0, 0.0, 900.0), "generation.sustainable.")
    assert title(force_ladder, nothing, tables).endswith("; no option is likely to sustain any force")
    one = only(tables, "coalition")
    assert title(force_ladder, facts, one).endswith("; the option can field about 9,000 at the start")


def test_the_burden_says_which_options_are_filled(facts, tables):
    assert title(burden, facts, tables) == (
        "The countries likely to take part fill no option: at most 96% (the layered arrangement); France sends most"
    )
    small = told(facts, 10_000.0, "generation.size.coalition")
    assert title(burden, small, tables).startswith("The countries likely to take part can fill only a European coal")
    tiny = told(facts, 100.0, "generation.size.")
    assert title(burden, tiny, tables).startswith("The countries likely to take part can fill every option")
    nobody = changed(tables, "burden", bool, deployed=0, army_share=0.0, quota=0)
    assert title(burden, facts, nobody) == "No country is likely to send troops to any option"


def test_no_country_is_called_the_largest_sender_where_options_differ(facts, tables):
    def british(row):
        return row["option"] == "coalition" and row["contributor"] == "united_kingdom"

    assert "sends most" not in title(burden, facts, changed(tables, "burden", british, deployed=9_000))


def test_a_country_that_refuses_leaves_the_words_of_the_burden(facts, tables):
    assert (
        "10,000 of 15,000 troops from 4 countries, most from France 5,600 (20% of its army)"
        in describe(burden, facts, tables).alt
    )
    without = changed(tables, "burden", lambda row: row["contributor"] == "france", deployed=0, army_share=0.0)
    assert "France" not in describe(burden, facts, without).alt


def test_the_gate_matrix_tells_every_chance_and_verdict_of_the_options_as_planned(facts, tables):
    caption = describe(gate_matrix, facts, tables)
    assert caption.title == (
        "As planned, indeterminate: the layered arrangement; not feasible: a NATO-led force and a European coalition"
    )
    planned = sum(row["planned"] for row in tables["verdicts"])
    assert caption.alt.count("verdict:") == planned == len(tables["options"])
    others = len(tables["verdicts"]) - planned
    assert caption.alt.endswith(f"The data file has {others} more rows, for other levels of support.")
    assert "NATO-led, with American enablers: legal mandate 60%, host consent 90%" in caption.alt


def test_the_finding_on_gates_follows_verdicts_and_chances(facts, tables):
    gone = told(facts, "not feasible on current evidence", "feasibility.verdict.")
    assert title(gate_matrix, gone, tables) == (
        "No option as planned is feasible: the weakest gate is rotation over the horizon, at most 25%"
    )
    fine = told(told(facts, "feasible", "feasibility.verdict."), 0.9, "feasibility.gate.")
    assert title(gate_matrix, fine, tables) == (
        "Every option as planned is feasible: the weakest gate is legal mandate, at most 90%"
    )
    assert title(gate_matrix, fine, only(tables, "coalition")) == (
        "A European coalition as planned is feasible: the weakest gate is legal mandate, at 90%"
    )


def test_ranks_start_with_every_mix_of_weights_and_name_the_weights(facts, tables):
    caption = describe(rank_acceptability, facts, tables)
    assert caption.title == ("The layered arrangement is most often first (50%), yet indeterminate")
    assert "(which is no verdict)" in caption.subtitle
    assert "NATO-led: 20% first, 25% second and 55% third." in caption.alt
    assert "Weights within bounds: deterrence 10\u201335%" in caption.source
    assert "Cost first: cost outweighs the others" in caption.source


def test_a_note_stands_where_the_printed_ranks_of_an_option_do_not_add_to_100(facts, tables):
    assert ROUNDED not in describe(rank_acceptability, facts, tables).source
    halves = told(facts, 0.205, "feasibility.rank_acceptability.nato_led.1")
    halves |= told(facts, 0.255, "feasibility.rank_acceptability.nato_led.2")
    halves |= told(facts, 0.54, "feasibility.rank_acceptability.nato_led.3")
    assert ROUNDED in describe(rank_acceptability, halves, tables).source


def test_the_finding_on_ranks_follows_the_shares(facts, tables):
    passed = told(facts, "conditional", "feasibility.verdict.")
    assert title(rank_acceptability, passed, tables) == (
        "The layered arrangement is most often first, 50% over every mix of weights, but not under "
        "\u201cdeterrence first\u201d or \u201ccost first\u201d"
    )
    whole = tables | {"ranks": [row for row in tables["ranks"] if row["weighting"] == "whole_simplex"]}
    assert title(rank_acceptability, passed, whole).endswith("50% over every mix of weights")
    tie = told(facts, 0.5, "feasibility.rank_acceptability.coalition.1")
    assert title(rank_acceptability, tie, tables) == (
        "A European coalition and the layered arrangement are first equally often, 50% of the time each, yet "
        "a European coalition is not feasible on current evidence and the layered arrangement is indeterminate"
    )
    assert title(rank_acceptability, told(tie, "feasible", "feasibility.verdict."), tables).endswith(
        "50% of the time each"
    )
    half = tie | {"feasibility.verdict.layered.enablers": passed["feasibility.verdict.layered.enablers"]}
    assert title(rank_acceptability, half, tables).endswith(
        "each, yet a European coalition is not feasible on current evidence"
    )
    gone = told(tie, "not feasible on current evidence", "feasibility.verdict.")
    assert title(rank_acceptability, gone, tables).endswith("each, yet not feasible on current evidence")
    alone = only(tables, "nato_led")
    assert title(rank_acceptability, facts, alone) == (
        "A NATO-led force is the only option, and so first under any weights, yet not feasible on current evidence"
    )


def test_the_finding_on_risks_follows_the_chances(facts, tables):
    assert title(risk_exceedance, facts, tables) == (
        "Under every option 10 or more soldiers are killed within a year with much the same chance, 36% to 38%"
    )
    ten = "feasibility.risk_at_least.killed.{}.10".format
    apart = told(facts, 0.2, ten("nato_led"))
    assert title(risk_exceedance, apart, tables) == (
        "That 10 or more soldiers are killed within a year is likeliest under a European coalition (38%), "
        "least likely under a NATO-led force (20%)"
    )
    level = told(told(facts, 0.38, ten("nato_led")), 0.38, ten("layered"))
    assert title(risk_exceedance, level, tables).startswith("Under every option 10 or more")
    assert title(risk_exceedance, level, tables).endswith("with a chance of 38%")
    alone = title(risk_exceedance, facts, only(tables, "layered"))
    assert alone.startswith("Under the layered arrangement 10 or more soldiers")


def test_durations_tell_shares_groups_and_garrisons(facts, tables):
    caption = describe(durations, facts, tables)
    assert caption.title == "Of 30 past operations like this one, 57% were still there after 10 years and 30% after 30"
    assert "US forces in South Korea (post-armistice) 73 years, still there" in caption.alt
    assert "British Army of the Rhine 75 years;" in caption.alt
    without = describe(durations, facts, tables | {"garrisons": []})
    assert "garrison" not in without.subtitle + without.alt


def test_the_tornado_says_which_gates_one_driver_can_open(facts, tables):
    caption, cases = describe(switching_values, facts, tables), len(data(switching_values, facts, tables))
    assert caption.title == (
        f"In 5 of the {cases} cases shown one driver alone, within its range, opens a failing gate; for some option "
        "none opens: legal mandate, uncontested ceasefire, force generation or rotation over the horizon"
    )
    assert "in brackets the central judgement" in caption.subtitle
    assert "a dash" not in caption.source
    assert "share of armies that is kept deployed; to pass it needs 17% (13%)" in caption.alt
    stuck = changed(tables, "switches", bool, reachable=0)
    assert title(switching_values, facts, stuck) == (
        f"In none of the {cases} cases shown does one driver alone, within its range, open a failing gate"
    )
    assert "17% (13%), beyond range" in describe(switching_values, facts, stuck).alt
    assert "needs no value (10%)" in caption.alt
    nothing = told(facts, 0.9, "feasibility.gate.")
    assert title(switching_values, nothing, tables | {"switches": []}) == "No option as planned has a failing gate"
    force = told(nothing, 0.3, "feasibility.gate.G4.coalition", "feasibility.gate.G4.layered")
    failing = [row for row in tables["switches"] if row["option"] != "nato_led" and row["target"] == "G4"]
    assert title(switching_values, force, tables | {"switches": failing}) == (
        "In each of the 5 cases shown one driver alone, within its range, opens a failing gate"
    )
    assert title(switching_values, force, tables | {"switches": []}) == "No driver is known for any failing gate"


def test_a_judged_chance_is_no_driver_of_its_own_gate(facts, tables):
    """It would have to be what passes, which says nothing: a dash, not counted, even within its range."""
    nothing = told(facts, 0.9, "feasibility.gate.")
    failing = told(nothing, 0.6, "feasibility.gate.G3.layered")
    level = planned_level(known_of(facts, tables), "layered")
    row = {"option": "layered", "support_level": level, "kind": "gate", "target": "G3",
           "driver": "gate_chance.G3", "label": "the chance judged for it", "unit": "probability", "today": 0.55,
           "switching": 0.75, "reachable": 1, "p_low": 0.35, "p_high": 0.8}  # fmt: skip
    judged = tables | {"switches": [row]}
    caption = describe(switching_values, failing, judged)
    assert caption.title.startswith("In none of the 1 cases shown does one driver alone, within its range, open")
    assert "a dash: judged chances are moved by conditions only" in caption.source
    assert "moved by conditions only, central judgement 55%" in caption.alt
    words = {text.get_text(): text for text in draw(switching_values, failing, judged).axes[0].texts}
    assert words["\u2013 (55%)"].get_fontweight() == 400
    other = tables | {"switches": [row, row | {"driver": "size", "switching": 9000, "p_low": 0.7}]}
    assert title(switching_values, failing, other).startswith("In 1 of the 2 cases shown")


def test_the_pipeline_tells_how_many_rows_are_used_where_some_are_not(facts, tables):
    whole = len(tables["proposals"])  # one of them is for no role
    assert f"{whole - 1} of {whole} proposals" in describe(pipeline, facts, tables).alt
    risks = [{"risk": "R1", "in_gate": 0}, {"risk": "R1", "in_gate": 0}, {"risk": "R2", "in_gate": 1}]
    some = tables | {"risks": [{"id": "R1"}, {"id": "R2"}], "risk_results": risks}
    assert "1 of 2 risks" in describe(pipeline, facts, some).alt
    every = some | {"risk_results": [row | {"in_gate": 0} for row in risks]}
    assert "of 2 risks" not in describe(pipeline, facts, every).alt


def test_public_support_counts_countries_on_either_side_of_zero(facts, tables):
    caption = describe(public_support, facts, tables)
    assert caption.title == (
        "More people support than oppose sending troops in 3 of 6 countries with comparable polls; "
        "more oppose it in Poland"
    )
    assert "Italy: \u221225 points, range \u221251 to +1, 2 polls, 2 pollsters." in caption.alt
    keen = spread(facts, (1.0, 9.0, 20.0), "generation.net_support.")
    assert title(public_support, keen, tables).endswith("sending troops in every country with comparable polls")
    torn = spread(facts, (-9.0, 0.0, 9.0), "generation.net_support.")
    assert title(public_support, torn, tables).startswith("In no country with comparable polls do clearly more people")
    assert title(public_support, facts, tables | {"net_support": []}).startswith("No country has comparable polls")


def test_levels_of_support_lose_the_words_that_all_of_them_share(tables):
    levels = {"none": {"label": "No American support"}, "enablers": {"label": "American enablers"}}
    case = tables["case"][0] | {"support_levels": levels}
    assert short_levels(known_of({}, tables | {"case": [case]})) == {"none": "No support", "enablers": "Enablers"}


@pytest.mark.fast_cases(8)
@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("kind", ["one option", "long names", "one contributor", "all zero"])
def test_figures_stand_extreme_cases(module, kind, facts, tables):
    if kind == "one option":
        tables = only(tables, "coalition")
    elif kind == "long names":
        tables = renamed(tables, "Arrangement of many states with a very long name that no table has room for")
    elif kind == "one contributor":
        names = ("burden", "net_support")
        tables = tables | {name: [row for row in tables[name] if row["contributor"] == "france"] for name in names}
    else:
        facts = told(spread(facts, (0.0, 0.0, 0.0), "generation.net", "generation.sus", "feasibility.tot"), 0.0,
                     "feasibility.gate.", "feasibility.joint.", "feasibility.still_there.")  # fmt: skip
        tables = changed(tables, "switches", bool, p_low=0.0, p_high=0.0, switching=None, reachable=0)
        tables = changed(tables, "burden", bool, deployed=0, army_share=0.0, quota=0)
    caption = describe(module, facts, tables)
    assert len(caption.title) < 300
    assert draw(module, facts, tables).get_size_inches()[1] < 4.4
    assert len(data(module, facts, tables)) > 0 or module is burden
