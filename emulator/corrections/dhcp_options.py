"""DHCP option sets."""
from moto.ec2.responses import dhcp_options


def keep_dhcp_option_tags() -> None:
    """aws_vpc_dhcp_options: tags given at creation are dropped, so every plan adds them again.

    Amazon EC2 API Reference, CreateDhcpOptions: "TagSpecification.N: The tags to assign to the DHCP option."
    """
    original = dhcp_options.DHCPOptions.create_dhcp_options

    def create(self):
        answer = original(self)
        answer.result["DhcpOptions"].add_tags(self._parse_tag_specification().get("dhcp-options", {}))
        return answer

    dhcp_options.DHCPOptions.create_dhcp_options = create
