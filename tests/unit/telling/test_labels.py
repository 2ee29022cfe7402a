"""What subjects of facts are called in print."""

from peacebrief.telling.saying.labels import inside, quantities, subject_names

TABLES = {
    "sizing_methods": [
        {"id": "GC", "method": "density", "name": "Geneva density"},
        {"id": "ROT1", "method": "", "name": "Half a year"},
    ],
    "assumptions": [{"id": "line", "label": "Length of line"}],
    "comparators": [{"id": "peak", "label": "Peak of 1996"}, {"id": "north", "label": "The northern army"}],
}  # fmt: skip
LEVELS = {"support_levels": {"some": {"phrase": "with help", "label": "Some help"}}}
OPTIONS = [{"id": "long", "label": "A long coalition", "short_label": "Coalition"}]
COUNTRIES = [{"id": "north", "country": "Northland"}]


def test_subjects_are_called_by_their_rows_and_what_has_none_by_its_phrase(known, aloud):
    case = known(case=LEVELS, **TABLES, options=OPTIONS, contributors=COUNTRIES)
    names = {slot: {one: aloud(case, name) for one, name in found.items()}
             for slot, found in subject_names(case).items()}  # fmt: skip
    assert (names["option"], names["level"]) == ({"long": "Coalition"}, {"some": "with help"})
    assert names["rotation_rule"]["ROT1"] == "rule “Half a year”"
    assert (names["method"]["density"], names["method"]["statistical"]) == (
        "“Geneva density”", "“Past missions, regression”"
    )  # fmt: skip
    assert (
        names["input"].items()
        >= {"line": "length of line", "statistical_residual": "scatter of past missions around the regression"}.items()
    )
    assert (
        names["quantity"].items()
        >= {"line": "Length of line", "statistical_residual": "Scatter of past missions around the regression"}.items()
    )
    assert names["contributor"] == {"peak": "Peak of 1996", "north": "Northland"}
    assert names["comparator"]["north"] == "The northern army"
    assert names["position"]["yes"] == "position “yes”"
    assert names["rule"]["constant_line"] == "constant guess, line missions"
    assert names["force_type"]["brigades"] == "soldiers of brigades"


def test_a_case_without_options_has_no_names_for_them(known):
    names = subject_names(known(case={}, **TABLES))
    assert (names["option"], names["level"]) == ({}, {})


def test_a_name_loses_its_capital_inside_a_sentence(known, aloud):
    case = known(case={}, **TABLES)
    found = quantities(case)
    assert [aloud(case, inside(found[name])) for name in ("line", "statistical_residual")] == [
        "length of line", "scatter of past missions around the regression"
    ]  # fmt: skip
    assert inside(inside(found["statistical_residual"])) == inside(found["statistical_residual"])
