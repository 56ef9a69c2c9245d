"""Access logs of S3 buckets."""
import json

from moto.s3 import models, responses


class _TargetPolicy:
    """A bucket as its check for log delivery sees it, with some statements of its policy."""

    def __init__(self, bucket, document, statements) -> None:
        self.policy = json.dumps({**document, "Statement": statements}).encode()
        self.partition, self.name = bucket.partition, bucket.name


def admit_any_principal_in_log_policies() -> None:
    """aws_s3_bucket_logging: a target policy with a statement for everybody, such as any TLS-only deny, raises.

    IAM User Guide, AWS JSON policy elements: Principal: "You can specify everyone", by `"Principal": "*"`, in the
    policy of a bucket too.
    """
    original = models.FakeBucket._log_permissions_enabled_policy

    def check(target_bucket, target_prefix) -> bool:
        if not target_bucket.policy:
            return False
        document = json.loads(target_bucket.policy.decode())
        named = [one for one in document["Statement"] if isinstance(one.get("Principal"), dict)]
        return original(_TargetPolicy(target_bucket, document, named), target_prefix)

    models.FakeBucket._log_permissions_enabled_policy = staticmethod(check)


def keep_log_key_format() -> None:
    """aws_s3_bucket_logging: target_object_key_format isn't returned, so every plan sets it again.

    Amazon S3 API Reference, LoggingEnabled: "TargetObjectKeyFormat: Amazon S3 key format for log objects.", with a
    PartitionedPrefix or a SimplePrefix.
    """
    original = responses.S3Response.get_bucket_logging

    def get(self):
        key_format = (self.backend.get_bucket_logging(self.bucket_name) or {}).get("TargetObjectKeyFormat")
        serialized = self.serialized

        def with_format(answer):
            answer.result["LoggingEnabled"]["TargetObjectKeyFormat"] = key_format
            return serialized(answer)

        if key_format is not None:
            self.serialized = with_format
        return original(self)

    responses.S3Response.get_bucket_logging = get
