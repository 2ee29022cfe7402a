"""What options, gates and levels of support are called in a sentence, and which of them count."""

from __future__ import annotations

from peacebrief.reasoning.digits import printed_share
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Said, Sentences, phrase


def option_row(known: Known, option: str) -> Record:
    """The row of an option."""
    return known.row("options", id=option)


def named(known: Known, option: str) -> str:
    """An option as it stands in a sentence."""
    return str(option_row(known, option)["in_sentence"])


def planned_level(known: Known, option: str, level: str = "") -> str:
    """The level of support that counts: the one asked for, or the one that the option was planned with."""
    return level or str(option_row(known, option)["support_level"])


def place(known: Known, option: str, level: str = "") -> str:
    """The end of the ids of facts about an option at a level of support: ".observers.alone"."""
    return f".{option}.{planned_level(known, option, level)}"


def support(known: Known, option: str, level: str = "") -> str:
    """The level of support as it stands in a sentence."""
    return str(known.case["support_levels"][planned_level(known, option, level)]["phrase"])


def explained(known: Known) -> Said:
    """What those options are whose labels say more than a name."""
    labels = [str(row["label"]).partition(": ") for row in known.options]
    told = [phrase("options.explained", name=head, meaning=tail) for head, colon, tail in labels if colon]
    return Sentences(told) if told else NOTHING


def gate_named(known: Known, gate: str) -> str:
    """A gate as it stands in a sentence."""
    return str(known.row("gates", id=gate)["in_sentence"])


def gate_chance(known: Known, gate: str, option: str, level: str = "") -> float:
    """The chance of passing a gate as it is printed, in whole per cent, so that no sentence parts from the number."""
    return printed_share(known.number(gate_fact(known, gate, option, level)))


def gate_fact(known: Known, gate: str, option: str, level: str = "") -> str:
    """The id of the chance of passing a gate."""
    return f"feasibility.gate.{gate}{place(known, option, level)}"


def failing_somewhere(known: Known, option: str = "") -> list[Record]:
    """The gates that some draw fails, at some level of support: of one option where it is named, or else of any."""
    options = [option] if option else [str(row["id"]) for row in known.options]
    return [gate for gate in known.tables["gates"] if not _never_fails(known, gate["id"], options)]


def never_failing(known: Known, option: str = "") -> list[Record]:
    """The gates that no draw fails; they are told in one sentence and are left out of tables and figures."""
    kept = [gate["id"] for gate in failing_somewhere(known, option)]
    return [gate for gate in known.tables["gates"] if gate["id"] not in kept]


def _never_fails(known: Known, gate: str, options: list[str]) -> bool:
    chances = [gate_fact(known, gate, option, level) for option in options for level in known.levels]
    return all(known.has(chance) and known.number(chance) == 1.0 for chance in chances)


def weakest_gate(known: Known, option: str, level: str = "") -> str:
    """The gate with the smallest chance; of equal ones the first."""
    gates = [str(row["id"]) for row in known.tables["gates"]]
    return min(gates, key=lambda gate: known.number(gate_fact(known, gate, option, level)))
