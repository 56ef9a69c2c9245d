"""VPC endpoints."""
from moto.ec2.models import vpcs


def route_through_modified_endpoints() -> None:
    """aws_vpc_endpoint of type Gateway whose route_table_ids grow or shrink: no route is added or removed, and the
    deletion of the endpoint then fails for the route that isn't there.

    AWS PrivateLink Guide, Gateway endpoints, Routing: "When you create a gateway endpoint, you select the VPC route
    tables for the subnets that you enable"; a route to the service's prefix list is added to each that you choose, and
    removed from each that you disassociate.
    """
    backend = vpcs.VPCBackend
    original = backend.modify_vpc_endpoint

    def modify(self, vpc_id, *args, **kwargs):
        endpoint = self.vpc_end_points.get(vpc_id)
        before = set(endpoint.route_table_ids or []) if endpoint else set()
        original(self, vpc_id, *args, **kwargs)
        prefix_list = endpoint.destination_prefix_list_id
        if not prefix_list:
            return
        for table in set(endpoint.route_table_ids) - before:
            self.create_route(table, None, gateway_id=endpoint.id, destination_prefix_list_id=prefix_list)
        for table in before - set(endpoint.route_table_ids):
            self.delete_route(table, None, destination_prefix_list_id=prefix_list)

    backend.modify_vpc_endpoint = modify
