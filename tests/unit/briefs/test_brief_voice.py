"""How a brief says facts where they are told, so that numbers elsewhere lead there."""

from pathlib import Path

from peacebrief.briefs.pages.brief_voice import BriefVoice
from peacebrief.briefs.pages.numbering import Register
from peacebrief.facts import Fact
from peacebrief.telling.saying.said import Placed
from peacebrief.telling.saying.voice import Words

WORDS = Path(__file__).parents[3] / "workflow/templates/words"
SHARE = Fact(id="a.share", label="Share", unit="share", kind="number", method="Counted.", because=(), value=0.25)


def test_a_fact_is_placed_where_it_is_told():
    register, words = Register(), Words(WORDS, escaped=True, vocabulary={})
    voice = BriefVoice(words, facts={SHARE.id: SHARE}, citations={}, medium="web", register=register, marks={})
    assert voice.say(Placed("a.share", "percent")) == '<span id="fact-a.share">25%</span>'
    assert register.places == {"a.share": "fact-a.share"}
    assert register.printed == set()
