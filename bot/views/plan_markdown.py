"""The plan as a Markdown page (`kpibot export --format md`)."""

from collections.abc import Iterator, Sequence

from bot.views.characters import readable
from bot.views.wording import audit_lines, customers_of, facts, percent, tracking_line
from kpi.audit import Finding
from kpi.plan import Indicator, Plan
from locales.standards import in_full
from locales.statements import stated
from locales.text import Text, text
from locales.words import Words

_ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "\\`*_~[]|$#"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)


def plan_markdown(plan: Plan, findings: Sequence[Finding], words: Words, *, status: str, version: int) -> str:
    """The plan as a Markdown page: the table of method.md 3, the statements, the audit.

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
        f"## {words.say(Text('views.sheet.statements'))}",
        "",
        *_statements(plan, words),
        "",
        f"## {words.say(Text('views.plan.audit'))}",
        "",
        *(f"- {_escaped(line)}" for line in audit_lines(findings, words)),
    ]
    return "\n".join(lines) + "\n"


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


def _statements(plan: Plan, words: Words) -> Iterator[str]:
    """The statements as a table, with who receives each output and which goal it serves."""
    columns = ("output", "customers", "serves", "indicator", "statement")
    yield _row([words.say(Text(f"views.column.{column}")) for column in columns])
    yield _row(["---"] * len(columns))
    for output in plan.outputs:
        about = (output.name, words.value(customers_of(output, plan)), output.serves or "")
        for indicator in output.indicators:
            cells = (*about, indicator.name, words.value(stated(output, indicator, words)))
            yield _row([_escaped(cell) for cell in cells])


def _cells(indicator: Indicator, words: Words) -> Iterator[str]:
    """An indicator's cells of the table."""
    dimension = Text(f"views.dimension.{indicator.dimension}")
    yield words.say(text("views.plan.named", name=indicator.name, note=dimension))
    yield percent(indicator.weight, words)
    for standard in (indicator.basic, indicator.outstanding):
        yield words.value(in_full(standard)) if standard else ""
    yield tracking_line(indicator.tracking, words)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    """The text as Markdown shows it literally, in a line or in a cell of a table."""
    lines = (line.strip() for line in readable(text).translate(_ESCAPES).split("\n"))
    return "<br>".join(line for line in lines if line)
