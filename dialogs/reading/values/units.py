"""Units: times, currencies and periods, and how each is written."""

from collections import defaultdict

from babel.core import Locale
from babel.numbers import get_currency_name

from dialogs.countries import currency_of, place_of
from dialogs.reading.text.fold import fold

UNITS = {
    "second": "second|seconds|sec|secs|s|秒|秒钟",
    "minute": "minute|minutes|min|mins|分钟|分鐘",
    "hour": "hour|hours|hr|hrs|h|小时|个小时|钟头|个钟头|个工时|工时",
    "working_day": "working day|working days|workday|workdays|work day|work days|business day|business days|"
    "working-day|business-day|"
    "营业日|个营业日|工作日|个工作日|工作天|个工作天|上班日|个上班日|working days'|business days'",
    "day": "day|days|calendar day|calendar days|天|日|个自然日|自然日|个日历日|日历日|days'",
    "week": "week|weeks|wk|wks|work week|work weeks|周|个星期|星期|个礼拜|礼拜|weeks'",
    "month": "month|months|calendar month|calendar months|个月|月|个月份|months'",
    "quarter": "quarter|quarters|个季度|季度|季",
    "year": "year|years|yr|yrs|年|个年度|年度",
}
"""Time units and how they are written."""
CURRENCIES = {
    "CNY": "元|块|块钱|元人民币|元钱|人民币|人民币元|¥|cn¥|¥rmb|rmb|rmb¥|cny|yuan|renminbi|元整|kuai",
    "USD": "$|us$|usd|usd$|us dollar|us dollars|u.s. dollar|u.s. dollars|dollar|dollars|bucks|美元|美金|美刀",
    "TWD": "nt$|ntd|ntd$|twd|new taiwan dollar|new taiwan dollars|taiwan dollars|新台币|台币|元新台币|元台币|新台币元",
    "HKD": "蚊|hk$|hkd|hkd$|hong kong dollar|hong kong dollars|港币|港元|港纸|元港币|港币元|港圆",
    "MOP": "mop$|mop|澳门币|澳门元|葡币",
    "EUR": "€|eur|euro|euros|欧元",
    "GBP": "£|gbp|pound|pounds|quid|pounds sterling|sterling|英镑",
    "JPY": "jpy|jp¥|yen|japanese yen|日元|日圆|日币|円",
    "KRW": "₩|krw|韩元|韩币|韩圆",
    "SGD": "s$|sg$|sgd|sgd$|singapore dollars|新加坡元|新币|坡币",
    "AUD": "a$|au$|aud|aud$|australian dollars|澳元|澳币",
    "CAD": "c$|c $|ca$|cad|cad$|canadian dollars|加元|加币",
    "NZD": "nz$|nzd",
    "CHF": "chf|swiss franc|swiss francs|瑞士法郎|瑞郎",
    "INR": "₹|inr|rs.|rs|rupee|rupees|卢比",
    "THB": "฿|thb|baht|泰铢",
    "MYR": "myr|ringgit|马币|令吉|林吉特",
    "VND": "₫|vnd|dong|越南盾",
    "PHP": "₱|菲律宾比索",
    "IDR": "idr|rupiah|印尼盾",
    "GEL": "₾",
    "LAK": "₭",
    "TRY": "₺",
    "NGN": "₦|奈拉",
    "UAH": "₴",
    "KZT": "₸",
    "ILS": "₪",
    "GHS": "₵",
    "PLN": "zł|pln",
    "RUB": "₽|rub|rouble|roubles|ruble|rubles|卢布",
    "BRL": "r$|brl",
    "MXN": "mx$|mex$|mxn",
    "BTC": "btc|bitcoin|bitcoins|比特币",
}
"""Currencies and how they are written."""
YUAN = frozenset({"元", "块", "块钱", "元钱", "元整"})
"""What money is called in Chinese whose country is not told: 20元 is in yuan, in Taiwan and Hong Kong in dollars."""
YUANS = ("TWD", "HKD", "CNY")
"""What it may be where nothing tells, to a reader of traditional characters."""
PERIODS = {
    "hour": ("hour", "hr", "小时", "个小时", "钟头"),
    "day": ("day", "天", "日", "个工作日", "工作日", "working day", "business day", "workday"),
    "week": ("week", "wk", "周", "星期", "个星期", "礼拜", "个礼拜"),
    "month": ("month", "mo", "mth", "calendar month", "月", "个月", "月份"),
    "quarter": ("quarter", "季度", "季", "个季度"),
    "year": ("year", "yr", "年", "年度", "annum", "个年度", "个财年", "财年"),
}
POINTS = frozenset({"points", "point", "点", "个点", "pts"})
"""Ways of writing points, which are percentage points of what is a percentage."""
TIME_WORDS = {word: unit for unit, words in UNITS.items() for word in words.split("|")}
"""Each way of writing a time unit, and the unit."""
_ADVERBS = {
    "hour": "hourly|/时|时均",
    "day": "daily|日均|按天|按日|逐日",
    "week": "weekly|pw|p.w.|周均|按周|逐周",
    "month": "monthly|pcm|p.c.m.|月均|按月|逐月|全月",
    "quarter": "quarterly|季均|按季|按季度|全季|全季度",
    "year": "yearly|annually|年均|按年|p.a.|pa|p/a|p.a|全年",
}


