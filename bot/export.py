"""Plans written out for programs, spreadsheets and readers."""

import json
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection

from bot import meant
from bot.progress import mixed_progress
from bot.views.plan_json import plan_document
from bot.views.plan_markdown import plan_markdown
from dialogs.questions import codec
from kpi.audit import Finding, with_unbound
from kpi.plan import Plan
from kpi.progress import Progress
from locales.words import words
from storage import migrate, people, plans
from storage.database import Database
from storage.plans import PlanVersion
from storage.values import plan_from_json

Format = Literal["json", "xlsx", "md"]


class NoPlan(LookupError):
    """There is no plan of that id."""


def export(
    *,
    database: str,
    plan: str,
    format: Format,
    language: str,
    output: Path | None,
    progress: bool = False,
    year: int | None = None,
) -> Path | None:
    """Write a plan, or its tracking table, perhaps of one year, to a file; returns the file.

    Text goes to standard output where none is named.

    Raises NoPlan, and OSError where it cannot be written.
    """
    opened = Database(database)
    try:
        migrate.upgrade(opened)
        with opened.reading() as c:
            kept = plans.latest(c) if plan == "latest" else plans.plan(c, int(plan)) if _is_id(plan) else None
            decided = [_decision(c, one) for one in plans.decisions(c, kept.plan_id)] if kept else []
            unbound = [one.name for one in meant.unbound(c, kept)] if kept else []
            followed = _followed(c, kept, year) if progress and kept and plans.approved(c, kept.plan_id) else None
    finally:
        opened.close()
    if kept is None or (progress and followed is None):
        raise NoPlan(plan)
    if followed:
        return _write_progress(followed, format, language, output)
    return _write(kept, decided, unbound, format=format, language=language, output=output)


def _followed(c: Connection, kept: PlanVersion, year: int | None) -> Progress:
    organisation = people.organisation_of(c, people.person_of(c, kept.person_id).organisation_id)
    return mixed_progress(c, kept, organisation.id, datetime.now(organisation.zone), year=year)


def _write_progress(followed: Progress, format: Format, language: str, output: Path | None) -> Path | None:
    if format == "xlsx":
        from bot.views.progress_table import write

        path, sheet = output or Path(f"progress-{followed.plan_id}.xlsx"), BytesIO()
        write(followed, words(language), sheet)
        path.write_bytes(sheet.getvalue())
        return path
    from bot.views.progress_table import progress_json

    return _put(json.dumps(progress_json(followed), ensure_ascii=False, indent=2) + "\n", output)


def _write(
    kept: PlanVersion,
    decisions: list[dict[str, object]],
    unbound: list[str],
    *,
    format: Format,
    language: str,
    output: Path | None,
) -> Path | None:
    content: Plan = plan_from_json(kept.content)
    findings = with_unbound(codec(tuple[Finding, ...]).validate_python(kept.audit), unbound)
    spoken = words(language)
    if format == "xlsx":
        from bot.views.sheet import write

        path, sheet = output or Path(f"plan-{kept.plan_id}.xlsx"), BytesIO()
        write(content, findings, spoken, sheet)
        path.write_bytes(sheet.getvalue())
        return path
    if format == "md":
        written = plan_markdown(content, findings, spoken, status=kept.status, version=kept.version)
    else:
        document = plan_document(
            content, findings, status=kept.status, version=kept.version, decisions=decisions, language=language
        )
        written = json.dumps({"id": kept.plan_id, **document}, ensure_ascii=False, indent=2) + "\n"
    return _put(written, output)


def _put(written: str, output: Path | None) -> Path | None:
    """Write text to a file, or to standard output."""
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # a TextIOWrapper in a program
        sys.stdout.write(written)
        return None
    output.write_text(written, encoding="utf-8")
    return output


def _is_id(plan: str) -> bool:
    return plan.isdecimal() and len(plan) < 10  # what an INTEGER of any database holds


def _decision(c: Connection, one: plans.Decision) -> dict[str, object]:
    by = people.person_of(c, one.person_id).name
    return {
        "version": one.version,
        "decision": one.decision,
        "by": by,
        "remarks": one.remarks,
        "at": one.at.isoformat(),
    }
