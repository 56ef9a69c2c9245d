"""Security group rules."""
from moto.ec2.models import security_groups


def keep_rule_descriptions() -> None:
    """aws_vpc_security_group_ingress_rule and _egress_rule: the description is lost where the peer is a group or a
    prefix list, so every plan writes it again.

    Amazon EC2 API Reference, SecurityGroupRule: "description: The security group rule description.", whichever of
    cidrIpv4, cidrIpv6, prefixListId and referencedGroupInfo the rule has.
    """
    rule = security_groups.SecurityGroupRule
    original = rule.__init__

    def init(self, *args, **kwargs):
        original(self, *args, **kwargs)
        prefix_list = kwargs.get("prefix_list_id") or (args[7] if len(args) > 7 else None)
        self.prefix_list_description = (prefix_list or {}).get("Description")

    rule.__init__ = init
    rule.description = property(
        lambda self: self.ip_range.get("Description")
        or self.source_group.get("Description")
        or self.prefix_list_description
    )
