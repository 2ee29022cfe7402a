"""Which scripts a web page may hold: our own, named by the policy by its digest, and one block of data. A PDF: none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import etree

from peacebrief.briefs.script import script_policy

DATA = {"type": "application/json", "id": "trails"}
POLICY = "//meta[@http-equiv='Content-Security-Policy']/@content"


def script_faults(page: etree._Element) -> Iterator[str]:
    """What is wrong with the scripts of a web page, one sentence each."""
    scripts = list(page.iter("script"))
    data = [script.text or "" for script in scripts if dict(script.attrib) == DATA]
    running = [script for script in scripts if dict(script.attrib) != DATA]
    if len(data) > 1 or len(running) > 1:
        yield f"The page contains {len(scripts)} scripts, more than its own and its data."
    for name in (name for script in running for name in script.attrib):
        yield f"The script of the page has the attribute {name}."
    let_run = re.findall(r"script-src\S* ([^;]*)", "; ".join(page.xpath(POLICY)))
    if let_run != [script_policy(script.text or "") for script in running]:
        yield "The content-security policy of the page does not name exactly the script that it contains."
    if not all(map(_is_json_object, data)):
        yield "The data of the page cannot be read."


def _is_json_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
