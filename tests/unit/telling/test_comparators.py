"""What is told of counted rates beside judged chances is what the counts are."""

from __future__ import annotations

import pytest

from peacebrief.telling.compared import comparators

WATCH = {"id": "watch", "short_label": "Watch"}
LEVELS = {"alone": {"label": "Alone"}, "helped": {"label": "Helped"}}
KNOWN_BY = {"basis": "found", "confidence": "high", "source": "declared"}
EVERY = {"subject": "", "option": "", "support_level": "", "base_rate": "", "reading": "none", "closeness": "",
         "explanation": "", "note": "So."}  # fmt: skip
RATE = {"kind": "event", "events": None, "out_of": None, "share": None, "clusters": None, "months": None,
        "restriction": "", "years": "1946 to 2015", "counted": "A gate.", "note": "By hand.", **KNOWN_BY}  # fmt: skip
NEAR = "Half of those lie within 9 points of it. None was moved towards it; the {} says why those that lie apart do."
STEM = "Of 33 judged chances 9 have a comparator, a rate that was counted in the past; "
HALF = {**RATE, "id": "half", "label": "A gate opens", "events": 10.0, "out_of": 20.0}
MOST = {**RATE, "id": "most", "label": "Soldiers come", "kind": "troops", "share": 0.9, "restriction": "Few."}


def counts(**numbers):
    return {f"{comparators.COUNTS}{name}": number for name, number in numbers.items()}


@pytest.mark.parametrize(
    ("compared", "outside", "words"),
    [
        (0, 0, "None of 33 judged chances has a comparator, a rate that was counted in the past."),
        (9, 0, f"{STEM}none lies outside its range."),
        (9, 1, f"{STEM}1 lies outside its range."),
        (9, 4, f"{STEM}4 lie outside its range."),
    ],
)
def test_the_sentence_is_the_one_of_the_counts(known, aloud, compared, outside, words):
    case = known(counts(judged=33, compared=compared, outside=outside))
    assert aloud(case, comparators.answer(case)) == words


def test_where_nothing_is_compared_nothing_is_said(known, aloud):
    case = known()
    assert aloud(case, comparators.answer(case)) == aloud(case, comparators.at_length(case, web=True)) == ""
    assert comparators.leads_on(case, web=True) == comparators.NOTHING
    assert comparators.comparisons(case) == comparators.base_rates(case) == comparators.weak_legs(case) == []


def test_how_near_they_lie_and_where_it_says_why(known, aloud):
    case = known(counts(judged=33, compared=9, outside=4, median_distance=0.09, weak_legs=25, weak_legs_compared=12))
    told = aloud(case, comparators.at_length(case, web=False))
    assert told == f"{STEM}4 lie outside its range. {NEAR.format('web edition of this annex')}"
    told = aloud(case, comparators.at_length(case, web=True))
    assert told.startswith(f"{STEM}4 lie outside its range. {NEAR.format('table of comparators')} Of the 25 inputs")
    assert "12 have something beside them" in told


def test_a_table_of_judged_numbers_leads_on_in_the_web_edition(known, phrases):
    case = known(comparisons=[EVERY])
    assert phrases(comparators.leads_on(case, web=True)) == ["comparators.leads_on"]
    assert comparators.leads_on(case, web=False) == comparators.NOTHING


def test_rates_are_told_with_their_counts_and_intervals(known, cells):
    """10 of 20: Wilson's interval of nine in ten is 33 to 67 per cent."""
    case = known(base_rates=[HALF, MOST])
    rows = comparators.base_rates(case)
    by = ["found (high)", "own judgement", "A gate. By hand."]
    assert cells(case, rows) == [
        ["A gate opens", "50% (33% to 67%)", "10 of 20", "1946 to 2015", None, *by],
        ["Soldiers come", "90%", "as published", "1946 to 2015", "Few.", *by],
    ]
    assert rows[0].anchor == "row-base_rates-half"


