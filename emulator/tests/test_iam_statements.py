import json
import unittest

from botocore.exceptions import ClientError
from moto import mock_aws
from moto.core.authorization import enable_iam_authentication

from accounts import REGION, SESSION, client

BUCKET = "arn:aws:s3:::papers"


@mock_aws
class Actor(unittest.TestCase):
    """A user with one policy, in an account with a bucket of objects."""

    def setUp(self) -> None:
        self.admin, s3 = client("iam"), client("s3")
        s3.create_bucket(Bucket="papers", CreateBucketConfiguration={"LocationConstraint": REGION})
        for key in ("a", "ab", "*", "al.ice", "alxice", "red", "none"):
            s3.put_object(Bucket="papers", Key=key, Body=b"")
        self.admin.create_user(UserName="al.ice")
        key = self.admin.create_access_key(UserName="al.ice")["AccessKey"]
        self.keys = {"aws_access_key_id": key["AccessKeyId"], "aws_secret_access_key": key["SecretAccessKey"]}
        self.s3, self.iam = (SESSION.client(service, region_name=REGION, **self.keys) for service in ("s3", "iam"))

    def given(self, *statements: dict) -> None:
        """These statements, and no others."""
        full = [{"Effect": "Allow", **({} if "NotAction" in one else {"Action": "*"}), **one} for one in statements]
        policy = {"Version": "2012-10-17", "Statement": full}
        self.admin.put_user_policy(UserName="al.ice", PolicyName="only", PolicyDocument=json.dumps(policy))

    def tagged(self, key: str, value: str | None) -> None:
        """With this tag, or surely without it."""
        self.admin.untag_user(UserName="al.ice", TagKeys=[key])
        if value is not None:
            self.admin.tag_user(UserName="al.ice", Tags=[{"Key": key, "Value": value}])

    def may(self, call, **parameters) -> bool:
        """Whether the user may, where policies are enforced."""
        try:
            with enable_iam_authentication():
                call(**parameters)
            return True
        except ClientError as error:
            self.assertEqual(error.response["Error"]["Code"], "AccessDenied")
            return False

    def readable(self, *keys: str) -> list[str]:
        """Those of these objects that the user may read."""
        return [key for key in keys if self.may(self.s3.get_object, Bucket="papers", Key=key)]


@mock_aws
class Variables(Actor):
    correction = "expand_policy_variables"

    def test_a_variable_is_the_value_of_the_request(self):
        self.tagged("team", "red")
        self.given({"Resource": [f"{BUCKET}/${{aws:username}}", f"{BUCKET}/${{aws:PrincipalTag/team}}"]})
        self.assertEqual(self.readable("al.ice", "alxice", "red", "a"), ["al.ice", "red"])

    def test_without_a_value_nothing_is_like_it_but_its_default(self):
        self.given({"Resource": [f"{BUCKET}/a${{aws:PrincipalTag/x}}", f"{BUCKET}/${{aws:PrincipalTag/x, 'none'}}"]})
        self.assertEqual(self.readable("a", "none", "red"), ["none"])

    def test_a_star_by_a_variable_is_no_wildcard(self):
        self.given({"Resource": [f"{BUCKET}/${{*}}"]})
        self.assertEqual(self.readable("*", "a"), ["*"])

    def test_a_question_mark_is_one_character_and_a_dot_a_dot(self):
        self.given({"Resource": [f"{BUCKET}/a?", f"{BUCKET}/al.ice"]})
        self.assertEqual(self.readable("a", "ab", "al.ice", "alxice"), ["ab", "al.ice"])


