"""Scripted managers: what they answer to each question, whatever its position, in three languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Line = dict[str, Any]
"""One line of JSON, in or out."""


@dataclass
class Manager:
    """Answers questions by their name and by what they are about, and counts the acts that takes.

    A script's answer to a name is a text, or texts by what the question is about ("月度报表", "月度报表/quality"); one
    that starts with "!" is a button.
    """

    script: Mapping[str, str | Mapping[str, str]]
    acts: int = 0
    asked: list[Line] = field(default_factory=list)

    def answer(self, question: Line) -> Line:
        """The line this manager sends in reply to a question."""
        self.acts += 1
        self.asked.append(question)
        wanted = self.script[question["name"]]
        if not isinstance(wanted, str):
            wanted = next(answer for about, answer in wanted.items() if _concerns(question, about))
        return {"press": wanted[1:]} if wanted.startswith("!") else {"text": wanted}


def buttons(said: Sequence[Line]) -> set[str]:
    """The ids of all buttons in what was said."""
    return {choice["id"] for line in said for choice in line.get("choices", [])}


def refused(said: Sequence[Line]) -> bool:
    """Whether something was refused in what was said."""
    return any(line["type"] == "error" for line in said)


def last_question(said: Sequence[Line]) -> Line | None:
    """The question that stands at the end of what was said."""
    return next((line for line in reversed(said) if line["type"] == "question"), None)


def question(said: Sequence[Line]) -> Line:
    """The same, where there must be one."""
    asked = last_question(said)
    assert asked is not None, said
    return asked


def _concerns(question: Line, about: str) -> bool:
    words = {*question["about"], *question["key"].split("/")}
    return all(part in words for part in about.split("/"))


SIMPLIFIED: dict[str, str | dict[str, str]] = {
    "post": "大客户经理",
    "department": "销售部",
    "holder": "王芳",
    "period": "!next_year",
    "customers_internal": "总经理、财务部",
    "customers_external": "经销商",
    "outputs": {"总经理": "月度销售报表", "财务部": "回款计划", "经销商": "签订的合同"},
    "serves": "销售额增长20%",
    "diagram": "对",
    "output_weights": "50 30 20",
    "dimensions": {"月度销售报表": "质量、时限", "回款计划": "数量和质量", "签订的合同": "!quantity+quality"},
    "measure": {
        "月度销售报表/quality": "报表准确率",
        "月度销售报表/time": "报表及时率",
        "回款计划/quantity": "回款完成率",
        "回款计划/quality": "计划差错率",
        "签订的合同/quantity": "合同金额",
        "签订的合同/quality": "合同差错率",
    },
    "basic": {
        "报表准确率": "不低于97%",
        "报表及时率": "95%以上",
        "回款完成率": "至少90%",
        "计划差错率": "不超过2%",
        "合同金额": "不低于80万元每月",
        "合同差错率": "3%以内",
    },
    "outstanding": {
        "报表准确率": "99%",
        "报表及时率": "98%",
        "回款完成率": "95%",
        "计划差错率": "1%",
        "合同金额": "每月100万元",
        "合同差错率": "1%",
    },
    "indicator_weights": "60、40",
    "statement": "可以",
    "tracking": "好的",
    "coverage": "90%",
    "submit": "!submit",
}

TRADITIONAL: dict[str, str | dict[str, str]] = {
    "post": "大客戶經理",
    "department": "業務部",
    "holder": "王芳",
    "period": "!next_year",
    "customers_internal": "總經理、財務部",
    "customers_external": "經銷商",
    "outputs": {"總經理": "月度銷售報表", "財務部": "收款計畫", "經銷商": "簽訂的合約"},
    "serves": "銷售額成長20%",
    "diagram": "對",
    "output_weights": "50 30 20",
    "dimensions": {"月度銷售報表": "品質、時限", "收款計畫": "數量和品質", "簽訂的合約": "!quantity+quality"},
    "measure": {
        "月度銷售報表/quality": "報表準確率",
        "月度銷售報表/time": "報表準時率",
        "收款計畫/quantity": "收款完成率",
        "收款計畫/quality": "計畫錯誤率",
        "簽訂的合約/quantity": "合約金額",
        "簽訂的合約/quality": "合約錯誤率",
    },
    "basic": {
        "報表準確率": "不低於97%",
        "報表準時率": "95%以上",
        "收款完成率": "至少90%",
        "計畫錯誤率": "不超過2%",
        "合約金額": "不低於人民幣80萬元每月",
        "合約錯誤率": "3%以內",
    },
    "outstanding": {
        "報表準確率": "99%",
        "報表準時率": "98%",
        "收款完成率": "95%",
        "計畫錯誤率": "1%",
        "合約金額": "每月人民幣100萬元",
        "合約錯誤率": "1%",
    },
    "indicator_weights": "60、40",
    "statement": "可以",
    "tracking": "好的",
    "coverage": "90%",
    "submit": "!submit",
}

ENGLISH: dict[str, str | dict[str, str]] = {
    "post": "Key account manager",
    "department": "Sales",
    "holder": "Wang Fang",
    "period": "!next_year",
    "customers_internal": "the GM, the finance department",
    "customers_external": "dealers",
    "outputs": {
        "the GM": "monthly sales report",
        "the finance department": "collection plan",
        "dealers": "signed contracts",
    },
    "serves": "20% sales growth",
    "diagram": "yes",
    "output_weights": "50 30 20",
    "dimensions": {
        "monthly sales report": "quality and time",
        "collection plan": "quantity, quality",
        "signed contracts": "!quantity+quality",
    },
    "measure": {
        "monthly sales report/quality": "report accuracy rate",
        "monthly sales report/time": "on-time rate",
        "collection plan/quantity": "collection rate",
        "collection plan/quality": "plan error rate",
        "signed contracts/quantity": "contract value",
        "signed contracts/quality": "contract error rate",
    },
    "basic": {
        "report accuracy rate": "at least 97%",
        "on-time rate": "95% or more",
        "collection rate": "at least 90%",
        "plan error rate": "no more than 2%",
        "contract value": "at least 800,000 RMB a month",
        "contract error rate": "within 3%",
    },
    "outstanding": {
        "report accuracy rate": "99%",
        "on-time rate": "98%",
        "collection rate": "95%",
        "plan error rate": "1%",
        "contract value": "1 million RMB a month",
        "contract error rate": "1%",
    },
    "indicator_weights": "60, 40",
    "statement": "yes",
    "tracking": "ok",
    "coverage": "90%",
    "submit": "!submit",
}

SCRIPTS = {"en": ENGLISH, "zh_Hans": SIMPLIFIED, "zh_Hant": TRADITIONAL}


STATEMENTS: dict[str, dict[str, str]] = {
    "zh_Hans": {
        "月度销售报表/quality": "于每月最后一天，用CRM系统，完成月度销售报表，达到报表准确率不低于97%",
        "月度销售报表/time": "于每月最后一天，用CRM系统，完成月度销售报表，达到报表及时率95%以上",
        "回款计划/quantity": "每月25日前，使用财务系统，完成回款计划，达到回款完成率至少90%",
        "回款计划/quality": "每月25日前，使用财务系统，完成回款计划，达到计划差错率不超过2%",
        "签订的合同/quantity": "每季度末，通过客户拜访，完成签订的合同，达到合同金额不低于80万元每月",
        "签订的合同/quality": "每季度末，通过合同评审，完成签订的合同，达到合同差错率3%以内",
    },
    "zh_Hant": {
        "月度銷售報表/quality": "於每月最後一天，用CRM系統，完成月度銷售報表，達到報表準確率不低於97%",
        "月度銷售報表/time": "於每月最後一天，用CRM系統，完成月度銷售報表，達到報表準時率95%以上",
        "收款計畫/quantity": "每月25日前，使用財務系統，完成收款計畫，達到收款完成率至少90%",
        "收款計畫/quality": "每月25日前，使用財務系統，完成收款計畫，達到計畫錯誤率不超過2%",
        "簽訂的合約/quantity": "每季底，透過客戶拜訪，完成簽訂的合約，達到合約金額不低於人民幣80萬元每月",
        "簽訂的合約/quality": "每季底，透過合約評審，完成簽訂的合約，達到合約錯誤率3%以內",
    },
    "en": {
        "monthly sales report/quality": "by the last day of each month, using the CRM, complete the monthly sales "
        "report, "
        "to a report accuracy rate of at least 97%",
        "monthly sales report/time": "by the last day of each month, using the CRM, complete the monthly sales report, "
        "reaching an on-time rate of 95% or more",
        "collection plan/quantity": "by the 25th of each month, using the ledger, complete the collection plan, "
        "to a collection rate of at least 90%",
        "collection plan/quality": "by the 25th of each month, using the ledger, complete the collection plan, "
        "to a plan error rate of no more than 2%",
        "signed contracts/quantity": "by the end of each quarter, through customer visits, complete signed contracts, "
        "to a contract value of at least 800,000 RMB a month",
        "signed contracts/quality": "by the end of each quarter, through contract review, complete signed contracts, "
        "to a contract error rate within 3%",
    },
}
"""The indicators of each script as whole four-part statements."""
