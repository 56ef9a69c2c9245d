"""S3 buckets."""
from .access_logs import admit_any_principal_in_log_policies, keep_log_key_format
from .object_lock import lock_buckets_with_objects
from .owner import own_listed_buckets
from .policies import judge_bucket_policies_by_conditions

__all__ = [
    "admit_any_principal_in_log_policies",
    "judge_bucket_policies_by_conditions",
    "keep_log_key_format",
    "lock_buckets_with_objects",
    "own_listed_buckets",
]
