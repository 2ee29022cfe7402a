"""A web page holds its own script and its data; any other script is refused."""

import pytest
from lxml import html

from peacebrief.briefs.setting.page_checks import script_faults
from peacebrief.briefs.setting.script import script_policy

OWN = "console.log('ours');"
DATA = '<script type="application/json" id="trails">{"facts": {"a": "\\u003c/script>"}}</script>'


POLICY = f"default-src 'none'; script-src {script_policy(OWN)}; style-src 'unsafe-inline'"


def faults(body, policy=POLICY):
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return list(script_faults(html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")))


def test_a_page_with_its_own_script_and_its_data_passes():
    assert faults(f"<p>Text</p>{DATA}<script>{OWN}</script>") == []


def test_a_page_without_scripts_passes_where_its_policy_lets_none_run():
    assert faults("<p>Text</p>", policy="default-src 'none'") == []


@pytest.mark.parametrize(
    "body",
    [
        f"<script>{OWN} </script>",
        f"<script>{OWN}</script><script>{OWN}</script>",
        f"<script>{OWN}</script><script>alert(1)</script>",
        f'<script src="data:,x">{OWN}</script>',
        f'<script type="module">{OWN}</script>',
        f'<script type="application/json">{{}}</script><script>{OWN}</script>',
        f'<script type="application/json" id="trails" src="x">{{}}</script><script>{OWN}</script>',
        f"<script>{OWN}</script>{DATA}{DATA}",
        f'<script>{OWN}</script><script type="application/json" id="trails">alert(1)</script>',
        f'<script>{OWN}</script><script type="application/json" id="trails">[]</script>',
        f"<svg><script>alert(1)</script></svg><script>{OWN}</script>",
        "<p>No script, though the policy names one.</p>",
    ],
)
def test_any_other_script_is_refused(body):
    assert faults(body)


@pytest.mark.parametrize(
    "policy",
    [
        "default-src 'none'",
        "default-src 'none'; script-src 'unsafe-inline'",
        f"default-src 'none'; script-src {script_policy(OWN)} 'unsafe-eval'",
        f"default-src 'none'; script-src {script_policy(OWN)} https:",
        f"default-src 'none'; script-src {script_policy(OWN)}; script-src-elem 'unsafe-inline'",
        f"script-src {script_policy('another')}",
    ],
)
def test_a_policy_that_lets_anything_else_run_is_refused(policy):
    assert faults(f"<script>{OWN}</script>", policy)
