from pathlib import Path

import pytest

from locales.catalogs import fields, gaps
from locales.words import LANGUAGES

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {}\\n"\n\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language in LANGUAGES:
        (tmp_path / language).mkdir()
        write(tmp_path, language, 'msgid "a.hello"\nmsgstr "Hello {name}"\n')
    return tmp_path


def write(folder: Path, language: str, messages: str) -> None:
    plural = "nplurals=2; plural=(n != 1);" if language == "en" else "nplurals=1; plural=0;"
    (folder / language / "a.po").write_text(HEADER.format(plural) + messages, encoding="utf-8")


def test_complete_catalogs_have_no_gaps(folder: Path) -> None:
    assert list(gaps(folder)) == []


@pytest.mark.parametrize(
    "messages",
    [
        "",
        'msgid "a.hello"\nmsgstr ""\n',
        '#, fuzzy\nmsgid "a.hello"\nmsgstr "Hi {name}"\n',
        'msgid "a.hello"\nmsgstr "a.hello"\n',
    ],
    ids=["missing", "empty", "fuzzy", "its own id"],
)
def test_gaps_are_named(folder: Path, messages: str) -> None:
    write(folder, "zh_Hant", messages)
    assert list(gaps(folder)) == [("zh_Hant", "a.hello")]


def test_one_empty_plural_form_is_a_gap(folder: Path) -> None:
    for language in LANGUAGES:
        other = 'msgstr[1] ""\n' if language == "en" else ""
        write(folder, language, f'msgid "a.hello"\nmsgid_plural "a.hello"\nmsgstr[0] "x"\n{other}')
    assert list(gaps(folder)) == [("en", "a.hello")]


def test_fields_of_a_template() -> None:
    assert fields("{who} gets {what}, {{not this}}, {who:>3}") == {"who", "what"}
    for wrong in ("{}", "{0}", "{a.b}", "{a"):
        with pytest.raises(ValueError, match=r"."):
            fields(wrong)
