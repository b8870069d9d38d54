"""Chinese verbs of work, and what they govern: told from the characters that make them."""

import re
from functools import cache

_STEMS = {
    "安": "排装抚",
    "办": "理",
    "帮": "助扶忙",
    "保": "证障持管养洁",
    "报": "送销批税备请送",
    "备": "份案货课",
    "比": "价对",
    "编": "制写排审印订",
    "操": "作",
    "测": "量试算绘",
    "策": "划",
    "承": "担办接",
    "呈": "报送交",
    "筹": "备划集措",
    "出": "具席",
    "处": "理置",
    "传": "达递授",
    "催": "收缴促办款",
    "答": "复疑",
    "打": "印扫包理造",
    "代": "理办表",
    "带": "领教动队",
    "登": "记录",
    "递": "交送",
    "调": "查整度研配试解拨取岗",
    "订": "购立",
    "督": "促导查办",
    "对": "接账外",
    "发": "布放送货起运展掘现料",
    "反": "馈映",
    "防": "范止控治",
    "访": "谈问",
    "分": "析派配解拣类发担摊",
    "服": "从",
    "负": "责",
    "辅": "导助",
    "付": "款",
    "改": "进善造良",
    "告": "知",
    "跟": "进踪催单办",
    "更": "新换正",
    "公": "布示",
    "购": "买置",
    "沟": "通",
    "关": "注",
    "观": "察",
    "管": "理控好",
    "规": "划范",
    "归": "档集口",
    "贯": "彻",
    "核": "对实算查准验销定",
    "护": "理送",
    "回": "复访收答款",
    "汇": "报总编",
    "绘": "制",
    "积": "累",
    "激": "励",
    "缉": "查",
    "计": "算提",
    "记": "录账",
    "加": "强工大快",
    "监": "督控测管察",
    "检": "查验测修",
    "减": "少",
    "建": "立设档",
    "降": "低",
    "交": "接付办底",
    "教": "育导授",
    "校": "对准验",
    "接": "收待听洽送受诊单",
    "节": "约",
    "结": "算",
    "解": "决答释",
    "借": "阅",
    "进": "行",
    "纠": "正",
    "救": "治护援",
    "拒": "绝",
    "决": "定策",
    "开": "展拓具发立发",
    "考": "核察评",
    "控": "制",
    "拉": "动",
    "了": "解",
    "联": "系络",
    "列": "席",
    "领": "取用",
    "录": "入用制",
    "落": "实",
    "密": "切",
    "面": "试谈",
    "拟": "定订写制",
    "排": "查除班产",
    "派": "发送遣工单",
    "盘": "点",
    "陪": "同护",
    "培": "养训育",
    "配": "合送置备药货",
    "批": "改阅准",
    "评": "估价审定选比",
    "普": "及",
    "起": "草",
    "签": "订署收发",
    "洽": "谈",
    "清": "点理查洗洁扫收运",
    "请": "购领示",
    "确": "保认定",
    "设": "计置立定",
    "审": "核批查计阅定议",
    "申": "报请领购",
    "施": "工",
    "实": "施现行",
    "示": "范",
    "试": "制用验",
    "收": "集取缴发款货治",
    "授": "课权",
    "书": "写",
    "梳": "理",
    "输": "入送",
    "熟": "悉",
    "疏": "导通散",
    "抓": "好",
    "搞": "好",
    "做": "好",
    "搭": "建",
    "谈": "判",
    "探": "索访望",
    "讨": "论",
    "提": "交供出升高报醒炼取升交报",
    "填": "制写报置",
    "通": "知报",
    "统": "计筹",
    "投": "放诉标",
    "推": "进广动行荐送",
    "团": "结",
    "拓": "展",
    "挖": "掘",
    "完": "成善",
    "维": "护修持保",
    "慰": "问",
    "下": "发达",
    "细": "化",
    "卸": "货载",
    "协": "助调商同作",
    "宣": "传导贯讲",
    "巡": "查检视逻店房诊",
    "询": "价问",
    "研": "究发判读制",
    "验": "收证货",
    "养": "护",
    "邀": "请约",
    "引": "导进",
    "应": "对付",
    "优": "化",
    "预": "防测警约",
    "运": "输营送维行",
    "遵": "守循照",
    "增": "加强进",
    "招": "聘募标商待",
    "召": "开集",
    "诊": "断治疗",
    "整": "理改合顿治",
    "支": "付持",
    "执": "行",
    "值": "班守",
    "指": "导派挥定",
    "制": "定订作造",
    "治": "疗理",
    "主": "持导办抓",
    "注": "意射册",
    "撰": "写",
    "转": "达发交运递",
    "装": "卸修配载订",
    "追": "踪缴讨究",
    "咨": "询",
    "走": "访",
    "组": "织装建",
    "遏": "制",
    "杜": "绝",
    "严": "防控格",
    "参": "加与会谋",
    "拜": "访",
    "配送": "",
    "抽": "查检取样",
    "烹": "饪调",
    "营": "造",
    "复": "核查印诊",
    "筛": "选查",
    "采": "购集样买",
    "受": "理",
    "履": "行",
    "健": "全",
    "强": "化",
    "深": "化",
    "促": "进成销",
    "部": "署",
    "缴": "纳存",
    "掌": "握",
    "搬": "运",
    "销": "售毁",
    "生": "产",
    "包": "装扎",
    "消": "毒除防",
    "照": "顾料看",
    "讲": "解授",
    "布": "置设",
    "放": "样线",
    "从": "事",
    "迎": "接宾送",
    "服务": "",
    "维系": "",
}
"""The first character of a verb with the second ones that it is made with."""
VERB = "(?:" + "|".join(f"{first}[{seconds}]" if seconds else first for first, seconds in _STEMS.items()) + ")"
_SINGLE = (
    r"帮(?!忙)|盯|催|跑|陪|带(?=新人|徒弟|团队|队伍|人|教)|做(?!法|工)|写(?!字|作)|管(?=账|钱|人|仓|库|生产|考勤)"
    r"|买(?!家|方)|送(?=货|样|文件|资料)|查(?=账|岗|房)|算(?=工资|账)|贴(?=发票|票|标)|开(?=会|票|发票)|打(?=电话|包)"
    r"|修(?=机器|设备|车)|上(?=课|班)|发(?=药|工资)|值(?=.?班)"
)