def judged(**chances):
    gates = [{"gate": "law", "option": "watch", "support_level": level, "central": chance}
             for level, chance in chances.items()]  # fmt: skip
    return {
        "gate_chances": gates,
        "position_chances": [{"position": "yes", "support_level": "alone", "central": 0.8}],
        "carry_over": [{"option": "watch", "support_level": "alone", "central": 0.3}],
        "risk_chances": [{"risk": "raid", "option": "watch", "support_level": "", "central": 0.2}],
        "gates": [{"id": "law", "label": "Law"}],
        "risks": [{"id": "raid", "title": "Raid", "horizon_months": 12}],
        "options": [WATCH],
        "base_rates": [HALF, MOST],
    }


def test_a_row_tells_its_chances_their_distance_and_how_many_lie_outside(known, cells):
    rows = [
        {**EVERY, "table": "gate_chances", "subject": "law", "base_rate": "half", "reading": "same",
         "closeness": "partial", "explanation": "Otherwise."},
        {**EVERY, "table": "risk_chances", "subject": "raid", "option": "watch"},
        {**EVERY, "table": "position_chances", "subject": "yes", "base_rate": "most", "reading": "beside",
         "closeness": "slight"},
        {**EVERY, "table": "carry_over", "support_level": "alone"},
    ]  # fmt: skip
    case = known(case={"support_levels": LEVELS}, comparisons=rows, **judged(alone=0.3, helped=0.6))
    told = comparators.comparisons(case)
    assert cells(case, told) == [
        ["law Law", "30% to 60%", "A gate opens", "50% (33% to 67%)", "−20 to 10", "1 of 2", "in part", "So.",
         "Otherwise."],
        ["raid Raid, Watch", "20%", "nothing counted", None, None, None, None, "So.", None],
        ["Takes part: yes", "80%", "Soldiers come", "90%", None, None, "hardly", "So.", None],
        ["What carries over, Alone", "30%", "nothing counted", None, None, None, None, "So.", None],
    ]  # fmt: skip
    assert told[1].anchor == "row-comparisons-risk_chances/raid/watch"


def test_a_row_on_all_says_so(known, cells):
    tables = ("gate_chances", "position_chances", "risk_chances")
    same = {**EVERY, "base_rate": "half", "reading": "same", "closeness": "close"}
    rows = [{**same, "table": table} for table in tables]
    case = known(case={"support_levels": LEVELS}, comparisons=rows, **judged(alone=0.5))
    told = cells(case, comparators.comparisons(case))
    assert [row[0] for row in told] == ["Every judged gate", "Takes part: any position", "Every risk"]
    assert told[0][4:7] == ["0", "none", "close"]


def test_a_rate_without_an_interval_leaves_nothing_outside(known, cells):
    published = {**RATE, "id": "half", "label": "As read", "share": 0.22}
    row = {**EVERY, "table": "gate_chances", "base_rate": "half", "reading": "opposite", "closeness": "slight"}
    case = known(case={"support_levels": LEVELS}, comparisons=[row], **judged(alone=0.5) | {"base_rates": [published]})
    (told,) = cells(case, comparators.comparisons(case))
    assert told[3:6] == ["78%", "−28", None]


def test_weak_legs_are_told_with_what_stands_beside_them(known, cells):
    leg = {"label": "Armies", "bears": "Size", "explanation": "Far.", "source": "declared"}
    legs = [{**leg, "id": "W1", "place": 1, "base_rate": "half", "beside": ""},
            {**leg, "id": "W2", "place": 2, "base_rate": "", "beside": "Two almanacs"},
            {**leg, "id": "W3", "place": 3, "base_rate": "", "beside": ""}]  # fmt: skip
    case = known(weak_legs=legs, base_rates=[HALF])
    told = cells(case, comparators.weak_legs(case))
    assert [row[3] for row in told] == ["50% (33% to 67%): A gate opens", "Two almanacs", "nothing counted"]
    assert told[0] == [1, "Armies", "Size", "50% (33% to 67%): A gate opens", "Far.", "own judgement"]
