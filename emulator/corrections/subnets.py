"""Subnets."""
from moto.ec2.models import subnets

FILTERS = {
    "ipv6-cidr-block-association.association-id": "associationId",
    "ipv6-cidr-block-association.ipv6-cidr-block": "ipv6CidrBlock",
}


def find_ipv6_subnets() -> None:
    """aws_subnet with IPv6: apply waits for an association that it can't find, and whose state is nested wrongly.

    Amazon EC2 API Reference, DescribeSubnets: the filter "ipv6-cidr-block-association.association-id"; and
    SubnetCidrBlockState: "state: The state of a CIDR block.", here "associated".
    """
    original = subnets.Subnet.get_filter_value

    def get_filter_value(self, name, method_name=None):
        if name in FILTERS:
            return [a.get(FILTERS[name]) for a in self.ipv6_cidr_block_associations.values()]
        return original(self, name, method_name)

    def associations(self):
        return [
            {
                "ipv6CidrBlock": a["ipv6CidrBlock"],
                "associationId": a["associationId"],
                "ipv6CidrBlockState": {"state": a["ipv6CidrBlockState"]["State"]},
            }
            for a in self.ipv6_cidr_block_associations.values()
            if a["ipv6CidrBlockState"]["State"] == "associated"
        ]

    subnets.Subnet.get_filter_value = get_filter_value
    subnets.Subnet.ipv6_cidr_block_association_set = property(associations)
