"""Which rate stands beside which judged chance, and how far apart they lie: by hand on a made-up case."""

from __future__ import annotations

import pytest

from peacebrief.counting.comparator import compared, judged_chances

EVERY = {"subject": "", "option": "", "support_level": "", "explanation": "", "base_rate": ""}
RATE = {"kind": "event", "events": None, "out_of": None, "share": None, "clusters": None, "months": None}


def tables(*comparisons):
    return {
        "risks": [{"id": "raid", "horizon_months": 12}],
        "gate_chances": [
            {"gate": "law", "option": "watch", "support_level": level, "central": chance}
            for level, chance in (("alone", 0.2), ("helped", 0.9))
        ],
        "position_chances": [{"position": "yes", "support_level": "alone", "central": 0.8}],
        "carry_over": [{"option": "watch", "support_level": "alone", "central": 0.3}],
        "risk_chances": [{"risk": "raid", "option": "watch", "support_level": "", "central": 0.25}],
        "base_rates": [
            {**RATE, "id": "half", "events": 10.0, "out_of": 20.0},
            {**RATE, "id": "years", "events": 19.0, "out_of": 100.0, "months": 24.0},
            {**RATE, "id": "most", "kind": "troops", "share": 0.9},
        ],
        "comparisons": [{**EVERY, **one} for one in comparisons],
    }  # fmt: skip


def test_every_judged_chance_is_found_with_what_it_is_of():
    found = [(one.table, one.key, one.months) for one in judged_chances(tables())]
    assert found == [
        ("gate_chances", "law/watch/alone", None), ("gate_chances", "law/watch/helped", None),
        ("position_chances", "yes/alone", None), ("carry_over", "watch/alone", None),
        ("risk_chances", "raid/watch", 12.0),
    ]  # fmt: skip


def test_what_a_row_leaves_empty_holds_for_all():
    case = tables({"table": "gate_chances", "base_rate": "half", "reading": "same"})
    assert [(one.judged.key, one.distance) for one in compared(case)] == [
        ("law/watch/alone", pytest.approx(-0.3)), ("law/watch/helped", pytest.approx(0.4)),
    ]  # fmt: skip
    case = tables({"table": "gate_chances", "support_level": "alone", "base_rate": "half", "reading": "same"})
    assert [one.judged.key for one in compared(case)] == ["law/watch/alone"]


def test_a_rate_over_time_is_taken_to_the_time_of_the_risk():
    """19 in 100 over two years are 10 in 100 over one: 0.9 squared is 0.81."""
    (one,) = compared(tables({"table": "risk_chances", "base_rate": "years", "reading": "same"}))
    assert one.rate.share == pytest.approx(0.1)
    assert one.distance == pytest.approx(0.15)
    assert one.outside


def test_the_opposite_is_compared_with_what_did_not_happen():
    case = tables({"table": "position_chances", "base_rate": "years", "reading": "opposite"})
    (one,) = compared(case)
    assert one.rate.share == pytest.approx(0.81)
    assert not one.outside


@pytest.mark.parametrize(("rate", "reading"), [("", "none"), ("most", "beside"), ("half", "beside")])
def test_what_only_stands_beside_has_no_distance(rate, reading):
    (one,) = compared(tables({"table": "carry_over", "base_rate": rate, "reading": reading}))
    assert not one.tied
    assert not one.outside
    with pytest.raises(ValueError, match="carry_over watch/alone is tied to no rate"):
        _ = one.distance
