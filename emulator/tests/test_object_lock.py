import unittest

from moto import mock_aws

from accounts import REGION, client

THIRTY_DAYS = {"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 30}}}


@mock_aws
class LockOfBucketsWithObjects(unittest.TestCase):
    correction = "lock_buckets_with_objects"

    def setUp(self):
        self.s3 = client("s3")
        self.s3.create_bucket(Bucket="acme-logs", CreateBucketConfiguration={"LocationConstraint": REGION})
        self.s3.put_object(Bucket="acme-logs", Key="a", Body=b"")

    def lock(self, configuration):
        self.s3.put_object_lock_configuration(Bucket="acme-logs", ObjectLockConfiguration=configuration)
        return self.s3.get_object_lock_configuration(Bucket="acme-logs")["ObjectLockConfiguration"]

    def keep_versions(self):
        self.s3.put_bucket_versioning(Bucket="acme-logs", VersioningConfiguration={"Status": "Enabled"})

    def test_a_bucket_that_keeps_versions_and_holds_an_object_gets_a_default_retention(self):
        self.keep_versions()
        self.assertEqual(self.lock(THIRTY_DAYS)["Rule"]["DefaultRetention"]["Days"], 30)

    def test_and_loses_it_again_while_the_lock_stays(self):
        self.keep_versions()
        self.lock(THIRTY_DAYS)
        self.assertEqual(self.lock({"ObjectLockEnabled": "Enabled"})["ObjectLockEnabled"], "Enabled")

    def test_a_bucket_without_versions_gets_none(self):
        with self.assertRaises(self.s3.exceptions.ClientError) as refused:
            self.lock(THIRTY_DAYS)
        self.assertEqual(refused.exception.response["Error"]["Code"], "InvalidBucketState")
