"""The citation is copied, the numbers of the page are downloaded, and a spreadsheet runs nothing of them."""

import csv
import io
import json

from browser.script_data import TRAILS

CITATION = "The authors. Trial of the script. 2026."


def test_the_citation_is_copied_or_else_selected(seen):
    copying = seen["tools"]["copying"]
    assert copying["allowed"] == {"copied": [CITATION], "selected": "", "told": "Citation copied."}
    for refusal in ("refused", "absent"):
        assert copying[refusal]["selected"].strip() == CITATION
        assert "selected" in copying[refusal]["told"]
    assert seen["tools"]["clipboard"] == CITATION


def test_the_numbers_of_the_page_are_downloaded_as_they_are(seen):
    made = seen["tools"]["downloads"]["files"]
    assert (made["CSV"]["name"], made["JSON"]["name"]) == ("trial_numbers.csv", "trial_numbers.json")
    assert json.loads(made["JSON"]["text"]) == TRAILS
    rows = {row["fact"]: row for row in csv.DictReader(io.StringIO(made["CSV"]["text"], newline=""))}
    assert rows.keys() == TRAILS["facts"].keys()
    force, told = rows["trial.force"], TRAILS["facts"]["trial.force"]
    assert {name: force[name] for name in ("label", "value", "number", "unit", "method", "mark", "annex")} == {
        name: told[name] for name in ("label", "value", "number", "unit", "method", "mark", "annex")
    }
    assert force["rests_on"].split(";") == told["inputs"]
    assert force["sources"] == "Jones, 2007;Author 2"
    assert seen["tools"]["downloads"]["messages"] == []


def test_a_spreadsheet_runs_nothing_from_the_download(seen):
    rows = csv.DictReader(io.StringIO(seen["tools"]["downloads"]["files"]["CSV"]["text"], newline=""))
    army = next(row for row in rows if row["fact"] == "trial.army")
    assert army["label"] == '\'=1+1 soldiers, "all"'
    assert army["method"] == "'@SUM of\nwhat is known."
    assert army["value"] == "'-71,000"  # a comma makes it text
    assert army["number"] == "-71000"
