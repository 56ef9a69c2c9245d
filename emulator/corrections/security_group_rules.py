"""Security group rules."""
from moto.ec2.models import security_groups

PROTOCOLS_WITH_PORTS = ("tcp", "udp", "icmp", "icmpv6", "6", "17", "1", "58")


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


def admit_protocols_without_ports() -> None:
    """aws_vpc_security_group_ingress_rule and _egress_rule with ip_protocol "50" (ESP) or another without ports: moto
    asks for ports and raises; so it does for "-1" when the description changes.

    Amazon EC2 API Reference, IpPermission: ports belong to TCP, UDP, ICMP and ICMPv6; for any other protocol number
    "traffic on all ports is allowed, regardless of any ports you specify". SecurityGroupRuleRequest: FromPort and
    ToPort aren't required.
    """
    _admit_creation()
    _admit_modification()


def _admit_creation() -> None:
    rule = security_groups.SecurityGroupRule
    original = rule.__init__

    def init(self, ec2_backend, ip_protocol, group_id, from_port, to_port, *args, **kwargs):
        ports = (from_port, to_port) if _has_ports(ip_protocol) else (-1, -1)
        original(self, ec2_backend, ip_protocol, group_id, *ports, *args, **kwargs)

    rule.__init__ = init


def _admit_modification() -> None:
    backend = security_groups.SecurityGroupBackend
    original = backend.modify_security_group_rules

    def modify(self, group_id, rules):
        for change in rules.values():
            if not _has_ports(change.get("IpProtocol")):
                change.update(FromPort=-1, ToPort=-1)
        original(self, group_id, rules)

    backend.modify_security_group_rules = modify


def _has_ports(protocol) -> bool:
    return str(protocol).lower() in PROTOCOLS_WITH_PORTS
