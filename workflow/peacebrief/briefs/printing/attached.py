"""What a PDF carries, so that its numbers can be checked without anything else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from peacebrief.briefs.citing.csl_record import csl_record
from peacebrief.briefs.printing.pdf import Attachment
from peacebrief.facts.csv_text import csv_text
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

MANIFEST = "manifest.json"
ATTACHED = ("assumptions.csv", "facts.json", MANIFEST, "sources.json")


def attachments(*, brief: str, facts: bytes, evidence: Mapping[str, Any], say: Say) -> list[Attachment]:
    """Facts, assumptions and sources of the edition, and a manifest that names the brief and has their checksums.

    `facts` is the file of the facts as it stands; sources are written as CSL-JSON, which reference managers read.
    """
    assumptions = csv_text(evidence["assumptions"]).encode()
    sources = _json([csl_record(source) for source in evidence["sources"]])
    carried = [
        _as_json("facts.json", say(phrase("files.attached_facts")), facts),
        Attachment(
            name="assumptions.csv",
            description=say(phrase("files.attached_assumptions")),
            data=assumptions,
            mime="text/csv",
        ),
        _as_json("sources.json", say(phrase("files.attached_sources")), sources),
    ]
    manifest = _json(_manifest(brief, evidence["case"], carried))
    return [*carried, _as_json(MANIFEST, say(phrase("files.attached_manifest")), manifest)]


def _manifest(brief: str, case: Mapping[str, Any], carried: Sequence[Attachment]) -> dict[str, Any]:
    sums = {one.name: {"bytes": len(one.data), "sha256": sha256(one.data).hexdigest()} for one in carried}
    about = {"case": case["id"], "title": case["title"], "edition": case["edition"], "date": str(case["date"])}
    return {**about, "brief": brief, "files": dict(sorted(sums.items()))}


def _as_json(name: str, description: str, data: bytes) -> Attachment:
    return Attachment(name=name, description=description, data=data, mime="application/json")


def _json(document: Any) -> bytes:
    return (json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n").encode()
