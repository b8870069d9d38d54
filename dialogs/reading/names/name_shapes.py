"""How posts, departments and people are called: titles, units and surnames, and what stands around a name."""

import re

NO_MORE = re.compile(
    r"不是|不算|以前|原来|之前|走了|调走|离职|退休了|\b(?:not|before it|it was|used to be|no longer|left|retired"
    r"|sits with)\b"
)
"""Beside a name of somebody or something else, or of one who is it no more."""
FRAME = re.compile(
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
OVER = re.compile(r"(?:下面|底下|下属|旗下|里面?|所属)的?|的")
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
    rf"(?:(?!{_SPOKEN})[\u3400-\u9fffa-z0-9&-]){{1,10}}?(?:事业部|大区|分公司|办公室|委员会|教研室|实验室|车间|仓库|门店|支行|分行|病区|团队|中心|总部|集团|学院"
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
SHARED = re.compile(
    r"轮流|一起|共同|分担|大家|团队|小组|[\u3400-\u9fff]组(?!长)|[二两三四五六七几]个|\b(?:shar(?:e[sd]?|ing)|both|together|team|crew|pair)\b"
)
"""Where several people hold a post."""
PAIR = re.compile(
    r"(?:现在|目前|是|由)*([\u3400-\u9fff]{2,4})[跟和与、]([\u3400-\u9fff]{2,4}?)(?:两个?人|俩)(?:轮流|一起|共同|分着|在)*[做干管负责担任顶]*[.。了的]*"
)
HAN = re.compile("[\u3400-\u9fff]")
TITLE = re.compile(
    r"(?:manager|supervisor|leader|lead|clerk|nurse|engineer|officer|assistant|associate|director|head|teacher|driver"
    r"|accountant|buyer|planner|analyst|developer|designer|technician|operator|receptionist|secretary|coordinator"
    r"|specialist|consultant|adviser|advisor|representative|rep|agent|worker|foreman|cashier|chef|cook|inspector"
    r"|executive|administrator|admin|controller|auditor|trainer|tutor|librarian|mechanic|pharmacist|physiotherapist"
    r"|recruiter|dispatcher|electrician|estimator|principal|superintendent|surveyor|scientist|midwife|housekeeper"
    r"|matron|registrar|storekeeper|salesperson|tester|architect|paralegal|lecturer|caretaker|concierge)s?"
)
FUNCTION = re.compile(
    r"(?<![a-z&-])(?:sales|finance|accounts|accounting|hr|human resources|operations|marketing|logistics|purchasing"
    r"|procurement|engineering|production|quality|legal|warehouse|nursing|pharmacy|maintenance|customer success"
    r"|customer (?:service|support)|r&d|admin|facilities|planning|housekeeping|dispatch)(?![a-z&-])"
)
UNIT = re.compile(r"(?:department|dept|team|office|division|unit|group|branch|centre|center|ward|section|desk)")
STOP = frozenset(
    "a an the my our your her his their its it's it is was she's he's this that these those for about of to in on at"  # noqa: SIM905
    " with and or but so ok okay well i i'd we we'd want need would like do doing set up start begin make one kpis kpi"
    " plan called put say think be by under from as has have got let's lets us me mainly also just now currently who"
    " belongs reports part sits hi hello hey please can could it's new next which what since not no both two"
    " three".split()
)
"""No part of an English name, but "of" and "for" behind a title."""
NO_PEOPLE = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"  # noqa: SIM905
    " thursday friday saturday sunday kpi hr it yes no since until after before right then there nobody somebody"
    " someone at because when if as hopefully probably maybe actually".split()
)
OF = re.compile(r" (?:of|for)(?: the)?(?: (?!this|that|next|kpis?\b)[a-z&]+){1,3}(?=$|[^a-z &])")
WORD = re.compile(r"[a-z&][a-z&'/-]*")
CAPITALS = re.compile(r"\b[A-Z][\w'’-]+(?: (?:(?:de|van|von|da|al|bin) )?[A-Z][\w'’-]*\.?)*")
CAPITALISED = re.compile(r"(?:\b[A-Z][\w&-]+ )+$")
CAPITALS_BEHIND = re.compile(r"(?: (?:&|and|of|[A-Z][\w&-]*))* [A-Z][\w&-]*")
BEFORE = re.compile(r"[是叫由给让和跟与及有个位长管理师任员、 :]")
"""Before the name of a person."""
POST, DEPARTMENT, PERSON = (
    re.compile(pattern + _BEHIND) for pattern in (_CHINESE_POST, _CHINESE_DEPARTMENT, _CHINESE_PERSON)
)
