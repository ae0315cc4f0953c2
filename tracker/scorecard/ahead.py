"""The outlook of a card with its sentences, in the reader's language."""

from dataclasses import replace

from tracker.outlook import Outlook
from tracker.wording.language import Language
from tracker.wording.outlook import (
    call_backs_text,
    clarity_text,
    forecast_text,
    last_period_text,
    needed_text,
)
from tracker.wording.sentences import Said


def in_words(language: Language, said: Said, outlook: Outlook) -> Outlook:
    """The outlook of what the card's own sentence is about, with a sentence for each part."""
    goal, figure = said.goal, said.figure
    forecast, clarity = outlook.forecast, outlook.clarity
    calls, last = outlook.call_backs, outlook.last_period
    fewest = said.reading.min_judge
    return replace(
        outlook,
        forecast=forecast
        and replace(
            forecast,
            sentence=forecast_text(language, goal, figure, forecast),
            short=needed_text(language, goal, forecast),
        ),
        clarity=clarity and replace(clarity, sentence=clarity_text(language, goal, clarity)),
        call_backs=calls
        and replace(calls, sentence=call_backs_text(language, calls, is_open=said.is_open)),
        last_period=last
        and replace(last, sentence=last_period_text(language, goal, figure, last, fewest)),
    )
