"""Where moto's answers differ from AWS's in ways that real Terraform notices.

moto itself stays untouched: each correction replaces one function of it. A correction's docstring names the resource
that fails without it and the AWS page that moto departs from; its test in ../tests fails without it. Written for the
version in ../requirements.txt; check each one again when that is raised.
"""
from collections.abc import Callable, Collection

from .buckets import (
    admit_any_principal_in_log_policies,
    judge_bucket_policies_by_conditions,
    keep_log_key_format,
    lock_buckets_with_objects,
    own_listed_buckets,
)
from .dhcp_options import keep_dhcp_option_tags
from .flow_logs import keep_flow_log_destination_options
from .iam import (
    enforce_boundaries,
    enforce_session_policies,
    evaluate_iam_resources,
    expand_policy_variables,
    ignore_case_of_actions,
    judge_conditions,
    judge_not_resources,
    judge_web_identities,
    keep_user_boundaries,
    list_user_credentials,
    name_actions_as_policies_do,
    read_signed_headers_in_any_case,
    refuse_in_json,
    refuse_inactive_keys,
)
from .kms_keys import keep_replica_keys_apart, keep_rotation_periods
from .monitoring import filter_and_page_alarms, judge_by_evaluations, make_composite_alarms, tell_alarm_transitions
from .proxy_defects import answer_one_request_at_a_time, report_defects_at_once
from .security_group_peers import find_peer_groups
from .security_group_rules import admit_protocols_without_ports, keep_rule_descriptions
from .subnets import find_ipv6_subnets
from .vpc_endpoints import route_through_modified_endpoints
from .vpc_peering import keep_peering_tags_per_account

CORRECTIONS: tuple[Callable[[], None], ...] = (
    keep_rule_descriptions,
    admit_protocols_without_ports,
    find_peer_groups,
    find_ipv6_subnets,
    keep_dhcp_option_tags,
    keep_flow_log_destination_options,
    route_through_modified_endpoints,
    keep_peering_tags_per_account,
    admit_any_principal_in_log_policies,
    keep_log_key_format,
    own_listed_buckets,
    judge_bucket_policies_by_conditions,
    lock_buckets_with_objects,
    # These come before what finds out the resource that they are to judge.
    enforce_boundaries,
    enforce_session_policies,
    evaluate_iam_resources,
    expand_policy_variables,
    ignore_case_of_actions,
    judge_not_resources,
    judge_web_identities,
    judge_conditions,
    refuse_inactive_keys,
    refuse_in_json,
    name_actions_as_policies_do,
    read_signed_headers_in_any_case,
    keep_user_boundaries,
    list_user_credentials,
    keep_rotation_periods,
    keep_replica_keys_apart,
    tell_alarm_transitions,
    make_composite_alarms,
    filter_and_page_alarms,
    judge_by_evaluations,
    answer_one_request_at_a_time,
    report_defects_at_once,
)


def names() -> list[str]:
    """The names of all corrections, in the order in which they are applied."""
    return [correction.__name__ for correction in CORRECTIONS]


def apply_all(without: Collection[str] = ()) -> list[str]:
    """Apply the corrections, except those named, and answer which are in use."""
    chosen = [correction for correction in CORRECTIONS if correction.__name__ not in without]
    for correct in chosen:
        correct()
    return [correction.__name__ for correction in chosen]
