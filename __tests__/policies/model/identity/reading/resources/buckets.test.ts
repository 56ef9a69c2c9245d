import type { BucketGates } from '../../../../../../policies/model/identity/bucket-gates';
import { identityFactsOf } from '../../../../../../policies/model/identity/reading';
import { Unknown } from '../../../../../../policies/model/term';
import type { Term } from '../../../../../../policies/model/term';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { computed, ref, resource, universeOf, unknown } from '../../../network/documents';
import { factsOf, resourceAt } from '../../facts-text';

type Body = Readonly<Record<string, Term>>;
type Form = 'synthesised' | 'plan' | 'state';

const BUCKET = resource('aws_s3_bucket.b', { bucket: 'acme' });
const of = (body: Body): Body => ({ bucket: 'acme', ...body });
const block = (body: Body, name = 'b'): ResourceFact => resource(`aws_s3_bucket_public_access_block.${name}`, of(body));
const account = (body: Body, place: object = {}): ResourceFact => resource('aws_s3_account_public_access_block.a', body, place);
const ownership = (is: Term, name = 'b'): ResourceFact =>
  resource(`aws_s3_bucket_ownership_controls.${name}`, of({ rule: [{ object_ownership: is }] }));
const acl = (body: Body, name = 'b'): ResourceFact => resource(`aws_s3_bucket_acl.${name}`, of(body));

function gatesOf(facts: readonly ResourceFact[], form: Form = 'synthesised', bucket = BUCKET): BucketGates {
  const { bucket: gates } = resourceAt(factsOf([bucket, ...facts], form), 'aws_s3_bucket.b');
  if (gates === undefined) throw new Error('nothing is read of the bucket');
  return gates;
}
const shown = (told: boolean | Unknown): boolean | string => (told instanceof Unknown ? told.why : told);
const switches = (...facts: readonly ResourceFact[]): readonly (boolean | string)[] =>
  Object.values(gatesOf(facts).block).map(shown);
const NONE = "no public access block of it is in the documents: since April 2023 new buckets have one, and older ones haven't";
const ON = { block_public_acls: true, ignore_public_acls: 'true', block_public_policy: '1', restrict_public_buckets: 1 };

describe('the switches of Block Public Access', () => {
  it.each<[string, readonly ResourceFact[], readonly (boolean | string)[]]>([
    ['are not known where no block is in the documents', [], [NONE, NONE, NONE, NONE]],
    ['are on as they are written', [block(ON)], [true, true, true, true]],
    [
      'are off where they are left out, or written so',
      [block({ block_public_acls: false, ignore_public_acls: 'false' })],
      [false, false, false, false],
    ],
    ['… or as a number', [block({ block_public_acls: '0', ignore_public_acls: 0 })], [false, false, false, false]],
    ['are each for itself', [block({ restrict_public_buckets: true })], [false, false, false, true]],
    [
      'are not known where only apply tells them',
      [block({ ...ON, block_public_acls: unknown() })],
      ['known only after apply: an expression that is not evaluated', true, true, true],
    ],
    ['are on where the account has them on', [account(ON)], [true, true, true, true]],
    ['… from whatever Region', [account(ON, { region: 'us-east-1' })], [true, true, true, true]],
    ['… and off where neither has', [block({}), account({ restrict_public_buckets: true })], [false, false, false, true]],
    ['… also of an account that is named', [block({}), account({ ...ON, account_id: '111111111111' })], [true, true, true, true]],
    ['are not those of another account', [block({}), account(ON, { accountId: '222222222222' })], [false, false, false, false]],
    [
      '… nor of another one that is named',
      [block({}), account({ ...ON, account_id: '222222222222' })],
      [false, false, false, false],
    ],
  ])('%s', (_what, facts, expected) => {
    const open = (one: boolean | string): boolean | string => (typeof one === 'string' && one !== NONE ? 'untold' : one);

    expect(switches(...facts).map(open)).toEqual(expected.map(open));
  });

  it('are perhaps those of an account that is not told', () => {
    const [first] = switches(block({}), account({ ...ON, account_id: unknown() }));

    expect(first).toBe('net:aws_s3_account_public_access_block.a may be of its account');
    expect(switches(block({}), account(ON, { repeated: unknown('count is not told') }))[0]).toBe(first);
    const { accountId: _account, ...placeless } = BUCKET;
    const named = [block({ bucket: ref('aws_s3_bucket.b.id') }), account({ ...ON, account_id: '111111111111' })];
    expect(shown(gatesOf(named, 'synthesised', placeless).block.blockPublicAcls)).toBe(first);
    expect(switches(block(ON), account({ ...ON, account_id: unknown() }))).toEqual([true, true, true, true]);
  });

  it('are not known where several resources set them otherwise, or one may be of another bucket', () => {
    expect(switches(block(ON), block({}, 'c'))).toEqual([
      'several resources set block_public_acls',
      'several resources set ignore_public_acls',
      'several resources set block_public_policy',
      'several resources set restrict_public_buckets',
    ]);
    expect(switches(block(ON), block(ON, 'c'))).toEqual([true, true, true, true]);
    expect(switches(block({ ...ON, bucket: unknown('set from outside') }))[0]).toContain('may belong to it');
  });

  it('are read of the bucket that a reference names', () => {
    const named = resource('aws_s3_bucket_public_access_block.b', { ...ON, bucket: ref('aws_s3_bucket.b.id') });
    const other = resource('aws_s3_bucket_public_access_block.b', { ...ON, bucket: 'other' });

    expect([switches(named)[0], switches(other)[0]]).toEqual([true, NONE]);
  });
});

