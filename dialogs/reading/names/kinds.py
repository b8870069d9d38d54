"""The kind of a work output, told from its name."""

from enum import StrEnum

from dialogs.reading.text.vocabulary import named, vocabulary


class Kind(StrEnum):
    """What sort of thing the customer holds."""

    REPORT = "report"
    PLAN = "plan"
    PRODUCT = "product"
    ORDER = "order"
    CONTRACT = "contract"
    TRAINING = "training"
    RECRUITMENT = "recruitment"
    DELIVERY = "delivery"
    SERVICE = "service"
    DESIGN = "design"
    SOFTWARE = "software"
    SALES = "sales"
    CLIENTS = "clients"
    PURCHASE = "purchase"
    PAYMENT = "payment"
    EVENT = "event"
    STOCK = "stock"
    PROMOTION = "promotion"
    EQUIPMENT = "equipment"
    INSPECTION = "inspection"
    RULES = "rules"


_KINDS = vocabulary(
    {
        Kind.REPORT: "report, statement, analysis, analyses, sheet, summary, summaries, minutes, record, "
        "tax return, dashboard, account, filing, 表, 报表, 报告, 分析, 月报, 周报, 日报, 季报, 年报, 差异表, "
        "统计表, 明细, 清单, 台账, 纪要, 记录, 纪录, 总结, 申报, 凭证, list, comparison, 比价表",
        Kind.PLAN: "plan, schedule, budget, forecast, proposal, scheme, roadmap, programme, 计划, 计画, 方案, "
        "预算, 预测, 规划, 排程, 计划表, 预算表, 预测表, 日程表, 时间表, 排程表, 提案, 企划",
        Kind.PRODUCT: "product, good, part, component, batch, batches, unit, sample, prototype, 产品, 成品, "
        "半成品, 零件, 部件, 样品, 样机, 货物",
        Kind.ORDER: "order, quotation, quote, 订单, 报价, 工单, 派工单",
        Kind.CONTRACT: "contract, agreement, deal, 合同, 合约, 协议, 签约",
        Kind.TRAINING: "training, course, workshop, lesson, trainee, coaching, 培训, 训练, 课程, 教材, 学员, 辅导",
        Kind.RECRUITMENT: "recruitment, recruiting, hire, hiring, recruit, new employee, new staff, candidate, "
        "vacancy, vacancies, 招聘, 招募, 新员工, 新人, 候选人, 到岗, 录用, 到职, 新进员工",
        Kind.DELIVERY: "delivery, deliveries, shipment, dispatch, dispatches, shipping, transport, logistics, "
        "交付, 交货, 发货, 出货, 送货, 配送, 运输, 物流",
        Kind.SERVICE: "service, support, complaint, repair, ticket, answer, reply, replies, enquiry, enquiries, "
        "inquiry, inquiries, consultation, 服务, 投诉, 客诉, 售后, 维修, 答复, 回复, 咨询, 咨商, 支持, 支援, "
        "problem, 故障, 问题",
        Kind.DESIGN: "design, drawing, blueprint, specification, model, 设计, 图纸, 图面, 设计图, 规格书, 技术资料",
        Kind.SOFTWARE: "software, system, app, application, feature, release, website, database, interface, 软件, "
        "软体, 系统, 程序, 程式, 小程序, 功能, 版本, 网站, 数据库, 接口",
        Kind.SALES: "sale, turnover, revenue, profit, 利润, 销售, 销售额, 营业额, 营收, 业绩, 销量",
        Kind.CLIENTS: "new customer, new client, new account, new dealer, 新客户, 新经销商, 客户开发",
        Kind.PURCHASE: "purchase, purchasing, procurement, supply, supplies, material, raw material, 采购, 物料, "
        "原材料, 原料, 材料, 来料, 供货, office supplies, 办公用品, 文具",
        Kind.PAYMENT: "payment, collected payment, receivable, reimbursement, payroll, salary, salaries, wage, "
        "invoice, cash, 付款, 回款, 收款, 货款, 报销, 工资, 薪资, 薪酬, 发票, 应收账款, 结算",
        Kind.EVENT: "event, exhibition, conference, fair, party, parties, trip, meeting, 活动, 展会, 展览, 会议, "
        "年会, 尾牙, 发布会, 团建, 大会",
        Kind.STOCK: "stock, inventory, inventories, stocktaking, warehouse, 库存, 存货, 盘点, 仓库, 仓储",
        Kind.PROMOTION: "promotion, campaign, advertisement, advertising, brochure, social media post, content, "
        "lead, 推广, 促销, 广告, 宣传, 文案, 内容, 线索, 潜在客户, 海报",
        Kind.EQUIPMENT: "equipment, machine, device, facility, facilities, vehicle, maintenance, 设备, 机器, 设施, "
        "车辆, 保养, 维护, 资产, 场地",
        Kind.INSPECTION: "inspection, audit, test, check, review, certificate, 检验, 检查, 检测, 测试, 审计, 稽核, "
        "验收, 巡检, 评审, 合格证",
        Kind.RULES: "policy, policies, procedure, process, processes, standard, rule, manual, guideline, handbook, "
        "instruction, 制度, 流程, 规范, 规程, 标准, 手册, 办法, 作业指导书, 说明书",
    }
)


def kinds_of(output: str) -> tuple[Kind, ...]:
    """The kinds that an output's name speaks of, what it is before what it is about: a training plan is a plan."""
    return named(output, _KINDS)
