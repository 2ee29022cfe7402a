"""What the figures on feasibility say follows from facts and tables, branch by branch."""

import pytest

from peacebrief.telling.figures.feasibility import (
    durations,
    gate_matrix,
    gate_results,
    gate_swing,
    rank_acceptability,
    risk_exceedance,
    switching_values,
)
from peacebrief.telling.saying.said import NOTHING

CASE = {
    "draws": 4096,
    "edition": "2030-02",
    "evidence_cutoff": "2030-01-15",
    "feasibility": {"thresholds": {"feasible": 0.75, "conditional": 0.4, "not_feasible": 0.2}},
    "support_levels": {"alone": {"phrase": "without help"}, "helped": {"phrase": "with help"}},
    "vocabulary": {"condition": "a truce", "patron": {"label": "Far League"}},
}
NOT = "not feasible on current evidence"
GATES = {"law": "Legal mandate", "troops": "Force generation"}


def option(name, level="alone"):
    return {"id": name, "short_label": name.capitalize(), "in_sentence": f"a {name} force", "support_level": level}


@pytest.fixture
def judged(known):
    """Options by their chances at the two gates and their verdict; all are planned with the first level given."""

    def of(levels=("alone",), **options):
        facts, rows = {}, []
        for name, (law, troops, verdict) in options.items():
            for level in levels:
                at = f"{name}.{level}"
                facts |= {f"feasibility.gate.law.{at}": law, f"feasibility.gate.troops.{at}": troops}
                facts |= {f"feasibility.verdict.{at}": verdict, f"feasibility.joint.{at}": law * troops}
                rows += [{"option": name, "support_level": level, "gate": gate, "label": label, "place": place}
                         for place, (gate, label) in enumerate(GATES.items())]  # fmt: skip
        return known(facts, case=CASE, gate_results=rows, options=[option(name, levels[0]) for name in options])

    return of


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"blue": (0.9, 0.8, "feasible")},
         "A blue force as planned is feasible: the weakest gate is force generation, at 80%"),
        ({"blue": (0.1, 0.8, NOT)},
         "A blue force as planned is not feasible: the weakest gate is legal mandate, at 10%"),
        ({"blue": (0.1, 0.8, NOT), "red": (0.15, 0.8, NOT)},
         "No option as planned is feasible: the weakest gate is legal mandate, at most 15%"),
        ({"blue": (0.5, 0.8, "conditional"), "red": (0.9, 0.6, "conditional")},
         "Every option as planned is conditional: the weakest gate is legal mandate or force generation, at most 60%"),
        ({"blue": (0.1, 0.8, NOT), "red": (0.9, 0.8, "feasible"), "big": (0.3, 0.3, "indeterminate"),
          "sea": (0.1, 0.8, NOT)},
         "As planned, feasible: a red force; indeterminate: a big force; not feasible: a blue force and a sea force"),
    ],
)  # fmt: skip
def test_the_gate_matrix_says_which_verdict_each_option_gets(judged, aloud, options, said):
    case = judged(**options)
    assert aloud(case, gate_matrix.finding(case)) == said


def test_every_chance_of_the_options_as_planned_is_told(judged, aloud):
    case = judged(("alone", "helped"), blue=(0.5, 0.8, "conditional"), red=(0.1, 0.8, NOT))
    said = gate_matrix.caption(case)
    assert aloud(case, said.alt) == (
        "Table of chances by option, level of support and gate. "
        "Blue, without help: legal mandate 50% and force generation 80%; all together 40%; verdict: conditional. "
        f"Red, without help: legal mandate 10% and force generation 80%; all together 8%; verdict: {NOT}. "
        "The data file has 2 more rows, for other levels of support."
    )
    assert aloud(case, said.subtitle) == (
        "Chance of passing each gate, given a truce, by level of Far League support; bold: as planned"
    )


def test_a_gate_that_no_draw_fails_has_no_column_and_one_sentence(judged, aloud):
    case = judged(blue=(1.0, 0.8, "conditional"), red=(1.0, 0.6, NOT))
    assert list(gate_results.gates(case)) == ["troops"]
    assert aloud(case, gate_matrix.caption(case).alt).endswith(
        "No draw fails at legal mandate; what never fails has no column."
    )
    assert list(gate_results.gates(judged(blue=(1.0, 1.0, "feasible")))) == ["law", "troops"]


