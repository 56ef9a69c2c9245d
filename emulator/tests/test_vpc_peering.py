import unittest

from botocore.exceptions import ClientError
from moto import mock_aws

from accounts import HOME, OTHER, client, group, vpc


def request(requester, accepter, **options) -> str:
    peering = requester.create_vpc_peering_connection(
        VpcId=vpc(requester), PeerVpcId=vpc(accepter, "10.1.0.0/16"), PeerOwnerId=OTHER, **options
    )
    return peering["VpcPeeringConnection"]["VpcPeeringConnectionId"]


@mock_aws
class PeeringTags(unittest.TestCase):
    correction = "keep_peering_tags_per_account"

    def test_each_side_sees_its_own_tags(self):
        requester, accepter = client("ec2"), client("ec2", OTHER)
        tags = [{"ResourceType": "vpc-peering-connection", "Tags": [{"Key": "Name", "Value": "hub"}]}]
        peering = request(requester, accepter, TagSpecifications=tags)
        accepter.accept_vpc_peering_connection(VpcPeeringConnectionId=peering)
        accepter.create_tags(Resources=[peering], Tags=[{"Key": "Name", "Value": "spoke"}])
        self.assertEqual(self.seen_by(requester), ("active", "hub"))
        self.assertEqual(self.seen_by(accepter), ("active", "spoke"))

    def seen_by(self, ec2) -> tuple[str, str]:
        peering = ec2.describe_vpc_peering_connections()["VpcPeeringConnections"][0]
        return peering["Status"]["Code"], peering["Tags"][0]["Value"]


@mock_aws
class PeerGroups(unittest.TestCase):
    correction = "find_peer_groups"

    def setUp(self):
        self.home, self.other = client("ec2"), client("ec2", OTHER)
        self.peering = request(self.home, self.other)
        self.own_group = self.new_group(self.home, "10.0.0.0/16")
        self.peer_group = self.new_group(self.other, "10.1.0.0/16")

    def new_group(self, ec2, cidr: str) -> str:
        found = ec2.describe_vpcs(Filters=[{"Name": "cidr", "Values": [cidr]}])["Vpcs"]
        return group(ec2, found[0]["VpcId"])

    def authorize(self, account: str, peer_group: str) -> dict:
        peer = {"UserId": account, "GroupId": peer_group, "Description": "From the hub"}
        permission = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "UserIdGroupPairs": [peer]}
        answer = self.home.authorize_security_group_ingress(GroupId=self.own_group, IpPermissions=[permission])
        return answer["SecurityGroupRules"][0]["ReferencedGroupInfo"]

    def test_a_group_of_a_peered_vpc_in_another_account_is_found(self):
        self.other.accept_vpc_peering_connection(VpcPeeringConnectionId=self.peering)
        named = self.authorize(OTHER, self.peer_group)
        self.assertEqual((named["UserId"], named["GroupId"]), (OTHER, self.peer_group))
        self.assertEqual(named["VpcPeeringConnectionId"], self.peering)

    def test_a_group_is_refused_while_the_peering_awaits_acceptance(self):
        with self.assertRaises(ClientError) as refusal:
            self.authorize(OTHER, self.peer_group)
        self.assertEqual(refusal.exception.response["Error"]["Code"], "InvalidGroup.NotFound")

    def test_a_group_of_the_own_account_is_found_as_ever(self):
        self.assertEqual(self.authorize(HOME, self.own_group)["GroupId"], self.own_group)
