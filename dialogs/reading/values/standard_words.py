"""The words of standards, by the kind of token they are in the grammar."""

from collections import defaultdict
from functools import cache

from babel.core import Locale
from babel.numbers import get_currency_name

from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Lexicon
from kpi.values import Comparator

UNITS = {
    "second": "second|seconds|sec|secs|秒|秒钟",
    "minute": "minute|minutes|min|mins|分钟|分鐘",
    "hour": "hour|hours|hr|hrs|h|小时|个小时|钟头|个钟头|个工时|工时",
    "working_day": "working day|working days|workday|workdays|work day|work days|business day|business days|"
    "working-day|business-day|"
    "营业日|个营业日|工作日|个工作日|工作天|个工作天|上班日|个上班日|working days'|business days'",
    "day": "day|days|calendar day|calendar days|天|日|个自然日|自然日|个日历日|日历日|days'",
    "week": "week|weeks|wk|wks|周|个星期|星期|个礼拜|礼拜|weeks'",
    "month": "month|months|calendar month|calendar months|个月|月|个月份|months'",
    "quarter": "quarter|quarters|个季度|季度|季",
    "year": "year|years|yr|yrs|年|个年度|年度",
}
"""Time units and how they are written."""
CURRENCIES = {
    "CNY": "元|块|块钱|元人民币|元钱|人民币|人民币元|¥|cn¥|¥rmb|rmb|rmb¥|cny|yuan|renminbi|元整|kuai",
    "USD": "$|us$|usd|usd$|us dollar|us dollars|u.s. dollar|u.s. dollars|dollar|dollars|bucks|美元|美金|美刀",
    "TWD": "nt$|ntd|ntd$|twd|new taiwan dollar|new taiwan dollars|taiwan dollars|新台币|台币|元新台币|元台币|新台币元",
    "HKD": "hk$|hkd|hkd$|hong kong dollar|hong kong dollars|港币|港元|港纸|元港币|港币元|港圆",
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
    "INR": "₹|inr|rs.|rupee|rupees|卢比",
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
PERIODS = {
    "hour": ("hour", "小时", "个小时", "钟头"),
    "day": ("day", "天", "日", "个工作日", "工作日", "working day", "business day", "workday"),
    "week": ("week", "周", "星期", "个星期", "礼拜", "个礼拜"),
    "month": ("month", "月", "个月", "月份"),
    "quarter": ("quarter", "季度", "季", "个季度"),
    "year": ("year", "年", "年度", "annum", "个年度", "个财年", "财年"),
}
_ADVERBS = {
    "hour": "hourly|时均",
    "day": "daily|日均|按天|按日|逐日",
    "week": "weekly|周均|按周|逐周",
    "month": "monthly|月均|按月|逐月",
    "quarter": "quarterly|季均|按季|按季度",
    "year": "yearly|annually|年均|按年|p.a.|全年",
}


def _per(period: str) -> str:
    """How a rate is written: per week, a week, each week, /week, weekly, 每周."""
    names = PERIODS[period]
    english = [name for name in names if name.isascii()]
    chinese = [name for name in names if not name.isascii()]
    each = ("per", "a", "an", "each", "every", "any", "any one", "any given", "in a", "in any", "in each", "in every")
    before = [f"{word} {name}" for word in each for name in english]
    marks = [f"{slash}{name}" for name in names for slash in ("/", "/ ", " / ", "per-")]
    every = [f"{word}{name}" for name in chinese for word in ("每", "每一", "每个", "每 ")]
    return "|".join([*before, *marks, *every, _ADVERBS[period]])


_STRICT = {
    ">": "more than|over|greater than|bigger than|higher than|larger than|better than|exceed|exceeds|exceeding|"
    "beyond|>|"
    "in excess of|upwards of|north of|超过|超出|高于|大于|多于|超|逾|突破|优于|好于|快过|多过|高过|大过",
    "<": "less than|fewer than|under|below|beneath|lower than|smaller than|shorter than|sooner than|faster than|<|"
    "低于|跌破|少于|小于|短于|不到|不足|未满|未到|少过|低过|小过|快于",
    "late": "later than|longer than|晚于|迟于|长于|慢于|晚过|迟过",
}
_OR_EQUAL = (
    "or equal to|or equals to|or equals|or equal than|or equal|or the same as|and equal to|或等于|或者等于|等于|"
    "或等於|"
    " 或 等于|或 等于|及等于"
)


def _inclusive(strict: str) -> str:
    """Greater than or equal to, equal to or greater than, 大于或等于."""
    bare = [word for word in strict.split("|") if word not in {"超", ">", "<"}]
    roots = {word.removesuffix(" than") for word in bare} | set(bare)
    after = [
        f"{word}{'' if equal.startswith(' ') or not word.isascii() else ' '}{equal}"
        for word in roots
        for equal in _OR_EQUAL.split("|")
    ]
    before = [f"{equal} or {word}" for word in bare for equal in ("equal to", "equals to", "exactly", "equals")]
    chinese = [f"等于{either}{word}" for word in bare for either in ("或", "或者", "") if not word.isascii()]
    return "|".join([*after, *before, *chinese])


BEFORE: dict[str, str] = {
    Comparator.AT_LEAST: (
        "at or above|at or over|minimum of|a minimum of|the minimum is|from|above|>=|> =|≥|≧|=>|⩾|"
        "不小于|不少於|最低|最小|"
        "下限|达到|提高到|提升到|提升至|提高至|增加到|增至|增长到|上升到|"
        "达至|达|保底|not worse than|"
        "reach|reaches|reaching|achieve|achieving|hit|meet or exceed|no worse than|starting from|不差于|不弱于|"
        + _inclusive(_STRICT[">"])
    ),
    Comparator.AT_MOST: (
        "inside|inside of|at or below|at or under|maximum of|a maximum of|up to|within|<=|< =|≤|≦|=<|⩽|最高|最大|"
        "最晚|最迟|最长|上限|"
        "limited to|"
        "capped at|"
        "a cap of|a ceiling of|a limit of|as many as|as much as|up till|控制在|降到|降至|降低到|降低至|压缩到|"
        "缩短到|缩短至|减少到|减至|下降到|下降至|压在|限于|限制在|" + _inclusive(_STRICT["<"])
    ),
    Comparator.MORE_THAN: f"{_STRICT['>']}|{_STRICT['late']}",
    Comparator.LESS_THAN: f"{_STRICT['<']}",
    Comparator.EQUAL: "exactly|equal to|equals|equals to|equal|precisely|=|等于|正好|恰好|刚好|整整",
    Comparator.ABOUT: (
        "about|around|roughly|approximately|approx|approx.|circa|ca.|some|nearly|almost|close to|"
        "in the region of|"
        "in the order of|more or less|~|≈|约|大概有|约为|大致|近|接近|将近|大体|约莫|估计|几乎"
    ),
    Comparator.PLUS_MINUS: "±|+/-|+-|+/−|plus or minus|plus/minus|plus-minus|give or take|正负|上下浮动|上下波动|"
    "浮动|误差",
}
LOOSE: dict[str, str] = {
    Comparator.ABOUT: "大约|大概|差不多",
    Comparator.AT_LEAST: "minimum|min.|at least|at the very least|no fewer than|not fewer than|至少|最少|起码|"
    "不少于|不低于|"
    "不小于|最起码|"
    "少说|至少要|不少過",
    Comparator.AT_MOST: "不晚于|不迟于|不超过|不高于|不多于|不大于|maximum|max|max.|at most|at the most|"
    "at the very most|"
    "no more than|not more than|no later than|"
    "not above|not over|not later than|no longer than|not longer than|至多|最多|顶多|最多不超过|至多不超过|最多只能",
}
"""Comparators that may stand away from their number: 每月至少拜访20家客户."""
AFTER: dict[str, str] = {
    Comparator.AT_LEAST: (
        "or more|or above|or better|or higher|or greater|or over|or up|or longer|or later|and up|and more|"
        "and higher|and better|"
        "plus|+|at least|at the least|minimum|upwards|as a minimum|at a minimum|or bigger|or larger|"
        "以上|及以上|或以上|(含)以上|含以上|或者以上|或更多|或更高|或更好|及更高|以上含|above|往上|打底|及其以上"
    ),
    Comparator.AT_MOST: (
        "or less|or fewer|or below|or lower|or under|or faster|or sooner|or better yet|or quicker|or shorter|"
        "or smaller|or earlier|"
        "at most|at the most|maximum|max|max.|tops|as a maximum|at the latest|"
        "以内|之内|内|以下|及以下|或以下|(含)以下|含以下|或者以下|之下|或更少|或更低|或更短|封顶|为限|为上限|"
        "以里|及其以下"
    ),
    Comparator.MORE_THAN: "多|余|几|有余|开外",
    Comparator.ABOUT: "左右|上下|或左右|前后|or so|or thereabouts|approximately|approx|approx.|roughly|的样子",
}
NEGATED = {
    Comparator.MORE_THAN: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.MORE_THAN,
    Comparator.LESS_THAN: Comparator.AT_LEAST,
    Comparator.AT_LEAST: Comparator.LESS_THAN,
}
_NOT = (
    "not|never|nothing|must not|may not|can not|cannot|should not|shall not|must never|not be|must not be|"
    "should not be|may not be|cannot be|never be|not to|not go|must not go|should not go|not fall|"
    "must not fall|not drop|"
    "must not drop|should not fall|should not drop|never fall|never drop|never go|"
    "isn't|aren't|wasn't|weren't|needn't|nobody|no one|none|is not acceptable|not acceptable|do not let|"
    "mustn't|can't|shouldn't|won't|will not|is not|are not|do not|does not|don't|doesn't|not any|by no means|"
    "不|别|别要|不得|不能|不可|不可以|不应|不会|不允许|不许|不要|不准|不应该|勿|切勿|未|不应当|不该|决不|绝不|"
    "绝不能|请勿|不宜|唔|唔好|唔可以|唔能|唔得|唔准"
)
_NONE_OF = (
    "no|zero|never any|not any|nil|not a single|not one|无|零|没有|没有任何|无任何|杜绝|不出现|不发生|不能有|"
    "不得有|不能出现|不得出现|"
    "不能发生|不得发生|不允许有|不允许出现|不许有|不许出现|严禁|消除|避免|without|without any|free of|free from|"
    "不存在|不产生|不得产生"
)
_TO = "to|through|until|till|-|–|—|―|~|〜|至|到|--|——|−|thru"
_FILLER = (
    "高达|be|is|are|was|were|of|a|an|the|our|为|是|在|要|应|应该|应当|必须|需|需要|只|可以|:|must|should|shall|will|"
    "stay|stays|"
    "remain|"
    "remains|keep|kept|it|them|保持在|维持在|保持|维持|须"
)
_STOP = (
    "for|on|in|by|with|from|after|before|at|if|when|that|which|per|的|就|且|并|并且|而|则|中|时|后|前|"
    "可|才|即|算|由|被|了|吧|as|so|every|each|than|then|where|who|has|have|had|been|rose|fell|rise|fall|can|could|"
    "would|"
    "may|among|during|across|throughout|via|using|because|since|unless|only|this|next|last|today|total|overall|"
    "please|thanks|谢谢|请|但|但是|but|一起|就行|即可|就可以|就好|为止|together|on average|average|ok|okay"
)
_WHOLE_WORDS = (
    "学时|课时|人时|工时数|用时|耗时|"
    "一次性|一次通过|一次报批|一次交验|一次合格|一次成功|统一|一致|一定|唯一|万一|一般|一起|第一|第二|"
    "第三|专一|一线|一手|半成品|半年度|上半年|下半年|双方|三方|十分满意|十分清晰|十分重要|十分及时|十分准确|"
    "十分完整|十分明确|万无一失|一丝不苟|一目了然|千方百计|一如既往|一气呵成|独一无二|第一时间|千万不|千万别|"
    "千万要|one-off|one-time|无法|"
    "一旦|一律|一直|一样|"
    "一些|一点|一并|一经|逐一|进一步|一站式|一体化|一对一|四川|三亚|九江|六安|百度|五金|两岸|三包|四季|万科|一汽|"
    "二手|百货|八成新|"
    "无需|无论|无关|无误|没有办法|无一例外|没有例外|无例外|不一定|不一致|不一样|"
    "迟到|签到|报到|到货|到岗|到位|到场|到访|到期|到达|收到|接到|遇到|同行|同事|同意|"
    "no exception|no exceptions|without exception|without exceptions|without fail|without delay|no excuse|"
    "no excuses|no doubt|no problem|no one|"
    "this one|that one|another one|the other one|which one|one by one|one more|one another|each one|"
    "every one|no later"
)


@cache
def lexicon() -> Lexicon:
    """The words; made when the first standard is read, since the names of all currencies take a moment."""
    return Lexicon(
        {
            "filler": {"": _FILLER},
            "stop": {"": _STOP},
            "to": {"": _TO},
            "between": {"": "between|介于|位于|处于"},
            "or": {"": "or|或|或者"},
            "and": {"": "and|和|与|又"},
            "among": {"": "之间"},
            "out_of": {"": "out of"},
            "than": {"": "比"},
            "before": BEFORE,
            "adverb": LOOSE,
            "after": AFTER,
            "equal": {"": "or equal|或等于|或相等|or the same"},
            "not": {"": _NOT},
            "no": {"": _NONE_OF},
            "unit": UNITS,
            "part": {"100": "cent|cents|penny|pence|分钱|美分|欧分|角分", "10": "毛|角|毛钱"},
            "currency": _currencies(),
            "millions": {
                code.upper(): f"m{code}" for code in ("usd", "eur", "gbp", "aud", "cad", "hkd", "cny", "sek", "nok")
            },
            "per": {period: _per(period) for period in PERIODS},
            "word": {"": _WHOLE_WORDS},
        }
    )


def _currencies() -> dict[str, str]:
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
    return {code: f"{CURRENCIES[code]}|{made.get(code, '')}".strip("|") for code in CURRENCIES} | {
        code: words for code, words in made.items() if words and code not in CURRENCIES
    }
