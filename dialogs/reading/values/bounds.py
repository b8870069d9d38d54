"""The words that bound a number: at least, 不超过, 以内; what denies and what excludes."""

from kpi.values import Comparator

_STRICT_WORDS = {
    ">": "more than|over|greater than|bigger than|higher than|larger than|better than|beat|beats|beating|exceed|"
    "exceeds|exceeding|"
    "beyond|>|"
    "in excess of|on top of|over and above|upwards of|north of|"
    "cross|crosses|crossing|surpass|surpasses|surpassing|go past|goes past|going past|tip over|tips over|"
    "过|得过|能过|须过|需过|必须过|争取过|"
    "超过|超出|高于|大于|多于|超|逾|突破|优于|好于|快过|多过|高过|大过",
    "<": "less than|fewer than|under|below|bellow|beneath|lower than|smaller than|shorter than|sooner than|"
    "faster than|<|"
    "低于|跌破|少于|小于|短于|不到|不足|未满|未到|少过|低过|小过|快于",
    "late": "later than|longer than|older than|slower than|晚于|迟于|长于|慢于|晚过|迟过",
}
_STRICT = {
    sign: "|".join((words, *(f"{word[:-2]}en" for word in words.split("|") if word.endswith(" than"))))
    for sign, words in _STRICT_WORDS.items()
}
"""With those that many write for them: less then 4 hours."""
TAILS = {
    Comparator.AT_LEAST: "多了不限|多多益善|上不封顶|不封顶|多了更好|越多越好|不能再少|不能再少了|再少不行|"
    "不能再低|不能再低了|no upper limit|no cap|the more the better|no less|no fewer|and no less|and no fewer",
    Comparator.AT_MOST: "不能再多|不能再多了|再多不行|不许再多|不能再高|不能再高了|不能再晚|不能再晚了|"
    "no more|and no more|not more|and not more|no higher|no longer|no later",
}
"""What bounds a number in a clause of its own behind it: five a quarter, no more."""
TAIL_WORDS = frozenset("|".join(TAILS.values()).split("|"))
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
        "at or above|at or over|minimum of|a minimum of|the minimum is|above|>=|> =|≥|≧|=>|⩾|"
        "不小于|不少於|最低|最小|"
        "下限|达到|提高到|提升到|提升至|提高至|增加到|增至|增长到|上升到|升为|增为|"
        "达至|达成|达|保底|拉到|拉升到|提到|升到|涨到|推到|干到|"
        "reach|reaches|reaching|achieve|achieving|hit|meet or exceed|starting from|from at least|"
        "不差于|不弱于|" + _inclusive(_STRICT[">"])
    ),
    Comparator.AT_MOST: (
        "inside|inside of|with in|in the first|within the first|during the first|or up to|at or below|"
        "at or under|maximum of|a maximum of|up to|within|<=|< =|≤|≦|=<|⩽|最高|最大|"
        "最晚|最迟|最长|上限|"
        "limited to|"
        "capped at|"
        "a cap of|a ceiling of|a limit of|as many as|as much as|up till|控制在|降到|降至|降低到|降低至|压缩到|"
        "缩短到|缩短至|减少到|减至|下降到|下降至|降为|减为|缩短为|压到|缩到|减到|砍到|控到|控在|"
        "不能过|不得过|不可过|不要过|别过|别超过|莫超过|勿超过|不过|别超|不超|莫超|莫超过|唔好过|别多于|别大于|别高于|latest|推迟|延迟|延误|滞后|拖延|误差|偏差|"
        "压在|限于|限制在|" + _inclusive(_STRICT["<"])
    ),
    Comparator.MORE_THAN: f"{_STRICT['>']}|{_STRICT['late']}",
    Comparator.LESS_THAN: f"{_STRICT['<']}",
    Comparator.EQUAL: "exactly|equal to|equals|equals to|equal|precisely|=|等于|正好|恰好|刚好|整整",
    Comparator.ABOUT: (
        "about|around|roughly|approximately|approx|approx.|circa|ca.|some|nearly|almost|close to|"
        "in the region of|"
        "in the order of|more or less|~|≈|约|大概有|约为|大致|近|接近|将近|大体|约莫|估计|几乎"
    ),
    Comparator.PLUS_MINUS: "±|+/-|plus minus|+-|+/−|plus or minus|plus/minus|plus-minus|give or take|"
    "正负|上下浮动|上下波动|浮动",
}
LOOSE: dict[str, str] = {
    Comparator.ABOUT: "大约|大概|差不多",
    Comparator.AT_LEAST: "no less than|no less then|no lower than|no lower then|"
    "minimum|min.|at least|atleast|at lest|at the very least|no fewer than|not fewer than|"
    "至少|最少|起码|不少于|不低于|不小于|最起码|"
    "少说|至少要|不少過|怎么也得|怎么也要|怎么着也得|怎么着也要|怎么说也得|说什么也得|说什么也要|无论如何要|无论如何得|好歹得|好歹要|好歹",
    Comparator.AT_MOST: "不晚于|不迟于|不超过|不高于|不多于|不大于|no higher than|no higher then|"
    "no greater than|maximum|maximal|max|max.|at most|at the most|"
    "at the very most|"
    "no more than|no more then|not more than|not more then|no later than|"
    "not above|not over|not later than|no longer than|not longer than|至多|最多|顶多|最多不超过|至多不超过|最多只能",
}
"""Comparators that may stand away from their number: 每月至少拜访20家客户."""
AFTER: dict[str, str] = {
    Comparator.AT_LEAST: (
        "n up|or more|or above|or better|or higher|or greater|or over|or up|or longer|or later|and up|and more|"
        "and higher|and better|"
        "plus|+|at least|at the least|minimum|upwards|as a minimum|at a minimum|or bigger|or larger|"
        "起|起跳|起步|起算|往上走|以上起|以上|及以上|或以上|(含)以上|含以上|或者以上|或更多|或更高|或更好|及更高|以上含|above|往上|打底|及其以上|"
        + TAILS[Comparator.AT_LEAST]
    ),
    Comparator.AT_MOST: (
        "or less|or fewer|or below|or lower|or under|or faster|or sooner|or better yet|or quicker|or shorter|"
        "or smaller|or earlier|"
        "at most|at the most|maximum|max|max.|tops|as a maximum|at the latest|at the outside|at the very outside|"
        "以内|之内|内|以下|及以下|或以下|(含)以下|含以下|或者以下|之下|或更少|或更低|或更短|封顶|为限|为上限|"
        "以里|及其以下|" + TAILS[Comparator.AT_MOST]
    ),
    Comparator.PLUS_MINUS: "either way|each way|in either direction|上下都行",
    Comparator.MORE_THAN: "多|余|几|有余|开外|出头|挂零|冒头",
    Comparator.ABOUT: "来|度|左右|上下|或左右|前后|ish|-ish|odd|"
    "or so|or thereabouts|approximately|approx|approx.|roughly|的样子",
}
REJECTED = (
    "unacceptable|not ok|not okay|not good enough|not enough|too high|too low|too many|"
    "too much|too long|too slow|a fail|a problem|a concern|no good|"
    "不可接受|不能接受|不接受|不行|可不行|绝对不行|不合格|不达标|不及格|算不合格|算不达标|为不合格|视为不合格|视为不达标|说不过去|不像话|说不通|没法交代|不好交代|交代不了|不能忍|忍不了|要出事|就难看|难看|不好看|"
    "过分|离谱|糟糕|要命|太高|太低|太多|太少|太慢|太长"
)
"""What says that a bounded number is on the wrong side: above 3% is unacceptable."""
NEGATED = {
    Comparator.MORE_THAN: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.MORE_THAN,
    Comparator.LESS_THAN: Comparator.AT_LEAST,
    Comparator.AT_LEAST: Comparator.LESS_THAN,
}
NOT = (
    "not|never|nothing|must not|may not|can not|cannot|should not|shall not|must never|not be|must not be|"
    "should not be|may not be|cannot be|never be|not to|not go|must not go|should not go|not fall|"
    "must not fall|not drop|"
    "must not drop|should not fall|should not drop|never fall|never drop|never go|"
    "isn't|aren't|wasn't|weren't|needn't|nobody|no one|none|is not acceptable|not acceptable|do not let|"
    "mustn't|can't|shouldn't|won't|will not|is not|are not|do not|does not|don't|doesn't|not any|by no means|"
    "不|不让|不使|不会让|不应|不会|不应该|未|不应当|不该|不宜|唔"
)
PROHIBITED = (
    "别|别要|不能让|不得让|不可让|别让|勿让|不得|不能|不可|不可以|不允许|不许|不要|不准|勿|切勿|决不|绝不|绝不能|请勿|唔好|唔可以|"
    "唔能|唔得|唔准"
)
"""What must not be, also with a verb between it and its bound: 别拖超过3天. 不 denies the word that it stands with."""
NONE_OF = (
    "zero tolerance|zero-tolerance|零容忍|"
    "no|zero|never any|not any|nil|not a single|not one|无|零|没有|没有任何|无任何|杜绝|不出现|不发生|不能有|"
    "不得有|不能出现|不得出现|"
    "不能发生|不得发生|不允许有|不允许出现|不许有|不许出现|严禁|消除|避免|without|without any|eliminate|eliminates|"
    "eliminating|free of|free from|"
    "不要有|唔好有|唔可以有|唔准有|不可有|不可以有|别有|不存在|未发生|未出现|未产生|没有发生|没有出现|不产生|不得产生"
)
