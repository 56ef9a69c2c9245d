import unittest

from moto import mock_aws

from accounts import client, vpc

NAME = [{"Key": "Name", "Value": "hub"}]


@mock_aws
class Ipv6Subnets(unittest.TestCase):
    correction = "find_ipv6_subnets"

    def setUp(self):
        self.ec2 = client("ec2")
        vpc_id = vpc(self.ec2, AmazonProvidedIpv6CidrBlock=True)
        block = self.ec2.describe_vpcs(VpcIds=[vpc_id])["Vpcs"][0]["Ipv6CidrBlockAssociationSet"][0]["Ipv6CidrBlock"]
        self.block = block.replace("/56", "/64")
        self.subnet = self.ec2.create_subnet(VpcId=vpc_id, CidrBlock="10.0.0.0/24", Ipv6CidrBlock=self.block)["Subnet"]

    def test_an_association_is_found_by_its_id(self):
        association = self.subnet["Ipv6CidrBlockAssociationSet"][0]["AssociationId"]
        self.assertEqual(self.found("ipv6-cidr-block-association.association-id", association), [self.subnet["SubnetId"]])

    def test_an_association_is_found_by_its_block(self):
        self.assertEqual(self.found("ipv6-cidr-block-association.ipv6-cidr-block", self.block), [self.subnet["SubnetId"]])

    def test_the_state_of_an_association_is_a_word(self):
        state = self.subnet["Ipv6CidrBlockAssociationSet"][0]["Ipv6CidrBlockState"]
        self.assertEqual(state, {"State": "associated"})

    def found(self, name: str, value: str) -> list[str]:
        subnets = self.ec2.describe_subnets(Filters=[{"Name": name, "Values": [value]}])["Subnets"]
        return [subnet["SubnetId"] for subnet in subnets]


@mock_aws
class DhcpOptionTags(unittest.TestCase):
    correction = "keep_dhcp_option_tags"

    def test_tags_given_at_creation_are_kept(self):
        ec2 = client("ec2")
        ec2.create_dhcp_options(
            DhcpConfigurations=[{"Key": "domain-name", "Values": ["corp.example"]}],
            TagSpecifications=[{"ResourceType": "dhcp-options", "Tags": NAME}],
        )
        self.assertEqual(ec2.describe_dhcp_options()["DhcpOptions"][0]["Tags"], NAME)


@mock_aws
class FlowLogDestinationOptions(unittest.TestCase):
    correction = "keep_flow_log_destination_options"

    def test_parquet_and_hive_partitions_are_returned(self):
        ec2 = client("ec2")
        location = {"LocationConstraint": "eu-west-1"}
        client("s3").create_bucket(Bucket="flow-logs", CreateBucketConfiguration=location)
        options = {"FileFormat": "parquet", "HiveCompatiblePartitions": True, "PerHourPartition": False}
        ec2.create_flow_logs(
            ResourceType="VPC",
            ResourceIds=[vpc(ec2)],
            TrafficType="ALL",
            LogDestinationType="s3",
            LogDestination="arn:aws:s3:::flow-logs",
            DestinationOptions=options,
        )
        self.assertEqual(ec2.describe_flow_logs()["FlowLogs"][0]["DestinationOptions"], options)


@mock_aws
class ModifiedEndpoints(unittest.TestCase):
    correction = "route_through_modified_endpoints"

    def setUp(self):
        self.ec2 = client("ec2")
        vpc_id = vpc(self.ec2)
        tables = [self.ec2.create_route_table(VpcId=vpc_id)["RouteTable"]["RouteTableId"] for _ in range(2)]
        self.first, self.second = tables
        service = "com.amazonaws.eu-west-1.s3"
        endpoint = self.ec2.create_vpc_endpoint(
            VpcId=vpc_id, ServiceName=service, VpcEndpointType="Gateway", RouteTableIds=[self.first]
        )
        self.endpoint = endpoint["VpcEndpoint"]["VpcEndpointId"]

    def routed(self, table: str) -> bool:
        routes = self.ec2.describe_route_tables(RouteTableIds=[table])["RouteTables"][0]["Routes"]
        return self.endpoint in [route.get("GatewayId") for route in routes]

    def test_an_added_route_table_gets_the_route(self):
        self.ec2.modify_vpc_endpoint(VpcEndpointId=self.endpoint, AddRouteTableIds=[self.second])
        self.assertEqual((self.routed(self.first), self.routed(self.second)), (True, True))

    def test_a_removed_route_table_loses_the_route(self):
        self.ec2.modify_vpc_endpoint(VpcEndpointId=self.endpoint, RemoveRouteTableIds=[self.first])
        self.assertFalse(self.routed(self.first))

    def test_an_endpoint_with_an_added_route_table_can_be_deleted(self):
        self.ec2.modify_vpc_endpoint(VpcEndpointId=self.endpoint, AddRouteTableIds=[self.second])
        answer = self.ec2.delete_vpc_endpoints(VpcEndpointIds=[self.endpoint])
        self.assertEqual(answer["Unsuccessful"], [])
