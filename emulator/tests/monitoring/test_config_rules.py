import unittest
from datetime import datetime, timezone

from botocore.exceptions import ClientError
from moto import mock_aws

from accounts import client

CHANGED = datetime(2026, 11, 1, tzinfo=timezone.utc)


@mock_aws
class Evaluations(unittest.TestCase):
    correction = "judge_by_evaluations"

    def setUp(self) -> None:
        self.config = client("config")

    def given(self, *rules: str) -> None:
        for rule in rules:
            source = {"Owner": "AWS", "SourceIdentifier": "S3_BUCKET_SSL_REQUESTS_ONLY"}
            self.config.put_config_rule(ConfigRule={"ConfigRuleName": rule, "Source": source})

    def find(self, rule: str, **found: str) -> None:
        """What the rule finds of buckets."""
        evaluations = [
            {
                "ComplianceResourceType": "AWS::S3::Bucket",
                "ComplianceResourceId": bucket,
                "ComplianceType": compliance,
                "OrderingTimestamp": CHANGED,
            }
            for bucket, compliance in found.items()
        ]
        for start in range(0, len(evaluations), 100):
            self.config.put_evaluations(ResultToken=rule, Evaluations=evaluations[start : start + 100])

    def standing(self, **filters) -> dict[str, str]:
        pages = self.config.get_paginator("describe_compliance_by_config_rule").paginate(**filters)
        return {
            one["ConfigRuleName"]: one["Compliance"]["ComplianceType"] for page in pages for one in page["ComplianceByConfigRules"]
        }

    def test_a_rule_is_as_the_worst_of_its_resources(self):
        self.given("broken", "kept", "new")
        self.find("broken", a="COMPLIANT", b="NON_COMPLIANT")
        self.find("kept", a="COMPLIANT", b="NOT_APPLICABLE")
        self.assertEqual(self.standing(), {"broken": "NON_COMPLIANT", "kept": "COMPLIANT", "new": "INSUFFICIENT_DATA"})
        self.assertEqual(self.standing(ComplianceTypes=["NON_COMPLIANT"]), {"broken": "NON_COMPLIANT"})

    def test_a_later_result_takes_the_place_of_a_former_one(self):
        self.given("rule")
        self.find("rule", a="NON_COMPLIANT")
        self.find("rule", a="COMPLIANT")
        self.assertEqual(self.standing(), {"rule": "COMPLIANT"})

    def test_it_tells_which_resource_and_when(self):
        self.given("rule")
        self.find("rule", a="COMPLIANT", b="NON_COMPLIANT")
        before = datetime.now(timezone.utc)
        asked = {"ConfigRuleName": "rule", "ComplianceTypes": ["NON_COMPLIANT"]}
        [result] = self.config.get_compliance_details_by_config_rule(**asked)["EvaluationResults"]
        identifier = result["EvaluationResultIdentifier"]
        qualifier = {"ConfigRuleName": "rule", "ResourceType": "AWS::S3::Bucket", "ResourceId": "b"}
        self.assertEqual(identifier["EvaluationResultQualifier"], qualifier)
        self.assertEqual(identifier["OrderingTimestamp"], CHANGED)
        self.assertLess(abs((result["ResultRecordedTime"] - before).total_seconds()), 5)

    def test_both_come_in_pages_and_many_are_not_counted(self):
        self.given(*(f"rule-{number:02}" for number in range(26)))
        self.find("rule-00", **{f"bucket-{number:03}": "NON_COMPLIANT" for number in range(101)})
        first = self.config.describe_compliance_by_config_rule()
        self.assertEqual(len(first["ComplianceByConfigRules"]), 25)
        self.assertEqual(
            first["ComplianceByConfigRules"][0]["Compliance"]["ComplianceContributorCount"],
            {"CappedCount": 25, "CapExceeded": True},
        )
        self.assertEqual(len(self.standing()), 26)
        details = self.config.get_paginator("get_compliance_details_by_config_rule")
        pages = list(details.paginate(ConfigRuleName="rule-00", PaginationConfig={"PageSize": 100}))
        self.assertEqual([len(page["EvaluationResults"]) for page in pages], [100, 1])
        unasked = self.config.get_compliance_details_by_config_rule(ConfigRuleName="rule-00")
        self.assertEqual(len(unasked["EvaluationResults"]), 10)

    def test_a_rule_of_process_checks_takes_what_somebody_found_elsewhere(self):
        self.given("training")
        found = {
            "ComplianceResourceType": "AWS::::Account",
            "ComplianceResourceId": "123456789012",
            "ComplianceType": "NON_COMPLIANT",
            "Annotation": "nobody was trained",
            "OrderingTimestamp": CHANGED,
        }
        self.config.put_external_evaluation(ConfigRuleName="training", ExternalEvaluation=found)
        [result] = self.config.get_compliance_details_by_config_rule(ConfigRuleName="training")["EvaluationResults"]
        self.assertEqual(result["Annotation"], "nobody was trained")

    def test_results_go_with_their_rule(self):
        self.given("rule")
        self.find("rule", a="NON_COMPLIANT")
        self.config.delete_config_rule(ConfigRuleName="rule")
        self.given("rule")
        self.assertEqual(self.standing(), {"rule": "INSUFFICIENT_DATA"})

    def test_an_unknown_rule_or_token_is_refused(self):
        for code, call in (
            ("NoSuchConfigRuleException", lambda: self.config.get_compliance_details_by_config_rule(ConfigRuleName="none")),
            ("NoSuchConfigRuleException", lambda: self.config.describe_compliance_by_config_rule(ConfigRuleNames=["none"])),
            ("InvalidResultTokenException", lambda: self.find("none", a="COMPLIANT")),
        ):
            with self.assertRaises(ClientError) as refused:
                call()
            self.assertEqual(refused.exception.response["Error"]["Code"], code)
