"""Reading what a case says in YAML: its settings, and what it calls its things."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from peacebrief.inputs.cells.cell import NUMBER, composed
from peacebrief.inputs.cells.problem import Problem, shown
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.text_file import read_text
from peacebrief.inputs.reading.typed_row import AnyRow, validated
from peacebrief.inputs.reading.vocabulary import Vocabulary

TWICE = "is there twice"
A_SIGN = "a text begins with a sign that has a meaning here; put the text in quotation marks"
A_MARK = "a ! mark stands before a value; remove the mark"
# What the reader of YAML says of a fault, and what an analyst is told of it; the first that fits.
SAID = {
    "mapping values": (
        "a colon stands where none belongs; check indentation, or put a text that holds a colon in quotation marks"
    ),
    "expected ':'": "a name has no colon behind it; add the colon, or check indentation",
    r"'\t'": "a tab stands before the text; indent with blanks",
    "cannot start any token": A_SIGN,
    "undefined alias": A_SIGN,
    "expected <block end>": "it does not go on from the line before; check indentation and quotation marks",
    "end of stream": "a quotation mark is opened and not closed; close it",
    "expected ',' or": "a bracket is not closed, or a comma is missing within it; add what is missing",
    "escape character": "a backslash stands between quotation marks; write it twice, or leave it out",
    "the tag": A_MARK,
    "base64": A_MARK,
    "another document": "a line of hyphens begins a second file within this one; remove it",
}
OTHERWISE = "it is not written as such a file is; check indentation, colons and quotation marks"


class PlainYaml(yaml.SafeLoader):
    """YAML without surprises: a name given twice is an error instead of the last one winning, numbers are decimal."""

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        """The next mapping of the file. Raises yaml.MarkedYAMLError for a name given twice, whatever blanks it has."""
        node: yaml.MappingNode = super().compose_mapping_node(anchor)
        names = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            name = composed(key.value).strip()
            if name in names:
                raise yaml.MarkedYAMLError(problem=f"{shown(name)} {TWICE}", problem_mark=key.start_mark)
            names.add(name)
        return node

    def construct_decimal(self, node: yaml.ScalarNode) -> float | str:
        """A number as a table has it: YAML takes 010 for eight and 1:30 for ninety. What is not decimal stays text."""
        text = str(self.construct_scalar(node))
        if not NUMBER.fullmatch(text):
            return text
        try:
            return int(text)
        except ValueError:  # it has a point or an exponent, or thousands of digits
            return float(text)


for kind in ("int", "float"):
    PlainYaml.add_constructor(f"tag:yaml.org,2002:{kind}", PlainYaml.construct_decimal)


def read_settings(path: Path, *, case: str, file: str) -> tuple[CaseSettings | None, list[Problem]]:
    """The settings at `path`, or None, and every problem with them."""
    settings, problems = _read(path, CaseSettings, file=file)
    if settings is not None and settings.id != case:
        message = f"{shown(settings.id)} is not the name of the folder; write {case}."
        problems.append(Problem(file=file, column="id", value=settings.id, message=message))
    return settings, problems


def read_vocabulary(path: Path, *, file: str) -> tuple[Vocabulary | None, list[Problem]]:
    """What the file at `path` calls things, or None, and every problem with it."""
    return _read(path, Vocabulary, file=file)


def _read(path: Path, model: type[AnyRow], *, file: str) -> tuple[AnyRow | None, list[Problem]]:
    text, problems = read_text(path, file=file)
    if text is None:
        return None, problems
    content, wrong = _content(text)
    if wrong:
        return None, [Problem(file=file, message=wrong)]
    if not isinstance(content, dict):
        return None, [
            Problem(file=file, message="it is not a list of names and values; copy the file of another case.")
        ]
    return validated(model, {str(key): value for key, value in content.items()}, file=file)


def _content(text: str) -> tuple[Any, str]:
    """What YAML makes of `text`, and why it makes nothing of it."""
    wrong = ""
    try:
        return yaml.load(text, Loader=PlainYaml), wrong  # noqa: S506 - a SafeLoader
    except yaml.YAMLError as error:
        wrong = _sentence(error)
    except ValueError:
        wrong = "a value cannot be read; write dates as 2026-06-30, days of the calendar only."
    except RecursionError:
        wrong = "it is nested too deeply; copy the file of another case and start again."
    except (AttributeError, KeyError, TypeError):
        # The reader of YAML stumbles on a value that does not suit its !!tag.
        wrong = "a value does not suit the !! mark before it; remove the mark."
    return None, wrong


def _sentence(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    line = f"line {mark.line + 1} " if mark is not None else ""
    found = str(getattr(error, "problem", None) or "")
    told = next((said for wording, said in SAID.items() if wording in found), OTHERWISE)
    return f"{line}cannot be read: {found + '; keep one' if TWICE in found else told}."
