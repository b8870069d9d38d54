"""The tables. Changing them takes a migration too (storage/migrations)."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from kpi.evidence import Kind

Role = Literal["manager", "hr", "employee"]
RunStatus = Literal["active", "paused", "done", "cancelled"]
Action = Literal["answer", "withdraw"]
PlanStatus = Literal["draft", "submitted", "approved", "returned"]
Verdict = Literal["approved", "returned"]
Confirmed = Literal["confirmed", "disputed"]
Rhythm = Literal["weekly", "monthly", "quarterly"]
Outcome = Literal["done", "dropped"]
Answered = Literal["taken", "declined"]


class Moment(TypeDecorator[datetime]):
    """A time with its zone, kept and given back in UTC. Raises ValueError for a time without a zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC; without the zone on SQLite, which knows none."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time needs its zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC, whatever the zone of the database."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Content(TypeDecorator[dict[str, Any]]):
    """An object of JSON; empty where what is kept is none, so that one row keeps nobody from the others."""

    impl = JSON
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], dict[str, Any]]:
        """What is kept, as far as it can be read."""
        read = super().result_processor(dialect, coltype)

        def content(kept: Any) -> dict[str, Any]:
            try:
                found = read(kept) if read else kept
            except (ValueError, TypeError, RecursionError):
                return {}
            return found if isinstance(found, dict) else {}

        return content


def _one_of(column: str, words: object) -> CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in get_args(words))
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def insert_new(c: Connection, table: Table, **values: Any) -> bool:
    """Insert a row unless one of its unique keys is taken; say whether it was inserted."""
    if c.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert
    else:
        from sqlalchemy.dialects.postgresql import insert  # type: ignore[assignment] # it is called the same way
    statement = insert(table).values(values).on_conflict_do_nothing().inline()
    return c.execute(statement, execution_options={"preserve_rowcount": True}).rowcount == 1


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

organisation = Table(
    "organisation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("created", Moment, nullable=False),
    # Whose working days count, as an ISO 3166-1 code.
    Column("country", String(2), nullable=False, server_default="CN"),
    # Where nobody said otherwise: the zone of its people, the hours between which they are written to.
    Column("time_zone", String(64), nullable=False, server_default="Asia/Shanghai"),
    Column("ask_from", Integer, nullable=False, server_default="9"),
    Column("ask_until", Integer, nullable=False, server_default="20"),
    # How often late people are reminded, and after how many days silence confirms a report.
    Column("reminders", Integer, nullable=False, server_default="1"),
    Column("confirm_days", Integer, nullable=False, server_default="5"),
    # What the department's result counts in a person's, in percent.
    Column("department_share", Integer, nullable=False, server_default="0"),
    # The month in which fiscal years begin, where that is known.
    Column("fiscal_start", Integer),
    # The days of the week that are off, from Monday (0) on ("45"), and the money of bare sums, as an ISO 4217 code;
    # where nobody said otherwise they are the country's.
    Column("days_off", String(8)),
    Column("currency", String(3)),
)

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisation.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("language", String(16)),
    Column("created", Moment, nullable=False),
    # Their own zone, where it is not that of the organisation; and whether they want no reminders.
    Column("time_zone", String(64)),
    Column("muted", Boolean, nullable=False, server_default=text("false")),
    UniqueConstraint("organisation_id", "name"),
)

role = Table(
    "role",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("role", String(16), primary_key=True),
    _one_of("role", Role),
)

