"""Catalogs read, and texts put into the words of one language."""

from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

from kpi.period import Period, Span
from kpi.plan import Standard, Statement, When
from locales import periods, phrases, standards
from locales.text import Clause, Lines, Text, Value, Zone

LANGUAGES = ("en", "zh_Hans", "zh_Hant")
"""The languages spoken, as Babel locale names."""

_FOLDER = Path(__file__).parent


class MissingMessage(LookupError):
    """A message id that no catalog of the language holds."""


class Words:
    """The words of one language."""

    def __init__(self, language: str, domain: str = "*") -> None:
        self.language = language
        self._catalog = _load(language, domain)

    def say(self, text: Text) -> str:
        """The text in this language.

        Raises MissingMessage where the catalogs lack the id.
        """
        number = text.params.get("n")
        if isinstance(number, int):
            template = self._catalog.ungettext(text.id, text.id, number)
        else:
            template = self._catalog.ugettext(text.id)
        if template == text.id:
            raise MissingMessage(f"{text.id} is not in {self.language}")
        return template.format(**{name: self.value(value) for name, value in text.params.items()})

    def value(self, value: Value) -> str:  # noqa: C901, PLR0912 - one case for each kind of value
        """One value in this language; a tuple becomes a list ("a, b and c", "a、b和c")."""
        match value:
            case None:
                return self.say(Text("value.none"))
            case str():
                return value
            case Text():
                return self.say(value)
            case int() | Decimal():
                return format_decimal(value, locale=self.language)
            case Standard():
                return standards.standard(value, self)
            case When():
                return phrases.when(value, self)
            case Statement():
                return phrases.statement(value, self)
            case Period():
                return periods.period(value, self)
            case Span():
                return periods.span(value, self)
            case Clause(by, using, complete, reach):
                parts = (self.value(part) if part is not None else None for part in (using, complete, reach))
                return phrases.statement(Statement(by, *parts), self)
            case Zone(name):
                return phrases.zone(name, self)
            case Lines():
                return "\n".join(self.value(line) for line in value.lines)
            case tuple():
                return self.listed([self.value(item) for item in value])

    def listed(self, items: list[str]) -> str:
        """Items as a list of this language."""
        return format_list(items, locale=self.language)


@cache
def words(language: str) -> Words:
    """The words of a language out of LANGUAGES."""
    return Words(language)


@cache
def load_domain(language: str, domain: str) -> Words:
    """The words of one catalog of a language only, where start-up counts: the command line's help."""
    return Words(language, domain)


def _load(language: str, domain: str) -> Translations:
    """The catalogs of a language as one; read from the .po files so that nothing needs compiling."""
    # Merged into the first rather than into an empty one, which would count plurals as German does.
    merged, *others = [_read(path, language) for path in sorted((_FOLDER / language).glob(f"{domain}.po"))]
    for other in others:
        merged.merge(other)
    return merged


def _read(path: Path, language: str) -> Translations:
    with path.open("rb") as file:
        catalog = read_po(file, locale=language)
    buffer = BytesIO()
    write_mo(buffer, catalog)
    buffer.seek(0)
    return Translations(buffer)
