"""The plan as chat messages."""

from collections.abc import Iterable, Iterator, Sequence

from bot.views.characters import head, in_one_line, readable, utf16_length
from bot.views.wording import audit_lines, customers_of, facts, said, tracking_line
from kpi.audit import Finding
from kpi.plan import Indicator, Output, Plan
from locales.standards import in_full
from locales.statements import stated
from locales.text import Text, text
from locales.words import Words


def plan_messages(plan: Plan, findings: Sequence[Finding], words: Words, limit: int = 4096) -> list[str]:
    """The plan as messages of at most `limit` UTF-16 code units, as Telegram counts.

    They are parted between outputs and indicators where possible.
    """
    blocks = (_tidy(block) for block in _blocks(plan, findings, words))
    return _packed((part for block in blocks for part in _parts(block, limit)), limit)


def _blocks(plan: Plan, findings: Sequence[Finding], words: Words) -> Iterator[str]:
    """What stays together in a message if it can; an output's heading stays with its first indicator."""
    yield "\n".join(facts(plan, words))
    for number, output in enumerate(plan.outputs, start=1):
        heading = _output(number, output, plan, words)
        indicators = [
            _indicator(f"{number}.{place}", indicator, output, words)
            for place, indicator in enumerate(output.indicators, start=1)
        ]
        yield "\n\n".join([heading, *indicators[:1]])
        yield from indicators[1:]
    if findings:
        yield "\n".join((words.say(Text("views.plan.audit")), *audit_lines(findings, words)))


def _output(number: int, output: Output, plan: Plan, words: Words) -> str:
    """An output with its weight, its customers and the goal it serves."""
    heading = words.say(text("views.plan.output", number=str(number), output=output.name))
    lines = said(
        words,
        ("weight", "weight", output.weight),
        ("customers", "customers", customers_of(output, plan)),
        ("serves", "serves", output.serves),
    )
    behaviour = [] if output.observable else [words.say(Text("views.plan.behaviour"))]
    return "\n".join([heading, *lines, *behaviour])


def _indicator(number: str, indicator: Indicator, output: Output, words: Words) -> str:
    """An indicator with all that is known of it."""
    heading = text(
        "views.plan.indicator",
        number=number,
        indicator=indicator.name,
        dimension=Text(f"views.dimension.{indicator.dimension}"),
        weight=indicator.weight,
    )
    lines = said(
        words,
        ("judge", "judge", indicator.judge),
        ("second_rater", "second_rater", indicator.second_rater),
        ("looks_like", "looks_like", indicator.looks_like),
        ("factors", "factors", indicator.factors),
        ("basic", "standard", in_full(indicator.basic) if indicator.basic else None),
        ("outstanding", "standard", in_full(indicator.outstanding) if indicator.outstanding else None),
        ("statement", "statement", words.value(stated(output, indicator, words))),
        ("tracking", "tracking", tracking_line(indicator.tracking, words)),
    )
    return "\n".join([words.say(heading), *(f"• {line}" for line in lines)])


def _tidy(block: str) -> str:
    """The readable block, without stray white space."""
    paragraphs = readable(block).split("\n\n")
    return "\n\n".join(_tidy_lines(paragraph) for paragraph in paragraphs if paragraph.strip())


def _tidy_lines(paragraph: str) -> str:
    return "\n".join(in_one_line(line) for line in paragraph.split("\n") if line.strip())


def _parts(block: str, limit: int) -> Iterator[str]:
    """The block, or where it is longer than a message, its parts: whole lines if there are any."""
    while utf16_length(block) > limit:
        part = head(block, limit)
        end = part.rfind("\n") if "\n" in part else len(part)
        yield block[:end].strip()
        block = block[end:].strip()
    yield block


def _packed(blocks: Iterable[str], limit: int) -> list[str]:
    """The blocks in as few messages as their order allows."""
    messages: list[str] = []
    for block in blocks:
        longer = f"{messages[-1]}\n\n{block}" if messages else block
        if messages and utf16_length(longer) <= limit:
            messages[-1] = longer
        else:
            messages.append(block)
    return messages
