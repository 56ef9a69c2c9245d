import { settingRule } from '../setting';

/** Who is attached to a transit gateway can send to whatever its tables lead to. */
export const transitAutoAccept = settingRule({
  id: 'network/transit-auto-accept',
  summary: 'Transit gateways accept attachments of other accounts one by one',
  settings: [
    {
      types: ['aws_ec2_transit_gateway'],
      argument: 'auto_accept_shared_attachments',
      accepts: (text) => text === 'disable',
      otherwise: 'disable',
      fix: 'set auto_accept_shared_attachments = "disable", and accept each with aws_ec2_transit_gateway_vpc_attachment_accepter',
    },
  ],
});
