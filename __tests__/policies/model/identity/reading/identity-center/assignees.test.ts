import type { Term } from '../../../../../../policies/model/term';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../../network/documents';
import { assigned, DEV, OPS, rolesOf } from './portal';

function toWhom(type: Term, id: Term, ...facts: readonly ResourceFact[]): string | undefined {
  const [role] = rolesOf([OPS, ...facts, assigned('x', DEV, { principal_type: type, principal_id: id })]);
  return role?.permissionSet?.assignments[0]?.to;
}

const GROUP = 'aws_identitystore_group.it';
const [A, B] = ['A', 'B'].map((name) => resource(`aws_identitystore_group.${name}`, { display_name: name })) as [
  ResourceFact,
  ResourceFact,
];
const unique = (path: string, value: Term): Term => [{ unique_attribute: [{ attribute_path: path, attribute_value: value }] }];

describe('to whom a set is assigned is told', () => {
  it.each<[string, Term, string, ResourceFact]>([
    ['a group that is made', 'GROUP', 'group Ops', resource(GROUP, { display_name: 'Ops' })],
    ['a user that is made', 'USER', 'user ann', resource('aws_identitystore_user.it', { user_name: 'ann' })],
    [
      'a group that is looked up',
      'GROUP',
      'group Ops',
      resource(`data.${GROUP}`, { alternate_identifier: unique('DisplayName', 'Ops') }),
    ],
    [
      'a user that is looked up as of old',
      'USER',
      'user ann',
      resource('data.aws_identitystore_user.it', { filter: [{ attribute_path: 'UserName', attribute_value: 'ann' }] }),
    ],
  ])('by the name of %s', (_what, type, to, fact) => {
    expect(toWhom(type, ref(`${fact.address}.group_id`), fact)).toBe(to);
  });

  it.each<[string, ResourceFact]>([
    ['made by a name that only apply tells', resource(GROUP, { display_name: unknown() })],
    ['looked up by what is not told', resource(`data.${GROUP}`, { alternate_identifier: unknown() })],
    [
      'looked up by a name that is not told',
      resource(`data.${GROUP}`, { alternate_identifier: unique('DisplayName', unknown()) }),
    ],
    ['looked up by its id elsewhere', resource(`data.${GROUP}`, { alternate_identifier: [{ external_id: [{ id: 'x-1' }] }] })],
  ])('without a name where it is a group that is %s', (_how, fact) => {
    expect(toWhom('GROUP', ref(`${fact.address}.group_id`), fact)).toBe("a group who isn't told");
  });

  it.each(['aws_identitystore', 'data.aws_identitystore'])(
    'by the name of the %s_group or _user of the id, if it has one',
    (of) => {
      const group = resource(`${of}_group.it`, { display_name: 'Ops', group_id: 'g-1' });
      const user = resource(`${of}_user.it`, { user_name: 'ann', user_id: 'u-1' });

      expect(toWhom('GROUP', 'g-1', group, user)).toBe('group Ops');
      expect(toWhom('USER', 'u-1', group, user)).toBe('user ann');
      expect(toWhom('GROUP', 'g-1', resource(`${of}_group.it`, { display_name: '', group_id: 'g-1' }))).toBe('group g-1');
    },
  );

  it.each<[Term, Term, string]>([
    ['GROUP', 'g-2', 'group g-2'],
    ['USER', unknown(), "a user who isn't told"],
    ['GROUP', ref('aws_identitystore_group.far.group_id'), "a group who isn't told"],
    [unknown(), 'g-2', 'somebody g-2'],
    [unknown(), unknown(), "somebody who isn't told"],
    ['ROBOT', 'r-1', 'somebody r-1'],
    ['GROUP', ref(`${A.address}.group_id`), 'group A'],
    ['GROUP', ref(`${A.address}.group_id`, `${B.address}.group_id`), "a group who isn't told"],
  ])('as far as the documents go: %j %j is %s', (type, id, to) => {
    expect(toWhom(type, id, A, B)).toBe(to);
  });
});
