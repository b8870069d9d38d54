import pytest

from dialogs.reading.names.customers import guess_kind


@pytest.mark.parametrize(
    ("name", "internal", "kind"),
    [
        ("总经理", True, "superior"),
        ("總經理", True, "superior"),
        ("the GM", True, "superior"),
        ("my boss", True, "superior"),
        ("my line manager", True, "superior"),
        ("the director", True, "superior"),
        ("his sales director", True, "superior"),
        ("主管领导", True, "superior"),
        ("上級", True, "superior"),
        ("老板", True, "superior"),
        ("部門主管", True, "superior"),
        ("hiring managers", True, None),
        ("account managers", True, None),
        ("HR managers", True, None),
        ("the plant manager", True, None),
        ("用人部门经理", True, None),
        ("各部門經理", True, None),
        ("财务部", True, "department"),
        ("finance", True, "department"),
        ("客服中心", True, "department"),
        ("同事", True, "colleague"),
        ("my colleagues", True, "colleague"),
        ("下属", True, "subordinate"),
        ("our staff", True, "subordinate"),
        ("经销商", False, "client"),
        ("華潤超市", False, "client"),
        ("our dealers", False, "client"),
        ("patients", False, "client"),
        ("供應商", False, "supplier"),
        ("vendors", False, "supplier"),
        ("税务局", False, "regulator"),
        ("the auditor", False, "regulator"),
        ("Acme", False, None),
        ("张三", True, None),
    ],
)
def test_a_name_tells_its_kind_or_nothing(name: str, internal: bool, kind: str | None) -> None:
    assert guess_kind(name, internal=internal) == kind
