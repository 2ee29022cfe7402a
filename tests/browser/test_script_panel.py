"""A number opens where it comes from: by pointer, by keyboard, by touch, in windows of every size, and is no trap."""

import pytest
from browser.script_data import TRAILS


@pytest.fixture(scope="session")
def panel(seen):
    return seen["panel"]


@pytest.mark.parametrize(
    ("way", "step"), [("byPointer", "clicked"), ("byKeyboard", "enter"), ("byKeyboard", "space"), ("byTouch", "opened")]
)
def test_a_number_opens_its_provenance(panel, way, step):
    found, told = panel[way][step], TRAILS["facts"]["trial.force"]
    assert (found["open"], found["focus"], found["label"]) == (True, "panel", told["label"])
    assert found["expanded"][:3] == ["true", "false", None]
    for words in (
        f"{told['value']} {told['unit']}",
        told["word"],
        told["method"],
        told["note"],
        told["mark"],
        "Length of the line: 1,150 (950 to 1,290) km (judgement) – Jones, 2007 [recalled, not yet read again]",
        "Roles of the case (chosen)",
        "Jones (2007) A guide.",
    ):
        assert words in found["text"]


def test_the_panel_leads_to_the_annex_and_to_the_sources(panel):
    links = panel["byPointer"]["clicked"]["links"]
    assert ["The row of this number in the annex", "annex.html#fact-trial.force"] in links
    assert ["Jones, 2007", "https://example.org/guide?a=1&b=2"] in links
    assert ["Length of the line", "annex.html#assumption-line"] in links
    assert ["Not on this page", "annex.html#fact-trial.far"] in links
    assert not {"Roles of the case", "Author 2"} & {words for words, _ in links}


def test_a_fact_that_another_rests_on_opens_in_the_same_panel(panel):
    found = panel["byPointer"]["followed"]
    assert (found["dialogs"], found["focus"], found["label"]) == (1, "panel", TRAILS["facts"]["trial.army"]["label"])
    assert "-71,000 persons" in found["text"]
    back = panel["byPointer"]["back"]
    assert (back["focus"], back["label"]) == ("panel", "Troops for a trial")


@pytest.mark.parametrize("step", ["closed", "clicked again"])
def test_the_panel_closes_and_gives_the_focus_back(panel, step):
    found = panel["byPointer"][step]
    assert (found["open"], found["focus"], found["expanded"][0]) == (False, "number 0", "false")


def test_escape_closes_and_gives_the_focus_back(panel):
    assert (panel["byKeyboard"]["escape"]["open"], panel["byKeyboard"]["escape"]["focus"]) == (False, "number 0")


def test_a_press_elsewhere_closes_and_another_number_takes_over(panel):
    assert not panel["byPointer"]["elsewhere"]["open"]
    found = panel["byPointer"]["other"]
    assert (found["dialogs"], found["label"]) == (1, TRAILS["facts"]["trial.army"]["label"])
    assert found["expanded"][:3] == ["false", "true", None]


def test_the_panel_is_no_trap(panel):
    keyboard = panel["byKeyboard"]
    assert (keyboard["shift tab"]["open"], keyboard["shift tab"]["focus"]) == (False, "number 0")
    assert (
        keyboard["stops"] == 7
    )  # Close, three inputs and the source of one, the one source with an address, the annex
    assert (keyboard["past"]["open"], keyboard["past"]["focus"]) == (False, "number 1")


def test_the_space_bar_opens_without_moving_the_page_and_with_control_does_nothing(panel):
    assert panel["byKeyboard"]["scrolled"] == 0
    assert not panel["byKeyboard"]["ctrl space"]["open"]


@pytest.mark.parametrize("way", ["control", "shift", "middle"])
def test_a_click_for_another_tab_follows_the_link(panel, way):
    assert panel["byLink"][way] == {"went": "#fact-trial.force", "panel": False}


def test_a_number_that_the_page_does_not_know_leads_to_the_annex(panel):
    assert panel["byLink"]["unknown"] == "#fact-trial.alone"


def test_on_a_telephone_the_panel_is_a_sheet_at_the_foot(panel):
    touch = panel["byTouch"]
    assert (touch["sheet"]["x"], touch["sheet"]["width"]) == (0, 320)
    assert touch["sheet"]["y"] + touch["sheet"]["height"] == pytest.approx(640, abs=1)
    assert not touch["closed"]["open"]


@pytest.mark.parametrize("window", ["desk", "phone", "zoomed", "zoomed four times"])
def test_the_panel_lies_in_the_window_can_be_closed_and_leaves_the_number_in_sight(panel, window):
    places = panel["everywhere"][window]
    assert len(places) == 17  # two on top, fourteen in the text, one at the end
    for place in places:
        assert (place["inside"], place["closable"], place["covers"], place["inSight"]) == (True, True, False, True)
        assert place["height"] > 80


def test_axe_core_finds_nothing_in_the_open_panel(panel):
    assert panel["lookedAtByAxe"] == {"light": [], "dark": []}
    assert panel["byTouch"]["axe"] == []


def test_the_script_asks_for_nothing_and_says_nothing_to_the_console(panel):
    assert (panel["byPointer"]["requests"], panel["byPointer"]["messages"]) == ([], [])
