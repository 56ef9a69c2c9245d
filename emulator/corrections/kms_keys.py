"""KMS keys."""
import copy
import json

from moto.kms import models, responses


def keep_rotation_periods() -> None:
    """aws_kms_key with rotation_period_in_days: it isn't returned, so every plan sets it again.

    AWS KMS API Reference, GetKeyRotationStatus: "RotationPeriodInDays: The number of days between each automatic
    rotation. The default value is 365 days."
    """
    response = responses.KmsResponse
    enable, status = response.enable_key_rotation, response.get_key_rotation_status

    def key(self):
        return self.kms_backend.keys[self.kms_backend.get_key_id(self._get_param("KeyId"))]

    def enable_key_rotation(self):
        answer = enable(self)
        key(self).rotation_period = self._get_param("RotationPeriodInDays") or 365
        return answer

    def get_key_rotation_status(self):
        answer = json.loads(status(self))
        if answer["KeyRotationEnabled"]:
            answer["RotationPeriodInDays"] = getattr(key(self), "rotation_period", 365)
        return json.dumps(answer)

    response.enable_key_rotation = enable_key_rotation
    response.get_key_rotation_status = get_key_rotation_status


def keep_replica_keys_apart() -> None:
    """aws_kms_replica_key: it takes its primary's description, policy, aliases and grants for its own, has no tags, and
    makes the primary a replica.

    AWS KMS Developer Guide, Multi-Region keys: "Each multi-Region key is a fully functioning KMS key that can be used
    entirely independently"; key policies, grants, aliases, tags and descriptions aren't shared. AWS KMS API Reference,
    ReplicateKey: Description, Policy and Tags are the replica's.
    """
    backend, response = models.KmsBackend, responses.KmsResponse
    replicate = backend.replicate_key

    def replicate_key(self, key_id, replica_region):
        primary = self.keys[key_id]
        replica = replicate(self, key_id, replica_region)
        # The lists of all Regions' keys stay shared; which kind this one is doesn't.
        replica.multi_region_configuration = {**primary.multi_region_configuration, "MultiRegionKeyType": "REPLICA"}
        replica.aliases, replica.grants = {}, {}
        return replica

    def respond(self):
        key_id, region = self.kms_backend.get_key_id(self._get_param("KeyId")), self._get_param("ReplicaRegion")
        self._validate_key_id(key_id)
        replica = self.kms_backend.replicate_key(key_id, region)
        replica.description = self._get_param("Description") or ""
        replica.policy = self._get_param("Policy") or replica.generate_default_policy()
        tags = self._get_param("Tags") or []
        if tags:
            models.kms_backends[self.current_account][region].tag_resource(replica.id, tags)
        metadata = copy.deepcopy(replica.to_dict()["KeyMetadata"])
        return json.dumps({"ReplicaKeyMetadata": metadata, "ReplicaPolicy": replica.policy, "ReplicaTags": tags})

    backend.replicate_key = replicate_key
    response.replicate_key = respond
