"""What people call the questions of a plan's interview: 担任人, "the inside list", "the standard" (method.md 2)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.reading.text.fold import fold

_WORDS = {
    ("post",): "岗位, 职位, 职务, post, position, job title, job, role",
    ("department",): "部门, department, dept, dept., division",
    ("holder",): "担任人, 担任者, 任职人, 任职者, 在岗人, 担任的人, holder, incumbent, post holder",
    ("period",): "考核周期, 考核期间, 考核期, 计划期, 周期, 期间, 年度, 年份, period, year",
    ("function",): "工作类别, kind of work",
    ("customers_internal",): (
        "内部客户, 内部, 里面的客户, 对内, internal customer, internal list, internal, inside list, inside"
    ),
    ("customers_external",): (
        "外部客户, 外部, 外面的客户, 外面, 对外, external customer, external list, external, outside list, outside"
    ),
    ("customers_internal", "customers_external"): "客户, customer, client",
    ("outputs",): "工作产出, 产出, 成果, work output, output, deliverable",
    ("serves",): "支持的目标, 服务的目标, goal served, goal",
    ("output_weights", "indicator_weights"): "权重, 比重, 占比, weighting, weight",
    ("output_weights",): "产出权重, 产出的权重, weights of outputs, weights of the outputs, output weight",
    ("indicator_weights",): "指标权重, 指标的权重, weights of indicators, weights of the indicators, indicator weight",
    ("ranking",): "重要性排序, 排序, ranking",
    ("dimensions",): "维度, dimension",
    ("measure",): "衡量方式, 衡量方法, 衡量指标, 考核指标, 指标, indicator, measure, metric, kpi",
    ("basic", "outstanding"): "标准, 目标值, standard, target",
    (
        "basic",
    ): "基本标准, 基本的标准, 基本线, 及格线, 及格标准, 及格, 基本, basic standard, basic level, basic one, basic",
    ("outstanding",): (
        "卓越标准, 优秀标准, 卓越的标准, 优秀的标准, 优秀线, 卓越, 优秀, 挑战值, "
        "outstanding standard, outstanding level, outstanding one, outstanding, stretch target, stretch"
    ),
    ("direction",): "方向, direction",
    ("judge",): "评价人, 评分人, 评核者, 评核人, judge",
    ("factors",): "关键因素, 评价要素, 评核要素, factor",
    ("statement",): "于用完达表述, 表述, statement, wording",
    ("tracking",): "追踪计划, 追踪, 跟踪计划, tracking plan, tracking",
    ("data",): "数据来源, data source",
    ("sample",): "抽样, 样本, sample",
    ("collector",): "收集人, 采集人, collector",
    ("receiver",): "接收人, receiver",
    ("coverage",): "目标覆盖率, 覆盖率, coverage",
}
_NAMES = {word: names for names, words in _WORDS.items() for word in words.split(", ")}
_NAMED = re.compile(
    "|".join(
        rf"(?<![a-z]){re.escape(word)}s?(?![a-z])" if word.isascii() else re.escape(word)
        for word in sorted(_NAMES, key=len, reverse=True)
    )
)

_ARTICLE = re.compile(r"(?:(?:for )?the )?$")


@dataclass(frozen=True, slots=True)
class QuestionNames:
    """The questions that a phrase names, by their names, and the phrase without the words for them."""

    names: tuple[str, ...]
    rest: str


def question_names(phrase: str) -> QuestionNames:
    """What a phrase says of questions; where it says more than one thing, all of them."""
    folded = fold(phrase)
    names = dict.fromkeys(name for match in _NAMED.finditer(folded) for name in _named(match[0]))
    return QuestionNames(tuple(names), _NAMED.sub(" ", folded))


def names_question(phrase: str) -> bool:
    """Whether a phrase names questions and says nothing more: 权重."""
    found = question_names(phrase)
    return bool(found.names) and not found.rest.strip()


def label_of(folded: str, start: int, end: int, names: Sequence[str]) -> tuple[str, int, int] | None:
    """The one of the questions that the words at the beginning or end of a clause name, with their place."""
    for match in _NAMED.finditer(folded, start, end):
        found = _named(match[0])
        article = _ARTICLE.search(folded, start, match.start())
        begin = article.start() if article else match.start()
        if len(found) == 1 and found[0] in names and (begin == start or match.end() == end):
            return found[0], begin, match.end()
    return None


def _named(word: str) -> tuple[str, ...]:
    return _NAMES.get(word) or _NAMES[word.removesuffix("s")]
