import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.names.kinds import Kind, kinds_of
from dialogs.suggestions import LIBRARY, MOST, suggest
from kpi.functions import Function
from kpi.plan import Dimension, Direction
from locales.words import LANGUAGES, words


@pytest.mark.parametrize(
    ("output", "dimension", "function", "first"),
    [
        ("月度报表", Dimension.QUALITY, Function.FINANCE, "accuracy_rate"),
        ("monthly management report", Dimension.QUALITY, Function.FINANCE, "accuracy_rate"),
        ("a report on training", Dimension.TIME, None, "on_time_submission_rate"),
        ("利润表", Dimension.TIME, Function.FINANCE, "on_time_submission_rate"),
        ("預算案", Dimension.QUALITY, Function.FINANCE, "first_approval_rate"),
        ("the training plan", Dimension.QUANTITY, Function.HR, "plan_achievement_rate"),
        ("培訓課程", Dimension.QUANTITY, Function.HR, "training_coverage"),
        ("到岗的新员工", Dimension.TIME, Function.HR, "time_to_hire"),
        ("new hires", Dimension.COST, Function.HR, "cost_per_hire"),
        ("工资发放", Dimension.QUALITY, Function.HR, "accuracy_rate"),
        ("成品", Dimension.QUALITY, Function.PRODUCTION, "pass_rate"),
        ("finished goods", Dimension.QUANTITY, Function.PRODUCTION, "output_volume"),
        ("新产品", Dimension.TIME, Function.RND, "time_to_market"),
        ("產品圖面", Dimension.QUALITY, Function.RND, "design_change_rate"),
        ("product drawings", Dimension.QUALITY, Function.RND, "design_change_rate"),
        ("采购订单", Dimension.TIME, Function.PURCHASING, "order_processing_time"),
        ("purchased materials", Dimension.QUALITY, Function.PURCHASING, "incoming_pass_rate"),
        ("签订的合同", Dimension.QUANTITY, Function.SALES, "contract_value"),
        ("signed contracts", Dimension.TIME, Function.SALES, "signing_time"),
        ("銷售額", Dimension.QUANTITY, Function.SALES, "sales_amount"),
        ("回款", Dimension.QUANTITY, Function.SALES, "collection_rate"),
        ("collected payments", Dimension.COST, Function.FINANCE, "bad_debt_rate"),
        ("新客户", Dimension.QUANTITY, Function.SALES, "new_customer_number"),
        ("客户投诉处理", Dimension.TIME, Function.SERVICE, "response_time"),
        ("complaint replies", Dimension.QUALITY, Function.SERVICE, "first_contact_resolution_rate"),
        ("交付", Dimension.TIME, Function.LOGISTICS, "on_time_delivery_rate"),
        ("deliveries to dealers", Dimension.QUALITY, Function.LOGISTICS, "breakage_rate"),
        ("库存", Dimension.QUALITY, Function.LOGISTICS, "stock_accuracy_rate"),
        ("CRM系统", Dimension.QUALITY, Function.IT, "defects_after_release"),
        ("software releases", Dimension.TIME, Function.IT, "on_time_release_rate"),
        ("年會", Dimension.QUANTITY, Function.ADMINISTRATION, "participant_number"),
        ("brand campaign", Dimension.COST, Function.MARKETING, "cost_per_lead"),
        ("设备维护", Dimension.TIME, Function.PRODUCTION, "recovery_time"),
        ("incoming inspections", Dimension.QUALITY, Function.QUALITY, "missed_defect_rate"),
        ("管理制度", Dimension.QUALITY, Function.ADMINISTRATION, "first_approval_rate"),
        ("陈列整齐的货架", Dimension.QUALITY, Function.SALES, "complaint_number"),
    ],
)
def test_the_first_suggestion_fits(output: str, dimension: Dimension, function: Function | None, first: str) -> None:
    assert suggest(dimension, output, function)[0].id == first


@pytest.mark.parametrize(
    ("output", "kinds"),
    [
        ("training plan", (Kind.PLAN, Kind.TRAINING)),
        ("plan for training", (Kind.PLAN, Kind.TRAINING)),
        ("培訓計劃", (Kind.PLAN, Kind.TRAINING)),
        ("生产日程表", (Kind.PLAN, Kind.REPORT)),
        ("月报", (Kind.REPORT,)),
        ("planet", ()),
        ("货架", ()),
    ],
)
def test_what_it_is_comes_before_what_it_is_about(output: str, kinds: tuple[Kind, ...]) -> None:
    assert kinds_of(output) == kinds


def test_indicators_of_another_function_are_left_out() -> None:
    ids = {one.id for one in suggest(Dimension.QUANTITY, "工资", Function.HR)}
    assert "collection_rate" not in ids
    assert "collection_rate" in {one.id for one in suggest(Dimension.QUANTITY, "工资", None)}


@given(st.text(), st.sampled_from(Dimension), st.one_of(st.none(), st.sampled_from(Function)))
def test_there_is_always_something_to_suggest(output: str, dimension: Dimension, function: Function | None) -> None:
    found = suggest(dimension, output, function)
    assert 2 <= len(found) <= MOST
    assert len(set(found)) == len(found)
    assert {one.dimension for one in found} == {dimension}


def test_ids_are_unique_and_every_kind_is_served() -> None:
    assert len({one.id for one in LIBRARY}) == len(LIBRARY)
    assert {kind for one in LIBRARY for kind in one.kinds} == set(Kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_suggestion_has_a_name_of_its_own(language: str) -> None:
    names = [words(language).say(one.name) for one in LIBRARY]
    assert len(set(names)) == len(names)


def test_rates_are_in_percent_and_bad_ones_fall() -> None:
    for one in LIBRARY:
        if one.id.endswith("_rate"):
            assert one.unit == "%"
        if any(word in one.id for word in ("error", "defect", "cost", "late", "complaint", "turnover", "deviation")):
            assert one.direction is Direction.LESS
