"""Functions of the feasibility stage that run again only where something that they read is not what it was.

What they read of the inputs is noted as they read it, field by field and table by table; what else they are given has
to be the very same objects. So nothing that an input moves is overlooked, and most of the stage need not be repeated
for an input that few of its parts read.
"""

from collections.abc import Mapping

from peacebrief.feasibility import stage
from peacebrief.feasibility.gates.option_gates import FedAfterLoss
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.past_missions import judged_mission
from peacebrief.generation import contributions
from peacebrief.generation.supply.supply_model import SupplyModel

# The parts of the stage that take long, and what they are given.
PARTS = (
    "outlook", "judged_chances", "_odds_and_counts", "passing_sizes", "_planned", "_gate_switches", "worth_of_knowing",
    "version_odds", "moved_verdicts", "answers", "trial",
)  # fmt: skip
FIELDS = frozenset(FeasibilityInputs.__dataclass_fields__)
# Results that are kept by function: of each of a few cases, and of the latest changes to them.
KEPT = 12
# What is noted, by each remembered function that runs.
RUNNING = []


def noted(key, value):
    for reads in RUNNING:
        reads[key] = value


class Tables(Mapping):
    """A record that notes which of its tables are read, missing ones too."""

    def __init__(self, record):
        self.record = record

    def __getitem__(self, name):
        noted(("table", name), self.record.get(name))
        return self.record[name]

    def __iter__(self):
        raise NotImplementedError("read a table by its name")

    __len__ = __iter__


class Watched(FeasibilityInputs):
    """Inputs that note which of their fields are read; those of an earlier run may not be read any more."""

    latest = None

    def __getattribute__(self, name):
        value = super().__getattribute__(name)
        if name in FIELDS and Watched.latest is not None:
            assert self is Watched.latest, f"{name} was read of inputs that a remembered result has kept"
            if name != "record":
                noted(("field", name), value)
        return value

    def now(self, key):
        """What holds what was noted."""
        kind, name = key
        return getattr(self, name) if kind == "field" else self.record.record.get(name)

    @classmethod
    def from_record(cls, record):
        Watched.latest = None
        Watched.latest = super().from_record(Tables(record))
        return Watched.latest


def same(one, other):
    """Whether two arguments are one object, or mappings of the same objects."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(one[name] is other[name] for name in one)
    return one is other


def remembered(function):
    """The function of inputs and more, which finds what it has found before."""
    kept = []

    def found(inputs, *others, **more):
        for place, (given, reads, result) in enumerate(kept):
            if same(given, dict(enumerate(others)) | more) and all(inputs.now(key) == reads[key] for key in reads):
                kept.insert(0, kept.pop(place))
                for key, value in reads.items():
                    noted(key, value)
                return result
        reads = {}
        RUNNING.append(reads)
        try:
            result = function(inputs, *others, **more)
        finally:
            RUNNING.pop()
        kept.insert(0, (dict(enumerate(others)) | more, reads, result))
        del kept[KEPT:]
        return result

    return found


def remembered_of(function):
    """The function of what can be compared, which finds what it has found before."""
    kept = []

    def found(*others, **more):
        for place, (given, result) in enumerate(kept):
            if given == (others, more):
                kept.insert(0, kept.pop(place))
                return result
        kept.insert(0, ((others, more), function(*others, **more)))
        del kept[KEPT:]
        return kept[0][1]

    return found


def remember_parts(patch):
    """Parts of the stage that take long are run again only where something that they read is another."""
    patch.setattr(stage, "FeasibilityInputs", Watched)
    for name in PARTS:
        patch.setattr(stage, name, remembered(getattr(stage, name)))
    for owner, name in ((SupplyModel, "from_record"), (FedAfterLoss, "from_table")):
        patch.setattr(owner, name, staticmethod(remembered_of(getattr(owner, name))))
    for owner, name in ((judged_mission, "joint_chance"), (contributions, "allocated"), (contributions, "quotas")):
        patch.setattr(owner, name, remembered_of(getattr(owner, name)))
