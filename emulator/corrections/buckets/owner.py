"""Who owns the buckets of an account."""
from moto.s3 import models, responses


def own_listed_buckets() -> None:
    """aws_s3_bucket_acl with the owner that data aws_canonical_user_id finds: the list of buckets names another one than
    the ACL, so every plan sets the ACL again.

    Amazon S3 API Reference, ListBuckets: "Owner: The owner of the buckets listed.", whom GetBucketAcl names too.
    """
    original = responses.S3Response.all_buckets

    def all_buckets(self):
        serialized = self.serialized

        def with_owner(answer):
            # A refusal is serialized the same way, and names nobody.
            if isinstance(answer.result, dict):
                answer.result["Owner"]["ID"] = models.OWNER
            return serialized(answer)

        self.serialized = with_owner
        return original(self)

    responses.S3Response.all_buckets = all_buckets
