import unittest

import boto3
from moto import mock_aws

from accounts import client


@mock_aws
class RotationPeriod(unittest.TestCase):
    correction = "keep_rotation_periods"

    def setUp(self):
        self.kms = client("kms")
        self.key = self.kms.create_key()["KeyMetadata"]["KeyId"]

    def status(self) -> dict:
        answer = self.kms.get_key_rotation_status(KeyId=self.key)
        return {name: answer.get(name) for name in ("KeyRotationEnabled", "RotationPeriodInDays")}

    def test_it_is_the_one_that_was_set(self):
        self.kms.enable_key_rotation(KeyId=self.key, RotationPeriodInDays=180)
        self.assertEqual(self.status(), {"KeyRotationEnabled": True, "RotationPeriodInDays": 180})

    def test_it_is_a_year_where_none_was_set(self):
        self.kms.enable_key_rotation(KeyId=self.key)
        self.assertEqual(self.status(), {"KeyRotationEnabled": True, "RotationPeriodInDays": 365})

    def test_a_key_that_is_not_rotated_has_none(self):
        self.assertEqual(self.status(), {"KeyRotationEnabled": False, "RotationPeriodInDays": None})


@mock_aws
class ReplicaKeys(unittest.TestCase):
    correction = "keep_replica_keys_apart"

    def setUp(self):
        self.home = client("kms")
        self.away = boto3.client("kms", region_name="us-east-1")
        tags = [{"TagKey": "Name", "TagValue": "primary"}]
        self.key = self.home.create_key(MultiRegion=True, Description="Primary", Tags=tags)["KeyMetadata"]["KeyId"]
        self.home.create_alias(AliasName="alias/logs", TargetKeyId=self.key)
        self.home.create_grant(KeyId=self.key, GranteePrincipal="arn:aws:iam::123456789012:role/a", Operations=["Decrypt"])
        self.policy = '{"Version":"2012-10-17","Statement":[]}'
        self.answer = self.home.replicate_key(
            KeyId=self.key,
            ReplicaRegion="us-east-1",
            Description="Replica",
            Policy=self.policy,
            Tags=[{"TagKey": "Name", "TagValue": "replica"}],
        )

    def test_each_is_what_it_is(self):
        kinds = [
            kms.describe_key(KeyId=self.key)["KeyMetadata"]["MultiRegionConfiguration"]["MultiRegionKeyType"]
            for kms in (self.away, self.home)
        ]
        self.assertEqual(kinds, ["REPLICA", "PRIMARY"])

    def test_both_know_of_each_other(self):
        for kms in (self.home, self.away):
            known = kms.describe_key(KeyId=self.key)["KeyMetadata"]["MultiRegionConfiguration"]
            self.assertEqual(known["PrimaryKey"]["Region"], "eu-west-1")
            self.assertEqual([replica["Region"] for replica in known["ReplicaKeys"]], ["us-east-1"])

    def test_the_replica_has_a_description_policy_and_tags_of_its_own(self):
        self.assertEqual(self.away.describe_key(KeyId=self.key)["KeyMetadata"]["Description"], "Replica")
        self.assertEqual(self.home.describe_key(KeyId=self.key)["KeyMetadata"]["Description"], "Primary")
        self.assertEqual(self.away.get_key_policy(KeyId=self.key, PolicyName="default")["Policy"], self.policy)
        self.assertEqual(self.away.list_resource_tags(KeyId=self.key)["Tags"], [{"TagKey": "Name", "TagValue": "replica"}])
        self.assertEqual(self.home.list_resource_tags(KeyId=self.key)["Tags"], [{"TagKey": "Name", "TagValue": "primary"}])

    def test_the_replica_has_neither_aliases_nor_grants_of_its_primary(self):
        self.assertEqual([a for a in self.away.list_aliases(KeyId=self.key)["Aliases"]], [])
        self.assertEqual(self.away.list_grants(KeyId=self.key)["Grants"], [])
        self.assertEqual(len(self.home.list_grants(KeyId=self.key)["Grants"]), 1)

    def test_the_answer_tells_of_the_replica(self):
        self.assertEqual(self.answer["ReplicaKeyMetadata"]["Description"], "Replica")
        self.assertEqual(self.answer["ReplicaKeyMetadata"]["Arn"], f"arn:aws:kms:us-east-1:123456789012:key/{self.key}")
        self.assertEqual(self.answer["ReplicaPolicy"], self.policy)
