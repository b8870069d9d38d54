"""The function of an enterprise that a post belongs to, guessed from what post and department are called."""

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
        Function.IT: "it, information technology, software, system, network, data, developer, programmer, devops, "
        "信息, 资讯, 信息技术, 信息部, 软件, 软体, 网络, 网管, 运维, 维运, 数据, 程序员",
        Function.ADMINISTRATION: "administration, administrative, admin, office, secretary, assistant, reception, "
        "legal, facilities, general affairs, 行政, 总务, 办公室, 总经办, 秘书, 文员, 助理, 前台, 法务, 后勤",
    }
)


def guess_function(post: str, department: str) -> Function | None:
    """The function that the department's name and the post's speak of; None where neither tells.

    Where they speak of different ones, the department's counts.
    """
    by_department, by_post = named(department, _FUNCTIONS), named(post, _FUNCTIONS)
    both = [function for function in by_department if function in by_post]
    return next(iter((*both, *by_department, *by_post)), None)
