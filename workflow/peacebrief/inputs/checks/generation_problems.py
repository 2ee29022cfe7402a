"""Whether the tables of who would send troops fit together, and polls can be compared.

A poll belongs to a state of the case.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise, product

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.cells.row import PARTS
from peacebrief.inputs.checks.network.network_problems import all_read
from peacebrief.inputs.checks.row_keys import unknown_levels, unknown_names, unknown_options, unknown_roles
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.reading.table import Table
from peacebrief.inputs.tables.contributor import ArmyStrength, SustainedDeployment
from peacebrief.inputs.tables.mission import Mission
from peacebrief.inputs.tables.poll import HOST, OWN_TROOPS

TOLERANCE = 1e-9
# What the fit of the share of armies takes for a count, and how many of them it needs.
COUNT, FEWEST_COUNTS = "about", 4


def generation_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Unknown names, options that nobody serves in, positions without a chance, shares that do not sum to 1."""
    yield from unknown_roles(tables.options, settings)
    yield from unknown_levels(tables.options, settings)
    yield from unknown_levels(tables.position_chances, settings)
    yield from unknown_options(tables.option_contributors, tables)
    yield from unknown_options(tables.option_requirements, tables)
    yield from unknown_names(tables.option_contributors, "contributor", tables.contributors)
    yield from _member_problems(tables)
    yield from _requirement_problems(tables)
    yield from _strength_problems(tables, tables.army_strengths)
    yield from _strength_problems(tables, tables.sustained_deployments)
    yield from _record_problems(tables)
    yield from unknown_names(tables.commitments, "contributor", tables.contributors)
    if all_read(tables.position_chances):
        yield from _missing_chances(tables, settings)
        yield from falling_chances(tables, settings)


def _member_problems(tables: Tables) -> Iterator[Problem]:
    """Options without any contributor, or with fewer framework nations than they need."""
    members = tables.option_contributors
    if not all_read(members):
        return
    all_of = Counter(row.option for row in members.rows)
    leading = Counter(row.option for row in members.rows if row.framework)
    for index, row in tables.options.located():
        if not all_of[row.id]:
            message = "no contributor is named for this option in option_contributors.csv; add at least one."
            yield tables.options.at(index, "id", message)
        elif leading[row.id] < row.framework_needed:
            message = f"{row.framework_needed} framework nations are needed and {leading[row.id]} named; correct one."
            yield tables.options.at(index, "framework_needed", message)


def _requirement_problems(tables: Tables) -> Iterator[Problem]:
    table = tables.option_requirements
    if not all_read(table):
        return
    shares: dict[str, list[float]] = defaultdict(list)
    for row in table.rows:
        shares[row.option].append(row.share)
    for option in tables.options.rows:
        total = math.fsum(shares[option.id])
        if abs(total - 1) > TOLERANCE:
            message = f"the shares of the option {option.id} sum to {total:g}; change them so that they sum to 1."
            yield Problem(file=table.file, column="share", value=f"{total:g}", message=message)


def _strength_problems(tables: Tables, table: Table[ArmyStrength] | Table[SustainedDeployment]) -> Iterator[Problem]:
    """Armies that go by another id, or another name, than the contributor; states of other cases are left alone."""
    told = Counter(row.country.casefold() for row in tables.contributors.rows)
    # A country that stands there twice is named by another check.
    names = {row.id: row.country for row in tables.contributors.rows if told[row.country.casefold()] == 1}
    ids = {name: contributor for contributor, name in names.items()}
    # A country that is there twice is named by itself; its armies would only repeat that.
    if len({name.casefold() for name in ids}) < len(names):
        return
    for index, row in table.located():
        contributor = ids.get(row.country, row.contributor)
        if contributor != row.contributor:
            message = f"{shown(row.contributor)} is not the id of {row.country} in contributors.csv; "
            yield table.at(index, "contributor", f"{message}write {contributor}.")
        elif names.get(contributor, row.country) != row.country:
            message = f"{shown(row.country)} is called {names[contributor]} in contributors.csv; write the same."
            yield table.at(index, "country", message)


