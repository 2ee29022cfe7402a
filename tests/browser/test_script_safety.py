"""What never runs: nothing without scripts, nothing that hostile data hold, no script but ours."""


def test_without_scripts_a_number_leads_to_its_row_and_there_are_no_dead_buttons(seen):
    assert seen["safety"]["withoutScripts"] == {"controls": 0, "row": "The row of trial.force"}


def test_hostile_text_is_shown_as_text(seen):
    found = seen["safety"]["hostile"]
    assert '<img src="x" onerror="window.hacked = 2"></script><script>window.hacked = 1</script>' in found["text"]
    assert set(found["elements"]) <= {"button", "details", "div", "h2", "h3", "li", "p", "span", "summary", "ul"}
    assert (found["hacked"], found["messages"]) == (None, [])


def test_an_address_that_is_no_web_page_makes_no_link(seen):
    assert seen["safety"]["hostile"]["links"] == []


def test_no_other_script_runs(seen):
    found = seen["safety"]["foreign"]
    assert found["hacked"] is None
    assert found["controls"] > 0  # our own still runs
    assert sum("Content Security Policy" in message for message in found["messages"]) == 2


def test_our_own_script_does_not_run_once_it_is_changed(seen):
    found = seen["safety"]["changed"]
    assert (found["hacked"], found["controls"]) == (None, 0)


def test_data_that_cannot_be_read_leave_the_links(seen):
    found = seen["safety"]["broken"]
    assert (found["went"], found["messages"]) == ("#fact-trial.force", [])
    assert "Copy citation" in found["buttons"]
    assert not [words for words in found["buttons"] if "CSV" in words]
