import type { ResourceFact } from '../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../network/documents';
import { allowing, factsOf, held, principalAt } from '../facts-text';

const APP = resource('aws_iam_role.app', { name: 'app' });
const GIVEN = 'inline x: Allow x:Do on *';

/** A policy for whatever role an argument names, in account 111111111111 unless said otherwise. */
function given(role: ResourceFact['body'][string], place: Parameters<typeof resource>[2] = {}): ResourceFact {
  return resource('aws_iam_role_policy.x', { name: 'x', role, policy: allowing('x:Do') }, place);
}

/** What a role has: surely, perhaps, or nothing. */
function has(address: string, ...facts: readonly ResourceFact[]): string {
  const shown = held(principalAt(factsOf(facts), address));
  return shown.includes(GIVEN) ? 'surely' : shown.length > 0 ? 'perhaps' : 'nothing';
}

describe('what names a role is', () => {
  const open = resource('aws_iam_role.open', { name: unknown('set from outside') });
  const far = resource('aws_iam_role.far', { name: 'app' }, { accountId: '222222222222', stack: 'other' });
  const looked = resource('data.aws_iam_role.some', { name: unknown('set from outside') });

  it.each<[string, string, ResourceFact['body'][string]]>([
    ['surely', 'its name', 'app'],
    ['surely', 'its ARN', 'arn:aws:iam::111111111111:role/app'],
    ['surely', 'a reference to its name', ref('aws_iam_role.app.name')],
    ['surely', 'a reference to its id, which is its name', ref('aws_iam_role.app.id')],
    ['perhaps', 'a reference to it or to another thing', ref('aws_iam_role.app.name', 'aws_iam_role.gone.name')],
    ['perhaps', 'what a data source looks up, or another thing', ref('data.aws_iam_role.some.name', 'aws_iam_role.gone.name')],
    ['nothing', 'another name', 'application'],
    ['nothing', 'its name in another case', 'APP'],
    ['nothing', 'an ARN of another account', 'arn:aws:iam::222222222222:role/app'],
    ['nothing', 'a name that nobody wrote', ''],
  ])('%s of it: %s', (answer, _how, name) => {
    expect(has('aws_iam_role.app', APP, looked, given(name))).toBe(answer);
  });

  it('perhaps of one whose own name is not told, though another account has one of that name', () => {
    expect(has('aws_iam_role.open', open, far, given('app'))).toBe('perhaps');
    expect(has('other:aws_iam_role.far', open, far, given('app'))).toBe('nothing');
  });

  it('surely of the one of its account alone, whose name nobody else there can have', () => {
    expect(has('aws_iam_role.app', APP, open, far, given('app'))).toBe('surely');
    expect(has('aws_iam_role.open', APP, open, far, given('app'))).toBe('nothing');
  });

  it('perhaps of each of that name, where the account of what names it is not told', () => {
    const { accountId: _account, ...adrift } = given('app', { stack: 'third' });

    expect(has('aws_iam_role.app', APP, open, far, adrift)).toBe('perhaps');
    expect(has('other:aws_iam_role.far', APP, open, far, adrift)).toBe('perhaps');
    expect(has('aws_iam_role.open', APP, open, far, adrift)).toBe('perhaps');
  });

  it('nothing of one whose name AWS makes up: nobody can have written it', () => {
    const made = resource('aws_iam_role.made', { name_prefix: 'app-' });

    expect(has('aws_iam_role.made', made, given('app-1'))).toBe('nothing');
    expect(has('aws_iam_role.made', made, given(ref('aws_iam_role.made.name')))).toBe('surely');
    expect(has('aws_iam_role.made', made, given(unknown('set from outside')))).toBe('perhaps');
  });

  it('by an ARN perhaps of one whose account is not told', () => {
    const { accountId: _account, ...nowhere } = APP;

    expect(has('aws_iam_role.app', nowhere, given('arn:aws:iam::111111111111:role/app'))).toBe('perhaps');
    expect(has('aws_iam_role.app', nowhere, given('arn:aws:iam::111111111111:role/other'))).toBe('nothing');
  });
});
