import unittest

from botocore.exceptions import ClientError
from moto import mock_aws
from moto.core.authorization import enable_iam_authentication

from accounts import REGION, SESSION, client


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