def test_without_other_levels_no_more_rows_are_told(judged, phrases):
    assert "figures_feasibility.matrix_more_rows" not in phrases(gate_matrix.caption(judged(blue=(0.5, 0.8, NOT))).alt)


def test_the_key_of_the_matrix_follows_the_thresholds(judged, aloud):
    case = judged(blue=(0.5, 0.8, NOT))
    told = [aloud(case, words) for words in gate_matrix.key(case)]
    assert told == ["75% or more", "40 to 75%", "20 to 40%", "under 20%: rules the option out"]


def test_a_verdict_is_told_briefly_without_its_reservation(known, aloud):
    assert [aloud(known(), gate_results.briefly(verdict)) for verdict in (NOT, "conditional")] == [
        "not feasible", "conditional",
    ]  # fmt: skip


@pytest.fixture
def ranked(known):
    """Weightings by the first shares of options (the second ranks take the rest), verdicts, criteria and weights."""

    def of(weightings, *, verdicts=("feasible",) * 3, facts=None, **tables):
        names = list(next(iter(weightings.values())))
        rows = [
            {"weighting": weighting, "label": weighting.replace("_", " "), "option": name, "rank": rank, "share": share}
            for weighting, firsts in weightings.items()
            for name, first in firsts.items()
            for rank, share in ((1, first), (2, 1 - first))
        ]
        ruled = {f"feasibility.verdict.{name}.alone": verdict for name, verdict in zip(names, verdicts, strict=False)}
        found = {"feasibility.ranking_draws": 512, **ruled, **(facts or {})}
        return known(found, case=CASE, ranks=rows, options=[option(name) for name in (*names, "unranked")], **tables)

    return of


BLUE, RED, TIE = {"blue": 0.7, "red": 0.3}, {"blue": 0.4, "red": 0.6}, {"blue": 0.501, "red": 0.499}
EQUALLY = "A blue force and a red force are first equally often, 50% of the time each"
OFTEN = "A blue force is most often first, 70% over every mix of weights"


@pytest.mark.parametrize(
    ("weightings", "verdicts", "said"),
    [
        ({"every_mix": BLUE}, ("feasible", NOT), OFTEN),
        ({"every_mix": BLUE, "cost_first": BLUE}, ("conditional",), f"{OFTEN}, and under every named set of weights"),
        ({"every_mix": BLUE, "cost_first": RED, "law_first": TIE, "ease_first": BLUE}, ("feasible", NOT),
         f"{OFTEN}, but not under “cost first” or “law first”"),
        ({"every_mix": BLUE, "cost_first": RED}, ("indeterminate",),
         "A blue force is most often first (70%), yet indeterminate"),
        ({"every_mix": TIE}, ("feasible", "conditional"),
         EQUALLY),
        ({"every_mix": TIE}, (NOT, NOT),
         f"{EQUALLY}, yet {NOT}"),
        ({"every_mix": TIE}, (NOT, "indeterminate"),
         f"{EQUALLY}, yet a blue force is {NOT} and a red force is indeterminate"),
        ({"every_mix": TIE}, ("feasible", NOT),
         f"{EQUALLY}, yet a red force is {NOT}"),
        ({"every_mix": {"blue": 1.0}}, (NOT,),
         f"A blue force is the only option, and so first under any weights, yet {NOT}"),
    ],
)  # fmt: skip
def test_who_is_first_is_told_with_a_reserve_where_it_fails(ranked, aloud, weightings, verdicts, said):
    case = ranked(weightings, verdicts=verdicts)
    assert aloud(case, rank_acceptability.finding(case)) == said


def test_shares_over_every_mix_are_those_of_the_facts(ranked):
    case = ranked({"every_mix": BLUE, "cost_first": BLUE}, facts={"feasibility.rank_acceptability.blue.1": 0.9})
    found = rank_acceptability.shares(case)
    assert found["every_mix", "blue"] == [0.9, pytest.approx(0.3)]
    assert found["cost_first", "blue"] == [0.7, pytest.approx(0.3)]


def test_ranks_are_told_option_by_option_then_the_first_under_named_weights(ranked, aloud):
    case = ranked({"every_mix": BLUE, "cost_first": RED})
    said = rank_acceptability.caption(case)
    assert aloud(case, said.alt) == (
        "Stacked bars of ranks by option. Blue: 70% first and 30% second. Red: 30% first and 70% second. "
        "First under “cost first”: Blue 40% and Red 60%."
    )
    assert aloud(case, said.subtitle).endswith("bold: most often")


