import json
import unittest

from moto import mock_aws

from accounts import REGION, client

OBJECTS = "arn:aws:s3:::acme-logs/*"
WITHOUT_TLS = {"Bool": {"aws:SecureTransport": "false"}}


@mock_aws
class BucketPolicyConditions(unittest.TestCase):
    correction = "judge_bucket_policies_by_conditions"

    def setUp(self):
        self.s3 = client("s3")
        self.s3.create_bucket(Bucket="acme-logs", CreateBucketConfiguration={"LocationConstraint": REGION})

    def refuse(self, **more) -> None:
        statement = {"Sid": "No", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": OBJECTS, **more}
        self.s3.put_bucket_policy(Bucket="acme-logs", Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))

    def put(self) -> int:
        try:
            return self.s3.put_object(Bucket="acme-logs", Key="a", Body=b"")["ResponseMetadata"]["HTTPStatusCode"]
        except self.s3.exceptions.ClientError as error:
            return error.response["ResponseMetadata"]["HTTPStatusCode"]

    def test_a_deny_of_what_comes_without_tls_lets_tls_in(self):
        self.refuse(Condition=WITHOUT_TLS)
        self.assertEqual(self.put(), 200)

    def test_a_deny_of_somebody_lets_others_in(self):
        self.refuse(Principal={"AWS": "arn:aws:iam::222222222222:root"})
        self.assertEqual(self.put(), 200)

    def test_a_deny_of_everybody_lets_nobody_in(self):
        self.refuse()
        self.assertEqual(self.put(), 403)
