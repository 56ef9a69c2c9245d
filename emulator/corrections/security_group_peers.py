"""Security group rules whose peer is a group of another account."""
from moto.ec2.exceptions import InvalidSecurityGroupNotFoundError
from moto.ec2.models import ec2_backends, security_groups


def find_peer_groups() -> None:
    """aws_vpc_security_group_ingress_rule and _egress_rule with referenced_security_group_id "account/group": moto
    looks for the group in the rule's own account only, and refuses it.

    Amazon VPC Peering Guide, Update your security groups to reference peer security groups: a rule may name a group
    of a VPC in another account of the same Region, once the peering connection is active.
    """
    backend = security_groups.SecurityGroupBackend
    original = backend._add_source_group

    def add_source_group(self, source_groups, vpc_id):
        foreign = [group for group in source_groups or [] if group.get("UserId", self.account_id) != self.account_id]
        own = [group for group in source_groups or [] if group not in foreign]
        for group in foreign:
            group["VpcPeeringConnectionId"] = _peering(self, group).id
            group["PeeringStatus"] = "active"
        return original(self, own, vpc_id) + foreign

    backend._add_source_group = add_source_group


def _peering(backend, group):
    peer = ec2_backends[group["UserId"]][backend.region_name].get_security_group_from_id(group["GroupId"])
    for peering in backend.vpc_pcxs.values():
        ends = {peering.vpc.id, peering.peer_vpc.id}
        if peer and peering._status.code == "active" and peer.vpc_id in ends:
            return peering
    raise InvalidSecurityGroupNotFoundError(group["GroupId"])