def test_ranks_beyond_the_words_are_numbered(known, aloud):
    rows = [{"weighting": "mix", "label": "mix", "option": "blue", "rank": rank, "share": 0.1} for rank in range(1, 11)]
    case = known(case=CASE, ranks=rows, options=[option("blue")])
    (told,) = rank_acceptability.sentences(case)
    assert aloud(case, told).endswith("10% eighth, 10% rank 9 and 10% rank 10.")


def test_weights_are_told_by_what_outweighs_or_by_their_bounds(ranked, aloud):
    criteria = [{"id": "C1", "label": "Cost"}, {"id": "C2", "label": "Law"}]
    viewpoints = [{"viewpoint": view, "criterion": name} for view, names in (("one", "C1"), ("both", "C1 C2"))
                  for name in names.split()]  # fmt: skip
    weights = [{"viewpoint": "bounded", "criterion": "C1", "low": 0.05, "high": 0.2},
               {"viewpoint": "bounded", "criterion": "C2", "low": None, "high": 0.35}]  # fmt: skip
    case = ranked(dict.fromkeys(("every_mix", "one", "both", "bounded", "unknown"), BLUE), criteria=criteria,
                  viewpoints=viewpoints, weights=weights)  # fmt: skip
    assert aloud(case, rank_acceptability.caption(case).source) == (
        "Source: model of this brief, 512 draws; 2 criteria, in the annex. "
        "Evidence to [Day(iso='2030-01-15')]; edition 2030-02. "
        "Weights. Every mix: every mix of 2 weights counts alike. One: cost outweighs the others. "
        "Both: cost and law outweigh the others. Bounded: law 0–35%; cost 5–20%."
    )


def test_a_note_stands_where_printed_shares_do_not_add_up(ranked, phrases):
    whole, apart = ranked({"every_mix": BLUE}), ranked({"every_mix": {"blue": 0.705, "red": 0.3}})
    note = "figures_feasibility.ranks_rounded"
    assert note not in phrases(rank_acceptability.caption(whole).source)
    assert note in phrases(rank_acceptability.caption(apart).source)
    assert rank_acceptability.caption(whole).subtitle.id == "figures_feasibility.ranks_subtitle"


@pytest.fixture
def risky(known):
    """Options by the chance that ten or more are killed, chances of other numbers; risks that cost lives."""

    def of(chances=(), risks=(), **tens):
        facts = {f"feasibility.risk_at_least.killed.{name}.10": chance for name, chance in tens.items()}
        facts |= {f"feasibility.risk_at_least.killed.{name}.{killed}": chance for name in tens
                  for killed, chance in chances}  # fmt: skip
        curve = [{"option": name, "support_level": "alone", "toll": toll, "threshold": 5, "probability": 0.5}
                 for name in tens for toll in ("killed", "days")]  # fmt: skip
        costs = [{"risk": name, "toll": toll, "in_toll": in_toll} for name, toll, in_toll in risks]
        return known(facts, case=CASE, risk_exceedance=curve, options=[option(name) for name in tens],
                     **({"risk_consequences": costs} if costs else {}))  # fmt: skip

    return of


@pytest.mark.parametrize(
    ("tens", "said"),
    [
        ({"blue": 0.3}, "Under a blue force 10 or more soldiers are killed within a year with a chance of 30%"),
        ({"blue": 0.3, "red": 0.301},
         "Under every option 10 or more soldiers are killed within a year with a chance of 30%"),
        ({"blue": 0.3, "red": 0.32},
         "Under every option 10 or more soldiers are killed within a year with much the same chance, 30% to 32%"),
        ({"blue": 0.3, "red": 0.4, "green": 0.35},
         ("That 10 or more soldiers are killed within a year is likeliest under a red force (40%), "
          "least likely under a blue force (30%)")),
    ],
)  # fmt: skip
def test_under_which_option_most_may_be_killed_is_told(risky, aloud, tens, said):
    case = risky(**tens)
    assert aloud(case, risk_exceedance.finding(case)) == said


