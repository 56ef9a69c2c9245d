"""Rules of AWS Config, and what they found."""
import json
import time
from collections.abc import Iterable

from moto.config import models, responses
from moto.config.exceptions import (
    InvalidLimitException,
    InvalidNextTokenException,
    InvalidResultTokenException,
    NoSuchConfigRuleException,
)

from .pages import page_of

_RULES_IN_A_PAGE, _MOST_COUNTED = 25, 25
_RESULTS_IN_A_PAGE, _LARGEST_PAGE = 10, 100


def judge_by_evaluations() -> None:
    """aws_config_config_rule: what a rule finds isn't taken, and nobody answers how it stands.

    AWS Config API Reference, PutEvaluations, PutExternalEvaluation, DescribeComplianceByConfigRule and
    GetComplianceDetailsByConfigRule: a rule is NON_COMPLIANT if any resource is, and has INSUFFICIENT_DATA where there is no
    result. Nobody here invokes a function with a token, so the name of the rule is the token of its results.
    """
    backend, response = models.ConfigBackend, responses.ConfigResponse
    original = backend.put_evaluations

    def put_evaluations(self, evaluations=None, result_token=None, test_mode=False):
        if test_mode or not evaluations or not result_token:
            return original(self, evaluations, result_token, test_mode)
        if result_token not in self.config_rules:
            raise InvalidResultTokenException()
        _keep(self.config_rules[result_token], evaluations)
        return {"FailedEvaluations": []}

    def put_external_evaluation(self) -> str:
        _keep(_rule(self, self._get_param("ConfigRuleName")), [self._get_param("ExternalEvaluation")])
        return "{}"

    def describe_compliance_by_config_rule(self) -> str:
        names, types = self._get_param("ConfigRuleNames"), self._get_param("ComplianceTypes")
        rules = [_rule(self, name) for name in names or sorted(self.config_backend.config_rules)]
        judged = [(rule, _compliance(rule)) for rule in rules]
        found = [(rule, compliance) for rule, compliance in judged if not types or compliance["ComplianceType"] in types]
        page, token = page_of(found, _RULES_IN_A_PAGE, self._get_param("NextToken"), InvalidNextTokenException)
        answers = [{"ConfigRuleName": rule.config_rule_name, "Compliance": compliance} for rule, compliance in page]
        return json.dumps({"ComplianceByConfigRules": answers, "NextToken": token})

    def get_compliance_details_by_config_rule(self) -> str:
        types, limit = self._get_param("ComplianceTypes"), self._get_param("Limit") or _RESULTS_IN_A_PAGE
        if limit > _LARGEST_PAGE:
            raise InvalidLimitException(limit)
        results = _results(_rule(self, self._get_param("ConfigRuleName")))
        found = [one for one in results if not types or one["ComplianceType"] in types]
        page, token = page_of(found, limit, self._get_param("NextToken"), InvalidNextTokenException)
        return json.dumps({"EvaluationResults": page, "NextToken": token})

    backend.put_evaluations = put_evaluations
    response.put_external_evaluation = put_external_evaluation
    response.describe_compliance_by_config_rule = describe_compliance_by_config_rule
    response.get_compliance_details_by_config_rule = get_compliance_details_by_config_rule


def _rule(response, name: str):
    rule = response.config_backend.config_rules.get(name)
    if rule is None:
        raise NoSuchConfigRuleException(name)
    return rule


def _keep(rule, evaluations: Iterable[dict]) -> None:
    """They stand at their rule, and go with it."""
    results = rule.__dict__.setdefault("_results", {})
    for one in evaluations:
        kind, resource = one["ComplianceResourceType"], one["ComplianceResourceId"]
        now = time.time()
        qualifier = {"ConfigRuleName": rule.config_rule_name, "ResourceType": kind, "ResourceId": resource}
        results[kind, resource] = {
            "EvaluationResultIdentifier": {
                "EvaluationResultQualifier": qualifier,
                "OrderingTimestamp": one["OrderingTimestamp"],
            },
            "ComplianceType": one["ComplianceType"],
            "ResultRecordedTime": now,
            "ConfigRuleInvokedTime": now,
            **({"Annotation": one["Annotation"]} if "Annotation" in one else {}),
        }


def _results(rule) -> list[dict]:
    return list(getattr(rule, "_results", {}).values())


def _compliance(rule) -> dict:
    types = [one["ComplianceType"] for one in _results(rule)]
    broken = types.count("NON_COMPLIANT")
    if broken == 0:
        return {"ComplianceType": "COMPLIANT" if "COMPLIANT" in types else "INSUFFICIENT_DATA"}
    count = {"CappedCount": min(broken, _MOST_COUNTED), "CapExceeded": broken > _MOST_COUNTED}
    return {"ComplianceType": "NON_COMPLIANT", "ComplianceContributorCount": count}