def yuan_of(country: str, language: str | None) -> str | None:
    """The currency that a bare 元 is in, in an organisation's country; None where the language lets doubt it.

    It is the organisation's own where that differs from the country's (dialogs.countries). The country is China unless
    somebody said otherwise, and who writes traditional characters is hardly there.
    """
    place = place_of(country)
    if place.currency:
        return place.currency
    if place.country == "CN":
        return None if language == "zh_Hant" else "CNY"
    return currency_of(place.country) or "CNY"


WHOLE_PERIOD = ("for the", "across the", "over the whole", "for the whole", "in the whole")
"""What says how long something is counted for, or merely when a percentage holds: 1,650 hours for the year."""


def per_phrases(period: str) -> str:
    """How a rate is written: per week, a week, each week, /week, weekly, 每周."""
    names = PERIODS[period]
    english = [name for name in names if name.isascii()]
    chinese = [name for name in names if not name.isascii()]
    each = ("per", "a", "an", "each", "every", "any", "any one", "any given", "in a", "in any", "in each", "in every")
    before = [f"{word} {name}" for word in (*each, *WHOLE_PERIOD) for name in english]
    marks = [f"{slash}{name}" for name in names for slash in ("/", "/ ", " / ", "per-", "per")]
    every = [f"{word}{name}" for name in chinese for word in ("每", "每一", "每个", "每 ")]
    return "|".join([*before, *marks, *every, _ADVERBS[period]])


def currency_phrases() -> dict[str, str]:
    """The names and signs above, and those that Babel knows of the other currencies."""
    phrases: dict[str, list[str]] = defaultdict(list)
    known = {word for words in CURRENCIES.values() for word in words.split("|")}
    for language in ("en", "zh_Hans"):
        locale = Locale.parse(language)
        for code, name in locale.currencies.items():
            signs = locale.currency_symbols.get(code, code)
            names = [name, get_currency_name(code, 2, language), "" if signs.isalpha() else signs]
            phrases[code] += [fold(word) for word in names if word and "(" not in word and "（" not in word]
    made = {
        code: "|".join(word for word in dict.fromkeys(words) if word not in known) for code, words in phrases.items()
    }
    made.pop("XXX", None)  # no currency at all
    return {code: f"{CURRENCIES[code]}|{made.get(code, '')}".strip("|") for code in CURRENCIES} | {
        code: words for code, words in made.items() if words and code not in CURRENCIES
    }
