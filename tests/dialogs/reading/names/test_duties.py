"""Duties out of job descriptions, given as outputs: each is one, and is asked for its result; results are not."""

import json
from pathlib import Path
from typing import Any

import pytest

from dialogs.reading.answers.lists import read_list
from dialogs.reading.names.activities import is_activity

ITEMS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parents[1] / "duties.jsonl").read_text(encoding="utf-8").splitlines()
]
RESULTS = {
    "zh_Hans": (
        "招聘月报 组织架构图 跟进表 参与率 检验报告 盘点差异表 科目汇总表 纳税申报表 护理记录 施工日志 "
        "竣工资料 干净的客房 排班表 面试评估表 操作规程 处理好的工单 投诉处理报告 维修好的设备 "
        "安全检查记录 整改报告 批复文件 决策建议 出院的病人 摆好的餐台 投标文件 质量验收记录 审核过的合同 "
        "发放的工资 录用通知书 调查问卷 开发的新产品 加工好的零件 采购成本分析 接待方案 拜访记录 "
        "采购的物料 服务手册 到岗的新员工 送达客户的货物 生产排程 销售线索"
    ),
    "zh_Hant": ("會議紀要 處理結果 採購訂單 招募計畫 作業指導書 維修好的機台 簽訂的合約 到職的新人 請購單"),
    "en": (
        "training plan;meeting minutes;shipping label;handling manual;accounting records;"
        "supporting documents;signed contracts;lesson plans;marked exams;discharged patients;"
        "order confirmations;support tickets;review findings;outstanding invoices list;working prototype;"
        "update to the manual;lead list;planning permission;budget forecast;answers to enquiries;"
        "waiting list;help desk tickets;schedule of works;reading list;sales and marketing plan;"
        "treated patients;issued permits;clean rooms;operating budget;leading indicators;"
        "record of deliveries"
    ),
}


def post(item: dict[str, Any]) -> str:
    return str(item["post"])


@pytest.mark.parametrize("item", ITEMS, ids=post)
def test_a_duty_is_one_item(item: dict[str, Any]) -> None:
    assert len(read_list(item["text"])) == item["duties"]


def test_nearly_all_duties_are_asked_for_their_results() -> None:
    duties = [duty for item in ITEMS for duty in read_list(item["text"])]
    assert sum(map(is_activity, duties)) >= 0.95 * len(duties)


@pytest.mark.parametrize("language", RESULTS)
def test_no_result_is_taken_for_a_duty(language: str) -> None:
    names = RESULTS[language].split(";" if language == "en" else " ")
    assert [name for name in names if is_activity(name)] == []
