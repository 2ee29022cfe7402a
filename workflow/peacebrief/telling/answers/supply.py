"""Supply: what the routes could carry, which losses would leave least, and how sure that is."""

from __future__ import annotations

from peacebrief.reasoning.digits import rounded
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import option_row
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Opening, Phrase, Pointer, Said, Sentences, phrase

REFERENCE = Number("logistics.reference_size", "exact")
CUT_OFF = "logistics.cut_off"
# What facts say of themselves, as the stage of supply words it.
NO_SECTOR, NOT_ROBUST = "none", "not robust"
# A force is told as fed only just where the largest force is less than a fifth above it.
JUST_ABOVE = 1.2
PAIR = 2


def postures(known: Known) -> list[str]:
    """The postures, from the calmest to the hardest."""
    return list(known.case["logistics"]["postures"])


def in_posture(known: Known, posture: str) -> str:
    """A posture as it stands in a sentence."""
    return str(known.case["logistics"]["postures"][posture]["phrase"])


def calm(known: Known) -> str:
    """The calmest posture as it stands in a sentence."""
    return in_posture(known, postures(known)[0])


def carries(known: Known, posture: str, capacity: str = "low") -> bool:
    """Whether the routes could feed the reference force, by the largest force as it is printed."""
    return _largest(known, posture, capacity) >= _reference(known)


def _largest(known: Known, posture: str, capacity: str) -> float:
    return rounded(known.number(f"logistics.largest_force.{capacity}.{posture}"))


def _reference(known: Known) -> float:
    return float(known.case["logistics"]["reference_size"])


def _fed(known: Known, capacity: str) -> list[str]:
    return [posture for posture in postures(known) if carries(known, posture, capacity)]


def _is_cut_off(known: Known) -> bool:
    return known.words(CUT_OFF) != NO_SECTOR


def answer(known: Known) -> Phrase:
    """Whether the reference force could be fed with pessimistic capacities, in each posture."""
    if _is_cut_off(known):
        return phrase("supply.cut_off", sectors=Number(CUT_OFF, "words"))
    fed = _fed(known, "low")
    short = [_fewer(known, posture) for posture in postures(known) if posture not in fed]
    if not short:
        return phrase("supply.feeds_all", size=REFERENCE)
    if not fed:
        return phrase("supply.feeds_none", size=REFERENCE, short=Listed(short))
    well = Listed([_well(known, posture) for posture in fed])
    return phrase("supply.feeds_some", size=REFERENCE, fed=well, short=Listed(short))


def _well(known: Known, posture: str) -> Said:
    """A posture in which the reference force is fed."""
    told = in_posture(known, posture)
    only_just = _largest(known, posture, "low") < JUST_ABOVE * _reference(known)
    return phrase("supply.only_just", posture=told) if only_just else told


def _fewer(known: Known, posture: str) -> Phrase:
    """How many are fed in a posture where the reference force is not."""
    low, central = (Number(f"logistics.largest_force.{case}.{posture}", "significant") for case in ("low", "central"))
    return phrase("supply.fewer", low=low, posture=in_posture(known, posture), central=central)


def in_short(known: Known) -> Said:
    """The answer in one line, for a cover."""
    if _is_cut_off(known):
        return answer(known)
    low, central = _fed(known, "low"), _fed(known, "central")
    if not central:
        return phrase("supply.never_in_short", size=REFERENCE)
    if low == postures(known):
        return phrase("supply.always_in_short", size=REFERENCE)
    return Sentences([_if_central(known, central), _if_pessimistic(known, low)])


def _if_central(known: Known, fed: list[str]) -> Phrase:
    if fed == postures(known):
        return phrase("supply.if_central", size=REFERENCE)
    return phrase("supply.if_central_in", size=REFERENCE, postures=_named(known, fed))


def _if_pessimistic(known: Known, fed: list[str]) -> Phrase:
    return phrase("supply.if_pessimistic", postures=_named(known, fed)) if fed else phrase("supply.in_no_posture")


def _named(known: Known, found: list[str]) -> Listed:
    return Listed([in_posture(known, posture) for posture in found])


def confidence(known: Known) -> Sentences:
    """How likely the hardest posture can be fed, and how far to trust what the routes can carry."""
    hardest = postures(known)[-1]
    chance = f"logistics.probability_supplied.{known.case['logistics']['reference_size']}.{hardest}"
    by_model = phrase(
        "supply.chance_of_hardest",
        size=REFERENCE,
        posture=in_posture(known, hardest),
        chance=Number(chance, "percent"),
        likelihood=Number(chance, "likelihood"),
    )
    declared, links = (Number(f"evidence.quality.{name}", "exact") for name in ("links_declared", "links"))
    if known.number(declared.fact) > 0:
        return Sentences([by_model, phrase("supply.links_declared", declared=declared, links=links)])
    return Sentences([by_model, phrase("supply.share_declared")])


