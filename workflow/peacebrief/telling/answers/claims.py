"""Claims: which one the case was asked about, and how they fared that a rule or a reader of the sources can judge."""

from __future__ import annotations

from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Opening, Phrase, Said, Sentences, phrase

# By a fact's last part; a phrase of the same name says it.
VERDICTS = ("supported", "partly_supported", "contradicted", "unverifiable")
CONTRADICTED = "contradicted"
RANK, SIZE = "rank", "size"
COUNTED = ("answers", "answers_reaching", "proposals_reaching", "proposals_exactly")


def has_article(known: Known) -> bool:
    """Whether a text put the questions."""
    return "article" in known.called


def _article(known: Known) -> Opening:
    """That text, at the head of a sentence."""
    return Opening(known.called["article"]["name"])


def tested(known: Known) -> Said:
    """The first claim, in our words, and its verdict; nothing where the case has no claims."""
    if not known.tables["claims"]:
        return NOTHING
    claim = known.tables["claims"][0]
    told: dict[str, Said] = {
        "claim": uncapitalised(claim["claim"]),
        "verdict": Number(f"claims.{claim['id']}.verdict", "words"),
    }
    told["against"] = phrase("claims.against_sizes" if claim["rule"] == SIZE else "claims.against_evidence")
    return phrase("claims.tested_from_article" if has_article(known) else "claims.tested", **told)


def sizes_tested(known: Known) -> Sentences:
    """Of each claim that so many are needed: what methods and proposals say, and what those of another number say."""
    return Sentences([_size_tested(claim) for claim in known.rows("claims", rule=SIZE)])


def _size_tested(claim: Record) -> Phrase:
    name = f"claims.{claim['id']}"
    counts = {part: Number(f"{name}.{part}", "exact") for part in COUNTED}
    verdicts = {part: Number(f"{name}.{part}", "words") for part in ("by_methods", "by_proposals", "verdict_without")}
    return phrase("claims.size_tested", size=Number(f"{name}.claimed", "exact"), **counts, **verdicts)


def fared(known: Known) -> Sentences:
    """How claims fared: by rule, by reading, and what is done with opinions."""
    return Sentences([by_rule(known), by_reading(known), opinions(known)])


def by_rule(known: Known) -> Phrase:
    """How the claims fared that a rule can judge."""
    name = "claims.by_rule_of_article" if has_article(known) else "claims.by_rule"
    return phrase(name, counted=counted_by_rule(known))


def counted_by_rule(known: Known) -> Said:
    """The claims that a rule can judge, counted by verdict."""
    return _counted("claims.count", known)


def by_reading(known: Known) -> Phrase:
    """How those fared that are judged by reading."""
    return phrase("claims.by_reading", counted=_counted("claims.count_judged", known))


def of_all(known: Known) -> Phrase:  # noqa: ARG001 - asked as every sentence is
    """How all claims fared, whether by rule or by reading."""
    return phrase("claims.of_all", **{verdict: Number(f"claims.count_all.{verdict}", "exact") for verdict in VERDICTS})


def _counted(family: str, known: Known) -> Said:
    found = [
        phrase(f"claims.{verdict}", count=Number(f"{family}.{verdict}", "exact"))
        for verdict in VERDICTS
        if known.number(f"{family}.{verdict}") > 0
    ]
    return Listed(found, "; ") if found else phrase("claims.no_claims")


def opinions(known: Known) -> Said:
    """What is done with opinions, where there are any."""
    if known.number("claims.count.opinions") == 0:
        return NOTHING
    return phrase("claims.opinions_of_article" if has_article(known) else "claims.opinions")


def how_judged(known: Known) -> Sentences:
    """How claims are judged: by number, by rank where a claim is one of rank, and else by reading."""
    rounding, close = (Number(f"claims.rule.{share}", "percent") for share in ("rounding_share", "close_share"))
    return Sentences([
        phrase("claims.judged_by_number", rounding=rounding, close=close),
        phrase("claims.judged_by_both") if known.rows("claims", rule=SIZE) else "",
        phrase("claims.judged_by_rank" if known.rows("claims", rule=RANK) else "claims.judged_by_reading"),
    ])  # fmt: skip


def question(known: Known) -> Phrase:
    """What the page on the claims asks."""
    return phrase("claims.question_of_article" if has_article(known) else "claims.question")


def heading(known: Known) -> Phrase:
    """The head of the section on the claims."""
    if has_article(known):
        return phrase("claims.heading_of_article", article=_article(known))
    return phrase("claims.heading")


def figures(known: Known) -> Phrase:
    """How the claimed figures fare, in the head of a finding."""
    rows = [row for row in known.tables["claims"] if known.has(f"claims.{row['id']}.claimed")]
    verdicts = {known.words(f"claims.{row['id']}.verdict") for row in rows}
    uneven = {"supported", CONTRADICTED} <= verdicts
    if has_article(known):
        name = "claims.figures_of_article_uneven" if uneven else "claims.figures_of_article_tested"
        return phrase(name, article=_article(known))
    return phrase("claims.figures_uneven" if uneven else "claims.figures_tested")
