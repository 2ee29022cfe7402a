"""The plan of the house: how large a module and a folder may be, and which way arrows point."""

import ast
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "workflow/peacebrief"
LONGEST_MODULE = 300
MOST_MODULES = 12
LONGEST_WAY = 20
NAMELESS = {"utils", "helpers", "common", "misc", "util", "helper"}
# The one room of a stage that later stages may enter, and why it is one: decision 20.
PUBLIC = {"generation": "generation.supply"}
STAGES = ("sizing", "generation", "logistics", "feasibility")
IMPORT = re.compile(rf"^[ ]*(from {PACKAGE.name}\b[\w.]* import (?:\([^)]*\)|[^(\n]*))", re.MULTILINE)
ENTRY = re.compile(r"^(?P<blanks> *)(?P<name>[a-z_]+)(?P<kind>/|\.py)(?: +\S.*)?$")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def dotted(module: Path) -> str:
    """The name of a module or of a folder within the package; empty for the package itself."""
    return ".".join(part for part in (module.parent / module.stem).relative_to(PACKAGE).parts if part != "__init__")


@cache
def known() -> frozenset[str]:
    return frozenset(map(dotted, modules()))


@cache
def imports() -> dict[str, frozenset[str]]:
    """What each module imports of the package; `__init__` files among them."""
    return {dotted(module): frozenset(imported(module)) for module in modules()}


def imported(module):
    # Its imports alone are parsed: to walk through all that every module says would take longer than all else here.
    statements = "\n".join(found[1] for found in IMPORT.finditer(module.read_text(encoding="utf-8")))
    for node in ast.parse(statements).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == PACKAGE.name and not node.level:
            parent = (node.module or "").partition(".")[2]
            for alias in node.names:
                child = f"{parent}.{alias.name}".lstrip(".")
                yield child if child in known() else parent


def users():
    found = defaultdict(set)
    for module, others in imports().items():
        for other in others:
            found[other].add(module)
    return found


@cache
def picture() -> tuple[str, ...]:
    """The rooms as CONTRIBUTING draws them, from the top: each may use only what stands above it."""
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawn = text.partition("```\nworkflow/peacebrief/\n")[2].partition("\n```")[0]
    found, room = [], ""
    for line in drawn.splitlines():
        entry = ENTRY.match(line)
        assert entry, f"CONTRIBUTING.md, picture of the rooms: {line!r} is no room"
        deep = len(entry["blanks"]) > 2
        room = room if deep else entry["name"]
        found.append(f"{room}.{entry['name']}" if deep else entry["name"])
    return tuple(found)


def place_of(module):
    """The room or module of the picture that a module belongs to."""
    parts = module.split(".")
    return next((".".join(parts[:n]) for n in (2, 1) if ".".join(parts[:n]) in picture()), module)


def test_a_module_is_one_concept_short_enough_to_read_at_once():
    lengths = {dotted(module): len(module.read_text(encoding="utf-8").splitlines()) for module in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_a_folder_holds_no_more_than_can_be_looked_over():
    crowds = Counter(module.parent for module in modules() if module.name != "__init__.py")
    assert {dotted(folder): count for folder, count in crowds.items() if count > MOST_MODULES} == {}


def test_the_picture_of_the_rooms_agrees_with_the_tree():
    folders = {dotted(module.parent) for module in modules()} - {""}
    rooms = {folder for folder in folders if folder.count(".") < 2}
    divided = {room.partition(".")[0] for room in rooms if "." in room}
    loose = {name for name in known() if name.count(".") == 1 and name.partition(".")[0] in divided} - folders
    top = {name for name in known() if "." not in name} - folders - {"", "__main__"}
    assert set(picture()) == rooms | loose | top
    assert len(set(picture())) == len(picture())


def test_arrows_point_one_way_between_rooms_and_within_them():
    order = {place: number for number, place in enumerate(picture())}
    upwards = [
        f"{module} -> {other}"
        for module, others in imports().items()
        for other in others
        for here, there in [(place_of(module), place_of(other))]
        # What a room shows to the outside, its `__init__` may fetch from within.
        if module not in ("", "__main__") and not there.startswith(f"{module}.") and order[there] > order[here]
    ]
    assert upwards == []


def test_a_stage_uses_another_only_through_its_public_room():
    entered = {
        f"{module} -> {other}"
        for module, others in imports().items()
        for other in others
        for here, there in [(module.partition(".")[0], other.partition(".")[0])]
        if here in STAGES and there in STAGES and here != there and not other.startswith(PUBLIC.get(there, "none"))
    }
    assert entered == set()


def test_no_module_is_a_mere_annexe_of_its_neighbour():
    """No `x_y.py` beside `x.py` that one module alone imports."""
    used = users()
    annexes = [
        name
        for name in known()
        for parent, _, own in [name.rpartition(".")]
        for cut in [own.rpartition("_")[0]]
        if cut and f"{parent}.{cut}".lstrip(".") in known() and len(used[name]) < 2
    ]
    assert annexes == []


def test_no_two_modules_of_the_model_share_a_name():
    """But for what every stage has: what it is given, what it publishes, and the stage itself."""
    names = Counter(name.rpartition(".")[2] for name in known() if name.partition(".")[0] in (*STAGES, "uncertainty"))
    assert {name for name, count in names.items() if count > 1} <= {"given", "stage"}


def test_modules_are_named_after_what_they_hold():
    assert [dotted(module) for module in modules() if {module.stem, module.parent.name} & NAMELESS] == []


def test_every_module_says_what_it_is_for():
    silent = [dotted(module) for module in modules() if not module.read_text(encoding="utf-8").startswith('"""')]
    assert silent == []


def test_the_ways_from_a_row_to_its_fact_are_short_and_whole():
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("Two ways")[2].partition("\n## ")[0]
    ways = [re.findall(r"`([a-z_/]+)\.py`", way) for way in text.split("\n* ")[1:]]
    assert len(ways) == 2
    for way in ways:
        listed = {path.replace("/", ".") for path in way}
        assert len(way) == len(listed) <= LONGEST_WAY
        assert listed <= known()
        # Inputs are handed on as a document, and facts as another; within a stage files use each other.
        model = {name for name in listed if name.split(".")[0] in {*STAGES, "reasoning"}}
        apart = {
            one for one in model if not (imports()[one] & model or any(one in imports()[other] for other in model))
        }
        assert apart == set()
