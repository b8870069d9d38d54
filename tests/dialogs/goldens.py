"""Journals of released versions, as they are kept: `python -m tests.dialogs.goldens` writes those of this version."""

import json
from pathlib import Path
from typing import Any

from dialogs.header import Header
from dialogs.interviews import VERSIONS
from dialogs.questions import codec
from storage.values import plan_to_json
from tests.chat import Chat
from tests.manager import SCRIPTS, Line, Manager

FOLDER = Path(__file__).parent / "golden"

RICH: dict[str, str | dict[str, str]] = {
    "post": "培训主管",
    "department": "人力资源部",
    "holder": "!skip",
    "period": "2027年上半年",
    "customers_internal": "总经理、各部门、老同事",
    "customer_kind": "同事",
    "customers_external": "!skip",
    "outputs": {"总经理": "参加会议、月度培训报告", "各部门": "1", "老同事": "新人手册"},
    "result": "会议决议",
    "serves": {"会议决议": "降低离职率", "月度培训报告": "!goal1", "新人手册": "!skip"},
    "diagram": "!right",
    "output_weights": "!ranking",
    "ranking": "3 1 2",
    "dimensions": {"会议决议": "质量", "月度培训报告": "质量、时限", "新人手册": "!quality"},
    "measure": {
        "会议决议": "决议可行程度",
        "月度培训报告/quality": "于每月25日,用ERP导出数据,完成12家门店的培训报告,达到差错率不超过0.3%",
        "月度培训报告/time": "报告及时率",
        "新人手册": "差错率",
    },
    "trackable": "没有",
    "judge": "!customer1",
    "looks_like": "人人知道自己做什么",
    "factors": "负责人、期限、资源",
    "basic": {"judgement": "写明负责人、写明期限", "报告及时率": "100%", "差错率": "不超过2%"},
    "outstanding": {"judgement": "当场确认资源", "报告及时率": "!skip", "差错率": "!offer0"},
    "raters": "人力资源总监",
    "room": "!keep",
    "indicator_weights": "2>1",
    "statement": {"报告及时率": "!change", "差错率": "!accept", "决议可行程度": "!accept"},
    "by": "每月最后一天",
    "using": "好的",
    "complete": "一份报告",
    "reach": "!usual",
    "tracking": "2、3",
    "data": "培训系统",
    "sample": "每月抽10份",
    "when": "每周五",
    "collector": "!usual",
    "receiver": "总经理",
    "coverage": "八成五",
}
"""Judged and typed indicators, an activity, linked outputs, a ranking, tracking set on its own."""

CHANGES: tuple[Line, ...] = (
    {"command": "edit", "argument": "customers_internal"},
    {"text": "总经理、各部门"},
    {"press": "yes"},
    {"press": "right"},
    {"press": "equal"},
    {"command": "back"},
    {"press": "keep"},
)
"""What is done before the plan is submitted: a customer is removed, with all that hung on it."""


def chats() -> dict[str, Chat]:
    """The interviews to keep, each to its end."""
    played = {language: _played(SCRIPTS[language], language, ()) for language in SCRIPTS}
    return played | {"rich": _played(RICH, "zh_Hans", CHANGES)}


def _played(script: dict[str, Any], language: str, changes: tuple[Line, ...]) -> Chat:
    chat, manager = Chat(language=language), Manager(script)
    while chat.open.name != "submit":
        _send(chat, manager.answer(chat.lines[-1]))
    for line in changes:
        _send(chat, line)
    _send(chat, {"press": "submit"})
    assert chat.plan, f"{language} ends at {chat.open.key}"
    return chat


def _send(chat: Chat, line: Line) -> None:
    chat.send(line)
    assert chat.refused is None, (line, chat.lines)


def write() -> None:
    """Write the goldens of this version; never those of one that was released."""
    for name, chat in chats().items():
        assert chat.plan is not None
        golden = {
            "header": codec(Header).dump_python(chat.header, mode="json"),
            "journal": json.loads(chat.kept),
            "plan": plan_to_json(chat.plan),
        }
        path = FOLDER / f"v{VERSIONS['post']}_{name}.json"
        path.write_text(json.dumps(golden, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