describe('ACLs count', () => {
  const counts = (facts: readonly ResourceFact[], form: Form = 'synthesised', body: Body = {}): boolean | string =>
    shown(gatesOf(facts, form, resource('aws_s3_bucket.b', of(body))).acls);
  const OPEN = 'it has an ACL, and no ownership controls of it are in the documents';
  const granted = (...uris: readonly string[]): Body => ({
    grant: [
      { id: 'f'.repeat(64), type: 'CanonicalUser', permissions: ['FULL_CONTROL'], uri: '' },
      ...uris.map((uri) => ({ id: '', type: 'Group', permissions: ['READ'], uri })),
    ],
  });

  it.each<[string, readonly ResourceFact[], boolean | string, Form?, Body?]>([
    ["not of a bucket without an ACL: new ones are their owner's", [], false],
    ['not where the owner enforces his ownership', [ownership('BucketOwnerEnforced'), acl({ acl: 'public-read' })], false],
    ['where the writer owns his objects', [ownership('ObjectWriter')], true],
    ['where the owner only prefers it', [ownership('BucketOwnerPreferred')], true],
    ['perhaps where an ACL is set and no ownership', [acl({ acl: 'private' })], OPEN],
    ['perhaps where the bucket sets a canned one', [], OPEN, 'synthesised', { acl: 'public-read' }],
    ['not where that is the one that all have', [], false, 'synthesised', { acl: 'private' }],
    ['perhaps where the bucket grants', [], OPEN, 'synthesised', granted()],
    [
      'perhaps where an ACL is set that may be of another bucket',
      [acl({ acl: 'private', bucket: unknown('set from outside') })],
      OPEN,
    ],
    ['where a state shows grants to others', [], true, 'state', granted('http://acs.amazonaws.com/groups/global/AllUsers')],
    ["not where it shows the owner's alone", [], false, 'state', granted()],
  ])('%s', (_what, facts, expected, ...[form, body]) => {
    expect(counts(facts, form, body)).toBe(expected);
  });

  it('perhaps where a plan takes away what tells the ownership', () => {
    const [stack] = universeOf([BUCKET], 'plan').stacks;
    const gone = { address: 'aws_s3_bucket_ownership_controls.b', type: 'aws_s3_bucket_ownership_controls', isDeposed: false };
    const changes = [{ ...gone, actions: ['delete'], before: { bucket: 'acme' } }];
    const { resources } = identityFactsOf({ stacks: stack === undefined ? [] : [{ ...stack, changes }] });

    expect(resources.map(({ bucket }) => bucket && shown(bucket.acls))).toEqual(['the plan takes ownership controls away']);
  });

  it('perhaps where nobody tells the ownership', () => {
    expect(counts([ownership(unknown('set from outside'))])).toBe(
      "who owns its objects isn't known: not known (set from outside)",
    );
    expect(counts([ownership('ObjectWriter'), ownership('BucketOwnerEnforced', 'c')])).toBe(
      'several resources set its ownership',
    );
    const perhaps = resource('aws_s3_bucket_ownership_controls.b', { bucket: unknown('set from outside') });
    expect(counts([ownership('ObjectWriter', 'c'), perhaps])).toContain(`${perhaps.key} may belong to it`);
  });
});

