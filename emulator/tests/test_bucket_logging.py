import json
import unittest

from moto import mock_aws

from accounts import REGION, client

TLS_ONLY = {"Sid": "Tls", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::target/*"}
DELIVERY = {
    "Sid": "Delivery",
    "Effect": "Allow",
    "Principal": {"Service": "logging.s3.amazonaws.com"},
    "Action": "s3:PutObject",
    "Resource": "arn:aws:s3:::target/source/*",
}
BY_DAY = {"PartitionedPrefix": {"PartitionDateSource": "EventTime"}}


def source_and_target(statements):
    """A client of S3 with two buckets, of which the target has a policy."""
    s3 = client("s3")
    for bucket in ("source", "target"):
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    s3.put_bucket_policy(Bucket="target", Policy=json.dumps({"Version": "2012-10-17", "Statement": statements}))
    return s3


def log(s3, **options) -> None:
    enabled = {"TargetBucket": "target", "TargetPrefix": "source/", **options}
    s3.put_bucket_logging(Bucket="source", BucketLoggingStatus={"LoggingEnabled": enabled})


@mock_aws
class AnyPrincipalInLogPolicies(unittest.TestCase):
    correction = "admit_any_principal_in_log_policies"

    def test_a_target_that_refuses_everybody_without_tls_takes_logs(self):
        s3 = source_and_target([TLS_ONLY, DELIVERY])
        log(s3)
        self.assertEqual(s3.get_bucket_logging(Bucket="source")["LoggingEnabled"]["TargetBucket"], "target")

    def test_a_target_that_only_refuses_takes_none(self):
        s3 = source_and_target([TLS_ONLY])
        with self.assertRaises(s3.exceptions.ClientError) as refused:
            log(s3)
        self.assertEqual(refused.exception.response["Error"]["Code"], "InvalidTargetBucketForLogging")


@mock_aws
class LogKeyFormat(unittest.TestCase):
    correction = "keep_log_key_format"

    def test_folders_by_day_are_returned(self):
        s3 = source_and_target([DELIVERY])
        log(s3, TargetObjectKeyFormat=BY_DAY)
        self.assertEqual(s3.get_bucket_logging(Bucket="source")["LoggingEnabled"]["TargetObjectKeyFormat"], BY_DAY)

    def test_without_a_format_there_is_none(self):
        s3 = source_and_target([DELIVERY])
        log(s3)
        self.assertNotIn("TargetObjectKeyFormat", s3.get_bucket_logging(Bucket="source")["LoggingEnabled"])
