"""Posts, departments and people named in sentences, told from how such names are built: 药房主管, 急诊科, 陈静."""

import re
from collections.abc import Callable, Iterable, Iterator

from dialogs.reading.answers.lists import bare
from dialogs.reading.names.told_names import Told
from dialogs.reading.text.fold import fold
from dialogs.reading.text.sentences import Clause, clauses

_NO_MORE = re.compile(
    r"不是|不算|以前|原来|之前|走了|调走|离职|退休了|\b(?:not|before it|it was|used to be|no longer|left|retired"
    r"|sits with)\b"
)
"""Beside a name of somebody or something else, or of one who is it no more."""
_FRAME = re.compile(
    r"(?:你好|您好|我们?|咱们?|俺们?|他们?|她们?|大家|这次|今天|目前|现在|当前|暂时|还是|就|先|主要|都|应该|好像|想|要|是|来|得|需要"
    r"|打算|准备|可以|请|帮|给|为|替|把|将|对|由|让|叫做?|弄|做|搞|填|写|定|设|选|看看?|梳理|整理|理|制定|考核|关于|针对|说|聊|谈"
    r"|一下|还|或者?|以及|和|跟|与|及|部门(?=的)|公司(?=的)|单位(?=的)|手底下|手下|这边|这里|那边|[这那][个份位]|[一两]?[个位名份]|的|下面|底下|下属|里"
    r"|编制在|在|归|属于?|隶属于?|岗位(?:是|为|叫)|职位(?:是|为|叫)|担任者?(?:是|为)|有|[ :]|kpi)+"
)
"""What leads to a name."""
_BEHIND = (
    r"(?=$|[^\u3400-\u9fffa-z0-9(]|[吧啊呀呢嘛啦哦喔哈的这那和跟与及先还都也在来去要想会归属兼做干定弄搞订设建写带管他她我他刚是一今明去]"
    r"|负责|担任|整理|梳理|考核|绩效|指标|岗位|职位|下面|底下|里面|[一二两三四五六七八九十几]个|轮流|兼任|顶着|接手|代管|空缺|目前|现在|现|谢|怎么|什么)"
)
"""What a name is over before."""
_OVER = re.compile(r"(?:下面|底下|下属|旗下|里面?|所属)的?|的")
"""Between a whole and its part: 营销中心下面的大客户部."""
_SPOKEN = "[我你您他她咱俺们让给把帮是吧呢吗啊呀了这那]"
"""In no name of a post or department."""
_CHINESE_POST = (
    rf"(?:(?!{_SPOKEN})[\u3400-\u9fffa-z0-9&/-]){{0,12}}?(?:(?:总经理|经理|主管|总监|主任|[组班队店厂院校所处科课部局站园行]长|护士长|领班|襄理|协理|专员|专责"
    r"|助理|秘书|文员|职员|科员|会计|出纳|统计|司机|顾问|代表|干事|调度|编辑|记者|客服|前台|保安|保洁|护士|医生|采购|社工|督导|主播"
    r"|总工|总助|负责人|hrbp|[工设架分规培咨检律教医药技讲厨护][程计构析划训询验]?师"
    r"|[\u3400-\u9fff]{1,3}员|[\u3400-\u9fff]{1,3}(?<![加手分员竣开施])工)+)(?:\([^)]*\))?"
)
_CHINESE_DEPARTMENT = (
    rf"(?:(?!{_SPOKEN})[\u3400-\u9fffa-z0-9&-]){{1,10}}?(?:事业部|分公司|办公室|委员会|教研室|实验室|车间|仓库|门店|支行|分行|病区|团队|中心|总部|集团|学院"
    r"|[部科处组室课股局院办队厂线系站](?!门的|长|员))(?:\([^)]*\))?"
)
_SURNAME = (
    r"(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢"
    r"邹喻柏水窦章苏潘葛奚范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵"
    r"汪祁毛狄米贝明臧戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪"
    r"解应宗丁宣邓郁单洪包左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段焦巴牧车侯全班秋仲伊宁仇栾甘厉祖武符刘景詹束龙叶幸司黎薄印白怀蒲"
    r"邰赖卓屠蒙池乔阴胥苍闻莘党翟谭贡劳姬申冉雍桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎慕连习艾容向古易慎戈廖耿匡国文寇广欧沃利蔚"
    r"越隆师巩聂晁勾敖融冷辛阚那简饶曾关查游权盖益桓公晋楚闫涂肖付代覃佟岳帅岳连])"
)
_CHINESE_PERSON = (
    rf"(?:[老小阿]{_SURNAME}|{_SURNAME}(?:总|工|姐|哥|叔|姨|师傅|经理|主任|主管|老师|医生|护士长|会计|组长|部长|科长|院长|校长|老板"
    rf"|先生|女士|小姐)|(?<![老小阿]){_SURNAME}(?![们的是和跟与在有都也])[\u3400-\u9fff]{{1,2}}?(?:小姐|先生|女士|老师|医生|经理|主任|主管)?)"
)
_SHARED = re.compile(
    r"轮流|一起|共同|分担|大家|团队|小组|[\u3400-\u9fff]组(?!长)|[二两三四五六七几]个|\b(?:shar(?:e[sd]?|ing)|both|together|team|crew|pair)\b"
)
"""Where several people hold a post."""
_PAIR = re.compile(
    r"(?:现在|目前|是|由)*([\u3400-\u9fff]{2,4})[跟和与、]([\u3400-\u9fff]{2,4}?)(?:两个?人|俩)(?:轮流|一起|共同|分着|在)*[做干管负责担任顶]*[.。了的]*"
)
_HAN = re.compile("[\u3400-\u9fff]")
_TITLE = re.compile(
    r"(?:manager|supervisor|leader|lead|clerk|nurse|engineer|officer|assistant|associate|director|head|teacher|driver"
    r"|accountant|buyer|planner|analyst|developer|designer|technician|operator|receptionist|secretary|coordinator"
    r"|specialist|consultant|adviser|advisor|representative|rep|agent|worker|foreman|cashier|chef|cook|inspector"
    r"|executive|administrator|admin|controller|auditor|trainer|tutor|librarian|mechanic|pharmacist|physiotherapist"
    r"|recruiter|dispatcher|electrician|estimator|principal|superintendent|surveyor|scientist|midwife|housekeeper"
    r"|matron|registrar|storekeeper|salesperson|buyer|tester|architect|paralegal|lecturer|caretaker|concierge)s?"
)
_FUNCTION = re.compile(
    r"(?<![a-z&-])(?:sales|finance|accounts|accounting|hr|human resources|operations|marketing|logistics|purchasing"
    r"|procurement|it|engineering|production|quality|legal|warehouse|nursing|pharmacy|maintenance|customer success"
    r"|customer (?:service|support)|r&d|admin|facilities|planning|housekeeping|dispatch)(?![a-z&-])"
)
_UNIT = re.compile(r"(?:department|dept|team|office|division|unit|group|branch|centre|center|ward|section|desk)")
_STOP = frozenset(
    "a an the my our your her his their its it's it is was she's he's this that these those for about of to in on at"  # noqa: SIM905
    " with and or but so ok okay well i i'd we we'd want need would like do doing set up start begin make one kpis kpi"
    " plan called put say think be by under from as has have got let's lets us me mainly also just now currently who"
    " belongs reports part sits hi hello hey please can could it's new next which what since not no both two"
    " three".split()
)
"""No part of an English name, but "of" and "for" behind a title."""
_NO_PEOPLE = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"  # noqa: SIM905
    " thursday friday saturday sunday kpi hr it yes no since until after before right then there nobody somebody"
    " someone at because when if as hopefully probably maybe actually".split()
)
_OF = re.compile(r" (?:of|for)(?: the)?(?: (?!this|that|next|kpis?\b)[a-z&]+){1,3}(?=$|[^a-z &])")
_WORD = re.compile(r"[a-z&][a-z&'/-]*")
_CAPITALS = re.compile(r"\b[A-Z][\w'’-]+(?: (?:(?:de|van|von|da|al|bin) )?[A-Z][\w'’-]*\.?)*")
_CAPITALISED = re.compile(r"(?:(?<![.!?] )(?<!^)\b[A-Z][\w&-]+ )+$")
_CAPITALS_BEHIND = re.compile(r"(?: (?:&|and|of|[A-Z][\w&-]*))* [A-Z][\w&-]*")
_BEFORE = re.compile(r"[是叫由给让和跟与及有个位长管理师任员、 :]")
"""Before the name of a person."""
_POST, _DEPARTMENT, _PERSON = (
    re.compile(pattern + _BEHIND) for pattern in (_CHINESE_POST, _CHINESE_DEPARTMENT, _CHINESE_PERSON)
)
_LONGEST = 32
"""No post, department or person in a sentence has a longer name; Han characters count twice."""
_JOINED = re.compile(r"(?:[\s,、;/&.。]|和|与|跟|及|and)*")
"""What joins names."""
_MOST = 4
"""Words before a title that belong to it."""


