"""The JSON Schemas agree with the models they are written from, and with the evidence handed on."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from peacebrief.inputs.handing_on.resolving import evidence
from peacebrief.inputs.handing_on.schemas import MODELS, schema_files


def test_the_schemas_kept_are_those_the_models_give(project):
    folder = project / "workflow" / "schemas"
    kept = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.json")}
    assert kept == schema_files(), "write them again: each text of schema_files() to the file of its name"


@pytest.fixture(scope="module")
def schemas():
    return {name.removesuffix(".schema.json"): json.loads(text) for name, text in schema_files().items()}


@pytest.fixture(scope="module")
def rows(ukraine):
    """The rows handed on, by the name of their schema."""
    found = evidence(ukraine)
    case = dict(found["case"])
    told = {"vocabulary": [case.pop("vocabulary")], "case": [case], "source": found["sources"]}
    return {**found["tables"], **told, "assumptions": found["assumptions"]}


@pytest.mark.fast_cases(6)
@pytest.mark.parametrize("name", MODELS)
def test_the_evidence_of_the_real_case_satisfies_its_schema(rows, schemas, name):
    schema = schemas[name]
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert [error.message for row in rows[name] for error in validator.iter_errors(row)] == []
