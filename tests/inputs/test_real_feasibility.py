"""What the real case holds on feasibility: every row of the evidence, and the numbers known from elsewhere."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest


def test_every_challenge_of_the_article_keeps_a_risk(ukraine):
    assert {row.challenge for row in ukraine.tables.risks.rows} == set(ukraine.vocabulary.challenges)


def test_every_part_of_the_article_has_claims_and_the_closing_one_an_opinion(ukraine):
    rows = ukraine.tables.claims.rows
    assert {row.group for row in rows} == set(ukraine.vocabulary.claim_groups)
    assert rows[-1].rule == "opinion"


def test_operations_are_those_counted_in_the_evidence(ukraine):
    rows = ukraine.tables.durations.rows
    analogues = [row for row in rows if row.analogue]
    assert sum(row.lead == "UN" for row in rows) == 70
    assert sum(row.mission_type == "interposition" for row in rows) == 18
    assert (len(analogues), sum(row.garrison for row in analogues)) == (34, 4)


def test_years_of_every_operation_agree_with_its_months(ukraine):
    for row in ukraine.tables.durations.rows:
        last = row.end or f"{row.as_of:%Y-%m}"
        start, end = (12 * int(text[:4]) + int(text[5:]) for text in (row.start, last))
        # An operation that goes on is counted from the middle of its first month to the end of the last.
        assert row.years == pytest.approx((end - start + (0 if row.end else 0.5)) / 12, abs=0.006), row.id


def test_every_option_has_its_published_chances_of_attack_and_offensive(ukraine):
    # As planned: NATO with American enablers, the coalition and the United Nations without.
    planned = {row.id: row.support_level for row in ukraine.tables.options.rows}
    found = {
        (row.risk, row.option): (row.low, row.central, row.high)
        for row in ukraine.tables.risk_chances.rows
        if row.support_level in {"", planned[row.option]}
    }
    assert found["R01", "nato_led"] == (0.03, 0.08, 0.2)
    assert found["R17", "european_coalition"] == (0.15, 0.32, 0.55)
    assert found["R11", "european_coalition"] == (0.35, 0.55, 0.8)
    assert found["R12", "nato_led"] == (0.15, 0.3, 0.5)
    assert found["R22", "un_mission"] == (0.5, 0.7, 0.9)


def test_more_american_support_never_makes_a_gate_less_likely_or_a_risk_likelier(ukraine):
    levels = list(ukraine.settings.support_levels)
    for table, keys, sign in (("gate_chances", ("gate", "option"), 1), ("risk_chances", ("risk", "option"), -1)):
        rows = {}
        for row in getattr(ukraine.tables, table).rows:
            rows[(*(getattr(row, key) for key in keys), row.support_level)] = np.array([row.low, row.central, row.high])
        for *names, level in rows:
            for weaker, stronger in pairwise(levels):
                if level == weaker:
                    assert (sign * (rows[(*names, stronger)] - rows[(*names, weaker)]) >= 0).all(), names


def test_no_share_without_a_horizon_counts_as_within_one(ukraine):
    rates = {row.id: row for row in ukraine.tables.base_rates.rows}
    horizon = ukraine.settings.feasibility.planning_horizon
    for model in ukraine.tables.base_rate_models.rows:
        months = rates[model.base_rate].months
        assert (months or 12 * model.watched_low) >= 12 * horizon
        assert (months is None) == (model.watched_low is not None)
    (published,) = [row for row in ukraine.tables.ceasefires.rows if row.id == "finding_16"]
    assert published.horizon_years is None
    assert rates["war_renewed_ever"].share == published.estimate


def test_recovery_needs_are_the_published_dollars(ukraine):
    rows = {row.id: row.central for row in ukraine.tables.assumptions.rows}
    assert rows["recovery_needs"] * rows["dollars_per_euro"] == pytest.approx(524e9, rel=1e-3)


def test_weights_of_criteria_are_those_of_the_evidence(ukraine):
    rows = {row.id: (row.weight_low, row.weight_central, row.weight_high) for row in ukraine.tables.criteria.rows}
    assert rows["C2"] == (0.1, 0.2, 0.35)
    # Middle weights as published: they are read in proportion to their sum.
    assert sum(weight for _, weight, _ in rows.values()) == pytest.approx(1.1)
    assert sum(low for low, _, _ in rows.values()) < 1 < sum(high for _, _, high in rows.values())


def test_no_condition_makes_a_judged_gate_less_likely(ukraine):
    chances = {(row.gate, row.option, row.support_level): row for row in ukraine.tables.gate_chances.rows}
    for row in ukraine.tables.conditions.rows:
        for level in [row.support_level] if row.support_level else ukraine.settings.support_levels:
            before = chances.get((row.gate, row.option, level))
            if before is not None:
                assert row.central >= before.central, row


def test_judged_numbers_say_so_and_why(ukraine):
    for table in ("gate_chances", "scores", "carry_over", "risk_chances", "conditions", "enabler_needs"):
        for row in getattr(ukraine.tables, table).rows:
            assert (row.basis, row.confidence) == ("judgement", "low")
            assert row.note


def test_what_is_watched_covers_all_three_fields(ukraine):
    assert set(Counter(row.field for row in ukraine.tables.indicators.rows)) == {"diplomatic", "military", "public"}