# Where a person is reached: a channel such as "telegram" and an address in it.
contact = Table(
    "contact",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("address", Text, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
)

run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("interview", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("header", JSON, nullable=False),
    Column("status", String(16), nullable=False),
    Column("parked", Boolean, nullable=False),
    Column("focus", JSON(none_as_null=True)),
    Column("created", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("revision", Integer, nullable=False),
    # What the run is about ("plan/12"), so that it is found instead of begun again.
    Column("subject", Text),
    # The run that goes on when this one ends; no foreign key, which SQLite could not add to a table that exists.
    Column("interrupted_id", Integer),
    # What a reviewer wrote about its answers: shown beside their questions until the plan is handed in again.
    Column("remarks", JSON(none_as_null=True)),
    _one_of("status", RunStatus),
)

_active = text("status = 'active'")
Index("uq_run_active", run.c.person_id, unique=True, sqlite_where=_active, postgresql_where=_active)

# The journal: rows are added, never changed.
entry = Table(
    "entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run_id", ForeignKey("run.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("key", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("value", JSON(none_as_null=True)),
    Column("raw", Text),
    Column("opens", JSON, nullable=False),
    Column("language", String(16)),
    Column("at", Moment, nullable=False),
    # The message in the chat that gave the answer, so that editing it edits the answer.
    Column("message_id", Text),
    UniqueConstraint("run_id", "seq"),
    Index(None, "run_id", "message_id"),
    _one_of("action", Action),
)

accepted_update = Table(
    "accepted_update",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("address", Text, primary_key=True),
    Column("update_id", Text, primary_key=True),
    Column("at", Moment, nullable=False, index=True),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("payload", Content, nullable=False),
    Column("at", Moment, nullable=False),
    Column("lease_until", Moment),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Moment),
    Column("sent_at", Moment),
    Column("dead_at", Moment),
    Column("error", Text),
    # Attempts of which nobody knows whether they reached the person: a lost connection, a crash.
    Column("unsure", Integer, nullable=False, server_default="0"),
    # The message in the chat that it became.
    Column("message_id", Text),
    # Whether its buttons work: those of a question until the next one, those of a notice until one is pressed.
    Column("keyboard", Boolean, nullable=False, server_default=text("false")),
)

# Updates that failed for a reason of their own: kept for whoever mends it, so that they block no chat.
quarantined_update = Table(
    "quarantined_update",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", Text, nullable=False),
    # JSON as it came, in ASCII: what no database takes, as NaN and halves of characters, is kept too.
    Column("content", Text, nullable=False),
    Column("error", Text, nullable=False),
    Column("at", Moment, nullable=False),
    # Whether it is to be taken again.
    Column("again", Boolean, nullable=False, server_default=text("false")),
)

_waiting = text("sent_at IS NULL AND dead_at IS NULL")
Index(
    "ix_outbox_waiting",
    outbox.c.channel,
    outbox.c.address,
    outbox.c.id,
    sqlite_where=_waiting,
    postgresql_where=_waiting,
)
_keyboard = text("keyboard")
Index(
    "ix_outbox_keyboard",
    outbox.c.channel,
    outbox.c.address,
    sqlite_where=_keyboard,
    postgresql_where=_keyboard,
)

plan = Table(
    "plan",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("run_id", ForeignKey("run.id"), nullable=False, unique=True),
    Column("created", Moment, nullable=False),
    # When the period of the version in force ends, and of which end its manager was told.
    Column("ends_on", Date),
    Column("end_told", Date),
    # When it was handed over to the manager whose it is; never where they made it.
    Column("handed_over_at", Moment),
)

plan_version = Table(
    "plan_version",
    metadata,
    Column("plan_id", ForeignKey("plan.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("status", String(16), nullable=False),
    Column("content", JSON, nullable=False),
    Column("audit", JSON, nullable=False),
    Column("created", Moment, nullable=False),
    Column("submitted_at", Moment),
    _one_of("status", PlanStatus),
)

decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("decision", String(16), nullable=False),
    Column("remarks", JSON, nullable=False),
    Column("at", Moment, nullable=False),
    ForeignKeyConstraint(["plan_id", "version"], ["plan_version.plan_id", "plan_version.version"]),
    Index(None, "plan_id", "version"),
    _one_of("decision", Verdict),
)

department = Table(
    "department",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisation.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("leader_id", ForeignKey("person.id"), index=True),
    UniqueConstraint("organisation_id", "name"),
)

# Names that plans give as receivers, judges, collectors and holders, and the people who are meant by them.
named = Table(
    "named",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("name", Text, nullable=False),
    # The moment since which the plan may have named it: who joined later can only be meant where somebody says so.
    Column("since", Moment, nullable=False),
    # Who is meant, where that is known; by whom it was said, where anybody had to, and when it was known.
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("said_by", ForeignKey("person.id")),
    Column("at", Moment),
    UniqueConstraint("plan_id", "name"),
)

# One-time links; only the hash of the token in the link is kept.
invitation = Table(
    "invitation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisation.id"), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("department_id", ForeignKey("department.id")),
    Column("plan_id", ForeignKey("plan.id")),
    Column("inviter_id", ForeignKey("person.id")),
    # Who follows it is the person whom a plan names; no foreign key, which SQLite could not add to a table that exists.
    Column("named_id", Integer),
    Column("created", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("used_by", ForeignKey("person.id")),
    Column("used_at", Moment),
    # Whom it is for, as HR calls them, and what is known of them before they come.
    Column("name", Text),
    Column("language", String(16)),
    Column("time_zone", String(64)),
    Column("taken_back_at", Moment),
    _one_of("role", Role),
)

# Who holds the post of a plan.
holder = Table(
    "holder",
    metadata,
    Column("plan_id", ForeignKey("plan.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("since", Moment, nullable=False),
    # When another took the post over; what they reported stays theirs.
    Column("until", Moment),
    # The last day up to which it is noted what is due.
    Column("planned_until", Date),
)

acknowledgement = Table(
    "acknowledgement",
    metadata,
    Column("plan_id", Integer, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("at", Moment, nullable=False),
    ForeignKeyConstraint(["plan_id", "version"], ["plan_version.plan_id", "plan_version.version"]),
)

# What a holder asked about an approved plan, and what the manager answered.
holder_question = Table(
    "holder_question",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("question", Text, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("answer", Text),
    Column("answered_by", ForeignKey("person.id")),
    Column("answered_at", Moment),
    ForeignKeyConstraint(["plan_id", "version"], ["plan_version.plan_id", "plan_version.version"]),
    Index(None, "plan_id", "version"),
)

# What is due of an indicator from who holds the post, once for each date of its tracking plan.
due = Table(
    "due",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("indicator_id", Integer, nullable=False),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    # Who is asked: the holder, or the judge of a verifiable indicator.
    Column("reporter_id", ForeignKey("person.id"), nullable=False),
    # The days that the figure is about.
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    # When that day is over where the reporter is.
    Column("late_from", Moment, nullable=False),
    # When it cannot be corrected any more.
    Column("closes", Moment, nullable=False),
    Column("asked_at", Moment),
    Column("reminders", Integer, nullable=False, server_default="0"),
    # When it was first reported, and how the report that stands now stood to the standards of its day: kept with each
    # report, since digests count too many to work it out again.
    Column("reported_at", Moment),
    Column("met", Boolean),
    Column("excelled", Boolean),
    Column("attained", Float),
    UniqueConstraint("plan_id", "indicator_id", "person_id", "due_on"),
    Index(None, "reporter_id", "closes"),
    # Whatever a digest counts, so that it reads no row of a period.
    Index(
        "ix_due_digest",
        *("due_on", "plan_id", "indicator_id", "person_id", "reporter_id"),
        *("late_from", "reported_at", "met", "excelled", "attained"),
    ),
    Index(
        "ix_due_digest_about",
        *("last", "plan_id", "indicator_id", "person_id", "reporter_id", "due_on"),
        *("late_from", "reported_at", "met", "excelled", "attained"),
    ),
)

# What was reported: rows are added, never changed; the newest of each due date counts.
report = Table(
    "report",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("due_id", ForeignKey("due.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    # A number as it was understood, in the unit of the indicator; or what a judge observed.
    Column("value", Text),
    Column("observed", JSON(none_as_null=True)),
    Column("note", Text),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    # When it was given; and when it was put on record, which is later where the person left before they were done.
    Column("at", Moment, nullable=False),
    Column("kept_at", Moment),
    UniqueConstraint("due_id", "version"),
)

# The photos and files that go with a report: only what finds them again on their channel.
evidence = Table(
    "evidence",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", ForeignKey("report.id"), nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("reference", Text, nullable=False),
    Column("name", Text),
    Column("caption", Text, nullable=False),
    _one_of("kind", Kind),
)

# What the receiver said of a report; nobody where silence confirmed it.
confirmation = Table(
    "confirmation",
    metadata,
    Column("report_id", ForeignKey("report.id"), primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("reason", Text),
    Column("person_id", ForeignKey("person.id")),
    Column("at", Moment, nullable=False),
    _one_of("verdict", Confirmed),
)

# Days on which a person is asked for nothing.
absence = Table(
    "absence",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("first", Date, primary_key=True),
    Column("last", Date, nullable=False),
)

# Who in HR looked at whose data.
access = Table(
    "access",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reader_id", ForeignKey("person.id"), nullable=False),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("what", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

# Which digests HR was sent: each period once, whatever the number of workers.
digest = Table(
    "digest",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("rhythm", String(16), primary_key=True),
    Column("last", Date, primary_key=True),
    Column("at", Moment, nullable=False),
    _one_of("rhythm", Rhythm),
)

# Which digests somebody of HR does not want to be sent.
declined_digest = Table(
    "declined_digest",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("rhythm", String(16), primary_key=True),
    _one_of("rhythm", Rhythm),
)

# The departments that somebody of HR sees; without any, all of them.
scope = Table(
    "scope",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("department", Text, primary_key=True),
)

# What is done about a missed basic standard: opened by a confirmed report, written and followed up by the manager.
corrective_note = Table(
    "corrective_note",
    metadata,
    Column("id", Integer, primary_key=True),
    # The due date whose report missed it, and what that is due of: one note is open of each at a time.
    Column("due_id", ForeignKey("due.id"), nullable=False, unique=True),
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("indicator_id", Integer, nullable=False),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("opened_at", Moment, nullable=False),
    # How often the manager was reminded that nothing is written yet.
    Column("reminders", Integer, nullable=False, server_default="0"),
    # What is done, who does it (as it was said) and by when; nothing until it is written.
    Column("what", Text),
    Column("who", Text),
    Column("by", Date),
    Column("written_by", ForeignKey("person.id")),
    Column("written_at", Moment),
    # How often it was put off to another day, and the day for which the manager was asked last.
    Column("put_off", Integer, nullable=False, server_default="0"),
    Column("asked_for", Date),
    Column("outcome", String(16)),
    # Why nothing is done about it, or no more; what closes by itself has neither reason nor person.
    Column("reason", Text),
    Column("closed_by", ForeignKey("person.id")),
    Column("closed_at", Moment),
    _one_of("outcome", Outcome),
)

_unclosed = text("closed_at IS NULL")
Index(
    "uq_corrective_note_open",
    corrective_note.c.plan_id,
    corrective_note.c.indicator_id,
    corrective_note.c.person_id,
    unique=True,
    sqlite_where=_unclosed,
    postgresql_where=_unclosed,
)

# What somebody wants changed of an indicator's standards, and what the manager said to it.
proposal = Table(
    "proposal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", ForeignKey("plan.id"), nullable=False, index=True),
    Column("indicator_id", Integer, nullable=False),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    # The standard in words, where it is not the manager's own proposal; and why.
    Column("wanted", Text),
    Column("why", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("answer", String(16)),
    Column("reason", Text),
    Column("answered_by", ForeignKey("person.id")),
    Column("answered_at", Moment),
    # The version in force that the new one began from, where it was taken up.
    Column("from_version", Integer),
    _one_of("answer", Answered),
)

# What the schedule could not do for somebody in its last pass; everybody else was served.
fault = Table(
    "fault",
    metadata,
    Column("step", String(32), primary_key=True),
    Column("whose", Text, primary_key=True),
    Column("error", Text, nullable=False),
    Column("since", Moment, nullable=False),
)

# Who asked to be erased, and who in HR did it.
erasure = Table(
    "erasure",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("asked_at", Moment, nullable=False),
    Column("done_by", ForeignKey("person.id")),
    Column("done_at", Moment),
)

# Who left: they have no roles, are told and asked nothing, and what they did stays.
deactivation = Table(
    "deactivation",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("at", Moment, nullable=False),
    # Nobody where it was done on the command line.
    Column("by_id", ForeignKey("person.id")),
)

# What HR, or an operator on the command line, did with people and invitations: rows are added, never changed.
audit_event = Table(
    "audit_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisation.id"), nullable=False),
    Column("action", String(32), nullable=False),
    Column("by_id", ForeignKey("person.id")),
    Column("person_id", ForeignKey("person.id")),
    # What else there is to know, without names of people: they may be erased.
    Column("details", JSON, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "organisation_id", "id"),
)

# What somebody of HR was told last that nobody owns, and when.
unowned_notice = Table(
    "unowned_notice",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("told", JSON, nullable=False),
)
