import { transitAutoAccept } from '../../../../policies/rules/network/transit-auto-accept';
import { found } from './network-rules';

const gateway = (auto_accept_shared_attachments?: string): Record<string, object> => ({
  'aws_ec2_transit_gateway.main': auto_accept_shared_attachments === undefined ? {} : { auto_accept_shared_attachments },
});

describe('network/transit-auto-accept', () => {
  it.each([undefined, 'disable'])('takes %s', (setting) => {
    expect(found(transitAutoAccept, gateway(setting))).toEqual([]);
  });

  it('finds "enable"', () => {
    expect(found(transitAutoAccept, gateway('enable'))).toEqual([
      'violated aws_ec2_transit_gateway.main: auto_accept_shared_attachments is "enable"',
    ]);
  });

  it('can not tell what a variable says', () => {
    expect(found(transitAutoAccept, gateway('${var.accept}'))).toEqual([
      "unknown aws_ec2_transit_gateway.main: auto_accept_shared_attachments isn't known: it is set from outside: ${var.accept}",
    ]);
  });
});
