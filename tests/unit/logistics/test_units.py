"""Formulas keep their units: each is worked out once with quantities that carry them."""

import pint
import pytest

from peacebrief.logistics.cost.carriage import leg_cost
from peacebrief.logistics.cost.mission_cost import line_haul_cost, soldier_cost
from peacebrief.logistics.demand.daily_demand import daily_tonnes, item_demand
from peacebrief.logistics.demand.fleet import cycle_hours, fleet, tonnes_per_vehicle
from peacebrief.logistics.demand.movement import loads, vehicle_trains, vehicles
from peacebrief.logistics.deployment.arrival import deployment_days, network_rate
from peacebrief.logistics.stocks.stock_level import held_stock, safety_stock

UNITS = pint.UnitRegistry()
for unit in ("person = [person]", "vehicle = [vehicle]", "train = [train]", "euro = [money]"):
    UNITS.define(unit)
Q = UNITS.Quantity
RATE = Q(20, "kg / person / day")
# The formulas divide by 1000 to turn kilogrammes into tonnes, so that what comes out in kilogrammes is a tonne each.
TONNE = "kg"


@pytest.mark.parametrize(
    ("found", "unit"),
    [
        (item_demand(rate=Q(15, "l/person/day"), kg_per_unit=Q(0.82, "kg/l"), cross_border_share=1.0), RATE.units),
        (daily_tonnes(persons=Q(1e5, "person"), kg_per_person_day=RATE), f"{TONNE} / day"),
        (cycle_hours(last_mile_distance=Q(150, "km"), speed_kmh=Q(35, "km / hour"), handling_hours=Q(4, "hour")),
         "hour"),
        (held_stock(daily=Q(800, "tonne / day"), days=Q(14, "day")), "tonne"),
        (loads(tonnes=Q(800, "tonne / day"), payload_t=Q(20, "tonne / vehicle"), load_factor=0.8), "vehicle / day"),
        (vehicles(persons=Q(3e4, "person"), vehicles_per_person=Q(0.4, "vehicle / person")), "vehicle"),
        (vehicle_trains(vehicles=Q(1e4, "vehicle"), rail_share=0.6, vehicles_per_train=Q(45, "vehicle / train")),
         "train"),
        (soldier_cost(persons=Q(3e4, "person"), per_person_year=Q(14e4, "euro / person / year"), posture_ratio=1.6),
         "euro / year"),
        (leg_cost(km_per_tonne=Q(900, "km"), per_tkm=Q(0.05, "euro / tonne / km"), ratio=1.5), "euro / tonne"),
    ],
)  # fmt: skip
def test_a_formula_gives_what_its_name_says(found, unit):
    assert found.check(UNITS.Unit(unit).dimensionality)


def test_a_fleet_is_counted_in_vehicles():
    one = tonnes_per_vehicle(
        cycle_hours=Q(12.6, "hour"),
        payload_t=Q(15, "tonne / vehicle"),
        load_factor=0.8,
        availability=0.75,
        hours_per_day=Q(10, "hour / day"),
    )
    assert one.check("[mass] / [vehicle] / [time]")
    assert fleet(tonnes_per_day=Q(1000, "tonne / day"), tonnes_per_vehicle=one).check("[vehicle]")


def test_a_deployment_is_told_in_days():
    rate = network_rate(
        slowest=Q(20000, "tonne / day"), deployment_efficiency=0.7, deployment_mass=Q(6, "tonne / person")
    )
    days = deployment_days(persons=Q(3e4, "person"), rate=rate, first_day=Q(59, "day"))
    assert days.check("[time]")
    # By hand: 30,000 troops of 6 t at 14,000 t a day, after 59 days.
    assert days.to("day").magnitude == pytest.approx(59 + 30000 * 6 / 14000)


def test_carrying_supplies_is_paid_by_the_year():
    cost = line_haul_cost(persons=Q(1e5, "person"), kg_per_person_day=RATE, per_tonne=Q(60, "euro / kg"))
    # The days of a year are a number in the formula, and stand for a day each.
    assert cost.check("[money] / [time]")


def test_a_safety_stock_squares_and_roots_back_to_tonnes():
    # Days enter as a number: the variance of a sum of days is that many variances of one day.
    found = safety_stock(
        daily=Q(800, "tonne"), days=14.0, demand_variation=0.2, transit_variation=1.5, service_factor=2.05
    )
    assert found.check("[mass]")
    assert found.magnitude == pytest.approx(2.05 * (14 * 160**2 + 800**2 * 1.5**2) ** 0.5)
