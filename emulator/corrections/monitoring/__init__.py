"""What tells whether something is wrong: alarms, and rules of AWS Config."""
from .alarms import filter_and_page_alarms, make_composite_alarms, tell_alarm_transitions
from .config_rules import judge_by_evaluations

__all__ = [
    "filter_and_page_alarms",
    "judge_by_evaluations",
    "make_composite_alarms",
    "tell_alarm_transitions",
]
