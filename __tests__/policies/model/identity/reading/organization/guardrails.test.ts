import { identityFactsOf } from '../../../../../../policies/model/identity/reading';
import { readPolicy } from '../../../../../../policies/model/policy/read-policy';
import { Reference } from '../../../../../../policies/model/term';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, universeOf, unknown } from '../../../network/documents';
import { allowing, factsOf, guardrails, policyShown } from '../../facts-text';

const ORG = resource('aws_organizations_organization.org', {});
const ROOT = new Reference([{ key: ORG.key, attribute: 'roots[0].id' }]);
const UNIT = resource('aws_organizations_organizational_unit.work', { name: 'work', parent_id: ROOT });
const DEV = resource('aws_organizations_account.dev', {
  name: 'dev',
  id: '222222222222',
  parent_id: ref('aws_organizations_organizational_unit.work.id'),
});
const NO_LEAVE = resource('aws_organizations_policy.no-leave', { name: 'no-leave', content: allowing('*') });
const FULL = ['scp FullAWSAccess', 'rcp RCPFullAWSAccess'];

function attachment(policy: ResourceFact['body'][string], target: ResourceFact['body'][string], name = 'a'): ResourceFact {
  return resource(`aws_organizations_policy_attachment.${name}`, { policy_id: policy, target_id: target });
}

function nodes(...facts: readonly ResourceFact[]): Readonly<Record<string, readonly string[]>> {
  const { organization } = factsOf(facts);
  return Object.fromEntries([...organization].map(([id, node]) => [id, guardrails(node)]));
}

