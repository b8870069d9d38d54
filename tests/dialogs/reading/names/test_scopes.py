"""Who in HR is to see which departments."""

import pytest

from dialogs.reading.names.scopes import read_scope
from dialogs.reading.unread import Unread

PEOPLE = ("何芸", "Eva", "Eva Holm")
DEPARTMENTS = ("International Sales", "研发和设计部", "零售部", "采购部")


@pytest.mark.parametrize(
    ("text", "name", "departments"),
    [
        ("何芸 零售部, 采购部", "何芸", ("零售部", "采购部")),
        ("何芸：零售部和採購部", "何芸", ("零售部", "采购部")),
        ("何芸 研发和设计部", "何芸", ("研发和设计部",)),
        ("eva holm international sales, 零售部", "Eva Holm", ("International Sales", "零售部")),
        ("Eva all", "Eva", ()),
        ("何芸 全部部門", "何芸", ()),
        ("何芸 零售部、零售部", "何芸", ("零售部",)),
    ],
)
def test_reads_a_person_and_departments(text: str, name: str, departments: tuple[str, ...]) -> None:
    assert read_scope(text, PEOPLE, DEPARTMENTS) == (name, departments)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("王芳 零售部", "scope.person"),
        ("Evan all", "scope.person"),
        ("", "scope.person"),
        ("何芸", "scope.department"),
        ("何芸 市场部, 零售部", "scope.department"),
    ],
)
def test_who_or_what_is_not_known_is_not_read(text: str, reason: str) -> None:
    with pytest.raises(Unread) as unread:
        read_scope(text, PEOPLE, DEPARTMENTS)
    assert unread.value.reason.id == reason