def named_post(text: str) -> Told | None:
    """The posts: 我想把我们仓库主管这个岗位的考核指标理一理 names 仓库主管."""
    return _told(text, _POST, _english_posts)


def named_department(text: str) -> Told | None:
    """The departments: 营销中心下面的大客户部，不是以前的销售部了 names 大客户部."""
    return _told(text, _DEPARTMENT, _english_departments)


def named_person(text: str) -> Told | None:
    """The people: 现在是陈静在做，她刚升上来 names 陈静. Those who share a post are one name: 雅婷、志豪."""
    pair = _PAIR.fullmatch(fold(text))
    told = Told((text[slice(*pair.span(1))], text[slice(*pair.span(2))]), sure=True) if pair else None
    told = told or _told(text, _PERSON, _english_people)
    if not _SHARED.search(fold(text)):
        return told
    if told and len(told.names) > 1:
        return Told((("、" if _HAN.search(text) else ", ").join(told.names),), sure=True)
    team = _told(text, _DEPARTMENT, lambda _: iter(()))
    return Told((*told.names, *team.names), sure=False) if told and team else told or team


def is_called(name: str) -> bool:
    """Whether a Chinese name is built as that of a post, a department or a person is: 门诊医生."""
    folded = fold(name)
    return any(pattern.fullmatch(folded) for pattern in (_POST, _DEPARTMENT, _PERSON))


