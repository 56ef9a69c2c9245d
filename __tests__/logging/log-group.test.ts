import { LogGroup, type LogGroupProps } from '../../modules/logging';
import { refusalOf } from '../refusal';
import { writtenResources } from '../storage/written-resources';
import { testStack, type Body } from '../test-stack';
import { KEY } from './kinds';

function bodyOf(props: Partial<LogGroupProps> = {}): Body {
  const stack = testStack('logging');
  new LogGroup(stack, 'trail', { name: '/acme/trail', ...props });
  return writtenResources(stack).aws_cloudwatch_log_group?.trail ?? {};
}

const refusal = (props: Partial<LogGroupProps>): string =>
  refusalOf(() => new LogGroup(testStack('logging'), 'trail', { name: '/acme/trail', ...props }));
const SUBJECT = 'LogGroup "shop-eu-west-1-logging/trail"';

describe('a LogGroup', () => {
  it('keeps a year, and itself', () => {
    expect(bodyOf()).toEqual({ name: '/acme/trail', retention_in_days: 365, lifecycle: { prevent_destroy: true } });
  });

  it('has a key, another retention, tags, and an end when it is closing', () => {
    expect(bodyOf({ keyArn: KEY, retentionDays: 0, tags: { data: 'logs' }, closing: true })).toEqual({
      name: '/acme/trail',
      retention_in_days: 0,
      kms_key_id: KEY,
      tags: { data: 'logs' },
    });
  });

  it('exposes its ARN as a literal', () => {
    const { arn } = new LogGroup(testStack('logging'), 'trail', { name: '/acme/trail' });
    expect(arn).toBe('arn:aws:logs:eu-west-1:111111111111:log-group:/acme/trail');
  });

  it.each<readonly [string, Partial<LogGroupProps>, string]>([
    ['a retention of 364 days', { retentionDays: 364 }, 'CloudWatch Logs knows no such retention, got 364; use 365 [LZ-LOG-10]'],
    [
      'a retention of 3654 days',
      { retentionDays: 3654 },
      'CloudWatch Logs knows no such retention, got 3654; use 3653 at most, or 0 to keep for ever [LZ-LOG-10]',
    ],
    [
      'a name with a blank',
      { name: 'acme trail' },
      'CloudWatch Logs takes no such name, got "acme trail"; use letters, digits and . _ / # -, at most 512 of them, and "aws/" not in front [LZ-LOG-9]',
    ],
    [
      'a name of AWS',
      { name: 'aws/acme' },
      'CloudWatch Logs takes no such name, got "aws/acme"; use letters, digits and . _ / # -, at most 512 of them, and "aws/" not in front [LZ-LOG-9]',
    ],
    [
      'a key of another Region',
      { keyArn: KEY.replace('eu-west-1', 'us-east-1') },
      'what stands in eu-west-1 is encrypted by a key of eu-west-1, got "arn:aws:kms:us-east-1:111111111111:key/0a1b"; use a key of eu-west-1, or a replica there of a multi-Region key [LZ-ARN-4]',
    ],
  ])('refuses %s', (_, props, text) => {
    expect(refusal(props)).toBe(`${SUBJECT}: ${text}`);
  });

  it.each([512, 513])('of a name with %i characters answers by the bound of 512', (length) => {
    const name = 'a'.repeat(length);
    const work = (): string => new LogGroup(testStack('logging'), 'trail', { name }).arn;
    const said = length === 512 ? work() : refusalOf(work);
    expect(said).toContain(length === 512 ? `log-group:${name}` : '[LZ-LOG-9]');
  });

  it('reports all mistakes at once', () => {
    expect(refusal({ name: '', retentionDays: 2, keyArn: 'alias/logs' }).match(/\[LZ-[A-Z]+-\d+\]/g)).toEqual([
      '[LZ-LOG-9]',
      '[LZ-LOG-10]',
      '[LZ-ARN-3]',
    ]);
  });
});