def test_the_chance_of_each_number_is_told(risky, aloud):
    case = risky([(1, 0.4), (1000, 0.01), (100, 0.1)],
                 [("R1", "killed", 1), ("R1", "days", 1), ("R2", "killed", 0)], blue=0.3)  # fmt: skip
    said = risk_exceedance.caption(case)
    assert aloud(case, said.alt) == (
        "Falling curves of the chance of so many soldiers killed within a year, by option. "
        "Blue, without help: 1 or more 40%, 10 or more 30%, 100 or more 10%, 1,000 or more 1%."
    )
    assert "1 risks that may cost lives, judged one by one in the annex" in aloud(case, said.source)
    assert aloud(case, said.subtitle).startswith("Chance that the risks of a year together kill so many soldiers")
    assert aloud(case, risk_exceedance.told_beside(case, "blue")) == "10 or more 30%, 100 or more 10%"
    assert risk_exceedance.curves(case) == {"blue": [(5.0, 0.5)]}


def test_risks_that_are_not_counted_are_told_without_a_number(risky, aloud):
    case = risky(blue=0.3)
    assert "draws; risks judged one by one" in aloud(case, risk_exceedance.caption(case).source)


@pytest.fixture
def lasting(known):
    """The share of operations still there after so many years, the same in both groups; garrisons by years and end."""

    def of(years, *, median=None, garrisons=None):
        groups = {"analogues": "operations like this", "united_nations": "UN operations"}
        facts = {f"feasibility.still_there.{year}": share for year, share in years.items()}
        facts |= {f"feasibility.operations.{group}": 30 for group in groups}
        facts |= {f"feasibility.still_there_group.analogues.{year}": share for year, share in years.items()}
        facts["feasibility.still_there_group.united_nations.3"] = 0.5
        facts |= {"feasibility.duration_median.analogues": median} if median else {}
        survival = [{"group": group, "label": label} for group, label in groups.items()]
        asked = [{"group": "analogues", "years": year, "at_risk": risk} for year, risk in ((30, ""), (3, 24), (99, 1))]
        apart = [{"name": name, "years": years, "ended": ended} for name, (years, ended) in (garrisons or {}).items()]
        return known(facts, case=CASE, survival=survival, still_there=asked, durations=[{}] * 70, garrisons=apart)

    return of


def test_operations_still_there_are_told_by_year(lasting, aloud):
    case = lasting({3: 0.8, 30: 0.25}, median=12.5)
    said = durations.caption(case)
    assert (
        aloud(case, said.title)
        == "Of 30 past operations like this one, 80% were still there after 3 years and 25% after 30"
    )
    assert aloud(case, said.alt) == (
        "Step curves of the share of operations still there by year. "
        "Operations like this (30): still there 80% after 3 years and 25% after 30 years; half had ended by 13 years. "
        "UN operations (30): still there 50% after 3 years."
    )
    assert aloud(case, said.subtitle).endswith("band: 95%, for those like this one")


def test_one_year_alone_is_told_alone(lasting, aloud):
    case = lasting({3: 0.8})
    assert aloud(case, durations.finding(case)).endswith("80% were still there after 3 years")
    assert "half" not in aloud(case, durations.caption(case).alt)


def test_garrisons_are_told_apart_the_longest_first(lasting, aloud):
    case = lasting({3: 0.8}, garrisons={"Old fort": (50, True), "New fort": (70, False)})
    said = durations.caption(case)
    assert aloud(case, said.alt).endswith("alliances: New fort 70 years, still there; Old fort 50 years.")
    assert aloud(case, said.subtitle).endswith("garrisons apart, arrow: still there")


def test_operations_looked_at_for_so_long_are_counted_where_that_is_known(lasting):
    case = lasting({3: 0.8})
    assert [durations.at_risk(case, years) for years in (3, 30, 5)] == [24, None, None]


@pytest.fixture
def switched(judged):
    """Options by their chances at the two gates, and the same drivers for each: kind, gate, name, low, high, needed."""

    def of(*drivers, unit="share", reachable=1, **options):
        case = judged(**(options or {"blue": (0.3, 0.6, NOT)}))
        case.tables["switches"] = [
            {"option": one, "support_level": "alone", "kind": kind, "target": gate, "driver": name, "unit": unit,
             "label": f"The {name.replace('_', ' ')}", "today": 0.13, "switching": needed, "reachable": reachable,
             "p_low": low, "p_high": high}
            for one in (options or {"blue": None}) for kind, gate, name, low, high, needed in drivers
        ]  # fmt: skip
        return case

    return of


TAX = ("gate", "law", "tax", 0.1, 0.8, 0.17)
AID = ("gate", "troops", "aid", 0.5, 0.9, 0.2)
LUCK = ("gate", "law", "luck", 0.2, 0.9, 0.5)
WITHIN = "one driver alone, within its range,"


