"""Which quantities the models read from assumptions.csv, in which unit, and on what that depends, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peacebrief.inputs.expected.expected_units import assumption_units
from peacebrief.inputs.expected.required import BY_TASK, assumption_stages

ROLE, POSTURE = "<role>", "<posture>"
# The first posture is the calmest, which no quantity is called after.
CALM = [""]
UNITS = assumption_units(roles=[ROLE], postures=[POSTURE])


def quantities() -> Iterator[str]:
    """The quantities, a line each, under what they are read for."""
    yield f"Rows that assumptions.csv needs, each with its unit and the stages that read it; {ROLE} stands for each"
    yield f"role of case.yaml with the task, {POSTURE} for each posture but the first."
    always = assumption_stages(tasks={}, postures=CALM)
    yield from ("", "Whatever the case:", *_lines(always))
    for task in BY_TASK:
        yield from (
            "",
            f"For the task {task}:",
            *_lines(_beyond(always, assumption_stages(tasks={ROLE: [task]}, postures=CALM))),
        )
    more = {
        "For each posture but the first": assumption_stages(tasks={}, postures=[*CALM, POSTURE]),
        "Where vocabulary.yaml names a compared_army": assumption_stages(tasks={}, postures=CALM, compared=True),
        "Where the mission may end by accession, both or neither": assumption_stages(
            tasks={}, postures=CALM, accession=True
        ),
        "Where attitude.csv has rows": assumption_stages(tasks={}, postures=CALM, attitude=True),
    }
    for heading, stages in more.items():
        yield from ("", f"{heading}:", *_lines(_beyond(always, stages)))


def _beyond(always: Mapping[str, str], stages: Mapping[str, str]) -> dict[str, str]:
    return {name: read for name, read in stages.items() if name not in always}


def _lines(stages: Mapping[str, str]) -> Iterator[str]:
    for name, read in stages.items():
        yield f"  {name:<42}{UNITS[name]:<26}{read}"
