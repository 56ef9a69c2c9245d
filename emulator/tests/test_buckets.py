import unittest

from botocore.exceptions import ClientError
from moto import mock_aws
from moto.core.authorization import enable_iam_authentication

from accounts import REGION, SESSION, client

THIRTY_DAYS = {"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 30}}}


@mock_aws
class ListedBuckets(unittest.TestCase):
    correction = "own_listed_buckets"

    def test_the_list_of_buckets_names_the_owner_that_the_acl_names(self):
        s3 = client("s3")
        s3.create_bucket(Bucket="acme-logs", CreateBucketConfiguration={"LocationConstraint": REGION})
        self.assertEqual(s3.list_buckets()["Owner"]["ID"], s3.get_bucket_acl(Bucket="acme-logs")["Owner"]["ID"])

    def test_whoever_may_not_list_buckets_is_refused(self):
        client("iam").create_user(UserName="alice")
        key = client("iam").create_access_key(UserName="alice")["AccessKey"]
        keys = {"aws_access_key_id": key["AccessKeyId"], "aws_secret_access_key": key["SecretAccessKey"]}
        with enable_iam_authentication(), self.assertRaises(ClientError) as refusal:
            SESSION.client("s3", region_name=REGION, **keys).list_buckets()
        self.assertEqual(refusal.exception.response["Error"]["Code"], "AccessDenied")


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