def test_without_a_failing_gate_that_is_told(switched, aloud):
    case = switched(blue=(0.9, 0.745, "feasible"))  # printed as 75%
    assert aloud(case, switching_values.finding(case)) == "No option as planned has a failing gate"


def test_without_a_driver_that_is_told(switched, aloud):
    case = switched()
    said = switching_values.caption(case)
    assert aloud(case, said.title) == "No driver is known for any failing gate"
    assert aloud(case, said.alt).endswith("There is none: no driver is known for any failing gate.")


def test_drivers_that_open_no_gate_are_told(switched, aloud):
    case = switched(TAX, AID, reachable=0)
    assert aloud(case, switching_values.finding(case)) == (
        f"In none of the 2 cases shown does {WITHIN} open a failing gate"
    )


def test_drivers_that_open_every_gate_are_told(switched, aloud):
    case = switched(TAX, AID)
    assert aloud(case, switching_values.finding(case)) == f"In each of the 2 cases shown {WITHIN} opens a failing gate"


def test_gates_that_none_opens_are_told(switched, aloud):
    case = switched(AID, ("gate", "law", "gate_chance.law", 0.1, 0.8, 0.75))
    assert aloud(case, switching_values.finding(case)) == (
        f"In 1 of the 2 cases shown {WITHIN} opens a failing gate; for some option none opens: legal mandate"
    )


def test_each_swing_is_told_with_what_it_needs(switched, aloud):
    case = switched(TAX, AID)
    assert aloud(case, switching_values.caption(case).alt) == (
        "Tornado of failing gates by option, against a line at 75%; central judgements in brackets. "
        "Blue, without help: Legal mandate, now 30%: 10% to 80% from low to high tax; to pass it needs 17% (13%). "
        "Force generation, now 60%: 50% to 90% from low to high aid; to pass it needs 20% (13%)."
    )


def test_a_judged_chance_is_no_driver_of_its_own_gate(switched, aloud, phrases):
    case = switched(("gate", "law", "gate_chance.law", 0.1, 0.8, 0.75))
    said, (swing,) = switching_values.caption(case), switching_values.drawn(case)
    assert "moved by conditions only, central judgement 13%." in aloud(case, said.alt)
    assert "figures_feasibility.switching_dash" in phrases(said.source)
    assert aloud(case, switching_values.row_label(case, swing)) == "Legal mandate: the judged chance itself"
    assert aloud(case, switching_values.needs(swing)) == "– (13%)"


@pytest.mark.parametrize(
    ("driver", "unit", "reachable", "said"),
    [
        (TAX, "share", 1, "17% (13%)"),
        (TAX, "share", 0, "17% (13%), beyond range"),
        (TAX, "persons", 1, "0.17 (0.13)"),
        ((*TAX[:5], None), "share", 0, "no value (13%)"),
    ],
)
def test_what_a_driver_needs_is_told_in_its_unit(switched, aloud, driver, unit, reachable, said):  # noqa: PLR0917
    case = switched(driver, unit=unit, reachable=reachable)
    (swing,) = switching_values.drawn(case)
    assert aloud(case, switching_values.needs(swing)) == said
    assert aloud(case, switching_values.row_label(case, swing)) == "Legal mandate: tax"


def test_each_failing_gate_has_a_swing_that_opens_it_where_there_is_one(switched):
    stuck = ("gate", "law", "storm", 0.0, 0.3, None)
    case = switched(stuck, TAX, AID, LUCK, ("option", "law", "other", 0.1, 0.2, 0.3), ("gate", "law", "x", None, 1, 1))
    assert [(one.gate, one.driver) for one in gate_swing.swings(case)["blue"]] == [
        ("law", "tax"), ("law", "luck"), ("troops", "aid"),
    ]  # fmt: skip


def test_of_more_gates_than_rows_one_that_opens_is_always_shown(switched, monkeypatch):
    monkeypatch.setattr(gate_swing, "PER_OPTION", 1)
    shut = ("gate", "law", "gate_chance.law", 0.0, 0.3, 0.75)
    assert [one.driver for one in gate_swing.swings(switched(shut, AID))["blue"]] == ["aid"]
    assert [one.driver for one in gate_swing.swings(switched(TAX, AID))["blue"]] == ["tax"]


def test_without_a_dash_none_is_explained(switched):
    assert NOTHING in switching_values.caption(switched(TAX)).source.slots["parts"].parts
