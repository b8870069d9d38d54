"""Runs of plans that were handed in, opened again and closed as they were."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from bot.records import entry_to_keep, run_as_kept
from dialogs import revision
from dialogs.journal import Entry
from dialogs.questions import codec
from dialogs.state import Noted, Run
from kpi.review import Remark
from storage import people, plans, proposals, runs
from storage.plans import PlanVersion
from storage.proposals import Proposal


def reopen(
    c: Connection, kept: PlanVersion, now: datetime, proposal: Proposal | None = None, *, again: Iterable[str] = ()
) -> None:
    """Open the run of a plan again, paused for now, and ask what was remarked on, is proposed, or is asked `again`."""
    run = runs.run_of(c, kept.run_id)
    spoken = run_as_kept(c, run)
    entries, remarks = _remarks(c, kept, spoken) if kept.status == "returned" else ([], ())
    spoken = replace(spoken, journal=(*spoken.journal, *entries))
    if proposal:
        by = people.person_of(c, proposal.person_id).name
        remarks = (*remarks, revision.proposed(spoken, by, proposal.said, proposal.indicator_id))
    entries += revision.reopened(spoken, remarks, again)
    runs.append(c, run.id, [entry_to_keep(entry, now) for entry in entries])
    runs.remark(c, run.id, codec(tuple[Noted, ...]).dump_python(remarks, mode="json"))
    runs.save_run(c, run.id, status="paused", parked=False, focus=None, revision_before=run.revision, now=now)


def close(c: Connection, kept: PlanVersion, now: datetime) -> None:
    """Give a new version up: the plan is again what was handed in last."""
    run = runs.run_of(c, kept.run_id)
    entries = revision.restored(run_as_kept(c, run).journal)
    runs.append(c, run.id, [entry_to_keep(entry, now) for entry in entries])
    runs.remark(c, run.id, None)
    runs.save_run(c, run.id, status="done", parked=False, focus=None, revision_before=run.revision, now=now)
    plans.drop_draft(c, kept.plan_id)
    if in_force := plans.approved(c, kept.plan_id):
        proposals.give_back(c, kept.plan_id, in_force.version)


def _remarks(c: Connection, kept: PlanVersion, run: Run) -> tuple[list[Entry], tuple[Noted, ...]]:
    last = plans.decisions(c, kept.plan_id)[-1]
    remarks = codec(tuple[Remark, ...]).validate_python(last.remarks)
    return revision.remarked(run, people.person_of(c, last.person_id).name, remarks)
