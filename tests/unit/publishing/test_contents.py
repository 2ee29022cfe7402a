"""What is said about the files of an edition is what a reader would find."""

import hashlib

import pikepdf
import pytest
from plain_words import SAY

from peacebrief.publishing.contents import contents, size


@pytest.fixture
def file(tmp_path):
    def written(name, content):
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    return written


def test_a_table_is_told_by_its_rows_without_the_heading(file):
    (item,) = contents([file("scores.csv", b'id,note\n1,"two\nlines"\n2,x\n')], SAY, folder="data").values()
    assert (item.name, item.length) == ("data/scores.csv", "2 rows")


def test_a_table_with_a_heading_alone_has_no_rows(file):
    (item,) = contents([file("scores.csv", b"id,note\n")], SAY).values()
    assert item.length == "0 rows"


def test_a_document_is_told_by_its_pages(tmp_path):
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(tmp_path / "one.pdf")
        document.add_blank_page()
        document.save(tmp_path / "two.pdf")
    assert [item.length for item in contents(tmp_path.glob("*.pdf"), SAY).values()] == ["1 page", "2 pages"]


def test_the_checksum_is_that_of_the_bytes(file):
    (item,) = contents([file("page.html", b"<p>\xc3\xa9</p>")], SAY).values()
    assert item.sha256 == hashlib.sha256(b"<p>\xc3\xa9</p>").hexdigest()
    assert item.length == ""


def test_files_come_in_the_order_of_their_names_however_they_are_given(file):
    files = [file(name, b"x") for name in ("c.svg", "a.svg", "b.svg")]
    assert list(contents(files, SAY)) == list(contents(reversed(files), SAY)) == ["a.svg", "b.svg", "c.svg"]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "empty"),
        (1, "1 kB"),
        (499, "1 kB"),
        (12_345, "12 kB"),
        (999_499, "999 kB"),
        (1_000_000, "1.0 MB"),
        (2_640_000, "2.6 MB"),
    ],
)
def test_sizes_are_told_in_the_units_of_file_managers(count, words):
    assert SAY(size(count)) == words
