"""Numerals that count nothing: times of day, days, months, years, labels and the numbers of a list."""

import re
from collections.abc import Iterator

from dialogs.reading.dates.calendar_compounds import counting_nothing
from dialogs.reading.dates.calendar_words import MONTH_NAMES
from dialogs.reading.text.patterns import beginning

_NUMERAL = re.compile("[0-9一二三四五六七八九十两①-⑳]|q[1-4]|半年")
_HOURS = "(?:二?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_DIGITS = "[0-9一二三四五六七八九十]"
_FIGURES = "0-9〇零一二三四五六七八九十两"
_FEW = "(?:two|three|four|five|six|ten|twelve)"
_TIMES = beginning(
    f"{_FIGURES}早上午中下傍晚凌第未今接'’",
    r"(?<![0-9.])[0-9]{1,2}:[0-9]{2}(?![0-9])"
    r"|(?<![0-9.])[0-9]{1,2} ?点(?:钟|半|整|[0-9]{1,2}分)?(?![0-9])"
    r"|(?<![0-9.])[0-9]{1,2} ?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?![a-z])"
    r"|(?<![0-9.])[0-9]{1,2}\.[0-9]{2} ?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])"
    rf"|{_HOURS}点(?:钟|半|整|(?=前|后|之前|之后|以前|以后))"
    rf"|(?:早上|早晨|上午|中午|下午|傍晚|晚上|凌晨){_HOURS}[点时](?:钟|半|整)?"
    rf"|{_DIGITS}{{1,3}}(?:月份?(?! ?[之以]?内)(?:{_DIGITS}{{1,3}}[日号])?| 月 {_DIGITS}{{1,3}} [日号])"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTH_NAMES})(?![a-z])(?: ?[0-9]{{4}})?"
    rf"|(?:{MONTH_NAMES}) (?:[0-9]{{1,2}}(?:st|nd|rd|th|, ?[0-9]{{4}})|(?:19|20)[0-9]{{2}}(?![0-9]))"
    rf"|(?<=by )(?:{MONTH_NAMES}) [0-9]{{1,2}}(?![0-9])"
    r"|(?<=每月)[0-9]{1,2}[日号](?![元圆币])"
    r"|(?<![0-9.,])(?:19|20|21)[0-9]{2} ?(?:年度?|财年|学年)|(?<=[a-z] )(?:19|20)[0-9]{2}(?=\))"
    r"|(?:19|20)[0-9]{2}[-–/](?:[0-9]{4}|[0-9]{2})(?![0-9%])"
    r"|(?:\b(?:fy|ay|sy|eoy) ?|\bq[1-4][ /-]?|(?<![0-9])['’])(?:19|20)?[0-9]{2}(?:[-/][0-9]{2,4})?(?![0-9%])"
    r"|(?:19|20)[0-9]{2}[ -]?q[1-4]|\bq[1-4]\b|[上下]半年|第?[一二三四1-4]季度(?=末|底|前|内|[^0-9以])"
    r"|[0-9]{1,2}月?[-至到][0-9]{1,2}月"
    rf"|\b(?:the )?(?:next|coming|following|past|last) (?:[0-9]{{1,2}}|{_FEW}) (?:years?|months?|quarters?|weeks?)\b"
    r"|(?:19|20)[0-9]{2}(?= (?:baseline|targets?|actuals?|outturn|results?|levels?|figures?|season|budget|standard)\b)"
    r"|(?:未来|今后|接下来)的?[0-9一二三四五六七八九十两]{1,3}个?(?:年|月|季度)(?:内|里)?",
)
"""Times of day, days, months and years: they count nothing."""
_YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9%]|[.,][0-9])")
"""A year without any word that says so."""
_BY_YEAR = re.compile(
    r"\b(?:by|in|until|till|before|from|for|since|end of|(?<!up )to|years? up to|against|versus|vs|fy|target) ?$"
    r"|[(（,，]\s*$|截至|到|至$"
)
_AGE = r"[0-9]{1,3}(?![0-9%.,])"
_LABEL = beginning(
    rf"{_FIGURES}①-⑳连前近过去双第单四了【〔\[(:",
    r"(?<![0-9.])[0-9一二三四五六七八九十]{1,2} ?(?:级|类|号|期|线|楼|区|等)"
    r"(?:(?![以及0-9])|[及或]?以[上下])(?=[\u3400-\u9fff])"
    r"|(?<=[“”\"「『《])[一二两三四五六七八九十](?:[\u3400-\u9fff]{1,6}(?=[”\"」』》])|(?=[\u3400-\u9fff]))"
    r"|(?:一(?![天日周月年季次个些般班小半十百千万亿])[\u3400-\u9fff]){2,}"
    r"|[0-9]{1,3}[-~至到][0-9]{1,3} ?个?月龄?(?=[婴幼儿童])"
    r"|连续 ?[0-9一二三四五六七八九十两]{1,3} ?个?(?:工作日|天|日|周|小时|班次?|批次?|次)(?=[\u3400-\u9fff 0-9])"
    r"|24 ?小时(?=全天候|不间断|值班|值守|服务|营业|监控|在线|巡逻|巡查|待命|开放|受理|热线)"
    r"|前 ?[0-9一二两三四五六七八九十]{1,3} ?[大名家位个款](?=[\u3400-\u9fff]{2})"
    r"|(?<=[晚迟慢差超多少错漏])了?一(?:天|次|个|分钟|单|件|秒|小时|回|笔)(?=[\u3400-\u9fff]{1,6}[要就都会得扣罚])"
    r"|(?<=单)一(?=方式|来源|供应商|客户|品种|渠道|指标|项目)"
    r"|一次(?=[\u3400-\u9fff]{1,6}率)"
    r"|\b(?:soc|iso|type|level|tier|phase|grades?|priority|category|class|stage|step|version|part|section|"
    r"triage|scopes?|indicator|kpi|metric|objective|goal|item|criterion|question|table|figure|annex|appendix|chapter|article|"
    r"no\.) ?#?[0-9]+s?(?:(?:[-–]| and | & | or )[0-9]+s?)?(?![0-9%]|[.,][0-9])|\[[0-9, ]{1,12}\](?=\W*$)"
    r"|\b[0-9]{1,2}[- ](?:day|week|month|quarter|year)"
    r"(?=[- ](?:[a-z-]{2,20}[- ]){0,2}?(?:average|mean|baseline|median)\b)"
    r"|(?<=\bby )(?:working |business |calendar |work)?day [0-9]{1,2}(?: ?[-–] ?[0-9]{1,2})?(?![0-9%])"
    r"|\b(?:stage|phase|step|level|tier|priority|category) (?:one|two|three|four)\b"
    r"|\b(?<!last )(?<!this )(?<!next )(?<!a )(?<!per )year (?:[1-9](?![0-9%]|[.,][0-9])|one\b|two\b|three\b|four\b|"
    r"five\b)|四舍五入"
    r"|(?<![0-9.])[0-9]{1,2}(?:[-–~至到][0-9]{1,2})? ?(?:型|周?岁|年级|月龄)(?:以[上下])?(?=[\u3400-\u9fff])|"
    r"双十[一二]|三八(?=节)|二三产业"
    r"|(?:近|前|连续|过去)[0-9一二三四五六七八九十两]{1,2}个?(?:年|月|季度)|(?<=[0-9]):(?:19|20)[0-9]{2}"
    r"|(?<![0-9.,])[0-9]{0,3}(?:11th|12th|13th|1st|2nd|3rd|[04-9]th)\b(?! percentile)"
    rf"|\b(?:(?:over|under|above|below) )?(?:the )?age[ds]? (?:of )?{_AGE}(?: (?:and|or|to|-) "
    rf"(?:over|under|above|below|older|younger|{_AGE}))?"
    r"|(?<=\bat )[0-9]{1,2} ?(?:yrs?|years?|mths?|months?|weeks?|days?)\b"
    r"|24/7(?:/365)?|\b(?:7|seven) days (?:a|per) week\b|\b24 hours (?:a|per) day\b|\b365 days (?:a|per) year\b"
    r"|\b24[- ]hour(?= (?:[a-z]{2,20} ){0,2}(?:service|support|cover|access|helpline|hotline|availability)\b)"
    r"|[0-9]{1,2}[- ](?:day|week|month|year)(?:ly)? (?:frequency|intervals?)\b|7[*x×]24|24[*x×]7"
    r"|(?:[两二三四五六1-9]|个)位数"
    r"|第[0-9一二三四五六七八九十]{1,3}|[【〔\[(](?:19|20)[0-9]{2}[】〕\])] ?[0-9]{1,4} ?号",
)
"""Numerals that name rather than count: 一级事故, 一次交检合格率, 第三方."""
_COUNTED_OUT = re.compile(r"(?<=%) \([0-9]{1,6} ?(?:of|out of|/) ?[0-9]{1,6}\)")
"""What makes a percentage: 30% (7 of 21)."""
_SERVICE_LEVEL = re.compile(
    r"(?<![0-9.])(?P<share>[0-9]{2})/(?P<limit>[0-9]{2,3})(?=[^0-9]{1,20}(?P=share) ?%[^0-9]{1,60}(?P=limit) ?s)"
)
"""What is then said in full: 80/20 (80% answered in 20 seconds)."""
_RANK = re.compile(
    r"前(?= ?(?:[0-9一二两三四五六七八九十百]{1,4} ?(?:[名位强]|$|[,;。、!])|[0-9.]{1,4} ?%(?:$|[,;。、!之以])))"
)
"""What makes a number a place in a row: 前三名, 前10%."""
_LIST = re.compile(
    r"(?:^|(?<=[\s;,。、]))(?:\(?[0-9]{1,2}[)、](?![0-9])|[①-⑳])\s*(?=\S)"
    r"|(?:^|(?<=[;。])|(?<=[;.。,] ))[0-9]{1,2}\.(?![0-9])(?=\s*[^\s.])",
    re.MULTILINE,
)


def idle_spans(folded: str) -> Iterator[tuple[int, int, str]]:
    """Where they stand in a folded text, each with its kind: "time", "label" or "rank"."""
    if not _NUMERAL.search(folded):
        return
    for start, end in counting_nothing(folded):
        yield start, end, "time"
    for match in _TIMES.finditer(folded):
        yield *match.span(), "time"
    for match in _YEAR.finditer(folded):
        if _is_year(folded, match):
            yield *match.span(), "time"
    for match in _RANK.finditer(folded):
        yield *match.span(), "rank"
    for pattern in (_LABEL, _LIST, _SERVICE_LEVEL, _COUNTED_OUT):
        for match in pattern.finditer(folded):
            yield *match.span(), "label"


def _is_year(folded: str, match: re.Match[str]) -> bool:
    """Whether four digits are a year: nothing is counted behind them, and something says when."""
    behind = folded[match.end() : match.end() + 2].lstrip()
    counts = bool(behind) and behind[0].isalpha() and behind[0] > "\u2e80"
    return (not counts and _BY_YEAR.search(folded[: match.start()]) is not None) or behind.startswith("年")
