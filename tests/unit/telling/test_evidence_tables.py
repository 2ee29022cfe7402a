"""The registers on options, criteria, conditions, risks and enablers, row by row."""

import pytest

from peacebrief.telling.annex import evidence_tables
from peacebrief.telling.saying.said import Cited, Pointer

LEVELS = {"alone": {"label": "Alone"}, "helped": {"label": "Helped"}}
CASE = {"support_levels": LEVELS, "vocabulary": {"article": {"name": "the essay"}, "challenges": {"raids": "Raids"}}}
WATCH = {"id": "watch", "short_label": "Watch", "support_level": "helped", "force_low": 500, "force_central": 1000,
         "force_high": 2000, "framework_needed": 2, "source": "book",
         **{cell: f"its {cell}" for cell in evidence_tables.DESIGN}}  # fmt: skip
KNOWN = {"basis": "found", "confidence": "high", "source": "declared"}
BOUNDS = {"low": 0.1, "central": 0.2, "high": 0.3}
JUDGED = {**BOUNDS, "basis": "judgement", "confidence": "low", "note": "So judged."}
WHY = ["judgement (low)", "So judged."]


def test_an_option_is_told_in_words(known, cells):
    case = known(case=CASE, options=[WATCH])
    planned = f"Helped; 1,000 (500 to 2,000) troops; 2; [{Cited('book', 'number')}]"
    last = ["Planned with; size; framework nations needed; sources", planned]
    whole = cells(case, evidence_tables.designs(case))
    assert ["The essay says", "its article_says"] in whole
    assert ["Whose consent", "its consent_needed"] in whole
    assert (len(whole), whole[-1]) == (len(evidence_tables.DESIGN) + 1, last)


def test_where_there_is_no_article_nothing_is_told_of_it(known, cells):
    case = known(case={"support_levels": LEVELS}, options=[WATCH])
    told = [row[1] for row in cells(case, evidence_tables.designs(case))]
    assert "its article_says" not in told
    assert "its governments_did" in told


@pytest.mark.parametrize(("computed_by", "scores"), [("", "judged"), ("cost", "worked out")])
def test_a_criterion_is_told_with_its_anchors_and_weight(known, cells, computed_by, scores):
    law = {"id": "C1", "label": "Law", "dimension": "Mandate", "unit_label": "points", "definition": "How broad.",
           "anchor_zero": 0.0, "anchor_full": 100.0, "weight_low": 0.1, "weight_central": 0.2, "weight_high": 0.3,
           "double_count_guard": "Counted once.", "computed_by": computed_by, "source": "declared"}  # fmt: skip
    case = known(criteria=[law])
    rows = evidence_tables.criteria(case)
    assert cells(case, rows) == [
        [
            "C1 Law",
            "Mandate",
            "points",
            "How broad.",
            0.0,
            100.0,
            "20% (10% to 30%)",
            "Counted once.",
            scores,
            "own judgement",
        ]
    ]
    assert rows[0].anchor == "row-criteria-C1"


def test_viewpoints_name_the_criteria_they_put_first(known, aloud):
    rows = [
        {"label": label, "criterion": criterion}
        for label, criterion in (("Law", "C1"), ("Effect", "C2"), ("Law", "C3"))
    ]
    case = known(viewpoints=rows)
    assert aloud(case, evidence_tables.viewpoints(case)) == "Effect (C2); Law (C1, C3)"


@pytest.mark.parametrize(("level", "told", "end"), [("alone", "Alone", "/alone"), ("", "any", "")])
def test_a_condition_holds_at_one_level_or_at_any(known, cells, level, told, end):
    condition = {"id": "signed", "label": "it signs", "option": "watch", "gate": "G1", "support_level": level, **JUDGED}
    case = known(case=CASE, options=[WATCH], conditions=[condition])
    rows = evidence_tables.conditions(case)
    assert cells(case, rows) == [["it signs", "Watch", "G1", told, "20% (10% to 30%)", "So judged."]]
    assert rows[0].anchor == f"row-conditions-signed/watch/G1{end}"


