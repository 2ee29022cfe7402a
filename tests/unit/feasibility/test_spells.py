"""Operations as spells: their years and their groups."""

import pytest

from peacebrief.feasibility.duration.past_operation import GROUPS, Operation, spells

ROWS = (
    Operation(id="A", lead="UN", mission_type="observer", analogue=True, years=2.5, ended=True),
    Operation(id="B", lead="UN", mission_type="interposition", analogue=False, years=4.0, ended=False),
    Operation(id="C", lead="NATO", mission_type="interposition", analogue=True, years=8.0, ended=True),
    Operation(id="D", lead="US", mission_type="alliance", analogue=True, years=72.96, ended=False, garrison=True),
    Operation(id="E", lead="NATO", mission_type="alliance", analogue=False, years=9.46, ended=False, garrison=True),
)


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("united_nations", [2.5, 4.0]),
        ("interposition", [4.0, 8.0]),
        ("analogues", [2.5, 8.0]),
        ("analogues_with_garrisons", [2.5, 8.0, 72.96]),
        ("garrisons", [72.96]),
    ],
)
def test_a_group_holds_its_operations(group, expected):
    assert spells(ROWS, group=group)[0].tolist() == expected


def operation(name, years, *, ended=True, successor_of=""):
    return Operation(
        id=name, lead="NATO", mission_type="enforcement", analogue=True, years=years, ended=ended,
        successor_of=successor_of,
    )  # fmt: skip


def test_a_chain_of_successors_is_one_operation_that_ends_with_its_last():
    rows = (
        operation("first", 1.0),
        operation("second", 8.0, successor_of="first"),
        operation("third", 21.5, ended=False, successor_of="second"),
        operation("alone", 3.0),
        operation("heir_of_another_group", 2.0, successor_of="elsewhere"),
    )
    years, ended = spells(rows, group="chained")
    assert (years.tolist(), ended.tolist()) == ([30.5, 3.0, 2.0], [0.0, 1.0, 1.0])


def test_a_chain_without_a_first_operation_is_no_operation():
    circle = (operation("a", 1.0, successor_of="b"), operation("b", 1.0, successor_of="a"), operation("c", 2.0))
    assert spells(circle, group="chained")[0].tolist() == [2.0]


def test_garrisons_are_apart_from_the_analogues():
    years, ended = spells(ROWS, group="garrisons")
    assert (years.tolist(), ended.tolist()) == ([72.96], [0.0])
    assert 72.96 not in spells(ROWS, group="analogues")[0]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: spells(ROWS, group="police"), "no group of operations is called police; there are analogues"),
        (lambda: spells(ROWS[:1], group="garrisons"), "no operation belongs to the group garrisons"),
    ],
)
def test_impossible_spells_are_refused_in_one_sentence(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_a_spell_without_length_is_refused():
    row = Operation(id="F", lead="UN", mission_type="observer", analogue=True, years=0.0, ended=True)
    for group in ("united_nations", "analogues"):
        assert group in GROUPS
        with pytest.raises(ValueError, match="above zero, not 0"):
            spells((row,), group=group)
