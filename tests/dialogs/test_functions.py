import pytest

from dialogs.functions import guess_function
from kpi.functions import Function


@pytest.mark.parametrize(
    ("post", "department", "function"),
    [
        ("主管", "财务部", Function.FINANCE),
        ("招募專員", "人力資源部", Function.HR),
        ("门店店长", "", Function.SALES),
        ("業務經理", "業務部", Function.SALES),
        ("司机", "车队", Function.LOGISTICS),
        ("driver", "", Function.LOGISTICS),
        ("软件工程师", "研发中心", Function.RND),
        ("工程師", "資訊部", Function.IT),
        ("IT经理", "IT部", Function.IT),
        ("head of purchasing", "", Function.PURCHASING),
        ("行政主管", "行政部", Function.ADMINISTRATION),
        ("客服主管", "客户服务中心", Function.SERVICE),
        ("品保工程師", "品保部", Function.QUALITY),
        ("brand manager", "Marketing", Function.MARKETING),
        ("accounts payable clerk", "Finance", Function.FINANCE),
        ("production planner", "Plant 2", Function.PRODUCTION),
        ("R&D engineer", "R&D", Function.RND),
        ("销售会计", "财务部", Function.FINANCE),
        ("财务经理", "华东大区", Function.FINANCE),
        ("总经理", "", None),
        ("with items", "writers", None),
        ("clerk", "it depends", None),
        ("clerk", "it", Function.IT),
        ("it manager", "", Function.IT),
        ("ward nurse", "surgery", Function.HEALTH),
        ("護理師", "內科病房", Function.HEALTH),
        ("teacher", "primary school", Function.EDUCATION),
        ("班主任", "教务处", Function.EDUCATION),
        ("case officer", "city council", Function.PUBLIC_SERVICE),
        ("科员", "街道办", Function.PUBLIC_SERVICE),
        ("front desk team lead", "hotel", Function.HOSPITALITY),
        ("領班", "餐廳", Function.HOSPITALITY),
        ("site manager", "", Function.CONSTRUCTION),
        ("施工员", "项目部", Function.CONSTRUCTION),
    ],
)
def test_post_and_department_tell_the_function(post: str, department: str, function: Function | None) -> None:
    assert guess_function(post, department) is function