def test_what_support_changes_is_told_by_option_and_level(known, cells):
    changes = [
        {"measure": "troops", "label": "Troops", "unit": "persons", "option": "watch", "alone": 1520, "helped": 3000},
        {
            "measure": "gate.law",
            "label": "Mandate",
            "unit": "probability",
            "option": "wall",
            "alone": 0.2,
            "helped": 0.5,
        },
    ]
    case = known(case=CASE, options=[WATCH, {"id": "wall"}], support_changes=changes)
    troops = ["Troops, persons", "1,500", "3,000", None, None]
    assert cells(case, evidence_tables.support_changes(case, with_gates=True)) == [
        ["Mandate", None, None, "20%", "50%"],
        troops,
    ]
    assert cells(case, evidence_tables.support_changes(case, with_gates=False)) == [troops]


@pytest.mark.parametrize(("in_gate", "challenge"), [(0, "Raids"), (1, "Raids; also a gate")])
def test_a_risk_is_told_with_its_chance_under_each_option_as_planned(known, cells, in_gate, challenge):
    raid = {"id": "R1", "title": "Raid", "cause": "A grudge", "event": "A raid", "effect": "Losses",
            "horizon_months": 12, "mitigation": "Guards", "owner": "staff",
            "challenge": "raids", "in_gate": in_gate, "source": ""}  # fmt: skip
    results = [{"risk": "R1", "option": "watch", "support_level": level, "p50": chance}
               for level, chance in (("alone", 0.4), ("helped", 0.1))]  # fmt: skip
    costs = [{"risk": "R1", "toll": "killed", "counted": ""}]
    facts = {"feasibility.risk_consequence.R1.killed": (1.0, 15.0, 120.0)}
    case = known(facts, case=CASE, options=[WATCH], risks=[raid], risk_results=results, risk_consequences=costs)
    before = ["R1 Raid", "A grudge. A raid. Losses.", 12, "10%", "15 (1 to 120) soldiers killed"]
    after = ["Guards (staff)", challenge, "own judgement"]
    rows = evidence_tables.risks(case)
    assert cells(case, rows) == [[*before, "nothing found", *after]]
    assert rows[0].anchor == "row-risks-R1"


@pytest.mark.parametrize(
    ("cells_of", "years", "lent"),
    [
        ({"years_low": 5.0, "years_high": 10.0, "lent_at": "helped"}, "5 to 10", "Helped"),
        ({"years_low": None, "years_high": 10.0, "lent_at": ""}, None, None),
        ({"years_low": 5.0, "years_high": None, "lent_at": ""}, None, None),
    ],
)
def test_an_enabler_is_told_with_its_gap_and_who_needs_it(known, cells, cells_of, years, lent):
    kites = {"id": "E1", "name": "Kites", "patron_quantity": "many", "own_quantity": "", "gap": 4.0,
             "substitute": "Balloons", "source": "declared", **cells_of}  # fmt: skip
    needs = [{"enabler": "E1", "option": "watch", "criticality": 5.0}]
    called = {**CASE["vocabulary"], "patron": {"label": "League"}}
    tables = {"options": [WATCH, {"id": "wall"}], "enablers": [kites], "enabler_needs": needs}
    case = known(case={**CASE, "vocabulary": called}, **tables)
    rows = evidence_tables.enablers(case)
    assert cells(case, rows) == [["Kites", "many", "", 4.0, years, "Balloons", lent, 5.0, None, "own judgement"]]
    assert rows[0].anchor == "row-enablers-E1"
    alone = known(case=CASE, **tables)
    assert cells(alone, evidence_tables.enablers(alone)) == [
        ["Kites", "", 4.0, years, "Balloons", 5.0, None, "own judgement"]
    ]


