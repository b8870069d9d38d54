"""All words of standards, by the kind of token they are."""

from functools import cache

from dialogs.reading.text.tokens import Lexicon
from dialogs.reading.values.bounds import AFTER, BEFORE, LOOSE, NONE_OF, NOT, PROHIBITED, REJECTED
from dialogs.reading.values.signals import AHEAD, BASES, CHANGES, CORRECTIONS, DOUBLINGS, FROM, ROLES
from dialogs.reading.values.units import PERIODS, UNITS, currency_phrases, per_phrases

_TO = "to|through|until|till|-|–|—|―|~|〜|至|到|--|——|−|thru"
_FILLER = (
    "嗯|那个|这个|觉得|我觉得|认为|我想|我看|感觉|较合适|比较合适|写上|记一下|麻烦|厂定|够|就够了|没问题|能到|能做到|能达到|再|领导|老板|呃|那就|先定|暂定|我们定|我定|定个|就定|"
    "to be|no worse than|not worse than|"
    "well|i'd|we'd|i guess|guess|i think|think|accept|agreed|honestly|frankly|maybe|probably|perhaps|anyway|"
    "高达|(含)|（含）|be|is|are|of|a|an|the|our|为|是|在|要|应|应该|应当|必须|需|需要|只|可以|:|must|should|shall|will|"
    "stay|stays|remain|remains|keep|kept|it|them|保持在|维持在|保持|维持|须|了|就|实现|完成|做到|by|定在|定为|设为|_|=|*|**"
)
_STOP = (
    "for|on|in|with|after|before|at|if|when|that|which|per|的|且|并|并且|而|则|中|时|后|前|"
    "可|才|即|算|被|吧|as|so|every|each|than|then|where|who|has|have|had|been|rose|fell|can|could|"
    "would|may|among|during|across|throughout|via|using|because|since|unless|only|this|this year|this month|"
    "this quarter|今年|本年|本年度|本月|本季度|next|last|today|total|overall|"
    "please|thanks|谢谢|请|但|但是|but|一起|就行|即可|就可以|就好|为止|together|on average|average|ok|okay|we|i|"
    "you|he|she|"
    "they|do|does|my|your|their|its|his|her|我|你|他|她|我们|每"
)
_EACH = (
    "年度|年度内|季度内|月度|单月|单季|每半年|/半年|half-yearly|every six months|every half-year|"
    "人均|生均|户均|床均|店均|台均|亩均|客均|校均|村均|班均|单均|场均|篇均|次均|件均|桌均|间均|箱均|吨均|例均|栋均|柜均"
)
_WHOLE_WORDS = (
    "响应|应收账款|应付账款|应收|应付|应用|反应|相应|供应|适应|效应|需求|要求|重要|主要|必要|可靠|可用|可视|在线|在制|在职|在岗|在途|存在|实现率|完成率|及时率|准时率|成就|就业|就诊|就餐|了解|"
    "是否|时效|学时|课时|人时|工时数|用时|耗时|预约|合约|违约|签约|特约|制约|条约|邀约|履约|续约|周转|周期|周年|周报|周边|触达|送达|抵达|到达|表达|"
    "传达|下达|发达|转达|直达|达成率|达标率|达标|达产|达到率|增长率|增幅|增加值|增加额|增长额|提升率|提高率|上升率|降低率|下降率|减少率|降低额|"
    "节约率|节约额|节省率|节省额|节能率|缩短率|改善率|改进率|优化率|改善案|改善提案|改进措施|优化方案|目标达成|达成率|达成度|计划完成|计划达成|"
    "预算达成|预算执行|预算控制|计划执行|目标完成|优秀率|优秀员工|计划外|计划内|计划单|升级|升降机|升学|涨薪|增值|增值税|减值|减员|减速|降级|"
    "降温|降雨|上涨率|growth rate|reduction rate|improvement rate|improvement projects|improvement suggestions|"
    "increase rate|savings rate|cut-off|follow up|set up|up to date|"
    "基本无|基本没有|基本不|一次性|派达|妥投|一次通过|一次报批|一次交验|一次交检|一次检验|一次验收|一次合格|一次成功|统一|一致|一定|唯一|万一|一般|一起|第一|"
    "第三|专一|一线|一手|半成品|半年度|双方|三方|十分满意|十分清晰|十分重要|十分及时|十分准确|"
    "十分完整|十分明确|万无一失|一丝不苟|一目了然|千方百计|一如既往|一气呵成|独一无二|第一时间|千万不|千万别|"
    "千万要|one-off|one-time|无法|一旦|一律|一直|一样|"
    "上一个|下一个|每一个|同一个|另一个|某一个|拾金不昧|新增|净增长|净增|净增加|二氧化碳|二氧化硫|一氧化碳|三废|四害|三甲|十佳|百强|翻新|一部分|一下子|一下|一阵|一边|一方面|一切|一会|"
    "双十一|一些|一点|一并|一经|逐一|进一步|一站式|一体化|一对一|四川|三亚|九江|六安|百度|五金|两岸|三包|四季|万科|一汽|"
    "二手|百货|八成新|无需|无论|无关|无误|没有办法|无一例外|没有例外|无例外|不一定|不一致|不一样|无纸化|无线|"
    "迟到|签到|报到|到货|到岗|到位|到场|到访|到期|收到|接到|遇到|同行|同事|同意|级别|类别|性别|区别|差别|个别|"
    "分别|特别|识别|工作小时|个工作小时|net zero|"
    "占比|比例|比率|比重|比值|对比|配比|全省|本省|外省|各省|跨省|我省|省内|省外|省级|"
    "days sales outstanding|days payables outstanding|days payable outstanding|"
    "no exception|no exceptions|without exception|without exceptions|without fail|without delay|no excuse|"
    "no excuses|no ifs|no buts|no question|no arguments|no worries|no idea|no clue|no doubt|"
    "no problem|no one|more than one|"
    "double-digit|double digit|double-check|double check|double-entry|double entry|doubled up|this one|that one|"
    "another one|the other one|which one|one by one|one more|one another|each one|"
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
            "and": {"": "and|和|与|又|&"},
            "among": {"": "之间|范围内|范围之内|区间内|区间"},
            "out_of": {"": "out of"},
            "than": {"": "比|较"},
            "before": BEFORE,
            "adverb": LOOSE,
            "after": AFTER,
            "equal": {"": "or equal|或等于|或相等|or the same"},
            "not": {"": NOT, "prohibited": PROHIBITED},
            "no": {"": NONE_OF},
            "reject": {"": REJECTED},
            "unit": UNITS | {"℃": "℃|°c|摄氏度"},
            "part": {"100": "cent|cents|penny|pence|分钱|美分|欧分|角分", "10": "毛|角|毛钱"},
            "currency": currency_phrases(),
            "millions": {
                code.upper(): f"m{code}" for code in ("usd", "eur", "gbp", "aud", "cad", "hkd", "cny", "sek", "nok")
            },
            "per": {period: per_phrases(period) for period in PERIODS},
            "correction": {"": CORRECTIONS},
            "role": ROLES,
            "base": {base.value: words for base, words in BASES.items()},
            "change": {str(sign): words for sign, words in CHANGES.items()},
            "doubling": {str(sign): words for sign, words in DOUBLINGS.items()},
            "past": {"": "已经|已达|already"},
            "aggregate": {"": "avg|mean|median|percentile|th percentile|p50|p75|p80|p90|p95|p98|p99|中位数|分位数"},
            "ahead": {"": AHEAD},
            "from": {"": FROM},
            "turn": {"": "→|->|-->|➔|➜|⇒"},
            "rank": {"": "top|排名|名次|前几|名列|排在|ranked|ranking"},
            "each": {"": _EACH},
            "word": {"": _WHOLE_WORDS},
        }
    )