def _told(text: str, chinese: re.Pattern[str], english: Callable[[Clause], Iterator[str]]) -> Told | None:
    """The names in a text; None where it is no more than a name, or has none."""
    names: dict[str, None] = {}
    for clause in clauses(text):
        if not _NO_MORE.search(clause.folded):
            names |= dict.fromkeys([*_chinese(clause, chinese), *english(clause)])
    if not names or list(names) == [bare(text)] or _JOINED.fullmatch(_without(names, text)):
        return None
    return Told(tuple(names), len(names) == 1 and "?" not in fold(text) and _width(*names) <= _LONGEST)


def _without(names: Iterable[str], text: str) -> str:
    for name in names:
        text = text.replace(name, "", 1)
    return fold(text)


def _width(name: str) -> int:
    """How wide a name is: a Han character counts twice."""
    return sum(1 if character.isascii() else 2 for character in name)


def _chinese(clause: Clause, pattern: re.Pattern[str]) -> Iterator[str]:
    """The names in a clause, each where a clause, a frame or another name ends; of a whole and its part the part."""
    at, name, end = 0, "", 0
    while at < len(clause.folded):
        frame = _FRAME.match(clause.folded, at)
        start = frame.end() if frame else at
        found = pattern.match(clause.folded, start) if frame or at in {0, end} or _before(clause.folded, at) else None
        if found is None:
            at += 1
            continue
        if name and not _OVER.fullmatch(clause.folded, end, found.start()):
            yield name
        at = end = found.end()
        name = clause.text[found.start() : end]
    if name:
        yield name


def _before(folded: str, at: int) -> bool:
    """Whether a name may begin at a place."""
    return _BEFORE.match(folded[at - 1]) is not None


def _english_posts(clause: Clause) -> Iterator[str]:
    words = list(_WORD.finditer(clause.folded))
    for index, word in enumerate(words):
        if _TITLE.fullmatch(word[0]) and not (index + 1 < len(words) and _goes_on(words, index + 1)):
            yield _span(clause, words, index)


def _goes_on(words: list[re.Match[str]], index: int) -> bool:
    """Whether a title goes on behind one: "nurse manager"."""
    return _TITLE.fullmatch(words[index][0]) is not None


def _english_departments(clause: Clause) -> Iterator[str]:
    words = list(_WORD.finditer(clause.folded))
    for index, word in enumerate(words):
        if _UNIT.fullmatch(word[0]):
            yield _span(clause, words, index)
    if not any(_UNIT.fullmatch(word[0]) for word in words):
        for found in _FUNCTION.finditer(clause.folded):
            before = _CAPITALISED.search(clause.text, 0, found.start())
            if found[0] != "it":
                behind = _CAPITALS_BEHIND.match(clause.text, found.end())
                yield clause.text[before.start() if before else found.start() : (behind or found).end()]


def _span(clause: Clause, words: list[re.Match[str]], last: int) -> str:
    """A name that ends in a word, or goes on behind it with "of": head of finance."""
    first = last
    while first and last - first < _MOST and words[first - 1][0] not in _STOP and _adjacent(words, first):
        first -= 1
    end = words[last].end()
    if behind := _OF.match(clause.folded, end):
        end = behind.end()
    return clause.text[words[first].start() : end]


def _adjacent(words: list[re.Match[str]], index: int) -> bool:
    """Whether nothing but a space stands before a word."""
    return words[index].start() - words[index - 1].end() == 1


def _english_people(clause: Clause) -> Iterator[str]:
    for found in _CAPITALS.finditer(clause.text):
        if found[0].split()[0].lower() not in _STOP | _NO_PEOPLE:
            yield found[0]
