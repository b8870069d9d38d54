"""What the messages, the page and the sheet say alike."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from kpi.audit import Finding, Result, verdict
from kpi.plan import Output, Plan, Tracking
from locales.text import Text, Value, text
from locales.words import Words
from storage.people import USUAL

SIGNS = {Result.PASS: "✅", Result.DOUBT: "⚠", Result.FAIL: "❌"}


def facts(plan: Plan, words: Words) -> list[str]:
    """What heads the plan, line by line: its title first."""
    return said(
        words,
        ("title", "post", plan.post),
        ("department", "department", plan.department),
        ("holder", "holder", plan.holder),
        ("period", "period", plan.period),
        ("coverage", "coverage", plan.coverage),
    )


def organisation(name: str) -> Value:
    """What people's organisation is called; the one that was made without a name is theirs."""
    return text("organisation.unnamed") if name == USUAL else name


def said(words: Words, *facts: tuple[str, str, Value]) -> list[str]:
    """The facts that are known, each in its line: message, name of its place, value."""
    known = [fact for fact in facts if fact[2] not in (None, "", ())]
    return [words.say(Text(f"views.plan.{id}", {place: value})) for id, place, value in known]


def customers_of(output: Output, plan: Plan) -> tuple[str, ...]:
    """The names of the customers that receive an output, in the plan's order."""
    return tuple(customer.name for customer in plan.customers if customer.id in output.customers)


def percent(weight: Decimal, words: Words) -> str:
    """A weight in words."""
    return words.say(text("views.percent", weight=weight))


def whole_percent(share: Decimal) -> Text:
    """A share of one, in whole percent."""
    return rounded_percent(share, Decimal(1))


def rounded_percent(share: Decimal, step: Decimal) -> Text:
    """A share of one in percent, to a step; 0 and 100 are said of nothing and of all alone."""
    rounded = (share * 100).quantize(step)
    if 0 < share < 1:
        rounded = min(max(rounded, step), 100 - step)
    return text("views.percent", weight=rounded)


def audit_lines(findings: Sequence[Finding], words: Words) -> Iterator[str]:
    """The audit, each question in one line: its result, the question, the reasons."""
    for question, found in groupby(findings, key=lambda finding: finding.question):
        reasons = " ".join(reason(finding, words) for finding in found)
        sign = SIGNS[verdict(findings, question)]
        name = Text(f"audit.question.{question}")
        yield words.say(text("views.plan.audit.line", sign=sign, number=str(question), question=name, reasons=reasons))


def reason(finding: Finding, words: Words) -> str:
    """Why a finding is what it is, in words."""
    return words.say(reason_of(finding))


def reason_of(finding: Finding) -> Text:
    """Why a finding is what it is, with the section of the method that the rule stands in."""
    reason = Text(f"audit.reason.{finding.rule}", {"about": finding.about})
    return text("audit.ruled", reason=reason, section=finding.section) if finding.section else reason


def tracking_line(tracking: Tracking, words: Words) -> str:
    """What is known of a tracking plan, in one line; empty where nothing is."""
    parts: dict[str, Value] = {
        "data": tracking.data,
        "sample": tracking.sample,
        "when": tracking.when,
        "collector": tracking.collector,
        "receiver": tracking.receiver,
    }
    known = [words.say(Text(f"views.plan.tracking.{name}", {"value": value})) for name, value in parts.items() if value]
    return words.say(Text("views.plan.tracking.separator")).join(known)
