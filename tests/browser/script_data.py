"""What the pages hold on which the script is tried: a table to sort, the trails of two numbers, and hostile ones."""

import json

from markupsafe import Markup

# In no order at all, so that each way of sorting moves something; two rows are equal in the second column.
SIZES = [
    {"name": "beta", "size": 900.0, "told": "€1.5 million", "day": "2026-02-03", "note": "about ten"},
    {"name": "Alpha", "size": 12_345.0, "told": "€900,000 to €2 million", "day": "2025-12-31", "note": None},
    {
        "name": "gamma",
        "size": None,
        "told": "–",
        "day": Markup('<time datetime="2026-01-15">15 January 2026</time>'),
        "note": "an eighth",
    },
    {"name": "delta", "size": 900.0, "told": "−4 (−9 to 3)", "day": "2026-01-02", "note": "zero"},
    {"name": "epsilon", "size": -7.0, "told": "€12 billion", "day": "2024-05-06", "note": "Ten"},
]
TRAILS = {
    "facts": {
        "trial.force": {
            "label": "Troops for a trial",
            "value": "31,000 (15,000 to 64,000)",
            "number": "15123.4/64211",
            "unit": "persons",
            "shown": "31,000 (15,000 to 64,000) persons",
            "word": "likely: 55 to 75%",
            "method": "Length of the line, times the density.",
            "note": "The number shown is the median.",
            "mark": "Si14",
            "annex": "annex.html#fact-trial.force",
            "inputs": ["assumption:line", "fact:trial.army", "fact:trial.far", "table:case.yaml#roles"],
            "sources": ["1", "2"],
        },
        "trial.army": {
            "label": '=1+1 soldiers, "all"',
            "value": "-71,000",
            "number": "-71000",
            "unit": "persons",
            "method": "@SUM of\nwhat is known.",
            "mark": "Ge2",
            "annex": "annex.html#fact-trial.army",
            "inputs": [],
            "sources": [str(number) for number in range(1, 11)],
        },
    },
    "inputs": {
        "assumption:line": {
            "label": "Length of the line",
            "range": "1,150 (950 to 1,290) km",
            "basis": "judgement",
            "href": "annex.html#assumption-line",
            "sources": ["1"],
        },
        "fact:trial.army": {
            "label": "Soldiers",
            "range": "71,000 persons",
            "basis": "worked out",
            "href": "annex.html#a",
            "sources": [],
        },
        "fact:trial.far": {
            "label": "Not on this page",
            "range": "5 to 6",
            "basis": "worked out",
            "href": "annex.html#fact-trial.far",
            "sources": [],
        },
        "table:case.yaml#roles": {
            "label": "Roles of the case",
            "range": "",
            "basis": "chosen",
            "href": "",
            "sources": [],
        },
    },
    "sources": {
        "1": {
            "short": "Jones, 2007",
            "full": "Jones (2007) A guide.",
            "url": "https://example.org/guide?a=1&b=2",
            "marks": ["recalled, not yet read again"],
        },
        **{
            str(number): {"short": f"Author {number}", "full": f"Author {number}, A book.", "url": "", "marks": []}
            for number in range(2, 11)
        },
    },
}
SCRIPT = "</script><script>window.hacked = 1</script>"
IMAGE = '<img src="x" onerror="window.hacked = 2">'


def hostile_data() -> str:
    """Data in which every text tries to become markup or to run, and every address to be one that runs."""
    fact = dict.fromkeys(("label", "value", "unit", "shown", "word", "method", "note", "mark"), IMAGE + SCRIPT)
    addresses = [
        "javascript:window.hacked=3",
        " javascript:window.hacked=4",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "//evil.example",
        "ftp://evil.example",
        "http:evil.example",
        "file:///etc/passwd",
        "https:/evil.example",
        "annex.html\njavascript:x",
    ]
    inputs = {
        f"table:{place}": {"label": IMAGE, "range": SCRIPT, "basis": IMAGE, "href": address, "sources": []}
        for place, address in enumerate(addresses)
    }
    sources = {
        str(place): {"short": IMAGE, "full": SCRIPT, "url": address, "marks": [IMAGE]}
        for place, address in enumerate(addresses)
    }
    fact |= {"annex": addresses[0], "inputs": list(inputs), "sources": list(sources)}
    return json.dumps({"facts": {"trial.force": fact}, "inputs": inputs, "sources": sources}).replace("<", "\\u003c")
