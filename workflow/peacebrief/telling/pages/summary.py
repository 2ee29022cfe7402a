"""What covers say, and the tables and key numbers of the summary."""

from __future__ import annotations

from peacebrief.facts.likelihood import YARDSTICK
from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.answers import limits, sizes, supply, verdict
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import place
from peacebrief.telling.saying.said import Listed, Number, Opening, Phrase, Row, Ruling, Said, Sentences, phrase
from peacebrief.telling.versions import standing


def likelihood(known: Known) -> Sentences:
    """How likely every gate is passed, and which methods ask for the size in question."""
    return Sentences([verdict.likelihood(known), sizes.likelihood(known)])


def confidence(known: Known) -> Sentences:
    """How sure verdicts and sizes are, and why."""
    return Sentences([verdict.confidence(known), sizes.confidence(known, short=True)])


def grades(known: Known) -> Sentences:
    """How sure verdicts and sizes are."""
    return Sentences([verdict.confidence(known, short=True), sizes.grades(known)])


def firmness(known: Known) -> Sentences:
    """How sure verdicts and sizes are, and what the verdicts rest on."""
    return Sentences([grades(known), limits.behind_verdict(known)])


def verdicts(known: Known) -> list[Row]:
    """The verdict on each option as planned, the numbers behind it, and how firmly it stands."""
    return [_verdict(known, row) for row in known.options]


def _verdict(known: Known, row: Record) -> Row:
    at = place(known, row["id"])
    cells = [
        row["short_label"], Ruling(f"feasibility.verdict{at}"), Number(f"generation.size.{row['id']}", "exact"),
        Number(f"generation.sustainable{at}", "median_and_range"), Number(f"feasibility.joint{at}", "percent"),
        Number(f"feasibility.joint{at}", "likelihood"), standing.cell(known, row["id"]),
    ]  # fmt: skip
    return Row(cells, option=row["id"])


def key_numbers(known: Known) -> list[Row]:
    """The numbers that decide the answer: each with what it counts and its range."""
    return [_largest_task(known), _proposed(), _most_kept(known), _most_fed(known), _cost_of_likeliest(known)]


def _key(fact: str, label: Said) -> Row:
    return Row([Number(fact, "p50"), label, Number(fact, "range")])


def _largest_task(known: Known) -> Row:
    largest = sizes.by_size(known)[-1]
    return _key(f"sizing.force.{largest}", phrase("summary.largest_task", role=sizes.role_named(known, largest)))


def _proposed() -> Row:
    proposed = phrase("summary.proposals", count=Number("evidence.proposals.count", "exact"))
    return Row([Number("evidence.proposals.median", "significant"), phrase("summary.median_proposed"), proposed])


def _most_kept(known: Known) -> Row:
    most = _last(known, "generation.sustainable")
    return _key(f"generation.sustainable{place(known, most['id'])}", phrase("summary.most_kept", option=_short(most)))


def _most_fed(known: Known) -> Row:
    hardest = supply.postures(known)[-1]
    label = phrase("summary.most_fed", posture=supply.in_posture(known, hardest))
    return _key(f"logistics.largest_force_drawn.{hardest}", label)


def _cost_of_likeliest(known: Known) -> Row:
    likeliest = _last(known, "feasibility.joint")
    label = phrase("summary.cost_of_likeliest", option=_short(likeliest))
    return _key(f"logistics.cost_per_year.{likeliest['id']}", label)


def _last(known: Known, family: str) -> Record:
    """The option that has most of something as planned; of equal ones the last."""
    return max(reversed(known.options), key=lambda row: known.number(f"{family}{place(known, row['id'])}"))


def _short(row: Record) -> str:
    return str(row["short_label"])


def bands(_: Known) -> Phrase:
    """What each word of likelihood stands for, in two sentences."""
    told = [phrase("summary.band", word=band.word, published=band.published) for band in YARDSTICK]
    half = len(told) // 2
    return phrase("summary.bands", less=Listed(told[:half], "; "), more=Opening(Listed(told[half:], "; ")))


def levels(known: Known) -> Sentences:
    """What the levels of support mean, but for the least, which is the base."""
    meant = [known.case["support_levels"][level] for level in known.levels[1:]]
    return Sentences([
        phrase("summary.level", level=one["label"], meaning=uncapitalised(one["definition"])) for one in meant
    ])  # fmt: skip


def elsewhere(known: Known, web: bool) -> Phrase:  # noqa: FBT001 - asked as templates ask
    """Where the rest is told, with links to the briefs on the options on the `web`."""
    if not web:
        return phrase("summary.elsewhere")
    pages = [phrase("summary.option_page", id=row["id"], option=_short(row)) for row in known.options]
    return phrase("summary.elsewhere_on_the_web", options=Listed(pages, ", "))
