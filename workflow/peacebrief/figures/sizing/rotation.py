"""What rotation adds: troops deployed, the pool that keeps them there, troops cycled, and each army's share.

The rules shown are the published ones with a pool among the facts; the armies those most tied up.
"""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from peacebrief.facts.rounding import percent, significant, spell_range
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import APART, COMMITTED, MODEL, REFERENCE, range_bar
from peacebrief.figures.drawing.scale import brief, factor_behind, logarithmic, short
from peacebrief.figures.drawing.wrapping import panel_titles
from peacebrief.figures.reading import cell, draws, marks, quantiles, role_labels, size_under_test, source_line
from peacebrief.figures.registry import RANGE, Caption, Facts, Tables
from peacebrief.reasoning.wording import listed

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {**dict.fromkeys(RANGE, "troops; share of an army for armies"), "ratio": "pool for each"}
MOST_HIGH_MM = 88

LABELS_IN, GAP, ROW, BAR = 1.4, 0.12, 0.162, 0.1
CYCLED_GAP, CYCLED_IN, ARMIES_GAP = 0.06, 0.18, 0.54
BEHIND_IN, BEHIND_WHOLE_IN = 0.5, 1.05  # beside the longest bar, for its number, or for two where one passes 100%
WORDS_IN = 0.22  # left free behind the longest bar of troops for its number, besides the gap between panels
LOOKS = {"deployed": MODEL, "pool": COMMITTED, "cycled": APART, "army_share": MODEL, "ceiling": COMMITTED}

