import type { Universe } from '../../../policies/model/universe';
import { landingZone } from '../../../policies/packs/landing-zone';
import type { Pack } from '../../../policies/packs/pack';
import { packs } from '../../../policies/packs/packs';
import { controlsDocument } from '../../../policies/report/controls-document';
import { review, type ReviewOptions } from '../../../policies/report/review';
import { universeOf } from '../universe';

/** How one control stands in a universe. */
function status(id: string, universe: Universe, pack: Pack = landingZone, options: Partial<ReviewOptions> = {}): unknown {
  const { controls } = controlsDocument(universe, review(universe, pack, { today: '2026-11-29', ...options })) as {
    controls: { id: string; status: string }[];
  };
  return controls.find((control) => control.id === id)?.status;
}

const key = (rotation: unknown): Universe =>
  universeOf({ 'aws_kms_key.k': { enable_key_rotation: rotation, description: 'For the archive' } });

describe('a control', () => {
  it.each([
    [true, 'holds'],
    [false, 'broken'],
    ['${var.rotate}', 'unknown'],
  ])('of keys that rotate: with enable_key_rotation %j it is "%s"', (rotation, expected) => {
    expect(status('kms-rotation', key(rotation))).toBe(expected);
  });

  it('that is broken is accepted where its finding is', () => {
    const suppression = { rule: 'encryption/key-rotation', scope: '*', reason: 'Imported', until: '2027-01-01' };

    expect(status('kms-rotation', key(false), landingZone, { suppressions: [suppression] })).toBe('accepted');
  });

  it('that the pack does not hold is not answered', () => {
    const [, structure] = packs;

    expect(status('kms-no-decrypt-on-all', key(true), structure)).toBe('not answered');
  });

  it('that the pack holds in part is not answered, and is broken where that part is', () => {
    const [first] = landingZone.entries.filter(({ rule }) => rule.id === 'identity/no-full-admin');
    const pack: Pack = { id: 'part', title: 'A part', entries: first === undefined ? [] : [first] };
    const full = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

    expect(status('no-full-admin', key(true), pack)).toBe('not answered');
    expect(status('no-full-admin', universeOf({ 'aws_iam_policy.p': { name: 'p', policy: full } }), pack)).toBe('broken');
  });

  it('that only resources answer holds where they are made, else it is not made', () => {
    const made = {
      'aws_iam_policy.p': { name: 'p', policy: '{"Version":"2012-10-17","Statement":[]}' },
      'aws_iam_group_policy_attachment.p': { group: 'g', policy_arn: '${aws_iam_policy.p.arn}' },
    };

    expect([status('console-mfa', universeOf(made)), status('console-mfa', key(true))]).toEqual(['holds', 'not made']);
  });

  it('that nothing answers says so', () => {
    expect(status('root-mfa', key(true))).toBe('not answered');
  });
});
