import { Template } from '../../../../../policies/model/term';
import type { ResourceFact } from '../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../network/documents';
import { allowing, factsOf, held, principalAt, resourceAt } from '../facts-text';

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

  it.each<[string, ResourceFact['body'][string]]>([
    ['is told in part', new Template(['ap', unknown('set from outside')])],
    ['a data source looks up', ref('data.terraform_remote_state.s.outputs')],
    ['stands outside of the documents', ref('aws_iam_role.gone.name')],
  ])('perhaps of one whose own name %s', (_what, name) => {
    const named = resource('aws_iam_role.open', { name });

    expect(has('aws_iam_role.open', named, resource('data.terraform_remote_state.s'), given('app'))).toBe('perhaps');
  });

  it.each<[string, string, string, Parameters<typeof resource>[2]]>([
    ['surely', 'its ARN', 'arn:aws:iam::111111111111:role/app', { accountId: '222222222222' }],
    ['nothing', 'its name', 'app', { accountId: '222222222222' }],
    ['surely', 'its name', 'app', { region: 'us-east-1' }],
  ])('%s of it: %s, which stands in another account or Region', (answer, _how, name, place) => {
    expect(has('aws_iam_role.app', APP, given(name, place))).toBe(answer);
  });

  it('perhaps of each of two that two documents tell of one name and account', () => {
    const again = resource('aws_iam_role.app', { name: 'app' }, { stack: 'other' });

    expect(has('net:aws_iam_role.app', APP, again, given('app'))).toBe('perhaps');
    expect(has('other:aws_iam_role.app', APP, again, given('app'))).toBe('perhaps');
  });

  it('surely of it in a document that tells no accounts, and perhaps from one to the other', () => {
    const bare = ({ accountId: _account, region: _region, ...fact }: ResourceFact): ResourceFact => fact;

    expect(has('aws_iam_role.app', bare(APP), bare(given('app')))).toBe('surely');
    expect(has('aws_iam_role.app', bare(APP), bare(given('app', { stack: 'other' })))).toBe('perhaps');
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
    expect(has('aws_iam_role.made', made, given('arn:aws:iam::111111111111:role/app-1'))).toBe('nothing');
    expect(has('aws_iam_role.made', made, given(ref('aws_iam_role.made.name')))).toBe('surely');
    expect(has('aws_iam_role.made', made, given(unknown('set from outside')))).toBe('perhaps');
  });

  it('by an ARN perhaps of one whose account is not told', () => {
    const { accountId: _account, ...nowhere } = APP;

    expect(has('aws_iam_role.app', nowhere, given('arn:aws:iam::111111111111:role/app'))).toBe('perhaps');
    expect(has('aws_iam_role.app', nowhere, given('arn:aws:iam::111111111111:role/other'))).toBe('nothing');
  });
});

describe('what names a thing of a Region is', () => {
  const vault = resource('aws_backup_vault.v', { name: 'v' });
  const policy = (name: string, place: Parameters<typeof resource>[2] = {}): ResourceFact =>
    resource('aws_backup_vault_policy.p', { backup_vault_name: name, policy: allowing('x:Do', { Principal: '*' }) }, place);
  const bare = ({ region: _region, ...fact }: ResourceFact): ResourceFact => fact;
  const shown = (...facts: readonly ResourceFact[]): readonly string[] => held(resourceAt(factsOf(facts), 'aws_backup_vault.v'));
  const ARN = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:v';
  const may = '? net:aws_backup_vault_policy.p may belong to it: ';

  it('nothing of it from another Region by its name, and it by its ARN', () => {
    expect(shown(vault, policy('v', { region: 'us-east-1' }))).toEqual([]);
    expect(shown(vault, policy(ARN, { region: 'us-east-1' }))).toEqual(['inline aws_backup_vault_policy.p: Allow x:Do on *']);
  });

  it('perhaps of it where its Region, or that of what names it, is not told', () => {
    expect(shown(vault, bare(policy('v')))).toEqual([`${may}in which account "v" is meant isn't told`]);
    expect(shown(bare(vault), policy(ARN))).toEqual([`${may}it is "${ARN}"`]);
  });
});
