"""What a PDF carries, so that its numbers can be checked without anything else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from peacebrief.briefs.citing.csl_record import csl_record
from peacebrief.briefs.printing.pdf import Attachment
from peacebrief.facts.csv_text import csv_text

MANIFEST = "manifest.json"
ATTACHED = ("assumptions.csv", "facts.json", MANIFEST, "sources.json")


def attachments(*, brief: str, facts: bytes, evidence: Mapping[str, Any]) -> list[Attachment]:
    """Facts, assumptions and sources of the edition, and a manifest that names the brief and has their checksums.

    `facts` is the file of the facts as it stands; sources are written as CSL-JSON, which reference managers read.
    """
    assumptions = csv_text(evidence["assumptions"]).encode()
    sources = _json([csl_record(source) for source in evidence["sources"]])
    carried = [
        _as_json("facts.json", "Every fact of this edition, with what it rests on", facts),
        Attachment(
            name="assumptions.csv",
            description="Every assumption, with its range and source",
            data=assumptions,
            mime="text/csv",
        ),
        _as_json("sources.json", "Every source, as CSL-JSON", sources),
    ]
    manifest = _json(_manifest(brief, evidence["case"], carried))
    return [*carried, _as_json(MANIFEST, "The brief, the edition, and checksums of the other files", manifest)]


def _manifest(brief: str, case: Mapping[str, Any], carried: Sequence[Attachment]) -> dict[str, Any]:
    sums = {one.name: {"bytes": len(one.data), "sha256": sha256(one.data).hexdigest()} for one in carried}
    about = {"case": case["id"], "title": case["title"], "edition": case["edition"], "date": str(case["date"])}
    return {**about, "brief": brief, "files": dict(sorted(sums.items()))}


def _as_json(name: str, description: str, data: bytes) -> Attachment:
    return Attachment(name=name, description=description, data=data, mime="application/json")


def _json(document: Any) -> bytes:
    return (json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n").encode()