describe('an organisation', () => {
  it('is a tree of root, units and accounts, each with what AWS attaches to all', () => {
    const { organization, managementAccount } = factsOf([ORG, UNIT, DEV]);

    expect([...organization.values()].map(({ kind, id, parent, accountId }) => ({ kind, id, parent, accountId }))).toEqual([
      { kind: 'root', id: 'net:aws_organizations_organization.org', parent: undefined, accountId: undefined },
      { kind: 'unit', id: UNIT.key, parent: ORG.key, accountId: undefined },
      { kind: 'account', id: DEV.key, parent: UNIT.key, accountId: '222222222222' },
    ]);
    expect(nodes(ORG, UNIT, DEV)).toEqual({ [ORG.key]: FULL, [UNIT.key]: FULL, [DEV.key]: FULL });
    expect(managementAccount).toBe('111111111111');
  });

  it.each<[string, ResourceFact]>([
    ['an account whose id only apply tells', { ...DEV, body: { ...DEV.body, id: unknown() } }],
    ['an account whose id is empty', { ...DEV, body: { ...DEV.body, id: '' } }],
    ['a unit, whose id is none of an account', { ...UNIT, body: { ...UNIT.body, id: 'ou-ab12-cdefghij' } }],
  ])('tells no account id of %s', (_what, fact) => {
    const node = factsOf([ORG, UNIT, fact]).organization.get(fact.key);

    expect([node?.id, node?.accountId]).toEqual([fact.key, undefined]);
  });

  it('has an account once that two documents make, with what is attached to either and by its id', () => {
    const again = { ...DEV, key: `far:${DEV.address}`, stack: 'far' };
    const targets = [ref(`${DEV.address}.id`), ref(`${again.key}.id`), '222222222222'];
    const policies = ['a', 'b', 'c'].map((name) => resource(`aws_organizations_policy.${name}`, { name, content: '{}' }));
    const attached = targets.map((target, at) => attachment(ref(`${policies[at]?.address ?? ''}.id`), target, String(at)));

    expect(nodes(ORG, UNIT, DEV, again, ...policies, ...attached)).toEqual({
      [ORG.key]: FULL,
      [UNIT.key]: FULL,
      [DEV.key]: ['scp FullAWSAccess', 'scp a', 'scp b', 'scp c', 'rcp RCPFullAWSAccess'],
    });
  });

  it('has in doubt what parts of its document may attach that are not read', () => {
    const [stack] = universeOf([ORG]).stacks;
    const facts = identityFactsOf({
      stacks: stack === undefined ? [] : [{ ...stack, opaque: [unknown('module.x is not read')] }],
    });

    expect([...facts.organization.values()].flatMap(guardrails)).toEqual([...FULL, '? module.x is not read']);
  });

  it('has a policy that is not told where it has no text', () => {
    const bare = resource('aws_organizations_policy.bare', { name: 'bare' });
    const { organization } = factsOf([ORG, bare, attachment(ref('aws_organizations_policy.bare.id'), ROOT)]);

    expect(organization.get(ORG.key)?.scps.map(({ policy }) => policyShown(policy))).toEqual([
      'Allow * on *',
      '? net:aws_organizations_policy.bare has no text',
    ]);
  });

  it('that nobody describes has no nodes and no management account', () => {
    const { organization, managementAccount } = factsOf([resource('aws_iam_user.u')]);

    expect([organization.size, managementAccount]).toEqual([0, undefined]);
    expect(factsOf([resource('data.aws_region.here')]).organization.size).toBe(0);
  });

  it('is managed by the account that a state tells', () => {
    expect(factsOf([{ ...ORG, body: { master_account_id: '999999999999' } }]).managementAccount).toBe('999999999999');
  });

  it('is managed by nobody that is known where it is only looked up, or two documents tell two accounts', () => {
    const looked = resource('data.aws_organizations_organization.org', {});
    const other = resource('data.aws_organizations_organization.org', { master_account_id: '999999999999' });

    const { accountId: _account, ...nowhere } = ORG;

    expect(factsOf([looked]).managementAccount).toBeUndefined();
    expect(factsOf([nowhere]).managementAccount).toBeUndefined();
    expect(factsOf([ORG, other]).managementAccount).toBeUndefined();
    expect(factsOf([other]).managementAccount).toBe('999999999999');
  });

  it('has an account without a parent under its root, if there is one root only', () => {
    const account = resource('aws_organizations_account.new', { id: '444444444444' });
    const second = resource('aws_organizations_organization.second', {});

    expect(factsOf([ORG, UNIT, account]).organization.get(account.key)?.parent).toBe(ORG.key);
    expect(nodes(ORG, second, account)[account.key]).toEqual([
      ...FULL,
      `? the root above ${account.key} is not in the documents`,
    ]);
  });

  it.each([
    ['a name of a unit', ref('aws_organizations_organizational_unit.work.name')],
    ["a part of a unit's id", ref('aws_organizations_organizational_unit.work.identity')],
    ['a second root', new Reference([{ key: ORG.key, attribute: 'roots[1].id' }])],
    ["what isn't in the documents", ref('aws_organizations_organizational_unit.gone.id')],
    ['another thing', ref('aws_organizations_policy.no-leave.id')],
    ['one of two', ref('aws_organizations_organizational_unit.work.id', 'aws_organizations_account.dev.id')],
    ['the unit above a unit', ref('aws_organizations_organizational_unit.work.parent_id')],
    ['no id of a node', 'x-1234'],
    ['a number that is too long for an account', '4444444444444'],
    ['an account with something before it', 'x-444444444444'],
  ])('does not tell where an account stands whose parent is %s', (_what, parent) => {
    const account = resource('aws_organizations_account.new', { id: '444444444444', parent_id: parent });

    expect(factsOf([ORG, UNIT, DEV, NO_LEAVE, account]).organization.get(account.key)?.parent).toBeUndefined();
    expect(nodes(ORG, UNIT, DEV, NO_LEAVE, account)[account.key]?.at(-1)).toMatch(
      /^\? what stands above net:aws_organizations_account\.new isn't told: /,
    );
  });

  it.each([
    ['444444444444', 'account', '444444444444'],
    ['r-zz99', 'root', undefined],
    ['ou-zz99-abcdefgh', 'unit', undefined],
  ])('has at %s, which nobody describes, what is attached to it', (id, kind, accountId) => {
    const attached = attachment(ref('aws_organizations_policy.no-leave.id'), id);
    const node = factsOf([NO_LEAVE, attached]).organization.get(id);

    expect([node?.kind, node?.accountId, node?.parent]).toEqual([kind, accountId, undefined]);
    expect(node?.scps.map(({ name }) => name)).toEqual(['FullAWSAccess', 'no-leave']);
    expect(node?.doubts.map(({ why }) => why)).toEqual([
      ...(kind === 'root' ? [] : [`${id} is not in the documents, nor what stands above it`]),
      `what else is attached to ${id} is not in the documents`,
    ]);
  });

  it('may have what is attached as often as nobody knows', () => {
    const often = { ...attachment(ref('aws_organizations_policy.no-leave.id'), ROOT), repeated: unknown("count isn't known") };

    expect(nodes(ORG, NO_LEAVE, often)[ORG.key]).toContainEqual(
      '? net:aws_organizations_policy_attachment.a may attach a guardrail to it',
    );
    expect(nodes(ORG, NO_LEAVE, often)[ORG.key]).not.toContain('scp no-leave');
  });

  it("has AWS's own policies, which allow everything: the one of resources to whomever", () => {
    const { scps, rcps } = factsOf([ORG]).organization.get(ORG.key) ?? { scps: [], rcps: [] };
    const everything = readPolicy({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });
    const [told] = 'statements' in everything ? everything.statements : [];
    const forAll = { ...told, principals: { except: true, items: [] } };

    expect(scps.map(({ policy }) => policy)).toEqual([everything]);
    expect(rcps.map(({ policy }) => policy)).toEqual([{ version: '2012-10-17', statements: [forAll], faults: [] }]);
  });

  it('has a policy whose text is what the document says', () => {
    const { organization } = factsOf([ORG, NO_LEAVE, attachment(ref('aws_organizations_policy.no-leave.id'), ROOT)]);

    expect(organization.get(ORG.key)?.scps.map(({ policy }) => policyShown(policy))).toEqual(['Allow * on *', 'Allow * on *']);
    expect(organization.get(ORG.key)?.rcps.map(({ policy }) => policyShown(policy))).toEqual(['Allow * on *']);
  });

  it('has service and resource control policies where they are attached', () => {
    const rcp = resource('aws_organizations_policy.own', {
      name: 'own',
      type: 'RESOURCE_CONTROL_POLICY',
      content: allowing('*'),
    });
    const id = (name: string): ReturnType<typeof ref> => ref(`aws_organizations_policy.${name}.id`);
    const told = nodes(
      ORG,
      UNIT,
      DEV,
      NO_LEAVE,
      rcp,
      attachment(id('no-leave'), ROOT, 'a'),
      attachment(id('own'), ref('aws_organizations_organizational_unit.work.id'), 'b'),
      attachment(id('no-leave'), '222222222222', 'c'),
      attachment(id('own'), ref('aws_organizations_account.dev.id'), 'd'),
    );

    expect(told).toEqual({
      [ORG.key]: ['scp FullAWSAccess', 'scp no-leave', 'rcp RCPFullAWSAccess'],
      [UNIT.key]: ['scp FullAWSAccess', 'rcp RCPFullAWSAccess', 'rcp own'],
      [DEV.key]: ['scp FullAWSAccess', 'scp no-leave', 'rcp RCPFullAWSAccess', 'rcp own'],
    });
  });

  it('knows no tag policy, and full access once', () => {
    const tags = resource('aws_organizations_policy.tags', { name: 'tags', type: 'TAG_POLICY', content: '{}' });

    expect(
      nodes(ORG, tags, attachment(ref('aws_organizations_policy.tags.id'), ROOT), attachment('p-FullAWSAccess', ROOT, 'f')),
    ).toEqual({ [ORG.key]: FULL });
    expect(nodes(ORG, attachment('p-RCPFullAWSAccess', ROOT))).toEqual({ [ORG.key]: FULL });
  });

  it('may have at any node what is attached to one that is not known', () => {
    const told = nodes(ORG, UNIT, NO_LEAVE, attachment(ref('aws_organizations_policy.no-leave.id'), unknown('set from outside')));
    const doubt = '? net:aws_organizations_policy_attachment.a may attach a guardrail to it';

    expect(told).toEqual({ [ORG.key]: [...FULL, doubt], [UNIT.key]: [...FULL, doubt] });
    expect(nodes(ORG, UNIT, NO_LEAVE, attachment(ref('aws_organizations_policy.no-leave.id'), null))).toEqual(told);
    expect(nodes(ORG, UNIT, attachment('p-12345678', ROOT))).toEqual({ [ORG.key]: [...FULL, doubt], [UNIT.key]: FULL });
  });

  it('has in doubt a policy whose text or kind is not told', () => {
    const odd = resource('aws_organizations_policy.odd', { name: 'odd', type: unknown('set from outside'), content: '{}' });
    const doubt = '? net:aws_organizations_policy_attachment.a may attach a guardrail to it';

    expect(nodes(ORG, attachment('p-12345678', ROOT))).toEqual({ [ORG.key]: [...FULL, doubt] });
    expect(nodes(ORG, odd, attachment(ref('aws_organizations_policy.odd.id'), ROOT))).toEqual({ [ORG.key]: [...FULL, doubt] });
  });

  it('says of what is named and not described that it does not know the rest', () => {
    const stray = resource('aws_organizations_account.stray', { id: '333333333333', parent_id: 'ou-ab12-cdefghij' });

    expect(nodes(stray)).toEqual({
      'ou-ab12-cdefghij': [
        ...FULL,
        '? ou-ab12-cdefghij is not in the documents, nor what stands above it',
        '? what else is attached to ou-ab12-cdefghij is not in the documents',
      ],
      [stray.key]: FULL,
    });
    expect(nodes(resource('aws_organizations_account.stray', { id: '333333333333' }))).toEqual({
      [stray.key]: [...FULL, '? the root above net:aws_organizations_account.stray is not in the documents'],
    });
  });

  it('that a data source looks up has a root with more than is told', () => {
    const looked = resource('data.aws_organizations_organization.org', { roots: [{ id: 'r-ab12' }] });
    const unit = resource('aws_organizations_organizational_unit.work', { parent_id: 'r-ab12' });
    const { organization } = factsOf([looked, unit]);

    expect(organization.get(unit.key)?.parent).toBe(looked.key);
    expect(nodes(looked)).toEqual({
      [looked.key]: [...FULL, `? what else is attached to ${looked.key} is not in the documents`],
    });
  });

  it('has in doubt a policy that is one of several, or of which only apply tells which it is', () => {
    const tags = resource('aws_organizations_policy.tags', { name: 'tags', type: 'TAG_POLICY', content: '{}' });
    const doubt = '? net:aws_organizations_policy_attachment.a may attach a guardrail to it';
    const by = (policy: ResourceFact['body'][string], ...facts: readonly ResourceFact[]): unknown =>
      nodes(ORG, ...facts, attachment(policy, ROOT));
    const either = ref('aws_organizations_policy.tags.id', 'aws_organizations_policy.no-leave.id');

    expect(by(either, tags, NO_LEAVE)).toEqual({ [ORG.key]: [...FULL, doubt] });
    expect(by(unknown('set from outside'), NO_LEAVE)).toEqual({ [ORG.key]: [...FULL, doubt] });
    expect(by(unknown('set from outside'), tags)).toEqual({ [ORG.key]: [...FULL, doubt] });
    expect(by(null, NO_LEAVE)).toEqual({ [ORG.key]: [...FULL, doubt] });
  });

  it('may not have at a node what AWS attaches there, where a plan takes that away', () => {
    const [stack] = universeOf([{ ...ORG, body: { roots: [{ id: 'r-ab12' }] } }], 'plan').stacks;
    const shown = (before: ResourceFact['body']): readonly string[] => {
      const type = 'aws_organizations_policy_attachment';
      const changes = [{ address: `${type}.full`, type, actions: ['delete'], before, isDeposed: false }];
      const { organization } = identityFactsOf({ stacks: stack === undefined ? [] : [{ ...stack, changes }] });
      return [...organization.values()].flatMap(guardrails);
    };

    expect(shown({ policy_id: 'p-FullAWSAccess', target_id: 'r-ab12' })).toEqual([
      ...FULL,
      '? the plan takes "p-FullAWSAccess" from it',
    ]);
    expect(shown({ policy_id: 'p-12345678', target_id: 'r-ab12' })).toEqual(FULL);
    expect(shown({ policy_id: 'p-FullAWSAccess' })).toEqual(FULL);
  });
});