def ways_in(known: Known) -> list[Phrase]:
    """Sectors that no open route reaches, and sectors with a single way in; nothing where all is well."""
    single = [f"logistics.only_way.{row['id']}" for row in known.tables["sectors"]]
    return [
        *([phrase("supply.unreached", sectors=Number(CUT_OFF, "words"))] if _is_cut_off(known) else []),
        *(phrase("supply.only_way", way=Number(fact, "words")) for fact in single if known.has(fact)),
    ]


def worst_losses(known: Known) -> Said:
    """Which country, and which pair of countries, leaves least when lost, and whether in every case of capacity."""
    first = postures(known)[0]
    single, pair = f"logistics.worst_single.{first}", f"logistics.worst_pair.{first}"
    if not _is_anyone_fed(known) or not known.has(single):
        return NOTHING
    country, countries = Number(single, "words"), Number(pair, "words")
    left, left_of_pair = (Number(f"{fact}.remaining", "percent") for fact in (single, pair))
    return Sentences([
        phrase("supply.worst_single", country=country, posture=calm(known), left=left),
        phrase("supply.worst_pair", countries=countries, left=left_of_pair) if known.has(pair) else NOTHING,
        _stays_worst(known, single, pair),
    ])  # fmt: skip


def _is_anyone_fed(known: Known) -> bool:
    return known.number(f"logistics.largest_force.central.{postures(known)[0]}") > 0


def _stays_worst(known: Known, single: str, pair: str) -> Said:
    country = _leaves_least(known, "country", single)
    countries = known.has(pair) and _leaves_least(known, "countries", pair)
    if country and countries:
        return phrase("supply.both_stay")
    if country:
        return phrase("supply.country_stays")
    return phrase("supply.pair_stays") if countries else NOTHING


def _leaves_least(known: Known, kind: str, fact: str) -> bool:
    """Whether the loss that a fact names leaves least in every case of capacity."""
    rows = [row for row in known.rows("losses", posture=postures(known)[0], kind=kind) if _lost(row) <= PAIR]
    cases = {row["capacity_case"] for row in rows}
    least = (min(_of_case(rows, case), key=lambda row: float(row["remaining"])) for case in cases)
    return all(row["label"] == known.words(fact) for row in least)


def _lost(row: Record) -> int:
    """How many are lost together."""
    return len(str(row["loss"]).split("+"))


def _of_case(rows: list[Record], case: str) -> list[Record]:
    return [row for row in rows if row["capacity_case"] == case]


def stock_days(known: Known, fact: str) -> Said:
    """Days until the first stock-out, up to the longest period looked at."""
    days = known.number(fact)
    if days >= max(known.case["logistics"]["loss_days"]):
        return phrase("supply.over", days=Number("logistics.longest_loss", "exact"))
    return phrase("supply.under_a_day") if days < 1 else Number(fact, "significant")


def what_binds(known: Known) -> Said:
    """Which corridors set the limit in the calmest posture."""
    if not _is_anyone_fed(known):
        return NOTHING
    limits = Number(f"logistics.binding.central.{postures(known)[0]}", "words")
    return phrase("supply.what_binds", posture=calm(known), limits=limits)


def order_of_losses(known: Known) -> Phrase:
    """Whether the order of losses holds for every capacity."""
    orders = [known.words(f"logistics.ranking_robust.{posture}") for posture in postures(known)]
    unsteady = any(order.startswith(NOT_ROBUST) for order in orders)
    return phrase("supply.order_changes" if unsteady else "supply.order_stays")


def with_one_lost(known: Known, option: str) -> Sentences:
    """What could still be fed in a fight after the worst single loss, and after the worst set of losses."""
    posture = option_row(known, option)["fighting_posture"]
    troops = f"logistics.largest_force_one_lost.{posture}"
    return Sentences([
        phrase(
            "supply.with_one_lost",
            loss=Number(f"logistics.worst_single_loss.{posture}", "words"),
            troops=Number(troops, "p50"),
            posture=in_posture(known, posture),
            range=Number(troops, "range"),
        ),
        _with_set_lost(known, option, posture),
    ])  # fmt: skip


def _with_set_lost(known: Known, option: str, posture: str) -> Said:
    """What the worst set of losses leaves, where it is worse than the worst single one."""
    worst, single = (f"logistics.{name}.{posture}" for name in ("worst_set", "worst_single_loss"))
    if known.words(worst) == known.words(single):
        return NOTHING
    return phrase(
        "supply.with_set_lost",
        losses=Number(worst, "words"),
        troops=Number(f"logistics.largest_force_set_lost.{posture}", "p50"),
        chance=Number(f"feasibility.fed_set_lost.{option}", "percent"),
    )


def named_lines(known: Known) -> Said:
    """The countries that the text which put the questions names as supply lines."""
    article = known.called.get("article")
    countries = dict.fromkeys(str(row["country_name"]) for row in known.rows("corridors", in_article=1))
    if not article or not countries:
        return NOTHING
    return phrase("supply.named_lines", article=Opening(article["name"]), countries=Listed(list(countries)))


def map_and_table(_: Known) -> Phrase:
    """What the map and the table of the largest force show."""
    table, drawn = Pointer("table", "largest_force"), Pointer("figure", "supply_map")
    return phrase("supply.map_and_table", map=drawn, troops=REFERENCE, table=table)
