"""Two versions of a plan beside each other."""

from kpi.comparison import Change, changes
from kpi.plan import Direction, Plan
from locales.text import Text, Value, text


def compared(before: Plan, after: Plan) -> tuple[Text, ...]:
    """Everything that changed, line by line."""
    return tuple(_line(change) for change in changes(before, after))


def _line(change: Change) -> Text:
    field = text(f"views.column.{change.field}")
    about = " › ".join(change.about)
    if change.field in {"output", "indicator"}:
        kept = "added" if change.before is None else "removed"
        return text(f"change.{kept}", field=field, name=str(change.after or change.before), about=about)
    before, after = _value(change.before), _value(change.after)
    if about:
        return text("change.of", field=field, about=about, before=before, after=after)
    return text("change.plan", field=field, before=before, after=after)


def _value(value: object) -> Value:
    match value:
        case bool():
            return text("views.yes" if value else "views.no")
        case Direction():
            return text(f"views.direction.{value}")
        case None | () | "":
            return text("change.nothing")
    known: Value = value  # type: ignore[assignment] # the fields of a plan hold nothing else
    return known
