/** What a reader says of the summary of each edit's plans, by its title: whether it is true and complete, what comes first. */
export const JUDGEMENTS: Readonly<Record<string, string>> = {
  'drop the middle zone':
    'True and complete. The address and NAT gateway that go come first, as they should: their public IP is lost for good.',
  'drop the first zone': 'True and complete, and the same as for the middle zone: which zone it is makes no difference.',
  'reorder the zones': 'True: no stack differs, so there is no plan to show.',
  'add a fourth zone, first in the list':
    'True and complete: nothing is lost. A reviewer wants the two ways to the internet, which stand among the first.',
  'add a fourth and a fifth zone':
    'True and complete: 66 additions, and each entry that a second block of a tier costs is named with its block and port.',
  'insert a tier first': 'True and complete: the new tier opens nothing but ICMP 3/4, which its two entries say.',
  'reorder the tiers': 'True: no stack differs, so there is no plan to show.',
  'remove a tier with its flow':
    'True and complete. The subnets come first; that the flow to the tier goes with it stands three lines below.',
  'remove a tier and write it back': 'True: no stack differs, so there is no plan to show.',
  'add a secondary range with a tier in it':
    'True and complete. The association of the range stands with everything else, below what guards; it could stand higher.',
  'switch IPv6 on':
    'True and complete. What a reviewer has to see, ::/0 from the internet to the load balancer, is there, though long after ACL entries.',
  'insert a network ACL rule first': 'True and complete: the two ends of the flow and its two entries, with port and block.',
  'insert a group rule first': 'True and complete: one rule at each end, named by groups and port.',
  'reorder flows: network ACL and group rules': 'True: no stack differs, so there is no plan to show.',
  'reword why a flow is there': 'True and complete: only descriptions differ, in place.',
  'reword why a flow across the peering is there': 'True and complete: only descriptions differ, at both ends.',
  'remove a flow': 'True and complete: both ends and all four entries of the flow, and nothing else.',
  'NAT: one per zone to single':
    'True and complete. Two addresses are lost, which come first; the routes that change their gateway come with what guards.',
  'NAT: single to one per zone': 'True and complete: the route of the second zone goes to its own gateway, which is told first.',
  'NAT: single to none, with the flow that needed it':
    'True and complete: the address, the internet gateway and the flow are among the first.',
  'add a zone before that of the single NAT': 'True and complete: the new zone is routed to the gateway that is there.',
  'add an endpoint first': 'True and complete: the endpoint, its group, and one rule at each end.',
  'remove an endpoint':
    'True and complete. The endpoint itself stands last, since nothing is lost with it that its group and rules do not tell.',
  'add an account first': 'True and complete: the key and who may use it come first, then what is locked, then the rest.',
  'add a Region first': 'True and complete: the same as a new account, in a second Region.',
  'reorder accounts and networks': 'True: no stack differs, so there is no plan to show.',
  'change a default tag':
    'True and complete: one tag on 120 resources, a line for each type. The provider plans it under tags as well, which is told once.',
  'remove the peering with its flow': 'True and complete: the peering first, then entries, routes and rules on both sides.',
  'close the account that others are peered with':
    'True and complete. Log group and key come first: with them old flow logs become unreadable.',
  'close the account that holds the peering':
    'True and complete: 153 removals in a page, those that hold data or addresses first.',
  'rename a tier by formerly':
    'True and complete: seven name tags, everything else only moved. Nothing is lost, which the first line says.',
  'rename a group by formerly':
    'True and complete: moves only. That the name in AWS stays is not told, since nothing changes it.',
  'rename the network that others are peered with by formerly':
    'True and complete: two name tags on the peering, everything else moved.',
  'rename the network that holds the peering by formerly': 'True and complete: 149 moves and nothing else.',
  'the CIDR of a VPC that is closing':
    'True and complete. The forcing argument stands with each; the VPC, from which all of it follows, stands sixth, after what is in it.',
  "the size of a tier's subnets":
    'True and complete: three subnets by their range, the rest because the subnets become others, which each line says.',
  'zones by id instead of their letters':
    'True and complete. It reads as a loss of three subnets, which it is: AWS may place the new ones in another zone.',
  'the zone of a single NAT': 'True and complete: the address that is lost comes first, and the routes that follow it next.',
};
