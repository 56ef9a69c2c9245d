import { isFalse } from '../literal';
import { settingRule } from '../setting';

const FIX = 'set map_public_ip_on_launch = false, and give addresses to load balancers and NAT gateways alone';

/** Who gets a public address is a decision, and not what happens to whatever is started in a subnet. */
export const noAutomaticPublicAddress = settingRule({
  id: 'exposure/no-automatic-public-address',
  summary: 'No subnet gives out public addresses by itself',
  settings: [
    { types: ['aws_subnet'], argument: 'map_public_ip_on_launch', accepts: isFalse, otherwise: 'false', fix: FIX },
    // AWS makes default subnets that give them.
    { types: ['aws_default_subnet'], argument: 'map_public_ip_on_launch', accepts: isFalse, otherwise: 'true', fix: FIX },
  ],
});
