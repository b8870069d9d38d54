"""The examples of the library are answers that the readers read."""

from datetime import date

import pytest

from dialogs.reading.answers.lists import read_list
from dialogs.reading.dates.whens import read_when
from dialogs.reading.names.kinds import kinds_of
from dialogs.reading.values.standards import read_standard
from kpi.functions import Function
from kpi.standards import check, direction_of
from locales.text import text
from locales.words import LANGUAGES, words

ANSWERS = (
    "customers_internal",
    "customers_external",
    "outputs",
    "serves",
    "measure",
    "basic",
    "outstanding",
    "using",
    "complete",
    "reach",
    "data",
    "judge",
    "looks_like",
    "factors",
    "by",
)
in_every_language = pytest.mark.parametrize("language", LANGUAGES)
for_every_function = pytest.mark.parametrize("function", Function)


def example(function: Function, name: str, language: str) -> str:
    return words(language).say(text(f"example.{function}.{name}"))


@in_every_language
@for_every_function
def test_every_function_has_its_name_tool_and_examples(function: Function, language: str) -> None:
    assert words(language).say(text(f"function.{function}"))
    assert words(language).say(text(f"library.using.{function}"))
    assert all(example(function, name, language) for name in ANSWERS)


@in_every_language
@for_every_function
def test_lists_are_read_item_by_item(function: Function, language: str) -> None:
    internal = read_list(example(function, "customers_internal", language))
    external = read_list(example(function, "customers_external", language))
    assert len(internal) in {2, 3}
    assert len(external) == 2
    for name in ("outputs", "factors"):
        assert len(read_list(example(function, name, language))) == 3, name


@for_every_function
def test_standards_are_read_leave_room_and_mean_the_same_in_each_language(function: Function) -> None:
    meanings = set()
    for language in LANGUAGES:
        basic = read_standard(example(function, "basic", language))
        outstanding = read_standard(example(function, "outstanding", language))
        assert check(basic, outstanding, direction_of(basic.comparator)) is None
        meanings.add((basic.comparator, basic.value, basic.unit, outstanding.value))
    assert len(meanings) == 1


@for_every_function
def test_what_is_to_be_reached_is_the_basic_standard(function: Function) -> None:
    for language in LANGUAGES:
        basic = read_standard(example(function, "basic", language))
        reach = read_standard(example(function, "reach", language))
        assert (reach.comparator, reach.value, reach.unit) == (basic.comparator, basic.value, basic.unit)


@in_every_language
def test_most_examples_of_outputs_are_of_a_kind_that_the_library_knows(language: str) -> None:
    outputs = [one for function in Function for one in read_list(example(function, "outputs", language))]
    known = [one for one in outputs if kinds_of(one)]
    assert len(known) / len(outputs) > 0.9


@for_every_function
def test_dates_are_read_as_the_same_rhythm_in_each_language(function: Function) -> None:
    read = [read_when(example(function, "by", language), date(2027, 3, 1)) for language in LANGUAGES]
    assert read[0].rrule
    assert len({(when.rrule, when.date, when.offset) for when in read}) == 1
