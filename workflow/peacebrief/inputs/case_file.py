"""Reading case.yaml."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from peacebrief.inputs.case_settings import CaseSettings
from peacebrief.inputs.problem import Problem, shown
from peacebrief.inputs.text_file import read_text
from peacebrief.inputs.validation import validated


class NoDuplicates(yaml.SafeLoader):
    """Plain YAML in which a name given twice is an error instead of the last one winning."""

    def construct_mapping(
        self,
        node: yaml.MappingNode,
        deep: bool = False,  # noqa: FBT001, FBT002 - as in the class above it
    ) -> dict[Hashable, Any]:
        """The mapping of `node`. Raises yaml.MarkedYAMLError for a name given twice."""
        names = [key.value for key, _ in node.value]
        for key, _ in node.value:
            if names.count(key.value) > 1:
                raise yaml.MarkedYAMLError(problem=f"{shown(key.value)} is there twice", problem_mark=key.start_mark)
        return super().construct_mapping(node, deep)


def read_settings(path: Path, *, case: str, file: str) -> tuple[CaseSettings | None, list[Problem]]:
    """The settings at `path`, or None, and every problem with them."""
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
    settings, problems = validated(CaseSettings, {str(key): value for key, value in content.items()}, file=file)
    if settings is not None and settings.id != case:
        message = f"{shown(settings.id)} is not the name of the folder; write {case}."
        problems.append(Problem(file=file, column="id", value=settings.id, message=message))
    return settings, problems


def _content(text: str) -> tuple[Any, str]:
    """What YAML makes of `text`, and why it makes nothing of it."""
    wrong = ""
    try:
        return yaml.load(text, Loader=NoDuplicates), wrong  # noqa: S506 - a SafeLoader
    except yaml.YAMLError as error:
        wrong = _sentence(error)
    except ValueError as error:
        wrong = f"a value cannot be read ({error}); write dates as 2026-06-30."
    except RecursionError:
        wrong = "it is nested too deeply; copy the file of another case and start again."
    except (AttributeError, KeyError, TypeError):
        # The reader of YAML stumbles on a value that does not suit its !!tag.
        wrong = "a value does not suit the !! mark before it; remove the mark."
    return None, wrong


def _sentence(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    line = f"line {mark.line + 1} " if mark is not None else ""
    reason = getattr(error, "problem", None) or "it is not proper YAML"
    return f"{line}cannot be read: {reason}; check indentation, colons and quotation marks."
