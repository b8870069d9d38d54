"""The whole post interview, in the order of the method (method.md 2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dialogs.choices import Choice
from dialogs.consent import SubmitQuestion
from dialogs.engine import Interview, ask, ask_optional, settle
from dialogs.functions import guess_function
from dialogs.header import Header
from dialogs.post import indicators, outputs, tracking
from dialogs.post.audited import told_by
from dialogs.post.coverage import CoverageQuestion, Estimate
from dialogs.post.keys import mended_at
from dialogs.post.periods import period_question
from dialogs.post.questions import HolderQuestion
from dialogs.questions import ChoiceQuestion, Question, TextQuestion, label
from dialogs.reading.names.named import named_department, named_person, named_post
from dialogs.steps import Place, Present
from kpi.audit import Finding, Result, audit
from kpi.functions import Function
from kpi.period import Period
from kpi.plan import Output, Plan
from kpi.told import Told
from locales.text import Text, text

VERSION = 1
"""Counts released changes of the questions; an older journal is replayed all the same (design.md, "The engine")."""

AN_OUTPUT = 2 + 2 * 4
"""About how many questions an output takes: dimensions, weights, and four for each of two indicators."""
LAST = 3
"""Tracking, coverage, submission."""
OUTPUTS_LEFT = 2 * 3 + 2 + 3 * AN_OUTPUT + LAST
"""About how many questions follow the customers, if there are three with an output each."""
MENDS_OFFERED = 6
"""Buttons to mend findings in one question, the worst first; the rest can be edited from the summary."""


@dataclass(frozen=True, slots=True)
class Post:
    """What the interview is about."""

    post: str
    department: str
    holder: str | None
    function: Function
    period: Period


def post(header: Header) -> Interview[Plan]:
    """Ask everything that a KPI plan of one post needs, and return the plan that the manager submits."""
    yield Place(text("part.basics"), 4 + 3 + OUTPUTS_LEFT)
    about = yield from _post(header)
    yield Place(text("part.outputs"), 3 + OUTPUTS_LEFT)
    given = yield from outputs.work_outputs(about.post, about.holder, about.function)
    judged: list[Output] = []
    for output, names in zip(given.outputs, given.receivers, strict=True):
        yield Place(text("part.indicators"), (len(given.outputs) - len(judged)) * AN_OUTPUT + LAST)
        measured = yield from indicators.indicators_of(output, names, about.function, header.manager)
        judged.append(replace(output, indicators=measured))
    yield Place(text("part.tracking"), LAST)
    tracked = yield from tracking.tracking_of(judged, about.holder, header, about.function)
    yield Place(text("part.audit"), LAST - 1)
    coverage = yield from _coverage(about.post, tracked.outputs)
    if waiting := (yield from settle()):
        yield from ask(_waiting(waiting))
    plan = Plan(
        about.post,
        about.department,
        about.holder,
        about.function,
        about.period,
        given.customers,
        tracked.outputs,
        coverage.share if coverage else None,
    )
    told = told_by(plan, given.activities, coverage.before if coverage else None)
    yield from _submit(plan, told, tracked.singly)
    return plan


def _post(header: Header) -> Interview[Post]:
    name = yield from ask(
        TextQuestion(key="post", name="post", prompt=text("post.ask"), example=text("post.example"), named=named_post)
    )
    department = yield from ask(
        TextQuestion(
            key="department",
            name="department",
            prompt=text("department.ask", post=name),
            choices=(Choice("led", header.department),) if header.department else (),
            default="led" if header.department else None,
            example=text("department.example"),
            named=named_department,
            meanwhile="",
        )
    )
    function = guess_function(name, department)
    if function is None:
        function = yield from _function(name)
    holder = yield from ask_optional(
        HolderQuestion(
            key="holder",
            name="holder",
            prompt=text("holder.ask", post=name),
            example=text("holder.example"),
            named=named_person,
            optional=True,
        )
    )
    period = yield from ask(period_question(header))
    return Post(name, department, holder, function, period)


def _function(post_name: str) -> Interview[Function]:
    """Which work it is, where neither post nor department tells."""
    answer = yield from ask_optional(
        ChoiceQuestion(
            key="function",
            name="function",
            prompt=text("function.ask", post=post_name),
            choices=tuple(Choice(one.value, text(f"function.{one}")) for one in Function),
            optional=True,
        )
    )
    return Function(answer) if answer else Function.OTHER


def _coverage(post_name: str, outputs: Sequence[Output]) -> Interview[Estimate | None]:
    answer = yield from ask_optional(
        CoverageQuestion(
            key="coverage",
            name="coverage",
            prompt=text("coverage.ask", post=post_name),
            choices=tuple(Choice(str(share), text("percent", percent=share)) for share in (95, 90, 85, 75, 60)),
            default="90",
            optional=True,
            indicators=tuple(one.id for output in outputs for one in output.indicators),
        )
    )
    return answer


def _waiting(questions: Sequence[Question[Any]]) -> ChoiceQuestion:
    """What still keeps the plan from being handed in: the questions that were put off."""
    return ChoiceQuestion(
        key="put_off",
        name="put_off",
        prompt=text("put_off.ask", questions=tuple(map(label, questions)), n=len(questions)),
        choices=(
            *(Choice(f"edit:{one.key}", label(one)) for one in questions),
            Choice("pause", text("submit.later")),
        ),
        echoes=False,
    )


def _submit(plan: Plan, told: Told, singly: frozenset[int]) -> Interview[None]:
    """Show the plan with its audit, offer to mend what was found, and wait until it is handed in (method.md 3, 7)."""
    findings = tuple(
        replace(finding, mends=finding.mends and mended_at(finding.mends, plan, singly))
        for finding in audit(plan, told)
    )
    yield Present(plan, findings)
    mendable = sorted((finding for finding in findings if finding.mends), key=_badness)
    failed = sum(finding.result is Result.FAIL for finding in mendable)
    handed_in = Choice("submit", text("submit.anyway" if failed else "submit.now"))
    mends = tuple(_mend(finding) for finding in mendable)[:MENDS_OFFERED]
    others = (Choice("edit", text("submit.edit")), Choice("pause", text("submit.later")))
    yield from ask(
        SubmitQuestion(
            key="submit",
            name="submit",
            prompt=text("submit.ask", findings=_verdict(failed, len(mendable) - failed)),
            choices=(handed_in, *mends, *others),
            default="submit",
            refusal="edit",
            echoes=False,
            names=(*(one.name for one in plan.outputs), *(one.name for one in plan.indicators)),
        )
    )


def _verdict(failed: int, doubts: int) -> Text:
    match bool(failed), bool(doubts):
        case False, False:
            return text("submit.clean")
        case True, False:
            return text("submit.failed", n=failed)
        case False, True:
            return text("submit.doubts", n=doubts)
        case _:
            return text("submit.both", failed=text("submit.failed", n=failed), doubts=text("submit.doubts", n=doubts))


def _mend(finding: Finding) -> Choice:
    about: Sequence[str] = finding.about[:2]
    label = text("submit.mend.about", about=tuple(about)) if about else text("submit.mend")
    return Choice(f"edit:{finding.mends}", text("submit.mend.line", number=finding.question, what=label))


def _badness(finding: Finding) -> tuple[bool, int]:
    return (finding.result is not Result.FAIL, finding.question)