def test_the_gap_of_a_capability_is_that_of_its_weakest_link(known, cells):
    options = [{"id": name, "support_level": "helped"} for name in ("watch", "wall", "fence")]
    gap = {"label": "shelter", "support_level": "helped", "gap": 3.0, "years": "1 to 3"}
    gaps = [{**gap, "option": "watch", "weakest": "nets"}, {**gap, "option": "wall", "weakest": ""},
            {**gap, "option": "fence", "weakest": "nets", "support_level": "alone"}]  # fmt: skip
    case = known(case=CASE, options=options, enabler_gaps=gaps)
    assert cells(case, evidence_tables.enabler_gaps(case)) == [["shelter", "3: nets, 1 to 3 years", "no gap", None]]


@pytest.mark.parametrize(
    ("table", "subject", "told", "anchor"),
    [
        ("gate_chances", "gate", "20% (10% to 30%)", "row-gate_chances-X/watch/alone"),
        ("risk_chances", "risk", "20% (10% to 30%)", "row-risk_chances-X/watch/alone"),
        ("scores", "criterion", "0.200 (0.100 to 0.300)", "row-scores-watch/X/alone"),
    ],
)
def test_what_is_judged_has_its_reason(known, cells, table, subject, told, anchor):  # noqa: PLR0917
    row = {subject: "X", "option": "watch", "support_level": "alone", **JUDGED}
    case = known(case=CASE, options=[WATCH], **{table: [row]})
    rows = evidence_tables.judged(case, table)
    beside = [] if table == "scores" else [None]
    assert cells(case, rows) == [["X", "Watch", "Alone", told, *beside, *WHY]]
    assert rows[0].anchor == anchor


def test_a_judged_chance_leads_to_what_was_counted_beside_it(known, cells):
    rows = [{"gate": gate, "option": "watch", "support_level": "alone", **JUDGED} for gate in ("G1", "G2")]
    beside = {"table": "gate_chances", "option": "", "support_level": "", "explanation": "", "note": "So."}
    comparisons = [{**beside, "subject": "G1", "base_rate": "gates_opened", "reading": "same"},
                   {**beside, "subject": "G2", "base_rate": "", "reading": "none"}]  # fmt: skip
    rate = {"id": "gates_opened", "label": "A gate opens", "kind": "event", "events": 1.0, "out_of": 2.0, "share": None,
            "clusters": None, "months": None}  # fmt: skip
    case = known(case=CASE, options=[WATCH], gate_chances=rows, position_chances=[], carry_over=[], risk_chances=[],
                 risks=[], comparisons=comparisons, base_rates=[rate])  # fmt: skip
    first, second = evidence_tables.judged(case, "gate_chances")
    assert first.cells[4].slots == {"label": "A gate opens", "table": Pointer("table", "comparisons")}
    assert second.cells[4] is None


def test_ties_are_told_one_by_one_or_by_what_they_share(known, cells):
    ties = [{"factor": "the_will", "quantity": quantity, "loading": loading, "note": "Alike."}
            for quantity, loading in (("risk_one", 0.6), ("post_two", 0.6), ("post_three", 0.3))]  # fmt: skip
    case = known(correlations=ties)
    rows = evidence_tables.ties(case)
    assert cells(case, rows)[0] == ["risk one", "the will", 0.6, "Alike."]
    assert rows[0].anchor == "row-correlations-the_will/risk_one"
    assert cells(case, evidence_tables.ties_by_factor(case)) == [
        ["the will", 0.3, "post three", "Alike."],
        ["the will", 0.6, "risk one, post two", "Alike."],
    ]


def test_choices_are_told_module_by_module(known, cells):
    found = [
        {"module": module, "choice": choice}
        for module, choice in (("b.py", "ends count."), ("a.py", "one."), ("b.py", "two."))
    ]
    assert cells(known(), evidence_tables.choices(known(), found)) == [["a.py", "One."], ["b.py", "Ends count. Two."]]