BY_RULE, SHARE, CEILING = "sizing.pool_by_rule.", "sizing.army_share.", "sizing.british_share"
MOST_ARMIES, WHOLE_ARMY = 6, 1.0


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: for which roles rotation lifts the commitment over the size under test."""
    ratios = list(rules_used(facts, tables).values())
    months = assumption(tables, "horizon_months")
    return Caption(
        title=finding(facts, tables),
        subtitle="Above: troops (k = thousand, m = million), 90% range and middle, logarithmic, dashed: "
        f"{size_under_test(facts):,}; those cycled over {significant(months)} months are not a pool"
        f"{armies_shown(facts, tables)}",
        source=source_line(tables, [draws(tables), f"{len(ratios)} published rotation rules; army sizes in the annex"]),
        alt="Troops deployed, and the pool that keeps them there by rules from "
        f"{spell_range(min(ratios), max(ratios))} soldiers for each one deployed. "
        f"{' '.join(sentences(facts, tables))}{army_sentence(facts, tables)}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per bar: deployed, pool by rule and cycled for each role (persons), shares of armies, both lines."""
    rows: list[tuple[object, ...]] = []
    for role in role_labels(tables):
        rows.append(("deployed", role, "deployed", *quantiles(facts[f"sizing.force.{role}"]), None))
        rows += [
            ("pool", role, rule, *quantiles(facts[f"{BY_RULE}{rule}.{role}"]), ratio)
            for rule, ratio in rules_used(facts, tables).items()
        ]
        rows.append(("cycled", role, "cycled", *quantiles(facts[f"sizing.cycled.{role}"]), None))
    for fact_id, name in armies_most_tied_up(facts, tables).items():
        rows.append(("ceiling" if fact_id == CEILING else "army_share", "", name, *quantiles(facts[fact_id]), None))
    for name, place in (("size_under_test", float(size_under_test(facts))), ("whole_army", WHOLE_ARMY)):
        rows.append(("threshold", "", name, place, place, place, None))
    return pd.DataFrame(rows, columns=["kind", "role", "name", "p5", "p50", "p95", "ratio"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """A panel for each role: deployed and pool above, cycled apart below; then a bar for each army."""
    frame, roles, rules = data(facts, tables), role_labels(tables), rules_used(facts, tables)
    people, armies = frame[frame.role != ""], frame[frame.kind.isin(["army_share", "ceiling"])]
    pool_in, armies_in = ROW * (len(rules) + 1), ARMIES_GAP + ROW * len(armies) if len(armies) else 0.0
    width = (style.WIDTH_IN - LABELS_IN) / len(roles) - GAP
    titles, head = panel_titles(list(roles.values()), width)
    cycled_top = head + pool_in + CYCLED_GAP
    figure = style.new_figure(cycled_top + CYCLED_IN + armies_in + 0.27)
    for number, role in enumerate(roles):
        left, own = LABELS_IN + number * (width + GAP), people[people.role == role]
        pool = style.panel(figure, left=left, top=head, width=width, height=pool_in)
        cycled = style.panel(figure, left=left, top=cycled_top, width=width, height=CYCLED_IN)
        for axes, kept, bar in (
            (pool, own.kind != "cycled", BAR / ROW),
            (cycled, own.kind == "cycled", BAR / CYCLED_IN),
        ):
            _draw_people(axes, own[kept], people, bar=bar)
            axes.axvline(size_under_test(facts), zorder=2.5, **REFERENCE)
        # One scale for both: its numbers stand once, below the lower panel.
        pool.tick_params(bottom=False, labelbottom=False)
        pool.spines["bottom"].set_visible(False)
        pool.set_title(titles[number], linespacing=style.LINE_SPACING)
        if not number:
            pool.set_yticks(range(len(rules) + 1), ["deployed", *map(_pool_label, rules.values())])
            cycled.set_yticks([0], [_cycled_label(tables)])
    if len(armies):
        _draw_armies(figure, armies, top=cycled_top + CYCLED_IN + ARMIES_GAP)
    return figure


def _draw_people(axes: Axes, own: pd.DataFrame, everyone: pd.DataFrame, *, bar: float) -> None:
    # Every panel shares one scale, with room for the number after the longest bar.
    ends = [*everyone.p5, *everyone.p95]
    width_in = axes.get_position().width * style.WIDTH_IN
    behind = factor_behind(ends, words_in=WORDS_IN, width_in=width_in)
    logarithmic(axes, ends, steps=(1,), words=short, after=behind)
    axes.set_ylim(len(own) - 0.5, -0.5)
    axes.set_yticks([])
    for place, row in enumerate(marks(own)):
        range_bar(axes, place, (row.p5, row.p50, row.p95), height=bar, look=LOOKS[row.kind])
        # In a column behind the longest bar, where the line at the size under test does not run through them.
        axes.annotate(brief(row.p50), (max(ends), place), (3, 0), textcoords="offset points", va="center",
                      size=style.SMALLEST_PT)  # fmt: skip


def _draw_armies(figure: Figure, armies: pd.DataFrame, *, top: float) -> None:
    behind = BEHIND_WHOLE_IN if (armies.p95 > WHOLE_ARMY).any() else BEHIND_IN
    width = style.WIDTH_IN - LABELS_IN - behind
    axes = style.panel(figure, left=LABELS_IN, top=top, width=width, height=ROW * len(armies))
    axes.set_title("Share of an army tied up by the brigades it could keep up, rotation included")
    axes.set(xlim=(0, max(WHOLE_ARMY, armies.p95.max()) * 1.01), ylim=(len(armies) - 0.5, -0.5))
    axes.xaxis.set_major_locator(MaxNLocator(6))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.grid(True, axis="x")
    axes.set_yticks(range(len(armies)), armies.name)
    axes.axvline(WHOLE_ARMY, zorder=3.5, **REFERENCE)
    for place, row in enumerate(marks(armies)):
        words = percent(row.p50) + (f", up to {percent(row.p95)}" if row.p95 > WHOLE_ARMY else "")
        range_bar(axes, place, (row.p5, row.p50, row.p95), height=BAR / ROW, look=LOOKS[row.kind], words=words)


def _pool_label(ratio: float) -> str:
    return f"pool, {ratio:g} for each"


def _cycled_label(tables: Tables) -> str:
    return f"cycled over {assumption(tables, 'horizon_months'):g} months"


def finding(facts: Facts, tables: Tables) -> str:
    """The title: for which roles rotation ties up the size under test or more."""
    claim, reaching = size_under_test(facts), _reaching(facts, tables)
    if not reaching:
        return f"Rotation included, no role ties up {claim:,} soldiers by any published rule"
    where = "every role" if len(reaching) == len(role_labels(tables)) else listed(reaching)
    return f"Rotation included, {where} can tie up {claim:,} soldiers or more"


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """Deployed, pool and cycled, a sentence for each role."""
    told = []
    for role, label in role_labels(tables).items():
        pools = [quantiles(facts[f"{BY_RULE}{rule}.{role}"])[1] for rule in rules_used(facts, tables)]
        middle, cycled = (quantiles(facts[f"sizing.{what}.{role}"])[1] for what in ("force", "cycled"))
        pool = spell_range(min(pools), max(pools))
        told.append(f"{label}: {significant(middle)} deployed, a pool of {pool}, {significant(cycled)} cycled.")
    return told


def army_sentence(facts: Facts, tables: Tables) -> str:
    """The three armies most tied up, those whose range passes the whole army, the British ceiling; empty for none."""
    names = armies_most_tied_up(facts, tables)
    shares = {fact_id: percent(quantiles(facts[fact_id])[1]) for fact_id in names}
    first = [f"{names[fact_id]} {share}" for fact_id, share in shares.items() if fact_id != CEILING][:3]
    passing = [name for fact_id, name in names.items() if quantiles(facts[fact_id])[2] > WHOLE_ARMY]
    beyond = f" The range passes the whole army for {listed(passing)}." if passing else ""
    ceiling = f" {names[CEILING]}: {shares[CEILING]} of its army." if CEILING in names else ""
    told = f" Armies most tied up: {listed(first)}." if first else ""
    return f"{told}{beyond}{ceiling}"


def armies_shown(facts: Facts, tables: Tables) -> str:
    """Which army shares are drawn, out of how many, and what the line at the whole army means; empty for none."""
    names, known = armies_most_tied_up(facts, tables), sum(fact_id.startswith(SHARE) for fact_id in facts)
    if not names:
        return ""
    count = sum(fact_id != CEILING for fact_id in names)
    shown = f"the {count} largest of {known} army shares" if count < known else f"{known} army shares"
    parts = [*([shown] if count else []), *(["the British force"] if CEILING in names else [])]
    beyond = any(quantiles(facts[fact_id])[2] > WHOLE_ARMY for fact_id in names)
    line = (
        "beyond 100% (dashed) the army is too small for the brigades it is credited with"
        if beyond
        else "dashed: the whole army"
    )
    return f". Below: {listed(parts)}; {line}"


def rules_used(facts: Facts, tables: Tables) -> dict[str, float]:
    """The published rules with a pool among the facts, and their soldiers in the pool for each one deployed."""
    known = {fact_id.split(".")[2] for fact_id in facts if fact_id.startswith(BY_RULE)}
    ratios = {str(row["id"]): cell(row, "central") for row in tables["sizing_methods"] if row["id"] in known}
    return dict(sorted(((rule, ratio) for rule, ratio in ratios.items() if ratio), key=lambda item: (item[1], item[0])))


def armies_most_tied_up(facts: Facts, tables: Tables) -> dict[str, str]:
    """Ids and names of the largest shares, largest first; the British ceiling is always among them where known."""
    names = {f"{SHARE}{row['id']}": str(row["country"]) for row in tables["contributors"]}
    shown = _largest_first([name for name in names if name in facts], facts)[:MOST_ARMIES]
    if CEILING in facts:
        names[CEILING] = f"British force of {significant(assumption(tables, 'british_contribution'))}"
        shown = _largest_first([*shown, CEILING], facts)
    return {fact_id: names[fact_id] for fact_id in shown}


def assumption(tables: Tables, name: str) -> float:
    """The central value of an assumption. Raises StopIteration where there is none."""
    return next(number for row in tables["assumptions"] if row["id"] == name and (number := cell(row, "central")))


def _largest_first(fact_ids: list[str], facts: Facts) -> list[str]:
    return sorted(fact_ids, key=lambda fact_id: (-quantiles(facts[fact_id])[1], fact_id))


def _reaching(facts: Facts, tables: Tables) -> list[str]:
    """Roles whose pool by the strictest rule reaches the size under test."""
    claim, strictest = size_under_test(facts), list(rules_used(facts, tables))[-1]
    pools = {
        label.lower(): quantiles(facts[f"{BY_RULE}{strictest}.{role}"])[1]
        for role, label in role_labels(tables).items()
    }
    return [label for label, pool in pools.items() if pool >= claim]
