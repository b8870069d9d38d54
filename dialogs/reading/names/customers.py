"""What kind of customer a name stands for."""

import re

from dialogs.reading.text.fold import fold
from kpi.plan import CustomerKind

_INTERNAL = (
    (
        CustomerKind.SUPERIOR,
        (
            r"^(?!各|所有|每|其他|别的|全体).*(?:总经理|上级|老板|领导|董事|总裁|总经办|厂长|店长|校长|院长)|^.{0,3}总$|"
            r"^(?:(?:我|我们|他|她|本|直属|直接|顶头|部门)的?)+(?:.{0,4})(?:经理|总监|主管|主任)$|^(?:经理|总监|主管|主任)$|"
            r"\b(?:gm|ceo|cfo|coo|cto|boss|superior|president|vp|management|board|general manager|managing director|"
            r"line manager)\b|\b(?:my|his|her|their) (?:\w+ )?(?:manager|director|supervisor|chief|head)\b|"
            r"^(?:(?:the|our|a) )?(?:direct |department )?(?:manager|director|supervisor|chief|head)$"
        ),
    ),
    (
        CustomerKind.SUBORDINATE,
        (
            r"下属|部属|下级|部下|组员|队员|员工|班组成员|徒弟|\b(?:subordinates?|direct reports?|my team|"
            r"team members?|staff|employees|my people|reports)\b"
        ),
    ),
    (CustomerKind.COLLEAGUE, r"同事|同仁|搭档|\b(?:colleagues?|co-?workers?|peers?|teammates?|fellow)\b"),
    (
        CustomerKind.DEPARTMENT,
        (
            r"(?:部|部门|科|处|组|中心|室|车间|团队|分公司|事业部|仓库|门店|办|办公室|库|委员会|班|线)$|"
            r"^(?:财务|人事|人力资源|行政|采购|生产|销售|市场|研发|质量|品质|法务|物流|客服|技术|运营|仓储|工程|设计|计划|信息|质检|品管|品保|总务|商务|企划|资材|生管|工艺|设备|安环|后勤|会计|稽核|客服|维修|化验)$|"
            r"\b(?:departments?|dept|teams?|finance|hr|human resources|sales|marketing|production|purchasing|"
            r"procurement|r&d|research and development|"
            r"it|legal|logistics|warehouse|operations|engineering|quality|administration|accounting|office|unit|"
            r"division|plant|workshop|stores?)\b"
        ),
    ),
)
_TITLED = re.compile(
    r"(?:经理|总监|主管|主任|负责人|领导|厂长|店长)们?$|\b(?:managers?|directors?|supervisors?|chiefs?|heads?)\b"
)
"""Somebody with a title who need not be the superior: hiring managers, 各部门经理."""
_EXTERNAL = (
    (
        CustomerKind.REGULATOR,
        (
            r"税务|监管|工商|海关|政府|银保监|证监|环保|市监|市场监督|消防|社保|公安|审计|质检局|卫健委|委员会$|局$|"
            r"\b(?:tax|regulators?|authorit(?:y|ies)|auditors?|customs|government|inspectors?|agency|ministry|"
            r"bureau|council)\b"
        ),
    ),
    (
        CustomerKind.SUPPLIER,
        (
            r"供应商|供货商|厂家|承包商|外包|供方|服务商|物流公司|承运|\b(?:suppliers?|vendors?|contractors?|"
            r"subcontractors?|carriers?|freelancers?)\b"
        ),
    ),
    (
        CustomerKind.CLIENT,
        (
            r"客户|顾客|经销商|代理商|分销|用户|消费者|买家|会员|学员|学生|家长|患者|病人|旅客|乘客|业主|零售|超市|渠道|加盟|商户|商家|商场|商店|"
            r"门店|读者|访客|游客|候选人|应聘|求职|社区|居民|"
            r"\b(?:clients?|customers?|dealers?|distributors?|agents?|users?|consumers?|buyers?|members?|"
            r"students?|patients?|guests?|passengers?|"
            r"shoppers?|retailers?|resellers?|franchisees?|tenants?|owners?|readers?|visitors?|candidates?|"
            r"applicants?|parents?|shops?|stores?|"
            r"supermarkets?|learners?|residents?|citizens?|public)\b"
        ),
    ),
)


def guess_kind(name: str, *, internal: bool) -> CustomerKind | None:
    """The kind a name tells, inside or outside the organisation as the question asked; None where it tells none."""
    folded = " ".join(fold(name[:_LONGEST]).split())
    groups = _INTERNAL if internal else _EXTERNAL
    kind = next((kind for kind, words in groups if re.search(words, folded)), None)
    return None if kind is CustomerKind.DEPARTMENT and _TITLED.search(folded) else kind


_LONGEST = 100


def is_known(name: str) -> bool:
    """Whether a name tells by itself that somebody is meant, inside or outside the organisation."""
    return any(guess_kind(name, internal=internal) is not None for internal in (True, False))