def _record_problems(tables: Tables) -> Iterator[Problem]:
    """Deployments longer than their missions, a record too short, and kinds of army that no state of it has."""
    table = tables.sustained_deployments
    for index, row in table.located():
        yield from _longer_than_its_missions(tables, table, index, row)
    if not all_read(table):
        return
    counts = [row for row in table.rows if row.bound == COUNT]
    largest = max(Counter(row.contributor for row in counts).values(), default=0)
    if len(counts) - largest < FEWEST_COUNTS:
        left = f"{len(counts) - largest} rows are counts ({COUNT}) of others than the state with most of them"
        message = f"{left}, too few to learn from; add some, {FEWEST_COUNTS} are needed."
        yield Problem(file=table.file, column="bound", value=COUNT, message=message)
        return
    known = {row.kind for row in counts}
    for index, state in tables.contributors.located():
        if state.army_kind not in known:
            message = f"no state with such an army has a count in {table.file}; add one there, or write another kind."
            yield tables.contributors.at(index, "army_kind", f"{shown(state.army_kind)}: {message}")


def _longer_than_its_missions(
    tables: Tables, table: Table[SustainedDeployment], index: int, row: SustainedDeployment
) -> Iterator[Problem]:
    """Only where all its operations are missions of missions.csv that have ended, named by their ids."""
    missions = {one.id: one for one in tables.missions.rows}
    named = [missions.get(operation.split()[0]) for operation in row.operations.split(";") if operation.strip()]
    ends = [_end_year(one) for one in named]
    if not named or None in ends:
        return
    first, last = min(one.start_year for one in named if one), max(end for end in ends if end)
    if row.years_held > last - first + 1:
        message = f"{row.years_held:g} years is longer than {row.operations} lasted, {first} to {last}; correct it."
        yield table.at(index, "years_held", message)
    elif not first <= row.year <= last:
        message = f"{row.year} is outside the years of {row.operations}, {first} to {last}; correct it."
        yield table.at(index, "year", message)


def _end_year(mission: Mission | None) -> int | None:
    ended = mission is not None and str(mission.end_year).isdigit()
    return int(mission.end_year) if mission is not None and ended else None


def _missing_chances(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    table = tables.position_chances
    given = {(row.position, row.support_level) for row in table.rows}
    used = {row.position for row in tables.contributors.rows} | {r.position for r in tables.option_contributors.rows}
    for word in sorted(filter(None, used)):
        for level in settings.support_levels:
            if (word, level) not in given:
                message = f"no row gives the chance of this position at the level {level}; add it."
                yield Problem(file=table.file, label=word, column="support_level", value=level, message=message)


def falling_chances(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """More support must not make anybody less likely to take part: draws share their luck over the levels."""
    table = tables.position_chances
    rows = {(row.position, row.support_level): (index, row) for index, row in table.located()}
    for word, (weaker, stronger) in product(sorted({word for word, _ in rows}), pairwise(settings.support_levels)):
        if (word, weaker) not in rows or (word, stronger) not in rows:
            continue
        (_, below), (index, above) = rows[word, weaker], rows[word, stronger]
        for part in PARTS:
            less, more = getattr(below, part), getattr(above, part)
            if more < less:
                message = (
                    f"{more:g} is below the {less:g} of the level {weaker}; more support cannot make it less likely."
                )
                yield table.at(index, part, message)


def poll_problems(tables: Tables) -> Iterator[Problem]:
    """Polls in a state that is no contributor, and none that could be compared."""
    table = tables.polls
    known = tables.contributors.values("id")
    for index, row in table.located():
        # The host is asked what it would accept, and sends no troops.
        if tables.contributors.complete and row.comparable_group != HOST and row.contributor not in known:
            message = f"{shown(row.contributor)} is not in contributors.csv; {did_you_mean(row.contributor, known)}"
            yield table.at(index, "contributor", message)
    usable = [row for row in table.rows if row.comparable_group == OWN_TROOPS and row.oppose is not None]
    if all_read(table) and not any(row.sample for row in usable):
        message = f"no poll of the group {OWN_TROOPS} gives support, opposition and how many were asked; add one."
        yield Problem(file=table.file, column="comparable_group", value=OWN_TROOPS, message=message)
