"""Managers who answer as they please, but readably: what they answer to a question depends on it and on their seed."""

from dataclasses import dataclass
from random import Random

from dialogs.acts import Act, Pressed, Said
from dialogs.state import Asked
from tests.chat import Chat

SAID: dict[str, tuple[str, ...]] = {
    "post": ("Key account manager", "生产主管", "採購專員", "Astronaut"),
    "department": ("Sales", "财务部", "客服中心", "Moon base"),
    "holder": ("Wang Fang", "早班"),
    "period": ("2027", "2027年下半年"),
    "customers_internal": ("the GM, finance, Lin", "总经理、财务部", "my superior", "總經理、小王和倉庫"),
    "customers_external": ("dealers", "经销商、税务局", "Acme, dealers", "供應商"),
    "outputs": (
        "月度报表",
        "sales report, forecast",
        "参加会议",
        "responsible for invoices",
        "設計圖、樣品",
        "contracts",
    ),
    "result": ("minutes with decisions", "已签字的会议决议", "attending the meeting"),
    "serves": ("20% sales growth", "降低成本", "客戶滿意"),
    "measure": (
        "accuracy rate",
        "差错率、及时率",
        "teamwork",
        "By the 25th of each month, using ERP exports, complete the stock report, to a difference rate of at most 0.3%",
        "于每周五,用CRM数据,完成报告,达到格式统一",
        "合約金額",
    ),
    "basic": ("at least 90%", "不超过2%", "100%", "5", "3到5天", "80万元以上每月"),
    "judge": ("the GM", "王经理"),
    "looks_like": ("everybody knows what to do", "清楚易懂"),
    "factors": ("clarity, tone", "结构、措辞、时机"),
    "raters": ("finance", "陈经理"),
    "statement": (
        "By the end of each quarter, using the ledger, complete the audit, to zero complaints",
        "每月25日前，用台账，完成审计，达到42%以上",
    ),
    "by": ("every Friday", "每月25日前"),
    "using": ("two people", "ERP系统"),
    "complete": ("12 reports", "3份方案"),
    "reach": ("no complaints", "一次通过"),
    "data": ("the ledger", "台账"),
    "sample": ("10 a month", "全部"),
    "when": ("monthly", "每周五"),
    "collector": ("Lin", "助理"),
    "receiver": ("the GM", "总监"),
    "coverage": ("85%", "七成"),
}
OBSERVED = ("keeps the rules, is on time", "准时、守规则")
AVOIDED = {"edit", "keep", "language"}
"""Buttons that lead elsewhere: mending comes of its own in the tests."""


@dataclass
class Whim:
    """A manager of moods, all in the seed."""

    seed: int

    def answer(self, asked: Asked, mood: int = 0) -> Act:
        """The answer to a question; another mood, another answer."""
        question = asked.question
        dice = Random(f"{self.seed}/{question.key}/{mood}")
        if question.name == "submit":
            return Pressed("submit")
        if question.name == "ranking":
            return Said(_order(question.key.removesuffix("/ranking"), dice))
        if question.name == "room":
            return Pressed("keep")
        written = OBSERVED if question.kind == "observed" else SAID.get(question.name, ())
        said: list[Act] = [Said(one) for one in written]
        pressed: list[Act] = [Pressed(one.id) for one in asked.choices if one.id.partition(":")[0] not in AVOIDED]
        return dice.choice(said + pressed)


def _order(key: str, dice: Random) -> str:
    numbers = [str(n + 1) for n in range(key.rpartition("/")[2].count(".") + 1)]
    return " ".join(dice.sample(numbers, len(numbers)))


def take(chat: Chat, whim: Whim, mood: int = 0) -> None:
    """Answer the open question, in another mood where the first answer was refused."""
    for again in range(mood, mood + 20):
        chat.act(whim.answer(chat.shown, again))
        if chat.refused is None:
            return
    raise AssertionError(f"no answer to {chat.open.key} is taken")


def finish(chat: Chat, whim: Whim, most: int = 400, until: str = "") -> None:
    """Answer until the end, or until a question is asked."""
    for _ in range(most):
        if chat.status == "done" or chat.open.name == until:
            return
        take(chat, whim)
    raise AssertionError(f"{most} answers were not enough")
