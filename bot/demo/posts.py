"""Who works in the company to try: departments, posts, and the figures that each post is judged by."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpi.plan import CustomerKind, Dimension

HR: Sequence[tuple[str, str]] = (("何芸", "zh_Hans"), ("Helen Ward", "en"))
"""Who reviews plans and gets digests, with their language."""


@dataclass(frozen=True, slots=True)
class Department:
    """A department, who leads it, what they speak, the goal that their posts serve."""

    name: str
    manager: str
    language: str
    goal: str


RETAIL = Department("零售部", "李明", "zh_Hans", "全年销售额增长12%")
LOGISTICS = Department("物流部", "周洁", "zh_Hans", "全年物流费用降低5%")
SALES = Department("International Sales", "Ann Baker", "en", "Export sales up by 15%")
DEPARTMENTS = (RETAIL, LOGISTICS, SALES)


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator as it is told: name, dimension, both standards; and what is done where it falls short."""

    name: str
    dimension: Dimension
    basic: str
    outstanding: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Post:
    """A post, its holder, its output, who receives that, and the figures it is judged by."""

    name: str
    department: Department
    holder: str
    output: str
    customer: str
    kind: CustomerKind
    figures: tuple[Figure, ...]


_SUPERIOR, _COLLEAGUE, _DEPARTMENT = CustomerKind.SUPERIOR, CustomerKind.COLLEAGUE, CustomerKind.DEPARTMENT
_QUANTITY, _QUALITY, _COST, _TIME = Dimension

# A table reads better than a column.
# fmt: off
POSTS = (
    Post("店长", RETAIL, "王芳", "门店销售业绩", "零售总监", _SUPERIOR, (
        Figure("销售额", _QUANTITY, "不低于80万元", "不低于100万元", "增加周末会员专场，每天复盘客单价"),
        Figure("退货率", _QUALITY, "不超过2%", "不超过1%", "逐单登记退货原因，尺码偏差大的款式换供应商"),
        Figure("库存周转天数", _TIME, "不超过45天", "不超过35天", "滞销款每两周清理一次"))),
    Post("导购主管", RETAIL, "赵强", "会员服务", "会员", CustomerKind.CLIENT, (
        Figure("新增会员", _QUANTITY, "不少于120人", "不少于180人", "收银时逐单邀请入会，每班晨会通报进度"),
        Figure("会员投诉", _QUALITY, "不超过5次", "不超过1次", "每周抽听投诉录音，当月给导购补一次接待培训"))),
    Post("陈列专员", RETAIL, "孙丽", "陈列方案", "门店", _DEPARTMENT, (
        Figure("返工次数", _QUALITY, "不超过3次", "不超过1次", "方案定稿前先与门店过一遍现场尺寸"),
        Figure("按时完成率", _TIME, "不低于90%", "不低于98%", "提前一周排出换陈计划，请门店确认日期"))),
    Post("收银主管", RETAIL, "钱伟", "日结报表", "财务部", _DEPARTMENT, (
        Figure("差错率", _QUALITY, "不超过0.3%", "不超过0.1%", "日结前由第二人复核一遍"),
        Figure("平均排队时间", _TIME, "不超过6分钟", "不超过4分钟", "高峰时段加开一个收银台"))),
    Post("仓库主管", LOGISTICS, "吴军", "库存账实相符表", "财务部", _DEPARTMENT, (
        Figure("账实相符率", _QUALITY, "不低于98%", "不低于99.5%", "高值货品改为每周循环盘点"),
        Figure("出库差错", _QUALITY, "不超过8次", "不超过3次", "出库一律扫码复核，不再手工勾单"))),
    Post("配送调度员", LOGISTICS, "郑浩", "配送计划", "门店", _DEPARTMENT, (
        Figure("单趟运费", _COST, "不超过320元", "不超过280元", "合并同线路小单，重谈两家承运商的价格"),
        Figure("准时送达率", _TIME, "不低于92%", "不低于97%", "晚高峰线路提前一小时发车"))),
    Post("采购员", LOGISTICS, "冯静", "采购订单", "生产厂", _DEPARTMENT, (
        Figure("到货合格率", _QUALITY, "不低于96%", "不低于99%", "连续两批不合格的供应商暂停下单"),
        Figure("采购周期", _TIME, "不超过15天", "不超过10天", "常用物料改签年度框架合同"))),
    Post("质检员", LOGISTICS, "陈涛", "检验报告", "采购部", _DEPARTMENT, (
        Figure("检验批次", _QUANTITY, "不少于60批", "不少于80批", "与采购部对齐到货时间，错峰检验"),
        Figure("漏检", _QUALITY, "不超过3次", "不超过1次", "关键尺寸改为全检，检验卡逐项签字"))),
    Post("Key account manager", SALES, "Tom Reed", "signed contracts", "sales director", _SUPERIOR, (
        Figure("contract value", _QUANTITY, "at least 400,000 EUR", "at least 550,000 EUR",
               "Go through the pipeline every Monday and drop what has not moved for a month"),
        Figure("renewal rate", _QUALITY, "at least 85%", "at least 93%",
               "Call every customer sixty days before the contract ends"))),
    Post("Sales representative", SALES, "Mia Lopez", "customer visits", "key account manager", _COLLEAGUE, (
        Figure("customer visits", _QUANTITY, "at least 30 visits", "at least 45 visits",
               "Plan the visits of each region for two weeks ahead"),
        Figure("complaints", _QUALITY, "at most 4 complaints", "at most 1 complaint",
               "Call back on the same day and log what was promised"))),
    Post("Export clerk", SALES, "Jan Novak", "shipping documents", "forwarder", CustomerKind.SUPPLIER, (
        Figure("document errors", _QUALITY, "no more than 5 errors", "no more than 2 errors",
               "Have a second pair of eyes check each set before it leaves"),
        Figure("handling time", _TIME, "within 3 days", "within 1 day",
               "Prepare the forms as soon as the order is confirmed"))),
    Post("Marketing specialist", SALES, "Eva Holm", "qualified leads", "sales team", _DEPARTMENT, (
        Figure("qualified leads", _QUANTITY, "at least 60 leads", "at least 90 leads",
               "Run one more webinar a month with the sales team"),
        Figure("cost per lead", _COST, "at most 70 EUR", "at most 50 EUR",
               "Stop the two most expensive campaigns"))),
)
# fmt: on
