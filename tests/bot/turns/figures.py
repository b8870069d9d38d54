"""Posts whose figures are due at the end of each month, with what was reported, in three languages."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.demo.interview import interviewed
from bot.demo.posts import Department, Figure, Post
from dialogs.header import Header
from kpi.plan import CustomerKind, Dimension, Plan
from storage.values import plan_from_json, plan_to_json

LAST_DAY = 30
"""Of November; what is due in October is so a day before its end."""


POSTS = {
    "zh_Hans": Post(
        "店长",
        Department("零售部", "李明", "zh_Hans", "全年销售额增长12%"),
        *("赵强", "门店销售业绩", "零售总监", CustomerKind.SUPERIOR),
        (
            Figure("销售额", Dimension.QUANTITY, "不低于80万元", "不低于100万元", ""),
            Figure("退货率", Dimension.QUALITY, "不超过2%", "不超过1%", ""),
            Figure("库存周转天数", Dimension.TIME, "不超过45天", "不超过35天", ""),
        ),
    ),
    "en": Post(
        "Key account manager",
        Department("Sales", "Li Ming", "en", "Sales up by 15%"),
        *("Wang Fang", "signed contracts", "sales director", CustomerKind.SUPERIOR),
        (
            Figure("contract value", Dimension.QUANTITY, "at least 400,000 EUR", "at least 550,000 EUR", ""),
            Figure("renewal rate", Dimension.QUALITY, "at least 85%", "at least 93%", ""),
        ),
    ),
}
TRADITIONAL = str.maketrans(
    "销长门业绩总监额货库周转数赵强经于万过记录统每",
    "銷長門業績總監額貨庫週轉數趙強經於萬過記錄統每",
)
HOLDERS = {"zh_Hans": "赵强", "zh_Hant": "趙強", "en": "Wang Fang"}
OCTOBER = {
    "zh_Hans": "销售额86.2万元，退货率1.5%，库存周转天数41天",
    "zh_Hant": "銷售額86.2萬元，退貨率1.5%，庫存週轉天數41天",
    "en": "contract value 412,000 EUR, renewal rate 86%",
}
NOVEMBER = {
    "zh_Hans": "销售额92.4万元，退货率2.1%，库存周转天数38天",
    "zh_Hant": "銷售額92.4萬元，退貨率1.3%，庫存週轉天數38天",
    "en": "contract value 433,000 EUR, renewal rate 86%",
}
MISTYPED = NOVEMBER | {"en": "contract value 433,000 EUR, renewal rate 48%"}
MISSED = {
    "zh_Hans": "销售额92.4万元，退货率2.6%，库存周转天数38天",
    "zh_Hant": "銷售額92.4萬元，退貨率2.6%，庫存週轉天數38天",
    "en": "contract value 433,000 EUR, renewal rate 81%",
}
NOTES = {
    "zh_Hans": "双十一促销拉动",
    "zh_Hant": "週年慶拉動",
    "en": "the trade fair brought two new customers",
}


def plan(language: str) -> Plan:
    """The plan of the post, read from what its manager would have typed; put into the other script after that."""
    post = POSTS["en" if language == "en" else "zh_Hans"]
    header = Header(post.department.manager, date(2026, 10, 1), post.department.name)
    made = interviewed(post, header, LAST_DAY).plan
    return plan_from_json(_traditional(plan_to_json(made))) if language == "zh_Hant" else made


def _traditional(document: Mapping[str, Any]) -> Mapping[str, Any]:
    traditional: Mapping[str, Any] = json.loads(json.dumps(document, ensure_ascii=False).translate(TRADITIONAL))
    return traditional
