import unittest

from moto import mock_aws

from accounts import REGION, client


@mock_aws
class ListedBuckets(unittest.TestCase):
    correction = "own_listed_buckets"

    def test_the_list_of_buckets_names_the_owner_that_the_acl_names(self):
        s3 = client("s3")
        s3.create_bucket(Bucket="acme-logs", CreateBucketConfiguration={"LocationConstraint": REGION})
        self.assertEqual(s3.list_buckets()["Owner"]["ID"], s3.get_bucket_acl(Bucket="acme-logs")["Owner"]["ID"])
