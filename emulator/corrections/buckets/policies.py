"""Who gets at the objects of S3 buckets."""
import json
from types import SimpleNamespace

from moto.s3 import models


def judge_bucket_policies_by_conditions() -> None:
    """aws_s3_bucket_policy with a condition, such as any TLS-only deny: nobody can put or get an object any more.

    IAM User Guide, IAM JSON policy elements: Condition: "The Condition element (or Condition block) lets you specify
    conditions for when a policy is in effect." and Principal: a statement applies to those whom it names. Every request
    comes by TLS here; statements for others than everybody, or with conditions besides, have no say.
    """
    original = models.FakeBucket.get_permission

    def get_permission(self, action: str, resource: str):
        if self.policy is None:
            return original(self, action, resource)
        document = json.loads(self.policy.decode())
        statements = [{**one, "Condition": {}} for one in document["Statement"] if _applies(one)]
        view = SimpleNamespace(policy=json.dumps({**document, "Statement": statements}).encode())
        return original(view, action, resource)

    models.FakeBucket.get_permission = get_permission


def _applies(statement) -> bool:
    """Whether a statement is in effect for anybody who comes by TLS."""
    conditions = [item for keys in statement.get("Condition", {}).values() for item in keys.items()]
    everybody = statement.get("Principal") in ("*", {"AWS": "*"})
    return everybody and all(key == "aws:SecureTransport" and value in ("true", True) for key, value in conditions)