_TITLED = (
    "采购|检验|检查|检测|测试|测量|培训|管理|分析|统计|服务|维护|维修|保养|审计|审核|评估|评审|评价|考核|招聘|招募|"
    "招标|投标|销售|促销|生产|设计|"
    "开发|盘点|验收|巡检|巡查|预测|预算|结算|核算|监控|监测|监督|改善|改进|整改|运输|配送|运营|运维|安装|装修|调试|"
    "调研|调查|调度|推广|宣传|"
    "策划|规划|支持|咨询|研发|研究|施工|护理|教学|教育|清洁|包装|值班|交接|登记|记录|申请|报销|付款|收款|回款|请购|"
    "采样|抽查|抽检|配置|"
    "控制|保障|接待|投诉|回访|沟通|协调|指导|辅导|处理|交付|发货|收货|报价|询价|比价|备份|备案|面试|录用|校对|校准|"
    "复核|分类|跟踪|支付|发放|"
    "领用|汇总|通知|派工|排班|排产|调整|分配|交底|领料|发料|退货|加工|装配|试验|实验|实施|操作|指挥|宣讲|预防|消防|"
    "消毒|诊断|"
    "治疗|对账|建设|建档|提案|签收|订购|订货|推荐|参观|协作|合作|运行|履行|讨论|反馈|确认|签约|谈判|访谈|巡店|排查|"
    "清查|清点|监管|监察|开票|"
    "对接|对外|预警|预约|提升|拓展|优化|注册|装订|决策|审批|出库|入库|改造|制造|承接|加班|请示|汇报|报告|总结|计算|"
    "推送|发布|保洁|保管|资助|"
    "防控|防护|救护|援助|代理|发展|跟单|理赔|设定|公示|分拣|分解|分摊|分担|展示|出具|评选|定价|定位|配方|配料|收支|"
    "收发|收费|"
    "授权|授课|备课|批改|讲解|缴费"
)
"""Verbs that also say what kind of thing something is: 采购订单, 培训计划."""
_PAPER = (
    r"(?:[月周日年季简快通]报|报告|报表|表|方案|计划|规划|纪要|名单|手册|合同|协议|协定|记录|纪录|制度|书|单|流程|"
    r"系统|文件|清单|台账|结果|结论|"
    r"总结|图|图纸|册|档案|体系|机制|证|函|稿|率|度|数|数量|量|额|规范|标准|政策|规程|规则|工具|平台|软件|软体|课程|"
    r"课件|教材|模板|预算|指标|"
    r"成果|发票|日志|热线|案例|样品|成本|周期|时间|办法|方法|指南|须知|看板|表格|报价|程式|程序|网站|标书|卷|题库|"
    r"款|服务|中心|公告|通知|"
    r"决议|要点|名册|海报|影片|视频|排程|日程|进度|线索|标签|证明|证书|目录|模型|原型|架构|指引|范本|教程|脚本|文案|"
    r"画册|台历)"
)
"""How what is written or kept ends; behind a verb that can name its kind it makes a name."""
_STUFF = r"(?:订单|数据|资料|材料|资讯|信息|费用?|意见|建议|凭证|票据|账单|案|金|机|器|人员|者|部|师)"
"""What a verb names the kind of only where it stands next to it: 培训材料, but 分析经营数据."""
_NAMED = (
    rf"{VERB}(?:人|者|方|率|度|金|表|函|费|单|书|量|额|员|师|岗|部|性|力|记录|清单|名单|制度|情况表|状态|标准|流程|"
    rf"说明|人员|报告单|通知单|成本|凭证|中心|"
    r"架构图?|文件|商|部门|经理|主管|专员|总监|顾问|协议|合同|报告|手册|指南|证明|证书|方案|计划|系统|平台|机|器|品|室|站)"
)
"""What any verb makes a name with: 负责人, 跟进表, 参与率."""
_STANDING = (
    "(?:"
    "分析|总结|预测|规划|设计|策划|预算|报告|记录|服务|培训|支持|咨询|建议|通知|申请|批复|答复|回复|反馈|交付|生产|"
    "销售|研究|"
    "教育|护理|申报|提案|报价|调研|调查|发布|运营|运输|配送|汇报|参谋|保障|治疗|诊断|改善|改进|公示|加工|包装|维修|"
    "宣传|推广|"
    "开发|研发|评价|招标|投诉|促销|监测|回访|回款|付款|收款|结算|装修|施工|安装|建设|决策|维护|保养|采购|招聘|交接|"
    "推荐|消防|"
    "消毒|排产|排班|发货|收货|控制|预警|解释|释疑"
    ")"
)
"""Verbs that stand for their result as well, where nothing follows: 市场分析, 售后服务."""
_ADVERB = (
    r"(?:(?:我们?|还有?|也|都|主要|日常|平时|经常|天天|有时|偶尔|不?定期(?:或不定期)?(?:地)?|随时|同时|另外|此外|一起|"
    r"及时|按时|准时|按期|积极|主动|全面|具体|独立|亲自|认真|"
    r"严格|正确|准确|妥善|合理|有效|熟练|优先|妥当|切实|充分|密切|负责任地?|做到|并且?|且|以及|和|再|以|"
    r"(?:每(?:个)?[天日周月年季]度?|每次|[月季年周]末|[月季年]初|按[月季年周日])(?:底|初|末)?|"
    r"每?[0-9一二三四五六七八九十两]+个?(?:小时|天|日|工作日|分钟|周|月)之?内?|[上下]午|"
    r"需要?|应|须|必须|要|会|得|去|来|能|协同|共同|直接|"
    r"(?:跟|和|与|同|向|给|为|对|将|把|对于|在|按照?|根据|依据|依照|结合|通过|针对|围绕|配合|会同|协同)[^,、;。]{1,40}?"
    rf"(?=(?:积极|及时|进行|亲自|认真|并)*{VERB}))[ ,]?)*"
)
_LEAD = rf"{_ADVERB}(?P<verb>{VERB}|{_SINGLE})"
_JOINED = r"[和与及、并或]|以及|并且"
_FOR = re.compile(r"(?:给|为|帮|替|陪)(?!.*的[^的、,]{1,8}$)[^、,]{3,}")
"""What is done for somebody, whatever the verb: 给病人换药; 给客户的报价单 is held."""
_HELD = rf"{VERB}(?:好|完|过|到)?的(?!{VERB})"
"""What a verb tells of the thing behind it: 采购的物料."""
_EACH = re.compile(
    r"(?:每(?:个)?[天日周月年季]度?|每次|[月季年周]末|[月季年]初|还有?|也|都|主要|我们?|和|以及|另外|此外)*[ ,]?"
)
"""What may stand before a thing as well: 每月采购报表."""
_SIGNAL = re.compile(
    r"的|并|[和与及、](?=[\u3400-\u9fff])|各|相关|有关|所有|全部|客户|人员|[0-9一两三]次|进行|工作$|日常|新|大|好$"
)
"""Behind a verb that can name a kind, what tells that it is done to something."""
_TITLE = re.compile(rf"(?:{_TITLED})+(?:[\u3400-\u9fffa-z0-9]{{0,8}}?(?:{_PAPER}|{_STANDING})|{_STUFF})$")
_ENDING = rf"(?P<verb>{VERB})(?:工作|事宜|事项|事务|作业|活动|手续|等)*$"
_NOMINAL = rf"的(?P<verb>{VERB})(?:和(?:{VERB}))?(?:工作|事宜)?$"
_TIMES = rf"{VERB}(?:[^,、;]{{0,6}})?[0-9一二两三四五六七八九十]+次$"
_OBJECTED = rf"{VERB}{_STANDING}$"
_BARE = rf"{_ADVERB}(?:{VERB}|{_JOINED})+"
_IN_PAPER = re.compile(rf"(?:{_PAPER}|{_STUFF})$")
_IN_STANDING = re.compile(f"{_STANDING}$")
_DONE = re.compile(r"(?:好|完|成|过|合格|到位|完毕|出|来|订|齐|整齐|达|下|定|付|入|收到|归档)的[\u3400-\u9fff]{1,10}$")
"""What has been done to a thing that somebody holds: 处理好的工单."""
_WORK = re.compile(r"工作$|事务$|事宜$|手续$|任务$")
"""What only is work, whatever it is called."""


