"""The plan as text: chat messages, and a Markdown page (`kpibot export --format md`)."""

from collections.abc import Iterable, Iterator, Sequence

from bot.views.characters import head, in_one_line, readable, utf16_length
from bot.views.wording import audit_lines, customers_of, facts, percent, said, tracking_line
from kpi.audit import Finding
from kpi.plan import Indicator, Output, Plan
from locales.statements import stated
from locales.text import Text, text
from locales.words import Words

_ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "\\`*_~[]|$#"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)


def plan_messages(plan: Plan, findings: Sequence[Finding], words: Words, limit: int = 4096) -> list[str]:
    """The plan as messages of at most `limit` UTF-16 code units, as Telegram counts.

    They are parted between outputs and indicators where possible.
    """
    blocks = (_tidy(block) for block in _blocks(plan, findings, words))
    return _packed((part for block in blocks for part in _parts(block, limit)), limit)


def plan_markdown(plan: Plan, findings: Sequence[Finding], words: Words, *, status: str, version: int) -> str:
    """The plan as a Markdown page: a table output × indicator × weight × basic × outstanding × tracking, and the audit.

    `status` is the plan's, "draft" for one. Nothing that people wrote acts as Markdown or HTML.
    """
    title, *others = facts(plan, words)
    state = words.say(text("views.plan.status", status=Text(f"views.status.{status}"), version=str(version)))
    lines = [
        f"# {_escaped(title)}",
        "",
        *(f"- {_escaped(fact)}" for fact in (*others, state)),
        "",
        *_table(plan, words),
        "",
        f"## {words.say(Text('views.plan.audit'))}",
        "",
        *(f"- {_escaped(line)}" for line in audit_lines(findings, words)),
    ]
    return "\n".join(lines) + "\n"


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
        ("basic", "standard", indicator.basic),
        ("outstanding", "standard", indicator.outstanding),
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


def _table(plan: Plan, words: Words) -> Iterator[str]:
    """The rows of the plan as a Markdown table."""
    columns = ("output", "indicator", "weight", "basic", "outstanding", "tracking")
    yield _row([words.say(Text(f"views.column.{column}")) for column in columns])
    yield _row(["---"] * len(columns))
    for output in plan.outputs:
        name = words.say(text("views.plan.named", name=output.name, note=percent(output.weight, words)))
        for indicator in output.indicators:
            yield _row([_escaped(cell) for cell in (name, *_cells(indicator, words))])
        if not output.indicators:
            yield _row([_escaped(name), *[""] * (len(columns) - 1)])


def _cells(indicator: Indicator, words: Words) -> Iterator[str]:
    """An indicator's cells of the table."""
    dimension = Text(f"views.dimension.{indicator.dimension}")
    yield words.say(text("views.plan.named", name=indicator.name, note=dimension))
    yield percent(indicator.weight, words)
    yield words.value(indicator.basic) if indicator.basic else ""
    yield words.value(indicator.outstanding) if indicator.outstanding else ""
    yield tracking_line(indicator.tracking, words)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    """The text as Markdown shows it literally, in a line or in a cell of a table."""
    lines = (line.strip() for line in readable(text).translate(_ESCAPES).split("\n"))
    return "<br>".join(line for line in lines if line)
