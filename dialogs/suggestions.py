"""Indicators to suggest, by dimension and kind of output (method.md 2.2)."""

from dataclasses import dataclass

from dialogs.reading.names.kinds import Kind, kinds_of
from kpi.functions import Function
from kpi.plan import Dimension, Direction
from locales.text import Text, text

MOST = 5
"""How many suggestions a question shows."""

_QUANTITY, _QUALITY, _COST, _TIME = Dimension
_MORE, _LESS = Direction.MORE, Direction.LESS
_PERCENT, _HOURS, _DAYS, _WORKING_DAYS, _NOTHING_SAID = "%", "hour", "day", "working_day", None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An indicator of the library; its name is the message "library.indicator.<id>".

    Without `kinds` it fits every output, of every function or of those in `functions`. `unit` is as in Standard, None
    where it comes with the standard: a currency, or whatever is counted.
    """

    id: str
    dimension: Dimension
    kinds: tuple[Kind, ...]
    functions: tuple[Function, ...]
    unit: str | None
    direction: Direction

    @property
    def name(self) -> Text:
        """The indicator's name."""
        return text(f"library.indicator.{self.id}")


def suggest(dimension: Dimension, output_name: str, function: Function | None) -> tuple[Suggestion, ...]:
    """At most five indicators of a dimension, best first.

    Those for what the output is come first, then those of the function, general ones, and those for what it is about.
    """
    kinds = kinds_of(output_name)
    fitting = (one for one in LIBRARY if one.dimension is dimension and _fits(one, kinds, function))
    return tuple(sorted(fitting, key=lambda one: _distance(one, kinds))[:MOST])


def _fits(one: Suggestion, kinds: tuple[Kind, ...], function: Function | None) -> bool:
    of_the_kind = not one.kinds or any(kind in one.kinds for kind in kinds)
    # A function that is not known rules out only what rests on nothing but the function.
    of_the_function = not one.functions or function in one.functions or (function is None and bool(one.kinds))
    return of_the_kind and of_the_function


def _distance(one: Suggestion, kinds: tuple[Kind, ...]) -> int:
    if one.kinds:
        return 0 if kinds[0] in one.kinds else 3
    return 1 if one.functions else 2


