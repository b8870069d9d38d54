"""In which section of the method each rule of the audit stands (method.md 7: a reason names the rule)."""

_RULES = {
    "2.1": ("no_outputs activity no_product behaviour no_goal output_without_customer customer_without_indicator"),
    "2.2": (
        "no_indicators no_source no_judge no_factors unguided output_without_indicator contradicting same_thing"
        " direction_unknown direction_odd"
    ),
    "2.4": (
        "senseless basic_unclear outstanding_unclear no_basic no_outstanding against_direction incomparable not_beyond"
        " no_room at_limit"
    ),
    "2.5": "self_collected untracked not_tracked not_reachable not_known_how not_worth_it nobody_collects unbound",
    "7": "one_rater coverage_low coverage_unknown coverage_raised",
}
SECTIONS = {rule: section for section, rules in _RULES.items() for rule in rules.split()}
