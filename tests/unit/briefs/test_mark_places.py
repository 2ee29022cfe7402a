"""Where the marks behind numbers stand on paper."""

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from peacebrief.briefs.pages import mark_places
from peacebrief.briefs.setting.ref_mark import marks_in, ref, ref_of, refs_of, unmarked, without_refs


def with_marks_placed(html):
    """What becomes of a piece of a page."""
    page = mark_places.with_marks_placed(f"<!DOCTYPE html><html><body>{html}</body></html>")
    return page.partition("<body>")[2].rpartition("</body>")[0]


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


def test_a_sentence_has_its_mark_before_the_stop():
    placed = with_marks_placed(f"<p>From {number('15', 'Si1')} to {number('64', 'Si1')} troops (at most).</p>")
    assert text_of(placed) == "From 15 to 64 troops (at most) Si1."


def test_the_marks_of_a_sentence_are_gathered_in_the_order_of_first_use():
    placed = with_marks_placed(f"<p>{number('1', 'Si1')}, {number('2', 'Ge2')} and {number('3', 'Si1')} men</p>")
    assert text_of(placed) == "1, 2 and 3 men Si1 Ge2"


def test_the_next_sentence_and_the_next_block_have_marks_of_their_own():
    placed = with_marks_placed(f"<p>Of {number('1', 'Si1')}. Of {number('2', 'Si1')}</p><p>{number('3', 'Si1')}</p>")
    assert text_of(placed) == "Of 1 Si1. Of 2 Si13 Si1"


def test_a_clause_that_a_semicolon_ends_has_marks_of_its_own():
    placed = with_marks_placed(f"<p>{number('1', 'Si1')} bases; {number('2', 'Ge2')} tanks.</p>")
    assert text_of(placed) == "1 bases Si1; 2 tanks Ge2."


def test_clauses_with_the_same_marks_have_them_once():
    placed = with_marks_placed(f"<p>{number('1', 'Si1')} up; {number('2', 'Si1')} down; {number('3', 'Si1')} left.</p>")
    assert text_of(placed) == "1 up; 2 down; 3 left Si1."


def test_a_semicolon_inside_brackets_or_of_an_entity_ends_no_clause():
    placed = with_marks_placed(f"<p>A (low {number('1', 'Si1')}; high 2) &amp; {number('2', 'Ge2')} more.</p>")
    assert text_of(placed) == "A (low 1; high 2) & 2 more Si1 Ge2."


def test_a_point_inside_a_number_or_an_abbreviation_ends_no_sentence():
    placed = with_marks_placed(f"<p>{number('1', 'Si1')} against 2.5 approx. and {number('3.5', 'Ge1')}.</p>")
    assert text_of(placed) == "1 against 2.5 approx. and 3.5 Si1 Ge1."


def test_no_mark_stands_inside_a_number():
    words = '<data class="fact">Not so. By far.</data>'
    placed = with_marks_placed(f"<p>It is <b>{words}{ref(['Si1'])}</b></p>")
    assert placed == f"<p>It is <b>{words}</b>{ref(['Si1'])}</p>"


def test_a_note_keeps_its_marks_and_the_sentence_before_it_has_its_own():
    note = f'<span class="note">As {number("9", "Si1")} there, <span class="source">A, 2026</span>.</span>'
    placed = with_marks_placed(f"<p>Here {number('1', 'Si1')} men.{note} Then {number('2', 'Ge2')}.</p>")
    assert text_of(placed) == "Here 1 men Si1.As 9 there, A, 2026 Si1. Then 2 Ge2."


def test_a_table_with_one_mark_has_it_at_its_title():
    placed = with_marks_placed(table(("A", number("1", "Si1")), ("B", number("2", "Si1")), heads=("Role", "Force")))
    assert cells_of(placed) == ["Forces Si1", "Role", "Force", "A", "1", "B", "2"]


def test_columns_with_a_mark_each_have_it_at_their_heads():
    rows = [(name, number("1", "Si1"), number("2", "Ge4")) for name in "ABC"]
    assert cells_of(with_marks_placed(table(*rows)))[:4] == ["Forces", "Role", "Force Si1", "Pool Ge4"]
    assert cells_of(with_marks_placed(table(*rows)))[4:7] == ["A", "1", "2"]


def test_rows_with_a_mark_each_have_it_at_their_heads():
    rows = [(name, number("1", mark), number("2", mark)) for name, mark in {"A": "Si1", "B": "Si2"}.items()]
    assert cells_of(with_marks_placed(table(*rows))) == [
        "Forces", "Role", "Force", "Pool", "A Si1", "1", "2", "B Si2", "1", "2",
    ]  # fmt: skip


def test_several_marks_of_a_row_stand_under_its_words():
    rows = [(name, number("1", "Si1") + number("2", "Ge4")) for name in "ABC"]
    placed = with_marks_placed(table(*rows, heads=("Role", "Force")).replace('scope="col"', ""))
    assert placed.count('<span class="ref below">\u00a0Si1 Ge4</span></th>') == len(rows)


def test_a_key_number_has_its_marks_under_its_label():
    spans = {"value": number("9", "Si1"), "label": "troops", "detail": number("1 to 20", "Si2")}
    item = " ".join(f'<span class="key-{name}">{text}</span>' for name, text in spans.items())
    placed = with_marks_placed(f'<ul><li class="key-number">{item}</li></ul>')
    assert text_of(placed) == "9 troops Si1 Si2 1 to 20"


def test_a_heading_has_no_mark():
    assert text_of(with_marks_placed(f"<h2>Why {number('9', 'Si1')}</h2>")) == "Why 9"


MARKS = st.sampled_from(["Si1", "Si2", "Ge4", "Lo12"])
CELLS = st.lists(MARKS, min_size=0, max_size=2).map(lambda marks: " of ".join(number("7", mark) for mark in marks))


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4))
def test_a_table_loses_no_mark_and_keeps_its_words(cells):
    html = table(*((f"Row {place}", *row) for place, row in enumerate(cells)))
    placed = with_marks_placed(html)
    assert set(marks_in(placed)) == set(marks_in(html))
    assert unmarked(placed) == unmarked(html)
    assert not any(marks_in(cell) for cell in re.findall(r"<td>.*?</td>", placed))


BETWEEN = [" and ", ". Then ", "; ", "</p><p>", " <b>of</b> ", ".</p><p>", " (", ") "]


@given(st.lists(st.tuples(MARKS, st.sampled_from(BETWEEN)), max_size=8))
def test_a_text_loses_no_mark_and_each_number_has_its_own_before_its_sentence_ends(pieces):
    html = "<p>" + "".join(number("7", mark) + between for mark, between in pieces) + "</p>"
    placed = with_marks_placed(html)
    assert unmarked(placed) == unmarked(html)
    behind = [re.split(r"\. |</p>", placed[end.end() :])[0] for end in re.finditer("</data>", placed)]
    assert all(mark in marks_in(text) for text, (mark, _) in zip(behind, pieces, strict=True))


def test_a_mark_can_be_taken_from_what_a_macro_printed():
    printed = f"<data>7</data>{ref_of('Si1')}"
    assert (without_refs(printed), refs_of(printed)) == ("<data>7</data>", ref(["Si1"]))


def test_a_mark_is_text_and_never_markup():
    assert "<b>" not in ref_of("<b>")
    assert ref_of("") == ""
