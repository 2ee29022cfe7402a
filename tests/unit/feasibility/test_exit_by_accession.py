"""Presence and cost over a horizon, and a force that leaves when the host joins the alliance."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacebrief.feasibility.duration.exit_by_accession import (
    Accession,
    not_yet_acceded,
    still_there_with_exit,
    whereabouts,
    years_present_with_exit,
)
from peacebrief.feasibility.duration.survival import kaplan_meier, still_there, years_present

CURVE = kaplan_meier(years=np.array([2.0, 4, 6, 8]), ended=np.array([1.0, 1, 1, 0]))
FOREVER = kaplan_meier(years=np.array([50.0]), ended=np.array([0.0]))
ACCESSIONS = st.builds(Accession, earliest_years=st.floats(0, 12), annual_chance=st.floats(0, 0.9))


def test_accession_comes_with_its_annual_chance_from_its_earliest_year_on():
    accession = Accession(earliest_years=10, annual_chance=0.1)
    found = not_yet_acceded(accession=accession, after=np.array([0.0, 10.0, 11.0, 12.0]))
    assert found == pytest.approx([1, 1, 0.9, 0.81])


def test_where_forces_are_after_seven_years_by_hand():
    # Half leave by year 4 before accession; of the half left then 3/4 remain at 5, 9/16 at 6, when half of those end.
    accession = Accession(earliest_years=4, annual_chance=0.25)
    found = whereabouts(curve=CURVE, accession=accession, after=7.0)
    assert found.still_there == pytest.approx(0.25 * 27 / 64)
    assert found.left_at_accession == pytest.approx(0.5 * 7 / 16 + 0.25 * (9 / 16 - 27 / 64))
    assert found.left_before == pytest.approx(0.5 + 0.25 * 9 / 16)


@given(ACCESSIONS, st.floats(0, 8))
def test_every_force_is_somewhere_and_accession_never_lengthens_a_mission(accession, after):
    found = whereabouts(curve=CURVE, accession=accession, after=after)
    parts = (found.still_there, found.left_at_accession, found.left_before)
    assert sum(parts) == pytest.approx(1)
    assert min(parts) > -1e-12
    assert found.still_there <= still_there(curve=CURVE, after=after)
    assert found.left_before <= 1 - still_there(curve=CURVE, after=after) + 1e-12


@settings(max_examples=min(40, settings.default.max_examples))
@given(ACCESSIONS, st.floats(0.5, 8))
def test_years_present_are_the_area_under_the_curve(accession, horizon):
    middle = (np.arange(40_000) + 0.5) * horizon / 40_000
    area = float(np.mean(still_there_with_exit(curve=CURVE, accession=accession, after=middle)) * horizon)
    found = years_present_with_exit(curve=CURVE, accession=accession, horizon_years=horizon)
    assert found == pytest.approx(area, abs=2e-3)
    assert found <= years_present(curve=CURVE, horizon_years=horizon) + 1e-12


@pytest.mark.parametrize("chance", [0.0, 1e-300, 1e-12])
def test_without_a_chance_of_accession_nothing_changes(chance):
    never = Accession(earliest_years=0, annual_chance=chance)
    found = years_present_with_exit(curve=CURVE, accession=never, horizon_years=7)
    assert found == pytest.approx(years_present(curve=CURVE, horizon_years=7))
    assert whereabouts(curve=CURVE, accession=never, after=7.0).left_at_accession == pytest.approx(0, abs=1e-11)


def test_a_force_that_only_accession_ends_is_there_for_the_mean_waiting_time():
    # Constant hazard h = -ln(1 - a): the mean of the waiting time cut off at T is (1 - exp(-h T)) / h.
    hazard = -np.log(0.8)
    found = years_present_with_exit(
        curve=FOREVER, accession=Accession(earliest_years=0, annual_chance=0.2), horizon_years=20
    )
    assert found == pytest.approx((1 - np.exp(-hazard * 20)) / hazard)


@pytest.mark.parametrize(("earliest", "chance"), [(-1, 0.1), (5, 1.0), (5, -0.1)])
def test_impossible_accessions_are_refused(earliest, chance):
    with pytest.raises(ValueError, match="an earliest year of zero or more and an annual chance from 0 to below 1"):
        Accession(earliest_years=earliest, annual_chance=chance)


@pytest.mark.parametrize(
    ("horizon", "message"), [(9, "ends after 8 years, before the horizon of 9"), (0, "must be above zero")]
)
def test_a_horizon_beyond_the_evidence_is_refused(horizon, message):
    with pytest.raises(ValueError, match=message):
        years_present(curve=CURVE, horizon_years=horizon)
    with pytest.raises(ValueError, match=message):
        years_present_with_exit(
            curve=CURVE, accession=Accession(earliest_years=1, annual_chance=0.1), horizon_years=horizon
        )
