"""What the figures on generation say follows from facts and tables, branch by branch."""

import pytest

from peacebrief.telling.figures.generation import burden, public_support

CASE = {
    "draws": 4096,
    "edition": "2030-02",
    "evidence_cutoff": "2030-01-15",
    "support_levels": {"alone": {"phrase": "without help"}, "helped": {"phrase": "with help"}},
}
FILL = "The countries likely to take part"


@pytest.fixture
def sent(known):
    """Options by their size and what countries send to each as planned, a third of that at another level."""

    def of(**options):
        rows, table, facts = [], [], {}
        for name, (size, countries) in options.items():
            facts[f"generation.size.{name}"] = size
            table.append({"id": name, "short_label": name.capitalize(), "in_sentence": f"a {name} force",
                          "support_level": "alone"})  # fmt: skip
            for country, troops in countries.items():
                row = {"option": name, "country": country, "army_share": 0.1, "quota": 2 * troops}
                rows += [row | {"support_level": "alone", "deployed": troops},
                         row | {"support_level": "helped", "deployed": troops / 3}]  # fmt: skip
        return known(facts, case=CASE, options=table, burden=rows)

    return of


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"blue": (900, {"Avalon": 500, "Belgravia": 400}), "red": (100, {"Avalon": 100})},
         f"{FILL} can fill every option; Avalon sends most"),
        ({"blue": (900, {"Avalon": 900})}, f"{FILL} can fill a blue force; Avalon sends most"),
        ({"blue": (900, {"Avalon": 900}), "red": (100, {"Belgravia": 50})}, f"{FILL} can fill only a blue force"),
        ({"blue": (1000, {"Netherlands": 900}), "red": (100, {"Netherlands": 50})},
         f"{FILL} fill no option: at most 90% (a blue force); the Netherlands sends most"),
        ({"blue": (1000, {"Avalon": 0}), "red": (100, {})}, "No country is likely to send troops to any option"),
    ],
)  # fmt: skip
def test_the_burden_says_which_options_are_filled_and_who_sends_most(sent, aloud, options, said):
    case = sent(**options)
    assert aloud(case, burden.finding(case)) == said


def test_what_each_option_gets_is_told_with_its_largest_senders(sent, aloud):
    countries = {"Avalon": 500, "Belgravia": 300, "Cockaigne": 200, "Dystopia": 100}
    case = sent(blue=(1500, countries), red=(900, {"Avalon": 90}), green=(900, {"Avalon": 0}))
    assert aloud(case, burden.caption(case).alt) == (
        "Bars of troops by country and option. "
        "Blue, without help: 1,100 of 1,500 troops from 4 countries, most from Avalon 500 (10% of its army), "
        "Belgravia 300 (10% of its army) and Cockaigne 200 (10% of its army). "
        "Red, without help: 90 of 900 troops from 1 country, most from Avalon 90 (10% of its army). "
        "Green, without help: 0 of 900 troops from 0 countries."
    )


def test_many_countries_share_a_row(sent, aloud):
    crowd = {f"Land {number}": 100 + number for number in range(12)}
    case = sent(blue=(9000, crowd), red=(900, {"Land 11": 1}))
    assert burden.shown(case) == [f"Land {number}" for number in range(11, 2, -1)]
    assert aloud(case, burden.others_label(case)) == "3 others"
    rest = burden.others(case, "blue")
    assert (rest.troops, rest.quota) == (303, 606)
    assert burden.others(case, "red") is None


def test_one_more_country_than_rows_has_its_own(sent):
    case = sent(blue=(9000, {f"Land {number}": 100 + number for number in range(10)}))
    assert len(burden.shown(case)) == 10
    assert burden.others_label(case) is None


@pytest.fixture
def polled(known):
    """Countries by their net support (p5, p50, p95), polls and houses."""

    def of(**countries):
        facts = {f"generation.net_support.{name}": span for name, (span, *_) in countries.items()}
        rows = [{"contributor": name, "country": name.capitalize(), "polls": polls, "houses": houses}
                for name, (_, polls, houses) in countries.items()]  # fmt: skip
        unknown = {"contributor": "nowhere", "country": "Nowhere", "polls": 9, "houses": 9}
        return known(facts, case=CASE, net_support=[*rows, unknown])

    return of


MORE = "More people support than oppose sending troops"
FOR, TORN, AGAINST = (2.0, 9.0, 16.0), (-9.0, 0.0, 9.0), (-30.0, -20.0, -4.0)


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ([], "No country has comparable polls on sending troops after a ceasefire"),
        ([FOR, FOR], f"{MORE} in every country with comparable polls"),
        ([TORN, TORN], "In no country with comparable polls do clearly more people support than oppose sending troops"),
        ([FOR, TORN], f"{MORE} in 1 of 2 countries with comparable polls"),
        ([FOR, AGAINST], f"{MORE} in 1 of 2 countries with comparable polls; more oppose it in B"),
    ],
)  # fmt: skip
def test_countries_are_counted_on_either_side_of_zero(polled, aloud, spans, said):
    case = polled(**{name: (ends, 1, 1) for name, ends in zip("ab", spans, strict=False)})
    assert aloud(case, public_support.finding(case)) == said


def test_each_country_is_told_with_its_polls_the_most_support_first(polled, aloud):
    case = polled(avalon=(AGAINST, 1, 1), belgravia=(FOR, 4, 3))
    said = public_support.caption(case)
    assert aloud(case, said.alt) == (
        "Ranges of net support by country against a line at zero. "
        "Belgravia: +9 points, range +2 to +16, 4 polls, 3 pollsters. "
        "Avalon: \u221220 points, range \u221230 to \u22124, 1 poll, 1 pollster."
    )
    assert "5 polls of comparable wording in 2 countries, in the annex" in aloud(case, said.source)


def test_without_polls_that_is_said(polled, aloud):
    case = polled()
    assert aloud(case, public_support.caption(case).alt).endswith("There is none: no country has such polls.")
