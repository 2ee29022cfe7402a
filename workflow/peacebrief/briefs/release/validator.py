"""What an independent validator says of a PDF: the archival standard and the accessible one."""

from __future__ import annotations

import re
from dataclasses import dataclass

PROFILES = ("pdfa-3a", "pdfua-1")
# The validator takes a byte 0x0D at the end of a stream for the end of its line. Whether it was wrong is found out.
LENGTHS_DOUBTED = "PDFA3A-STREAM-LENGTH-001"
LENGTH = re.compile(rb"/Length (\d+)[^\n]*>>\nstream\n")
END = b"\nendstream\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the validator says under one profile: rules looked at, and the message for each rule that is broken."""

    profile: str
    rules: int
    faults: dict[str, str]


def validator_opinion(pdf: bytes, profile: str) -> Opinion:
    """The validator's opinion of `pdf`, less its doubt about lengths where every length is right."""
    import page

    report = page.validate_pdf_bytes(pdf, profile=profile)
    faults = {failure.rule_id: failure.message for failure in report.failures}
    if LENGTHS_DOUBTED in faults and stream_lengths_are_right(pdf):
        del faults[LENGTHS_DOUBTED]
    return Opinion(profile=profile, rules=report.rules.total, faults=faults)


def stream_lengths_are_right(pdf: bytes) -> bool:
    """Whether every stream of the file was found and ends where its length says."""
    found = list(LENGTH.finditer(pdf))
    ends = (one.end() + int(one[1]) for one in found)
    return len(found) == pdf.count(END) and all(pdf.startswith(END, end) for end in ends)
