"""Tables sort by a column, and options are compared in all tables of a page at once."""

import pytest
from browser.script_data import SIZES

# What a reader takes for the order of each column of the first table, written down by hand; None comes last.
BILLION, MILLION = 1_000_000_000, 1_000_000
KEYS = [
    [2, 1, 5, 3, 4],  # Alpha, beta, delta, epsilon, gamma
    [900, 12_345, None, 900, -7],
    [1.5 * MILLION, 900_000, None, -4, 12 * BILLION],
    [20260203, 20251231, 20260115, 20260102, 20240506],
    [1, None, 2, 4, 3],  # about ten, an eighth, Ten, zero
]


def in_order(keys, direction):
    """Places by their keys, equals in their first order, what is not known last."""
    known = sorted(
        (place for place, key in enumerate(keys) if key is not None), key=lambda place: direction * keys[place]
    )
    return [*known, *(place for place, key in enumerate(keys) if key is None)]


@pytest.mark.parametrize("column", range(len(KEYS)))
def test_a_table_sorts_up_down_and_back(seen, column):
    table = seen["tables"]["sorting"]["table-mixed"]
    first, second, third = table["columns"][column]
    assert [table["printed"][place] for place in in_order(KEYS[column], 1)] == first["rows"]
    assert [table["printed"][place] for place in in_order(KEYS[column], -1)] == second["rows"]
    assert third["rows"] == table["printed"] == list(range(len(SIZES)))


def test_only_the_sorted_column_says_how_it_is_sorted(seen):
    for place, column in enumerate(seen["tables"]["sorting"]["table-mixed"]["columns"]):
        said = [[sort for sort in step["sorts"] if sort] for step in column]
        assert said == [["ascending"], ["descending"], []]
        assert column[0]["sorts"][place] == "ascending"
    last = seen["tables"]["sorting"]["table-mixed"]["columns"][-1]
    assert [step["told"] for step in last] == [
        "Sorted by Note, ascending.",
        "Sorted by Note, descending.",
        "Back in the printed order.",
    ]


def test_only_tables_with_something_to_sort_have_buttons(seen):
    """A register and a table in groups keep their order; one of the others has two rows, and one has words alone."""
    tables = seen["tables"]["sorting"]
    buttons = {name.removeprefix("table-"): len(table["columns"]) for name, table in tables.items()}
    assert buttons == {"mixed": 5, "register": 0, "groups": 0, "columns": 0, "rows": 0}


def test_a_table_sorts_by_keyboard_and_keeps_the_focus(seen):
    found = seen["tables"]["byKeyboard"]
    assert found["once"] == ["Alpha", "beta", "delta", "epsilon", "gamma"]
    assert found["twice"] == found["once"][::-1]
    assert found["focused"]


def test_options_are_compared_in_every_table_of_the_page(seen):
    found = seen["tables"]["comparing"]
    assert found["names"] == ["NATO-led", "UN mission", "Layered"]
    whole, two, one, again, reloaded = found["seen"]
    assert whole["heads"] == ["Gate", "NATO-led", "UN mission", "Layered"]
    assert whole["rows"] == ["NATO-led force in depth", "UN mission", "Layered"]
    assert (two["heads"], two["cells"]) == (["Gate", "NATO-led", "Layered"], ["Mandate", "low", "high"])
    assert two["rows"] == ["NATO-led force in depth", "Layered"]
    assert two["told"] == "2 of 3 options shown: NATO-led, Layered."
    assert (one["rows"], one["fixed"]) == (["NATO-led force in depth"], ["nato_led"])
    assert (again["rows"], again["fixed"]) == (["NATO-led force in depth", "UN mission"], [])
    assert reloaded == whole


def test_the_choice_of_options_is_not_kept(seen):
    assert seen["tables"]["comparing"]["kept"] == [0, 0, "", ""]
