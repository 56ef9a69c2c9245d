import type { Reading } from '../../../../commands/deliver/gate/reading';
import { documentOf, linesOf } from '../../../../commands/deliver/gate/report';
import { judge } from '../../../../commands/deliver/gate/verdict';

const PLACE = { account: '222222222222', region: 'eu-west-1', role: 'arn:aws:iam::222222222222:role/plinth/plan-hub' };
const [BEFORE, AFTER] = [new Date('2026-11-29T17:00:00Z'), new Date('2026-11-29T18:30:00Z')];
const READING: Reading = {
  ringing: [
    { name: 'errors', reason: 'Threshold Crossed: 1 datapoint [7.0] was greater than 0', since: AFTER },
    { name: 'disk', reason: '', since: BEFORE },
  ],
  alarmsWithoutData: ['silent'],
  violations: [
    { rule: 'bucket-ssl', resourceType: 'AWS::S3::Bucket', resourceId: 'logs', since: AFTER, annotation: 'plain HTTP' },
    { rule: 'mfa', resourceType: 'AWS::IAM::User', resourceId: 'AIDA1', since: BEFORE },
  ],
  rulesWithoutResult: ['new'],
  notRecorded: 'the recorder of AWS Config is stopped',
};
const verdictOf = (reading: Partial<Reading>): ReturnType<typeof judge> =>
  judge(PLACE, { ...READING, ...reading }, { since: new Date('2026-11-29T18:00:00Z'), isKnown: () => false });

describe('the report of a gate', () => {
  it('tells what stops, what was so before, and what is not known', () => {
    expect(linesOf(verdictOf({}))).toEqual([
      '222222222222 eu-west-1: 1 alarm, 1 violation',
      '  alarm errors since 2026-11-29T18:30:00.000Z: Threshold Crossed: 1 datapoint [7.0] was greater than 0',
      '  rule bucket-ssl by AWS::S3::Bucket logs since 2026-11-29T18:30:00.000Z: plain HTTP',
      '  before: alarm disk since 2026-11-29T17:00:00.000Z',
      '  before: rule mfa by AWS::IAM::User AIDA1 since 2026-11-29T17:00:00.000Z',
      '  no data: alarm silent',
      '  no data: rule new',
      '  not recorded: the recorder of AWS Config is stopped',
    ]);
  });

  it.each([
    [20, 0],
    [22, 1],
  ])('of %d alarms says in %d line that there are more', (count, lines) => {
    const ringing = Array.from({ length: count }, (_, n) => ({ name: `alarm-${String(n)}`, reason: '' }));
    const said = linesOf(verdictOf({ ringing }));

    expect(said.filter((line) => line.startsWith('  alarm alarm-'))).toHaveLength(20);
    expect(said.filter((line) => line === '  2 more: --json has them all')).toHaveLength(lines);
  });

  it('steers no terminal by a name', () => {
    expect(linesOf(verdictOf({ ringing: [{ name: 'a\u001b[2J', reason: 'b\nc' }] }))[1]).toBe('  alarm a\uFFFD[2J: b\uFFFDc');
  });

  it('has all of it in the document', () => {
    expect(documentOf(verdictOf({}))).toEqual({
      account: '222222222222',
      region: 'eu-west-1',
      ok: false,
      rings: [READING.ringing[0]],
      violated: [READING.violations[0]],
      before: { rings: [READING.ringing[1]], violated: [READING.violations[1]] },
      noData: { alarms: ['silent'], rules: ['new'] },
      notRecorded: 'the recorder of AWS Config is stopped',
    });
  });
});
