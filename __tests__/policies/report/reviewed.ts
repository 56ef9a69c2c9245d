import type { Suppression } from '../../../policies';
import { review, type Review, type ReviewOptions } from '../../../policies/report/review';
import { structure } from '../../../policies';
import { universeOf } from '../universe';

/** The day on which these tests are. */
export const TODAY = '2026-11-29';

/** Two rules without a description, in a stack called dev: two errors. */
export const UNIVERSE = universeOf({
  'aws_security_group.app': {},
  'aws_vpc_security_group_ingress_rule.a': {
    security_group_id: '${aws_security_group.app.id}',
    cidr_ipv4: '10.0.0.0/8',
    '//': { metadata: { path: 'dev/shop/a' } },
  },
  'aws_vpc_security_group_ingress_rule.b': { security_group_id: '${aws_security_group.app.id}', cidr_ipv4: '10.0.0.0/8' },
});

/** Accepts the second of them. */
export const SUPPRESSION: Suppression = {
  rule: 'network/described-rules',
  scope: 'dev:*.b',
  reason: 'Made by <others> & "theirs"',
  until: '2026-12-31',
  position: { file: 'accepted.yaml', line: 3, column: 5 },
};

/** What the rules of structure say of them. */
export function reviewed(options: Partial<ReviewOptions> = {}): Review {
  return review(UNIVERSE, structure, { today: TODAY, ...options });
}
