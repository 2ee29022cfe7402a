"""Where the marks behind numbers stand on paper."""

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from peacebrief.briefs.mark_places import with_marks_placed
from peacebrief.briefs.ref_marks import marks_in, ref, ref_of, refs_of, unmarked, without_refs


def number(text, mark):
    return f'<data class="fact">{text}</data>{ref([mark])}'


def text_of(html):
    return " ".join(lxml_html.fromstring(f"<div>{html}</div>").text_content().split())


def table(*rows, heads=("Role", "Force", "Pool"), caption="Forces"):
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    body = "".join(
        f'<tr><th scope="row">{name}</th>' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
        for name, *cells in rows
    )
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def cells_of(html):
    return [" ".join(cell.text_content().split()) for cell in lxml_html.fromstring(html).iter("caption", "th", "td")]


def test_of_neighbours_with_one_mark_the_last_keeps_it():
    placed = with_marks_placed(f"<p>From {number('15', 'S1')} to {number('64', 'S1')} troops.</p>")
    assert text_of(placed) == "From 15 to 64 S1 troops."


def test_another_mark_between_them_keeps_both():
    placed = with_marks_placed(f"<p>{number('1', 'S1')}, {number('2', 'G2')} and {number('3', 'S1')}</p>")
    assert text_of(placed) == "1 S1, 2 G2 and 3 S1"


def test_the_next_sentence_and_the_next_block_have_marks_of_their_own():
    placed = with_marks_placed(f"<p>Of {number('1', 'S1')}. Of {number('2', 'S1')}</p><p>{number('3', 'S1')}</p>")
    assert text_of(placed) == "Of 1 S1. Of 2 S13 S1"


def test_a_point_inside_a_number_ends_no_sentence():
    placed = with_marks_placed(f"<p>{number('1', 'S1')} against 2.5 and {number('3', 'S1')}.</p>")
    assert text_of(placed) == "1 against 2.5 and 3 S1."


def test_a_note_between_numbers_takes_no_mark_from_the_text():
    note = f'<span class="note">As {number("9", "S1")} there.</span>'
    placed = with_marks_placed(f"<p>{number('1', 'S1')}{note} and {number('2', 'S1')}</p>")
    assert marks_in(placed.partition("<span class")[0] + ref(["S1"])) == ["S1"]
    assert len(re.findall(r"\u00a0S1", placed)) == 3


def test_a_table_with_one_mark_has_it_at_its_title():
    placed = with_marks_placed(table(("A", number("1", "S1")), ("B", number("2", "S1")), heads=("Role", "Force")))
    assert cells_of(placed) == ["Forces S1", "Role", "Force", "A", "1", "B", "2"]


def test_columns_with_a_mark_each_have_it_at_their_heads():
    rows = [(name, number("1", "S1"), number("2", "G4")) for name in "ABC"]
    assert cells_of(with_marks_placed(table(*rows)))[:4] == ["Forces", "Role", "Force S1", "Pool G4"]
    assert cells_of(with_marks_placed(table(*rows)))[4:7] == ["A", "1", "2"]


def test_rows_with_a_mark_each_have_it_at_their_heads():
    rows = [(name, number("1", mark), number("2", mark)) for name, mark in {"A": "S1", "B": "S2"}.items()]
    assert cells_of(with_marks_placed(table(*rows))) == [
        "Forces", "Role", "Force", "Pool", "A S1", "1", "2", "B S2", "1", "2",
    ]  # fmt: skip


def test_a_key_number_has_its_marks_under_its_label():
    spans = {"value": number("9", "S1"), "label": "troops", "detail": number("1 to 20", "S2")}
    item = " ".join(f'<span class="key-{name}">{text}</span>' for name, text in spans.items())
    placed = with_marks_placed(f'<ul><li class="key-number">{item}</li></ul>')
    assert text_of(placed) == "9 troops S1 S2 1 to 20"


def test_a_heading_has_no_mark():
    assert text_of(with_marks_placed(f"<h2>Why {number('9', 'S1')}</h2>")) == "Why 9"


MARKS = st.sampled_from(["S1", "S2", "G4", "L12"])
CELLS = st.lists(MARKS, min_size=0, max_size=2).map(lambda marks: " of ".join(number("7", mark) for mark in marks))


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4))
def test_a_table_loses_no_mark_and_keeps_its_words(cells):
    html = table(*((f"Row {place}", *row) for place, row in enumerate(cells)))
    placed = with_marks_placed(html)
    assert set(marks_in(placed)) == set(marks_in(html))
    assert unmarked(placed) == unmarked(html)
    assert not any(marks_in(cell) for cell in re.findall(r"<td>.*?</td>", placed))


@given(st.lists(st.tuples(MARKS, st.sampled_from([" and ", ". Then ", "; ", "</p><p>", " <b>of</b> "])), max_size=8))
def test_a_text_loses_no_mark_and_the_next_mark_behind_a_number_is_its_own(pieces):
    html = "<p>" + "".join(number("7", mark) + between for mark, between in pieces) + "</p>"
    placed = with_marks_placed(html)
    assert unmarked(placed) == unmarked(html)
    behind = [marks_in(placed[end.end() :])[0] for end in re.finditer("</data>", placed)]
    assert behind == [mark for mark, _ in pieces]


def test_a_mark_can_be_taken_from_what_a_macro_printed():
    printed = f"<data>7</data>{ref_of('S1')}"
    assert (without_refs(printed), refs_of(printed)) == ("<data>7</data>", ref(["S1"]))


def test_a_mark_is_text_and_never_markup():
    assert "<b>" not in ref_of("<b>")
    assert ref_of("") == ""
