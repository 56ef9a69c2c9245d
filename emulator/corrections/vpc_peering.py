"""VPC peering connections."""
import copy

from moto.ec2.models import vpc_peering_connections


def keep_peering_tags_per_account() -> None:
    """aws_vpc_peering_connection_accepter in another account: it reads the requester's tags, so every plan writes its
    own again.

    Amazon VPC Peering Guide, Create a VPC peering connection: "These tags are only visible to you; the owner of the
    accepter VPC can't see them." Each side has tags of its own.
    """
    backend = vpc_peering_connections.VPCPeeringConnectionBackend
    original = backend.create_vpc_peering_connection

    def create(self, vpc, peer_vpc, tags=None):
        peering = original(self, vpc, peer_vpc, tags)
        accepter = peer_vpc.ec2_backend
        if accepter is not self:
            # A shallow copy: status and options stay shared, tags are looked up in the backend.
            accepters_view = copy.copy(peering)
            accepters_view.ec2_backend = accepter
            accepter.vpc_pcxs[peering.id] = accepters_view
        return peering

    backend.create_vpc_peering_connection = create