_STATE = re.compile(
    r"(?:完整|清楚|清晰|准确|及时|齐全|到位|规范|良好|合理|完好|充分|明确|整齐|无误|顺畅|周到|热情|透明|稳定|迅速|"
    r"得当)$"
)
"""How something is: 联系方式完整."""
_SHARING = re.compile(r"[、,/]|以及|[和与及]")
_NEXT = re.compile(r"(?<=.{3})(?:[,、;。/]|以及|[和与及](?!时)|还有)")
"""Where another thing may begin: 回款计划和月度报表."""


@cache
def _pattern(written: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first needed: the many verbs take long, and most starts need none."""
    return re.compile(written)


def is_doing(text: str) -> bool:
    """Whether a folded Chinese clause says what is done rather than what somebody holds: 核对账单, 财产清查."""
    if _pattern(_TIMES).search(text) or _pattern(_NOMINAL).search(text):
        return True
    if _DONE.search(text) or _pattern(_HELD).match(text):
        return False
    return begins_doing(text) or _is_verb(text) or _ends_doing(text)


def is_bare(text: str) -> bool:
    """Whether a clause is a verb, or verbs, without an object: 制作, 录入."""
    return _pattern(_OBJECTED).search(text) is None and _pattern(_BARE).fullmatch(text) is not None


def begins_doing(text: str) -> bool:
    """Whether a clause begins with a verb and its object; verbs alone share that of the next: 制作、录入和下发订单."""
    if _FOR.match(text):
        return True
    first, *others = _SHARING.split(text, maxsplit=1)
    if others and is_bare(first):
        return begins_doing(others[0])
    return not is_bare(text) and _pattern(_HELD).match(text) is None and _governs(_NEXT.split(text)[0])


def _governs(text: str) -> bool:
    """Whether a clause with one object begins with a verb."""
    lead = _pattern(_LEAD).match(text)
    if lead is None or _STATE.search(text):
        return False
    at, rest = lead.start("verb"), text[lead.end() :]
    manner = at > 0 and not _EACH.fullmatch(text, 0, at)
    if not manner and (_pattern(_NAMED).fullmatch(text, at) or rest[:1] in {"人", "者"}):
        return False
    titled = lead["verb"] in _TITLES and _TITLE.match(text, at) and not _SIGNAL.search(rest)
    if lead["verb"] in _HANDLING and not _KIND.fullmatch(rest):
        titled = None
    return manner or not titled


def ends_in_paper(text: str) -> bool:
    """Whether a folded clause ends in what is written or kept: 月度报表."""
    return _IN_PAPER.search(text) is not None


def _is_verb(text: str) -> bool:
    lead = _pattern(_LEAD).match(text)
    stands = lead is not None and lead["verb"] in _TITLES and _IN_STANDING.search(text)
    return is_bare(text) and not stands and _NOTES.search(text) is None


def _ends_doing(text: str) -> bool:
    ending = _pattern(_ENDING).search(text)
    if _WORK.search(text):
        return True
    return ending is not None and ending.start() > 0 and not _IN_STANDING.fullmatch(ending["verb"])


_HANDLING = frozenset({"处理", "维护", "管理", "跟踪", "监督", "审核", "检查", "调整", "控制", "分配", "汇总", "登记"})
_KIND = re.compile(rf"(?:{_TITLED})*[\u3400-\u9fffa-z0-9]{{0,3}}")
"""What these verbs name the kind of is short: 处理结果, but 处理纠纷订单."""
_NOTES = re.compile(r".{2}(?:记录|报告|总结|规划|预算|通知|申请|提案|报价|建议)$")
"""What is written is held, whatever it is about: 拜访记录."""
_TITLES = frozenset(_TITLED.split("|"))