describe('an ACL gives', () => {
  const given = (facts: readonly ResourceFact[], form: Form = 'synthesised', body: Body = {}): string => {
    const { grants } = gatesOf(facts, form, resource('aws_s3_bucket.b', of(body)));
    if (grants instanceof Unknown) return `? ${grants.why}`;
    return grants.map(({ grantee, permission }) => `${grantee} ${permission}`).join(', ');
  };
  const ALL = 'http://acs.amazonaws.com/groups/global/AllUsers';
  const LOGS = 'http://acs.amazonaws.com/groups/s3/LogDelivery';
  const to = (grantee: Body, permission: Term = 'READ'): Term => ({ grantee: [grantee], permission });
  const stated = (...grants: readonly Term[]): ResourceFact =>
    acl({ acl: computed(), access_control_policy: [{ owner: [{ id: 'me' }], grant: grants }] });

  it.each([
    ['private', ''],
    ['public-read', 'everybody READ'],
    ['public-read-write', 'everybody READ, everybody WRITE'],
    ['aws-exec-read', 'other READ'],
    ['authenticated-read', 'authenticated READ'],
    ['bucket-owner-read', ''],
    ['bucket-owner-full-control', ''],
    ['log-delivery-write', 'other WRITE, other READ_ACP'],
  ])('as the canned one %s: %s', (canned, expected) => {
    expect(given([acl({ acl: canned, access_control_policy: computed() })])).toBe(expected);
    expect(given([], 'synthesised', { acl: canned })).toBe(expected);
  });

  it.each<[string, readonly ResourceFact[], string, Form?, Body?]>([
    ['to a group', [stated(to({ type: 'Group', uri: ALL }))], 'everybody READ'],
    [
      'to all with an account',
      [stated(to({ type: 'Group', uri: ALL.replace('AllUsers', 'AuthenticatedUsers') }, 'WRITE_ACP'))],
      'authenticated WRITE_ACP',
    ],
    ['to a group of services', [stated(to({ type: 'Group', uri: LOGS }, 'WRITE'))], 'other WRITE'],
    ['to an account', [stated(to({ type: 'CanonicalUser', id: 'you' }, 'FULL_CONTROL'))], 'other FULL_CONTROL'],
    [
      'to its owner nothing that his policies do not decide',
      [stated(to({ type: 'CanonicalUser', id: 'me' }, 'FULL_CONTROL'))],
      '',
    ],
    [
      'what a bucket says itself',
      [],
      'everybody READ, everybody READ_ACP',
      'synthesised',
      { grant: [{ type: 'Group', uri: ALL, permissions: ['READ', 'READ_ACP'] }] },
    ],
    [
      'what a state shows',
      [],
      'other FULL_CONTROL, everybody READ',
      'state',
      {
        grant: [
          { id: 'f', type: 'CanonicalUser', uri: '', permissions: ['FULL_CONTROL'] },
          { id: '', type: 'Group', uri: ALL, permissions: ['READ'] },
        ],
      },
    ],
    [
      'what a state shows of a resource of its own, once',
      [acl({ acl: 'public-read', access_control_policy: null })],
      'everybody READ',
      'state',
      { grant: [{ type: 'Group', uri: ALL, permissions: ['READ'] }] },
    ],
    ['nothing where there is none', [], ''],
  ])('%s', (_what, facts, expected, ...[form, body]) => {
    expect(given(facts, form, body)).toBe(expected);
  });

  it.each<[string, readonly ResourceFact[], Body?]>([
    ['a canned one that nobody knows', [acl({ acl: 'public' })]],
    ['one that only apply tells', [acl({ acl: unknown() })]],
    ['a policy that only apply tells', [acl({ access_control_policy: unknown() })]],
    ['a grantee that only apply tells', [stated(to({ type: 'Group', uri: unknown() }))]],
    ['a group without a name', [stated(to({ type: 'Group' }))]],
    ['a permission that only apply tells', [stated(to({ type: 'Group', uri: ALL }, unknown()))]],
    ['a grant that only apply tells', [stated(unknown())]],
    ['a grant of the bucket that only apply tells', [], { grant: [unknown()] }],
    ['one of two', [acl({ acl: 'private' }), acl({ acl: 'public-read' }, 'c')]],
    ['one that may be of another bucket', [acl({ acl: 'private', bucket: unknown('set from outside') })]],
  ])('nobody knows what, where it is %s', (_what, facts, ...[body]) => {
    expect(given(facts, 'synthesised', body)).toMatch(/^\? /);
  });
});

describe('what is there already is', () => {
  const policy = resource('aws_s3_bucket_policy.p', of({ policy: '{"Version":"2012-10-17","Statement":[]}' }));

  it('what states tell of it and its policy', () => {
    expect([gatesOf([policy], 'state').isStored, gatesOf([policy], 'plan').isStored, gatesOf([]).isStored]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([policy, acl({ acl: 'public-read' })])('not what another document is yet to set: $address', (fact) => {
    const far = universeOf([{ ...fact, stack: 'far', key: `far:${fact.address}` }], 'plan');
    const { resources } = identityFactsOf({ stacks: [...universeOf([BUCKET], 'state').stacks, ...far.stacks] });

    expect(resources.map(({ bucket }) => bucket?.isStored)).toEqual([false]);
  });
});

it('nothing of the kind is told of what is no bucket', () => {
  const { bucket } = resourceAt(factsOf([resource('aws_sqs_queue.q', { name: 'q' })]), 'aws_sqs_queue.q');

  expect(bucket).toBeUndefined();
});
