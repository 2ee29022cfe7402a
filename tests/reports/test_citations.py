"""Citations follow the bundled style, tell sources apart, and say what to be careful about."""

import re
from pathlib import Path

import pytest
from plain_words import SAY

from peacebrief.briefs.citing.citations import bibliography
from peacebrief.briefs.citing.csl_record import csl_record
from peacebrief.reasoning.wording import split_keys

STYLE = Path(__file__).resolve().parents[2] / "workflow" / "templates" / "csl"


def entries(*sources):
    given = [{"entrytype": "online", "title": "T", "year": "2020", **source} for source in sources]
    return bibliography(given, STYLE, SAY)


def told(markup):
    return re.sub(r"<[^>]*>", "", str(markup)).replace("&#39;", "'")


def test_a_report_is_cited_as_the_style_manual_says():
    entry = entries(
        {
            "key": "a",
            "entrytype": "techreport",
            "author": "Dobbins, James and Jones, Seth G.",
            "title": "The {Beginner's} Guide",
            "year": "2007",
            "institution": "RAND Corporation",
            "url": "https://rand.org/x",
            "urldate": "2026-02-01",
        }
    )["a"]
    assert told(entry.short) == "Dobbins and Jones, 2007"
    assert told(entry.full) == (
        "Dobbins, J. and Jones, S.G. (2007) The Beginner's Guide. RAND Corporation. "
        "Available at: https://rand.org/x (Accessed: 1 February 2026)."
    )


def test_an_article_in_a_journal_has_volume_and_pages():
    entry = entries(
        {
            "key": "a",
            "entrytype": "article",
            "author": "Quinlivan, James T.",
            "title": "Force Requirements",
            "year": "1995",
            "journal": "Parameters",
            "volume": "25",
            "number": "1",
            "pages": "59--69",
        }
    )["a"]
    assert told(entry.full) == "Quinlivan, J.T. (1995) \u2018Force Requirements’, Parameters, 25(1), pp. 59–69."


def test_sources_of_one_author_and_year_get_letters_in_order_of_title():
    found = entries(
        {"key": "x", "author": "{BBC}", "title": "Beta"},
        {"key": "y", "author": "{BBC}", "title": "Alpha"},
        {"key": "z", "author": "{BBC}", "title": "Alpha", "year": "2021"},
    )
    assert [told(found[key].short) for key in "xyz"] == ["BBC, 2020b", "BBC, 2020a", "BBC, 2021"]


def test_the_order_of_records_does_not_matter():
    sources = [{"key": key, "author": f"{{{name}}}"} for key, name in zip("abc", ("Zeta", "Alpha", "Mu"), strict=True)]
    assert list(entries(*sources)) == list(entries(*reversed(sources))) == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ({"author": "{Ministry of Defence and Security}"}, [{"literal": "Ministry of Defence and Security"}]),
        ({"author": "Liddell Hart, Basil"}, [{"family": "Liddell Hart", "given": "Basil"}]),
        ({"author": "Biddle, Stephen and others"}, [{"family": "Biddle", "given": "Stephen"}, {"literal": "others"}]),
        ({"organization": "United Nations"}, [{"literal": "United Nations"}]),
        ({"url": "https://www.unsigned.org/page"}, [{"literal": "unsigned.org"}]),
    ],
)
def test_there_is_always_someone_to_name(fields, author):
    assert csl_record({"key": "a", "entrytype": "online", "title": "T", **fields})["author"] == author


def test_an_organisation_is_not_named_twice():
    entry = entries({"key": "a", "author": "{{RAND}}", "organization": "RAND"})["a"]
    assert told(entry.full) == "RAND (2020) T."


@pytest.mark.parametrize(
    ("keywords", "signs"),
    [("weak-host", "†"), ("recalled", "‡"), ("mirror", "§"), ("x, Weak host; recalled", "†‡"), ("", "")],
)
def test_weak_hosts_and_recalled_evidence_are_marked(keywords, signs):
    assert "".join(sign for sign, _ in entries({"key": "a", "keywords": keywords})["a"].marks) == signs


def test_a_source_column_is_split_and_declared_assumptions_are_no_source():
    assert split_keys("a; b;declared;") == ["a", "b"]
    assert split_keys("declared") == []
