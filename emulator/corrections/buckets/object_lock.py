"""Object Lock of S3 buckets."""
from moto.s3 import models


def lock_buckets_with_objects() -> None:
    """aws_s3_bucket_object_lock_configuration of a bucket that holds objects can't be set, changed or destroyed.

    Amazon S3 User Guide, Configuring S3 Object Lock: "You can enable Object Lock for new or existing Amazon S3 buckets",
    as soon as versioning is on.
    """
    original = models.S3Backend.put_object_lock_configuration

    def put(self, bucket_name, lock_enabled, mode=None, days=None, years=None) -> None:
        bucket = self.get_bucket(bucket_name)
        if not bucket.is_versioned:
            original(self, bucket_name, lock_enabled, mode, days, years)
        bucket.object_lock_enabled = lock_enabled or bucket.object_lock_enabled
        bucket.default_lock_mode, bucket.default_lock_days, bucket.default_lock_years = mode, days, years

    models.S3Backend.put_object_lock_configuration = put