@mock_aws
class Boundaries(Actor):
    correction = "enforce_boundaries"

    def test_a_boundary_limits_and_gives_nothing(self):
        document = {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": f"{BUCKET}/a"}}
        limit = self.admin.create_policy(PolicyName="limit", PolicyDocument=json.dumps(document))["Policy"]["Arn"]
        self.admin.put_user_permissions_boundary(UserName="al.ice", PermissionsBoundary=limit)
        self.assertEqual(self.readable("a", "ab"), [])
        self.given({"Resource": "*"})
        self.assertEqual(self.readable("a", "ab"), ["a"])
        self.admin.delete_user_permissions_boundary(UserName="al.ice")
        self.assertEqual(self.readable("a", "ab"), ["a", "ab"])


@mock_aws
class SessionPolicies(Actor):
    correction = "enforce_session_policies"

    def test_a_session_policy_limits_and_gives_nothing(self):
        trust = {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}}
        role = self.admin.create_role(RoleName="work", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
        narrow = {"Effect": "Allow", "Action": "s3:*", "Resource": f"{BUCKET}/a"}
        policy = json.dumps({"Version": "2012-10-17", "Statement": narrow})
        keys = client("sts").assume_role(RoleArn=role, RoleSessionName="work", Policy=policy)["Credentials"]
        self.s3 = SESSION.client(
            "s3",
            region_name=REGION,
            aws_access_key_id=keys["AccessKeyId"],
            aws_secret_access_key=keys["SecretAccessKey"],
            aws_session_token=keys["SessionToken"],
        )
        self.assertEqual(self.readable("a", "ab"), [])
        all_of_s3 = {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}
        self.admin.put_role_policy(RoleName="work", PolicyName="all", PolicyDocument=json.dumps(all_of_s3))
        self.assertEqual(self.readable("a", "ab"), ["a"])


@mock_aws
class ActionCase(Actor):
    correction = "ignore_case_of_actions"

    def test_an_action_has_no_case(self):
        self.given({"Action": "S3:getOBJECT", "Resource": "*"})
        self.assertEqual(self.readable("a"), ["a"])

    def test_neither_has_one_of_a_list_that_is_spared(self):
        self.given({"NotAction": ["iam:*", "S3:getOBJECT"], "Resource": "*"})
        self.assertEqual(self.readable("a"), [])


@mock_aws
class ServiceNames(Actor):
    correction = "name_actions_as_policies_do"

    def test_alarms_are_read_by_whom_a_policy_lets(self):
        cloudwatch = SESSION.client("cloudwatch", region_name=REGION, **self.keys)
        self.given({"Action": "cloudwatch:DescribeAlarms", "Resource": "*"})
        with enable_iam_authentication():
            self.assertEqual(cloudwatch.describe_alarms()["MetricAlarms"], [])
            with self.assertRaises(ClientError) as refused:
                cloudwatch.list_dashboards()
        self.assertIn("cloudwatch:ListDashboards", str(refused.exception))


@mock_aws
class NotResources(Actor):
    correction = "judge_not_resources"

    def test_an_allow_is_about_all_others(self):
        self.given({"NotResource": [f"{BUCKET}/a", "arn:aws:s3:::x"]})
        self.assertEqual(self.readable("a", "ab"), ["ab"])

    def test_so_is_a_deny(self):
        self.given({"Resource": "*"}, {"Effect": "Deny", "NotResource": f"{BUCKET}/a"})
        self.assertEqual(self.readable("a", "ab"), ["a"])

    def test_a_deny_alone_allows_nothing(self):
        self.given({"Effect": "Deny", "NotResource": f"{BUCKET}/b"})
        self.assertEqual(self.readable("a"), [])


@mock_aws
class Conditions(Actor):
    correction = "judge_conditions"

    def met(self, operator: str, expected: str | list[str], tag: str | None) -> bool:
        """Whether a condition on the caller's tag holds."""
        self.tagged("T", tag)
        self.given({"Resource": "*", "Condition": {operator: {"aws:PrincipalTag/T": expected}}})
        return self.readable("a") == ["a"]

    def test_each_operator_compares_in_its_own_way(self):
        for operator, expected, holds, fails in (
            ("StringEquals", "b*", "b*", "blue"),
            ("StringNotEquals", ["red", "blue"], "green", "blue"),
            ("StringEqualsIgnoreCase", "BLUE", "blue", "blues"),
            ("StringLike", "b?u*", "blue", "Blue"),
            ("NumericLessThan", "10", "9.9", "10"),
            ("NumericEquals", "10", "10.0", "9"),
            ("DateGreaterThan", "2020-01-01T00:00:01Z", "1577836802", "2020-01-01T01:00:01+01:00"),
            ("DateEquals", "2020-01-01", "2020-01-01T00:00:00Z", "2020-01-02"),
            ("Bool", "true", "True", "false"),
            ("BinaryEquals", "QmluYXJ5", "QmluYXJ5", "QmluYXJ6"),
            ("IpAddress", "203.0.113.0/24", "203.0.113.9", "203.0.114.0"),
            ("NotIpAddress", "2001:db8::/32", "2001:db9::1", "2001:db8::1"),
            ("ArnLike", "arn:aws:sns:*:1:finance/*", "arn:aws:sns:x:1:finance/a:b", "arn:aws:sns:x:2:y:1:finance/a"),
        ):
            with self.subTest(operator):
                self.assertEqual([self.met(operator, expected, tag) for tag in (holds, fails)], [True, False])

    def test_the_boundary_of_a_role_is_that_of_who_is_made_or_is_there(self):
        trust = json.dumps({"Version": "2012-10-17", "Statement": []})
        policy = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]})
        limit = self.admin.create_policy(PolicyName="limit", PolicyDocument=policy)["Policy"]["Arn"]
        self.given({"Resource": "*", "Condition": {"StringEquals": {"iam:PermissionsBoundary": limit}}})
        bounded = {"RoleName": "bounded", "AssumeRolePolicyDocument": trust, "PermissionsBoundary": limit}
        self.assertTrue(self.may(self.iam.create_role, **bounded))
        self.assertFalse(self.may(self.iam.create_role, RoleName="free", AssumeRolePolicyDocument=trust))
        self.admin.create_role(RoleName="free", AssumeRolePolicyDocument=trust)
        for role, may in (("bounded", True), ("free", False)):
            put = {"RoleName": role, "PolicyName": "own", "PolicyDocument": policy}
            self.assertEqual(self.may(self.iam.put_role_policy, **put), may)

    def test_a_key_that_is_absent_meets_what_is_negated_optional_or_null(self):
        for operator, met in (
            ("StringEquals", False),
            ("StringNotEquals", True),
            ("StringEqualsIfExists", True),
            ("ForAllValues:StringEquals", True),
            ("ForAnyValue:StringEquals", False),
            ("ForAnyValue:StringNotEquals", False),
        ):
            with self.subTest(operator):
                self.assertEqual(self.met(operator, "x", None), met)
        self.assertEqual([self.met("Null", "true", tag) for tag in (None, "x")], [True, False])

    def test_a_deny_whose_condition_does_not_hold_denies_nothing(self):
        deny = {"Effect": "Deny", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
        self.given({"Resource": "*"}, deny)
        self.assertEqual(self.readable("a"), ["a"])

    def test_of_several_values_all_or_any_have_to_be_met(self):
        tags = [{"Key": "ID", "Value": "1"}, {"Key": "Name", "Value": "2"}]
        for quantifier, met in (("ForAllValues", False), ("ForAnyValue", True)):
            self.given({"Resource": "*", "Condition": {f"{quantifier}:StringEquals": {"aws:TagKeys": ["ID", "X"]}}})
            self.assertEqual(self.may(self.iam.tag_user, UserName="al.ice", Tags=tags), met, quantifier)
