import base64
import json
import unittest
from contextlib import contextmanager

from botocore.exceptions import ClientError
from moto import mock_aws
from moto.core.authorization import enable_iam_authentication
from moto.iam import access_control

from accounts import HOME, REGION, SESSION, client

ISSUER = "token.example.com"
SUBJECT = "repo:acme/zone:environment:production"

ROTATE = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"},
        {
            "Effect": "Allow",
            "Action": ["iam:*AccessKey*", "iam:GetUser", "iam:AddUserToGroup"],
            "Resource": ["arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::*:user/*/${aws:username}"],
        },
    ],
}


def user(name: str, path: str = "/"):
    """A user in a group that may rotate, and a client with its key."""
    iam = client("iam")
    iam.create_user(UserName=name, Path=path)
    iam.put_user_policy(UserName=name, PolicyName="rotate", PolicyDocument=json.dumps(ROTATE))
    key = iam.create_access_key(UserName=name)["AccessKey"]
    keys = {"aws_access_key_id": key["AccessKeyId"], "aws_secret_access_key": key["SecretAccessKey"]}
    return SESSION.client("iam", region_name=REGION, **keys), key["AccessKeyId"]


@contextmanager
def refused(case: unittest.TestCase, code: str):
    """The call within is answered with this error."""
    with case.assertRaises(ClientError) as refusal:
        yield
    case.assertEqual(refusal.exception.response["Error"]["Code"], code)


@mock_aws
class Resources(unittest.TestCase):
    correction = "evaluate_iam_resources"

    def test_a_user_manages_the_own_keys_and_no_others_whatever_the_paths(self):
        for path in ("/", "/ops/", "/ops/night/"):
            with self.subTest(path):
                own, key = user(f"alice{len(path)}", path)
                other = f"malice{len(path)}"
                user(other, path)
                with enable_iam_authentication():
                    self.assertEqual(len(own.list_access_keys()["AccessKeyMetadata"]), 1)
                    own.list_access_keys(UserName=f"alice{len(path)}")
                    new = own.create_access_key()["AccessKey"]["AccessKeyId"]
                    own.update_access_key(AccessKeyId=new, Status="Inactive")
                    own.delete_access_key(AccessKeyId=new)
                    own.list_users()
                    for call in (own.create_access_key, own.list_access_keys, own.get_user):
                        with refused(self, "AccessDenied"):
                            call(UserName=other)

    def test_whether_a_key_was_used_is_about_its_owner(self):
        own, key = user("alice")
        _, other = user("bob")
        with enable_iam_authentication():
            self.assertEqual(own.get_access_key_last_used(AccessKeyId=key)["UserName"], "alice")
            with refused(self, "AccessDenied"):
                own.get_access_key_last_used(AccessKeyId=other)

    def test_joining_a_group_is_about_the_group(self):
        own, _ = user("alice")
        client("iam").create_group(GroupName="admins")
        with enable_iam_authentication(), refused(self, "AccessDenied"):
            own.add_user_to_group(GroupName="admins", UserName="alice")

    def test_who_is_still_to_be_made_has_the_path_that_the_call_names(self):
        own, _ = user("alice")
        policy = {**ROTATE, "Statement": {"Effect": "Allow", "Action": "iam:CreateUser", "Resource": "arn:aws:iam::*:user/new/*"}}
        client("iam").put_user_policy(UserName="alice", PolicyName="make", PolicyDocument=json.dumps(policy))
        with enable_iam_authentication():
            own.create_user(UserName="bob", Path="/new/")
            with refused(self, "AccessDenied"):
                own.create_user(UserName="eve")


@mock_aws
class InactiveKeys(unittest.TestCase):
    correction = "refuse_inactive_keys"

    def test_a_key_works_until_it_is_inactive_and_again_once_it_is_active(self):
        own, key = user("alice")
        for status in ("Inactive", "Active"):
            client("iam").update_access_key(UserName="alice", AccessKeyId=key, Status=status)
            with enable_iam_authentication():
                if status == "Active":
                    own.list_users()
                    continue
                with refused(self, "InvalidClientTokenId"):
                    own.list_users()


