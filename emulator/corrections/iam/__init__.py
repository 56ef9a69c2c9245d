"""IAM: users, and what is enforced of their policies."""
from .conditions import judge_conditions
from .enforcement import (
    evaluate_iam_resources,
    name_actions_as_policies_do,
    read_signed_headers_in_any_case,
    refuse_in_json,
    refuse_inactive_keys,
)
from .limits import enforce_boundaries, enforce_session_policies
from .statements import ignore_case_of_actions, judge_not_resources
from .users import keep_user_boundaries, list_user_credentials
from .variables import expand_policy_variables
from .web_identities import judge_web_identities

__all__ = [
    "enforce_boundaries",
    "enforce_session_policies",
    "evaluate_iam_resources",
    "expand_policy_variables",
    "ignore_case_of_actions",
    "judge_conditions",
    "judge_not_resources",
    "judge_web_identities",
    "keep_user_boundaries",
    "list_user_credentials",
    "name_actions_as_policies_do",
    "read_signed_headers_in_any_case",
    "refuse_in_json",
    "refuse_inactive_keys",
]
