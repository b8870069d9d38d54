"""Digits that count nothing: of names, versions, dates, telephone numbers and formulas."""

import re

from dialogs.reading.numbers.money import CODES, money_before, money_behind

_FARTHEST = 24
"""How far before a number what it is part of begins."""
_WORDS = (
    "to|of|by|is|at|in|or|and|from|than|least|most|about|around|over|under|above|below|within|up|only|max|min|approx"
    "|near|nearly|exactly|hundred|thousand|million|billion|dozen|one|two|three|four|five|six|seven|eight|nine|ten"
)
_MEASURES = (
    "nps|csat|ces|oee|cpk|ppk|roi|roe|roa|gmv|arpu|dau|mau|kpi|sla|tat|ppm|dppm|mttr|mtbf|otd|otif|fpy|fte|sku|cac|ltv"
    "|cpa|cpc|ctr|cvr|ebitda"
)
_MONTHS = (
    "jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october"
    "|nov|november|dec|december"
)
_COUNTING = CODES.union(*(words.split("|") for words in (_WORDS, _MEASURES, _MONTHS)))
"""Words that a number may be joined to and counts all the same: RMB5000, at least5, CPK1.33以上."""
_VALUED = re.compile(r"[0-9][0-9.,]{0,15} ?(?:%|‰|[万亿元分])")
"""What counts behind any name: 设备LCR85%."""
_JOINED = re.compile(r"(?:(?P<counted>[0-9](?P<gap> ?))|(?<![a-z]))(?P<word>[a-z]{1,20})(?P<dash>-?)\Z")
_SQUARE = re.compile(r"(?:[kcdm]?m|ft)[23](?![0-9])")
_STEP = re.compile(r"(?<![a-z0-9])[a-z]\+\Z")  # T+1
_STANDARD = re.compile(r"(?<![a-z])(?:iso|iec|iatf|ohsas|gb(?:/t)?|din|astm)(?:/[a-z]{2,4})? \Z")
_CODE = re.compile("[0-9]{3,5}(?![0-9])")
_INSIDE = re.compile(
    r"(?:[0-9]\.|(?<![0-9])7 ?[×✕x*] ?|(?<![0-9])24 ?[/×✕x*] ?|[0-9]-[0-9]{1,8}-|[×✕x*] ?1(?:[,']000)*[,'])\Z"
)
_ANY = re.compile("")
_MIDDLE = re.compile(r"[0-9]{1,8}-[0-9]")
_CHAINED = re.compile(r"[0-9]{1,8}(?:-[0-9]{1,8}){2}")
_FACTOR = re.compile(r"(?:[)\]a-z\u3400-\u9fff] ?[×✕] ?|[)\]a-z\u3400-\u9fff](?: \* ?|\*)|[)a-z] x )\Z")
_TENS = re.compile(r"100 ?%|1(?:[,' ]?0){2,9}(?![0-9.,])|10 ?\^|10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]")
"""What the quotient of a formula is multiplied by: × 100%."""
_ROUND_THE_CLOCK = re.compile(r"24 ?[/×✕x*] ?7(?![0-9/])|7 ?[×✕x*] ?24(?![0-9])")
_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![.,]?[0-9]|[万亿千百%])")
_METHOD = re.compile(
    r"(?:[4-7]s|8d|[3-6]g|3d)(?:(?:管理|检查|现场|审核|评|得分|报告|整改|店|网|基站|打印|改善|活动|体系|标准|推行|培训|稽核|巡|达标|手机)"
    r"| (?:audit|report|score|check|review|standard|program|training|network|print|model|method|workplace))"
    r"|(?:[23]c|2b)(?=[\u3400-\u9fff])(?![万亿元美人以之左内])"
    r"|[0-9]{1,2} ?σ|5w[12]h|[45]m1e"
    r"|(?:985|211)(?=[/、]?(?:985|211)?(?:院校|高校|大学|本科|毕业|硕士|工程|学校|研究生))"
)
"""Names that begin with digits; the letters behind them are units elsewhere: 5s内响应."""


def is_label(text: str, at: int) -> bool:
    """Whether the digits that begin at this place of a folded text are part of something else than a number."""
    if at and _belongs(text[max(0, at - _FARTHEST) : at], text, at):
        return True
    if _METHOD.match(text, at) or _ROUND_THE_CLOCK.match(text, at) or _CHAINED.match(text, at):
        return True
    date = _DATE.match(text, at)
    return date is not None and not (money_before(text, at) or money_behind(text, date.end()))


def _belongs(before: str, text: str, at: int) -> bool:
    """Whether digits belong to what stands right before them."""
    last = before[-1]
    if last == "^":
        return True
    if text[at] == ".":
        return last.isascii() and last.isalnum()
    if last.isascii() and (last.isalpha() or last == "-"):
        valued = last != "-" and before[-2:-1].isalpha() and _VALUED.match(text, at) is not None
        return (_is_joined(before, text, at) and not valued) or (last == "-" and _is_chained(before, text, at))
    if last in "./+×✕x*,'" or (last == " " and len(before) > 1):
        after = ((_STEP, _ANY), (_INSIDE, _ANY), (_STANDARD, _CODE), (_FACTOR, _TENS))
        return any(pattern.search(before) and digits.match(text, at) for pattern, digits in after)
    return False


def _is_joined(before: str, text: str, at: int) -> bool:
    """Whether letters stand right before, maybe with a dash: q4, covid-19, km2, though not usd50, 5k-10k or 1h30."""
    joined = _JOINED.search(before)
    if not joined or joined["word"] in _COUNTING:
        return False
    if _SQUARE.match(text, at - len(joined["word"])):
        return True
    return not joined["counted"] or bool(joined["gap"] and not joined["dash"])


def _is_chained(before: str, text: str, at: int) -> bool:
    """Whether digits are one of three in a row with dashes between: 2026-11-30, 400-820-8820."""
    chained = _INSIDE.search(before) is not None
    return chained or (before[-2:-1].isdigit() and _MIDDLE.match(text, at) is not None)