@mock_aws
class JsonRefusals(unittest.TestCase):
    correction = "refuse_in_json"

    def test_a_service_that_speaks_json_refuses_in_json(self):
        client("iam").create_user(UserName="alice")
        key = client("iam").create_access_key(UserName="alice")["AccessKey"]
        keys = {"aws_access_key_id": key["AccessKeyId"], "aws_secret_access_key": key["SecretAccessKey"]}
        with enable_iam_authentication():
            for service, call in (("kms", "list_keys"), ("ssm", "describe_parameters")):
                with refused(self, "AccessDeniedException"):
                    getattr(SESSION.client(service, region_name=REGION, **keys), call)()


class SignedHeaders(unittest.TestCase):
    correction = "read_signed_headers_in_any_case"

    def test_the_date_is_found_however_it_is_written(self):
        for name in ("X-Amz-Date", "x-amz-date"):
            with self.subTest(name):
                sent = {name: "20260101T000000Z", "Accept": "*/*"}
                signed = access_control.IAMRequestBase._create_headers_for_aws_request(["x-amz-date"], sent)
                self.assertEqual(signed["X-Amz-Date"], "20260101T000000Z")
                self.assertEqual(len(signed), 1)


@mock_aws
class Boundaries(unittest.TestCase):
    correction = "keep_user_boundaries"

    def boundary(self) -> str | None:
        return client("iam").get_user(UserName="alice")["User"].get("PermissionsBoundary", {}).get("PermissionsBoundaryArn")

    def test_a_boundary_is_there_from_the_start_changed_and_gone(self):
        iam, arn = client("iam"), "arn:aws:iam::123456789012:policy/limit"
        iam.create_user(UserName="alice", PermissionsBoundary=arn)
        self.assertEqual(self.boundary(), arn)
        iam.put_user_permissions_boundary(UserName="alice", PermissionsBoundary=f"{arn}2")
        self.assertEqual(self.boundary(), f"{arn}2")
        iam.delete_user_permissions_boundary(UserName="alice")
        self.assertIsNone(self.boundary())


@mock_aws
class Credentials(unittest.TestCase):
    correction = "list_user_credentials"

    def test_a_user_has_none_of_what_the_emulator_cannot_make(self):
        iam = client("iam")
        iam.create_user(UserName="alice")
        self.assertEqual(iam.list_service_specific_credentials(UserName="alice")["ServiceSpecificCredentials"], [])
        self.assertEqual(iam.list_mfa_device_tags(SerialNumber="arn:aws:iam::123456789012:mfa/alice")["Tags"], [])


def token(**claims: str) -> str:
    text = json.dumps({"iss": f"https://{ISSUER}", "aud": "sts.amazonaws.com", "sub": SUBJECT, **claims}).encode()
    return ".".join(("e30", base64.urlsafe_b64encode(text).decode().rstrip("="), "signature"))


@mock_aws
class WebIdentities(unittest.TestCase):
    correction = "judge_web_identities"

    def setUp(self) -> None:
        iam = client("iam")
        iam.create_open_id_connect_provider(Url=f"https://{ISSUER}", ClientIDList=["sts.amazonaws.com", "other"])
        trust = {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": {"Federated": f"arn:aws:iam::{HOME}:oidc-provider/{ISSUER}"},
                    "Action": "sts:AssumeRoleWithWebIdentity",
                    "Condition": {"StringEquals": {f"{ISSUER}:aud": "sts.amazonaws.com", f"{ISSUER}:sub": [SUBJECT]}},
                }
            ],
        }
        iam.create_role(RoleName="deploy", AssumeRolePolicyDocument=json.dumps(trust))

    def may(self, **claims: str) -> bool:
        try:
            with enable_iam_authentication():
                client("sts").assume_role_with_web_identity(
                    RoleArn=f"arn:aws:iam::{HOME}:role/deploy", RoleSessionName="test", WebIdentityToken=token(**claims)
                )
            return True
        except ClientError as error:
            self.assertEqual(error.response["Error"]["Code"], "AccessDenied")
            return False

    def test_who_is_trusted_gets_in_without_a_signature(self):
        self.assertTrue(self.may())

    def test_another_subject_or_audience_does_not(self):
        self.assertFalse(self.may(sub="repo:acme/zone:pull_request"))
        self.assertFalse(self.may(aud="other"))

    def test_nobody_else_vouches_for_anybody(self):
        self.assertFalse(self.may(iss="https://token.example.org"))
