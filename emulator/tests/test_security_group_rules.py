import unittest

from moto import mock_aws

from accounts import client, group, vpc


def authorize(ec2, group_id: str, **permission) -> dict:
    answer = ec2.authorize_security_group_ingress(GroupId=group_id, IpPermissions=[permission])
    return answer["SecurityGroupRules"][0]


def stored(ec2, rule: dict) -> dict:
    rule_id = rule["SecurityGroupRuleId"]
    return ec2.describe_security_group_rules(SecurityGroupRuleIds=[rule_id])["SecurityGroupRules"][0]


@mock_aws
class RuleDescriptions(unittest.TestCase):
    correction = "keep_rule_descriptions"

    def setUp(self):
        self.ec2 = client("ec2")
        self.group = group(self.ec2, vpc(self.ec2))

    def described(self, **peer) -> str:
        rule = authorize(self.ec2, self.group, IpProtocol="tcp", FromPort=443, ToPort=443, **peer)
        return stored(self.ec2, rule).get("Description")

    def test_a_rule_by_group_keeps_its_description(self):
        peer = [{"GroupId": self.group, "Description": "From the ALB"}]
        self.assertEqual(self.described(UserIdGroupPairs=peer), "From the ALB")

    def test_a_rule_by_prefix_list_keeps_its_description(self):
        lists = self.ec2.describe_managed_prefix_lists()["PrefixLists"]
        peer = [{"PrefixListId": lists[0]["PrefixListId"], "Description": "To S3"}]
        self.assertEqual(self.described(PrefixListIds=peer), "To S3")


@mock_aws
class ProtocolsWithoutPorts(unittest.TestCase):
    correction = "admit_protocols_without_ports"

    def setUp(self):
        self.ec2 = client("ec2")
        self.group = group(self.ec2, vpc(self.ec2))

    def test_protocol_50_is_admitted_without_ports(self):
        rule = authorize(self.ec2, self.group, IpProtocol="50", IpRanges=[{"CidrIp": "192.0.2.0/24"}])
        self.assertEqual((rule["IpProtocol"], rule["FromPort"], rule["ToPort"]), ("50", -1, -1))

    def test_all_traffic_can_be_described_anew_without_ports(self):
        rule = authorize(self.ec2, self.group, IpProtocol="-1", IpRanges=[{"CidrIp": "192.0.2.0/24"}])
        change = {"IpProtocol": "-1", "CidrIpv4": "192.0.2.0/24", "Description": "Accepted"}
        update = {"SecurityGroupRuleId": rule["SecurityGroupRuleId"], "SecurityGroupRule": change}
        self.ec2.modify_security_group_rules(GroupId=self.group, SecurityGroupRules=[update])
        self.assertEqual(stored(self.ec2, rule)["Description"], "Accepted")