LIBRARY = (
    # Whatever the output is
    Suggestion("number_completed", _QUANTITY, (), (), _NOTHING_SAID, _MORE),
    Suggestion("completion_rate", _QUANTITY, (), (), _PERCENT, _MORE),
    Suggestion("first_pass_rate", _QUALITY, (), (), _PERCENT, _MORE),
    Suggestion("satisfaction_rate", _QUALITY, (), (), _PERCENT, _MORE),
    Suggestion("returned_number", _QUALITY, (), (), _NOTHING_SAID, _LESS),
    Suggestion("budget_deviation_rate", _COST, (), (), _PERCENT, _LESS),
    Suggestion("cost_per_piece", _COST, (), (), _NOTHING_SAID, _LESS),
    Suggestion("hours_per_piece", _COST, (), (), _HOURS, _LESS),
    Suggestion("on_time_rate", _TIME, (), (), _PERCENT, _MORE),
    Suggestion("completion_time", _TIME, (), (), _WORKING_DAYS, _LESS),
    Suggestion("days_late", _TIME, (), (), _DAYS, _LESS),
    # By function
    Suggestion("complaint_number", _QUALITY, (), (Function.SALES, Function.SERVICE), _NOTHING_SAID, _LESS),
    Suggestion("rework_rate", _QUALITY, (), (Function.PRODUCTION, Function.QUALITY), _PERCENT, _LESS),
    Suggestion("error_rate", _QUALITY, (), (Function.FINANCE, Function.HR, Function.ADMINISTRATION), _PERCENT, _LESS),
    Suggestion("infection_rate", _QUALITY, (), (Function.HEALTH,), _PERCENT, _LESS),
    Suggestion("average_stay", _TIME, (), (Function.HEALTH,), _DAYS, _LESS),
    Suggestion(
        "waiting_time", _TIME, (), (Function.HEALTH, Function.PUBLIC_SERVICE, Function.HOSPITALITY), None, _LESS
    ),
    Suggestion("graduation_rate", _QUALITY, (), (Function.EDUCATION,), _PERCENT, _MORE),
    Suggestion("case_closing_rate", _TIME, (), (Function.PUBLIC_SERVICE,), _PERCENT, _MORE),
    Suggestion("occupancy_rate", _QUANTITY, (), (Function.HOSPITALITY,), _PERCENT, _MORE),
    Suggestion("guest_complaint_number", _QUALITY, (), (Function.HOSPITALITY,), _NOTHING_SAID, _LESS),
    Suggestion("first_inspection_rate", _QUALITY, (), (Function.CONSTRUCTION,), _PERCENT, _MORE),
    Suggestion("safety_incident_number", _QUALITY, (), (Function.CONSTRUCTION,), _NOTHING_SAID, _LESS),
    Suggestion("schedule_deviation", _TIME, (), (Function.CONSTRUCTION,), _DAYS, _LESS),
    # Reports
    Suggestion("accuracy_rate", _QUALITY, (Kind.REPORT, Kind.PAYMENT), (), _PERCENT, _MORE),
    Suggestion("missing_items", _QUALITY, (Kind.REPORT,), (), _NOTHING_SAID, _LESS),
    Suggestion("advice_adopted_rate", _QUALITY, (Kind.REPORT,), (), _PERCENT, _MORE),
    Suggestion("on_time_submission_rate", _TIME, (Kind.REPORT, Kind.PLAN), (), _PERCENT, _MORE),
    Suggestion("days_after_close", _TIME, (Kind.REPORT,), (Function.FINANCE,), _WORKING_DAYS, _LESS),
    # Plans
    Suggestion("plan_achievement_rate", _QUANTITY, (Kind.PLAN,), (), _PERCENT, _MORE),
    Suggestion("first_approval_rate", _QUALITY, (Kind.PLAN, Kind.RULES), (), _PERCENT, _MORE),
    Suggestion("forecast_accuracy", _QUALITY, (Kind.PLAN,), (), _PERCENT, _MORE),
    # Products
    Suggestion("output_volume", _QUANTITY, (Kind.PRODUCT,), (), _NOTHING_SAID, _MORE),
    Suggestion("pass_rate", _QUALITY, (Kind.PRODUCT,), (), _PERCENT, _MORE),
    Suggestion("scrap_rate", _QUALITY, (Kind.PRODUCT,), (), _PERCENT, _LESS),
    Suggestion("unit_cost", _COST, (Kind.PRODUCT,), (), _NOTHING_SAID, _LESS),
    Suggestion("production_time", _TIME, (Kind.PRODUCT,), (Function.PRODUCTION,), _DAYS, _LESS),
    Suggestion("time_to_market", _TIME, (Kind.PRODUCT,), (Function.RND, Function.MARKETING), _DAYS, _LESS),
    # Orders
    Suggestion("order_number", _QUANTITY, (Kind.ORDER,), (), _NOTHING_SAID, _MORE),
    Suggestion("order_error_rate", _QUALITY, (Kind.ORDER,), (), _PERCENT, _LESS),
    Suggestion("order_fill_rate", _QUALITY, (Kind.ORDER,), (), _PERCENT, _MORE),
    Suggestion("order_processing_time", _TIME, (Kind.ORDER,), (), _WORKING_DAYS, _LESS),
    # Contracts
    Suggestion("contract_value", _QUANTITY, (Kind.CONTRACT,), (), _NOTHING_SAID, _MORE),
    Suggestion("contract_fulfilment_rate", _QUALITY, (Kind.CONTRACT,), (), _PERCENT, _MORE),
    Suggestion("signing_time", _TIME, (Kind.CONTRACT,), (), _WORKING_DAYS, _LESS),
    # Training
    Suggestion("training_coverage", _QUANTITY, (Kind.TRAINING,), (), _PERCENT, _MORE),
    Suggestion("training_hours", _QUANTITY, (Kind.TRAINING,), (), _HOURS, _MORE),
    Suggestion("test_pass_rate", _QUALITY, (Kind.TRAINING,), (), _PERCENT, _MORE),
    Suggestion("cost_per_trainee", _COST, (Kind.TRAINING,), (), _NOTHING_SAID, _LESS),
    # Recruitment
    Suggestion("vacancies_filled_rate", _QUANTITY, (Kind.RECRUITMENT,), (), _PERCENT, _MORE),
    Suggestion("probation_pass_rate", _QUALITY, (Kind.RECRUITMENT,), (), _PERCENT, _MORE),
    Suggestion("new_hire_turnover", _QUALITY, (Kind.RECRUITMENT,), (), _PERCENT, _LESS),
    Suggestion("cost_per_hire", _COST, (Kind.RECRUITMENT,), (), _NOTHING_SAID, _LESS),
    Suggestion("time_to_hire", _TIME, (Kind.RECRUITMENT,), (), _DAYS, _LESS),
    # Deliveries
    Suggestion("delivery_volume", _QUANTITY, (Kind.DELIVERY,), (), _NOTHING_SAID, _MORE),
    Suggestion("breakage_rate", _QUALITY, (Kind.DELIVERY,), (), _PERCENT, _LESS),
    Suggestion("wrong_delivery_rate", _QUALITY, (Kind.DELIVERY,), (), _PERCENT, _LESS),
    Suggestion("freight_cost_rate", _COST, (Kind.DELIVERY,), (), _PERCENT, _LESS),
    Suggestion("on_time_delivery_rate", _TIME, (Kind.DELIVERY, Kind.PRODUCT, Kind.ORDER), (), _PERCENT, _MORE),
    Suggestion("delivery_time", _TIME, (Kind.DELIVERY,), (), _DAYS, _LESS),
    # Service
    Suggestion("cases_handled", _QUANTITY, (Kind.SERVICE,), (), _NOTHING_SAID, _MORE),
    Suggestion("first_contact_resolution_rate", _QUALITY, (Kind.SERVICE,), (), _PERCENT, _MORE),
    Suggestion("repeat_complaint_rate", _QUALITY, (Kind.SERVICE,), (), _PERCENT, _LESS),
    Suggestion("cost_per_case", _COST, (Kind.SERVICE,), (), _NOTHING_SAID, _LESS),
    Suggestion("response_time", _TIME, (Kind.SERVICE,), (), _HOURS, _LESS),
    Suggestion("resolution_time", _TIME, (Kind.SERVICE,), (), _HOURS, _LESS),
    # Designs
    Suggestion("design_change_rate", _QUALITY, (Kind.DESIGN,), (), _PERCENT, _LESS),
    Suggestion("review_pass_rate", _QUALITY, (Kind.DESIGN,), (), _PERCENT, _MORE),
    Suggestion("design_saving_rate", _COST, (Kind.DESIGN,), (), _PERCENT, _MORE),
    Suggestion("revision_number", _QUALITY, (Kind.PLAN, Kind.DESIGN, Kind.CONTRACT), (), _NOTHING_SAID, _LESS),
    # Software
    Suggestion("features_released", _QUANTITY, (Kind.SOFTWARE,), (), _NOTHING_SAID, _MORE),
    Suggestion("defects_after_release", _QUALITY, (Kind.SOFTWARE,), (), _NOTHING_SAID, _LESS),
    Suggestion("availability", _QUALITY, (Kind.SOFTWARE,), (), _PERCENT, _MORE),
    Suggestion("effort_deviation_rate", _COST, (Kind.SOFTWARE, Kind.DESIGN), (), _PERCENT, _LESS),
    Suggestion("on_time_release_rate", _TIME, (Kind.SOFTWARE,), (), _PERCENT, _MORE),
    Suggestion("recovery_time", _TIME, (Kind.SOFTWARE, Kind.EQUIPMENT), (), _HOURS, _LESS),
    # Sales
    Suggestion("sales_amount", _QUANTITY, (Kind.SALES,), (), _NOTHING_SAID, _MORE),
    Suggestion("sales_growth_rate", _QUANTITY, (Kind.SALES,), (), _PERCENT, _MORE),
    Suggestion("gross_margin_rate", _QUALITY, (Kind.SALES, Kind.CONTRACT), (), _PERCENT, _MORE),
    Suggestion("customer_retention_rate", _QUALITY, (Kind.SALES,), (), _PERCENT, _MORE),
    Suggestion("selling_expense_rate", _COST, (Kind.SALES, Kind.CONTRACT), (), _PERCENT, _LESS),
    # New customers
    Suggestion("new_customer_number", _QUANTITY, (Kind.CLIENTS,), (), _NOTHING_SAID, _MORE),
    Suggestion("repeat_order_rate", _QUALITY, (Kind.CLIENTS,), (), _PERCENT, _MORE),
    Suggestion("cost_per_new_customer", _COST, (Kind.CLIENTS,), (), _NOTHING_SAID, _LESS),
    # Purchases
    Suggestion("incoming_pass_rate", _QUALITY, (Kind.PURCHASE,), (), _PERCENT, _MORE),
    Suggestion("purchase_saving_rate", _COST, (Kind.PURCHASE,), (), _PERCENT, _MORE),
    Suggestion("on_time_arrival_rate", _TIME, (Kind.PURCHASE,), (), _PERCENT, _MORE),
    Suggestion("purchase_time", _TIME, (Kind.PURCHASE,), (), _WORKING_DAYS, _LESS),
    # Payments
    Suggestion("collection_rate", _QUANTITY, (Kind.PAYMENT,), (Function.SALES, Function.FINANCE), _PERCENT, _MORE),
    Suggestion("bad_debt_rate", _COST, (Kind.PAYMENT,), (Function.SALES, Function.FINANCE), _PERCENT, _LESS),
    Suggestion("collection_days", _TIME, (Kind.PAYMENT, Kind.SALES), (Function.SALES, Function.FINANCE), _DAYS, _LESS),
    Suggestion("on_time_payment_rate", _TIME, (Kind.PAYMENT,), (), _PERCENT, _MORE),
    # Events and promotion
    Suggestion("participant_number", _QUANTITY, (Kind.EVENT,), (), _NOTHING_SAID, _MORE),
    Suggestion("participant_satisfaction_rate", _QUALITY, (Kind.EVENT, Kind.TRAINING), (), _PERCENT, _MORE),
    Suggestion("cost_per_participant", _COST, (Kind.EVENT,), (), _NOTHING_SAID, _LESS),
    Suggestion(
        "lead_number", _QUANTITY, (Kind.PROMOTION, Kind.EVENT), (Function.MARKETING, Function.SALES), None, _MORE
    ),
    Suggestion("conversion_rate", _QUALITY, (Kind.PROMOTION,), (), _PERCENT, _MORE),
    Suggestion("cost_per_lead", _COST, (Kind.PROMOTION,), (), _NOTHING_SAID, _LESS),
    # Stock, equipment, inspections, rules
    Suggestion("stock_accuracy_rate", _QUALITY, (Kind.STOCK,), (), _PERCENT, _MORE),
    Suggestion("slow_stock_rate", _COST, (Kind.STOCK,), (), _PERCENT, _LESS),
    Suggestion("stock_days", _TIME, (Kind.STOCK,), (), _DAYS, _LESS),
    Suggestion("good_condition_rate", _QUALITY, (Kind.EQUIPMENT,), (), _PERCENT, _MORE),
    Suggestion("maintenance_cost", _COST, (Kind.EQUIPMENT,), (), _NOTHING_SAID, _LESS),
    Suggestion("downtime", _TIME, (Kind.EQUIPMENT,), (), _HOURS, _LESS),
    Suggestion("missed_defect_rate", _QUALITY, (Kind.INSPECTION,), (), _PERCENT, _LESS),
    Suggestion("inspection_time", _TIME, (Kind.INSPECTION,), (), _HOURS, _LESS),
    Suggestion("compliance_rate", _QUALITY, (Kind.RULES,), (), _PERCENT, _MORE),
)
