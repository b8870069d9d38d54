import pytest

from dialogs.reading.names.activities import is_activity, no_result


@pytest.mark.parametrize(
    "text",
    [
        *(
            "参加会议",
            "參加會議",
            "负责报表",
            "协助财务部",
            "跟进订单",
            "组织培训",
            "处理客户投诉",
            "管理团队",
            "开会",
            "日常维护设备",
            "还要参加生产例会",
            "也负责报表",
            "每周参加例会",
            "跟供应商谈判",
            "平时还要接待客户",
            "帮业务部催款",
            "带新人",
            "每月例会",
        ),
        *(
            "attending meetings",
            "Responsible for reports",
            "handling complaints",
            "support the team",
            "manage the warehouse",
        ),
        *(
            "preparing reports",
            "I attend the weekly meeting",
            "also attending the weekly meeting",
            "team meetings",
            "to follow up orders",
        ),
    ],
)
def test_what_is_done_is_an_activity(text: str) -> None:
    assert is_activity(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "月度报表",
            "会议纪要",
            "培训计划",
            "负责人名单",
            "管理报告",
            "支持方案",
            "服务合同",
            "组织架构图",
            "跟进表",
            "参与率",
            "處理結果",
            "采购月报",
            "招聘月报",
            "采购订单",
            "招聘方案",
            "培训材料",
            "维护服务",
            "去年报表",
            "会员名单",
        ),
        *(
            "training plan",
            "meeting minutes",
            "handling manual",
            "shipping label",
            "marketing plan",
            "accounting records",
        ),
        *(
            "monthly report",
            "purchasing report",
            "support plan",
            "training materials",
            "supporting documents",
            "10,000 bottles",
        ),
    ],
)
def test_what_somebody_holds_is_a_result(text: str) -> None:
    assert not is_activity(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("客户满意度", "aspect"),
        ("安全", "aspect"),
        ("customer satisfaction", "aspect"),
        ("领导交办的其他工作", "other"),
        ("other duties as assigned", "other"),
        ("做报表", "activity"),
        ("helping out", "activity"),
        ("满意度调查报告", None),
        ("quality report", None),
    ],
)
def test_what_is_no_output_is_known_with_the_reason(text: str, why: str | None) -> None:
    assert no_result(text) == why
