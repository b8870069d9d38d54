"""Names of outputs that nobody could hold: aims, catch-alls, nothing at all (method.md 2.1)."""

import re

from dialogs.reading.answers.acts import read_act
from dialogs.reading.text.fold import fold

_AIM = re.compile(
    r".{0,6}(?:满意度|满意|安全|安全性|效率|态度|积极性|责任心|纪律|氛围|凝聚力|执行力|忠诚度|口碑|形象|士气)"
    r"|.{0,2}质量|(?:(?:customer|client|employee|staff|workplace|job|work|food|patient|general|overall) )?"
    r"(?:satisfaction|safety|security|efficiency|attitude|teamwork|morale|quality|productivity|loyalty|happiness|"
    r"discipline|reputation)"
)
"""What is aimed at, and measured on something else."""
_REST = re.compile(
    r"(?:(?:领导|上级|老板|经理|公司)?(?:临时)?(?:交办|安排|交代|布置)的?)?(?:其他|其它|别的|临时|日常|各种|杂项)?(?:的|性)?"
    r"(?:工作|任务|事项|事务|事情|琐事|杂事|杂务|交办)|.*(?:领导|上级|老板)(?:临时)?(?:交办|安排|交代|布置).*|等等?|杂七杂八"
    r"|(?:any |all )?(?:other|miscellaneous|various|ad.?hoc|general|daily|day-to-day) "
    r"(?:tasks?|duties|work|things|jobs?|stuff)"
    r"(?: as (?:assigned|needed|required))?|.*\bas (?:assigned|directed|required)(?: by .*)?"
    r"|whatever.*|anything.*|everything.*|stuff|things|etc\.?"
)
"""What may be anything."""
_NOTHING = re.compile(r"(?:nothing|none|not) (?:really|much|special|at all|sure)|没什么.*|没啥.*|说不清|不好说|不一定")
_DOING = re.compile(r"(?:做|搞|弄|干)(?!好|完|成|出|法|工)[\u3400-\u9fff]{1,6}")


def names_no_product(name: str) -> bool:
    """Whether a name is of no product: 客户满意度, 领导交办的其他工作, 做报表, nothing really."""
    folded = " ".join(fold(name).split()).strip(" .。!,，")
    if read_act(name) in {"none", "no", "yes", "unsure", "skip"}:
        return True
    return any(pattern.fullmatch(folded) for pattern in (_AIM, _REST, _NOTHING, _DOING))
