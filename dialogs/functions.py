"""The function of an enterprise that a post belongs to, guessed from what post and department are called."""

import re

from dialogs.reading.text.vocabulary import named, vocabulary
from kpi.functions import Function

_FUNCTIONS = vocabulary(
    {
        Function.SALES: "sale, selling, key account, business development, retail, store, shop, dealer, channel, "
        "销售, 业务部, 业务员, 营业, 大客户, 渠道, 门店, 店长, 零售, 商务",
        Function.MARKETING: "marketing, brand, advertising, campaign, public relations, pr, 市场, 营销, 品牌, "
        "行销, 推广, 公关, 策划",
        Function.RND: "r&d, research, development, r and d, engineering, product design, laboratory, scientist, "
        "研发, 研究, 开发, 技术部, 技术中心, 工程部, 设计, 实验室",
        Function.PRODUCTION: "production, manufacturing, plant, factory, workshop, assembly, operations, foreman, "
        "生产, 制造, 车间, 工厂, 厂长, 装配, 班组, 产线, 生管",
        Function.QUALITY: "quality, qa, qc, quality assurance, quality control, inspection, 质量, 品质, 品管, "
        "品保, 质检, 检验",
        Function.PURCHASING: "purchasing, procurement, buyer, sourcing, purchase, 采购, 供应商管理",
        Function.LOGISTICS: "logistics, warehouse, warehousing, supply chain, transport, shipping, fleet, driver, "
        "物流, 仓储, 仓库, 仓管, 供应链, 运输, 配送, 车队, 司机",
        Function.SERVICE: "service, customer service, support, customer success, after-sales, call centre, "
        "call center, help desk, helpdesk, 客服, 客户服务, 售后, 服务部, 服务中心, 呼叫中心, 投诉",
        Function.HR: "hr, human resource, personnel, recruitment, recruiter, training, people, talent, payroll, "
        "人力资源, 人事, 人资, 招聘, 招募, 培训, 薪酬, 绩效",
        Function.FINANCE: "finance, financial, accounting, accountant, treasury, controlling, controller, tax, "
        "cfo, cashier, bookkeeper, 财务, 会计, 出纳, 审计, 税务, 资金, 成本",
        Function.IT: "information technology, software, system, network, data, developer, programmer, devops, "
        "信息, 资讯, 信息技术, 信息部, 软件, 软体, 网络, 网管, 运维, 维运, 数据, 程序员",
        Function.ADMINISTRATION: "administration, administrative, admin, office, secretary, assistant, reception, "
        "legal, facilities, general affairs, 行政, 总务, 办公室, 总经办, 秘书, 文员, 助理, 前台, 法务, 后勤",
        Function.HEALTH: "hospital, clinic, ward, nurse, nursing, matron, doctor, physician, pharmacy, pharmacist, "
        "medical, health care, healthcare, surgery, midwife, paramedic, 医院, 医疗, 医务, 护理, 护士, 护理师, "
        "病区, 病房, "
        "门诊, 急诊, 药房, 药剂, 医生, 医师, 康复, 影像科, 检验科, 内科, 外科, 儿科, 妇产科, 手术室",
        Function.EDUCATION: "school, teacher, teaching, lecturer, professor, faculty, university, college, academic, "
        "kindergarten, tutor, curriculum, 学校, 教师, 老师, 讲师, 教授, 教学, 教务, 教研, 幼儿园, 中学, 小学, "
        "大学, 学院, 年级组, 班主任, 辅导员",
        Function.PUBLIC_SERVICE: "council, municipality, municipal, ministry, government, public service, civil "
        "service, "
        "civil servant, local authority, town hall, city hall, permit, social services, 政府, 政务, 公务员, "
        "街道办, 社区, 民政, "
        "区公所, 乡公所, 镇公所, 市政, 县政府, 户政, 地政, 社会局, 建设局, 审批局, 窗口",
        Function.HOSPITALITY: "hotel, guest house, restaurant, kitchen, chef, cook, waiter, waitress, housekeeping, "
        "front desk, catering, banquet, bar, hospitality, food and beverage, 酒店, 饭店, 宾馆, 旅馆, 民宿, 餐厅, "
        "餐饮, "
        "厨房, 厨师, 客房, 房务, 前厅, 宴会, 服务员, 领班",
        Function.CONSTRUCTION: "construction, building site, site manager, site engineer, civil engineering, "
        "contractor, "
        "surveyor, foreman of works, scaffolding, 施工, 工地, 建筑, 土建, 营建, 项目部, 工程项目, 造价, 监理, "
        "监造, 建造师, 安全员, 资料员, 施工员",
    }
)

_IT = re.compile(
    r"(?<![A-Za-z])IT(?![A-Za-z])|^it$|\bit(?= (?:department|dept|team|support|service|manager|director|"
    r"specialist|engineer|admin|help|"
    r"operation|office|security)s?)"
)
"""The department, and no pronoun: "it depends"."""


def guess_function(post: str, department: str) -> Function | None:
    """The function that the department's name and the post's speak of; None where neither tells.

    Where they speak of different ones, the department's counts.
    """
    by_department, by_post = (named(_IT.sub("information technology", one), _FUNCTIONS) for one in (department, post))
    both = [function for function in by_department if function in by_post]
    return next(iter((*both, *by_department, *by_post)), None)
