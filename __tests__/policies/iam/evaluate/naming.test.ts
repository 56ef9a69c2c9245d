import { isNamed, NAMINGS } from '../../../../policies/iam/evaluate/naming';
import { Doubt } from '../../../../policies/iam/evaluate/truth';
import type { Caller } from '../../../../policies/iam/request';
import type { NamedPrincipal, PolicyText, Statement } from '../../../../policies/model/policy/policy';
import { Reference, Template, Unknown } from '../../../../policies/model/term';

const [HOME, OTHER] = ['111111111111', '222222222222'];
const ALICE = `arn:aws:iam::${HOME}:user/alice`;
const ROLE = `arn:aws:iam::${HOME}:role/deploy`;
const SESSION = `arn:aws:sts::${HOME}:assumed-role/deploy/work`;
const PROVIDER = `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com`;

const alice: Caller = { kind: 'user', arn: ALICE, accountId: HOME };
const deploy: Caller = { kind: 'role-session', arn: SESSION, roleArn: ROLE, accountId: HOME };
const pathless: Caller = { kind: 'role-session', arn: SESSION, accountId: HOME };
const root: Caller = { kind: 'root', arn: `arn:aws:iam::${HOME}:root`, accountId: HOME };
const service: Caller = { kind: 'service', arn: 'sns.amazonaws.com' };
const token: Caller = { kind: 'federated', arn: PROVIDER };
const nobody: Caller = { kind: 'anonymous', arn: '' };

const aws = (...texts: PolicyText[]): readonly NamedPrincipal[] => texts.map((text) => ({ kind: 'AWS', text }));
const one = (kind: NamedPrincipal['kind'], text: string): readonly NamedPrincipal[] => [{ kind, text }];

function statement(items: readonly NamedPrincipal[], effect: Statement['effect'], except: boolean): Statement {
  return { index: 0, effect, principals: { except, items }, actions: { except: false, items: ['*'] }, conditions: [] };
}

/** Named itself, as a role, by the account: a doubt is its reason. */
function waysOf(asked: Statement, caller: Caller): readonly (boolean | string)[] {
  return NAMINGS.map((naming) => isNamed(asked, caller, naming)).map((truth) => (truth instanceof Doubt ? truth.why : truth));
}

const [ITSELF, BY_ROLE, BY_ACCOUNT, NOT] = [
  [true, false, false],
  [false, true, false],
  [false, false, true],
  [false, false, false],
];
const LATER = 'whether the caller is named is only known after apply';
const thrice = (why: string) => [why, why, why];
const account = new Reference([{ key: 'dev:data.aws_caller_identity.me', attribute: 'account_id' }]);

describe('Principal names, itself, by the role, by the account', () => {
  it.each<[string, readonly NamedPrincipal[], Caller, readonly (boolean | string)[]]>([
    ['everybody by *', aws('*'), alice, ITSELF],
    ['everybody by * beside another', aws(`arn:aws:iam::${OTHER}:user/eve`, '*'), alice, ITSELF],
    ['nobody in particular by *', aws('*'), nobody, ITSELF],
    [
      "perhaps a token's bearer by *",
      aws(ALICE, '*'),
      token,
      ["whether * lets in whoever has a provider's token isn't documented", false, false],
    ],
    ['a user by its ARN', aws(ALICE), alice, ITSELF],
    ['no user by the ARN of another', aws(`${ALICE}x`), alice, NOT],
    ['no user by the ARN of a role', aws(ROLE), alice, NOT],
    ['a session by its ARN', aws(SESSION), deploy, ITSELF],
    ['a session by its role', aws(ROLE), deploy, BY_ROLE],
    ['a user by twelve digits', aws(HOME), alice, BY_ACCOUNT],
    ['a user by its root', aws(`arn:aws:iam::${HOME}:root`), alice, BY_ACCOUNT],
    ['a user by its root in China', aws(`arn:aws-cn:iam::${HOME}:root`), alice, BY_ACCOUNT],
    ['no user by the root of another account', aws(`arn:aws:iam::${OTHER}:root`), alice, NOT],
    ['no user by more than twelve digits', aws(`${HOME}1`), alice, NOT],
    ['no user by what ends in twelve digits', aws(`x${HOME}`), alice, NOT],
    ['the root user by twelve digits', aws(HOME), root, ITSELF],
    [
      'a user whose account is not told, perhaps',
      aws(HOME),
      { kind: 'user', arn: ALICE },
      [false, false, "the caller's account isn't known"],
    ],
    ['no service by an account', aws(HOME), service, NOT],
    ['nobody in particular by no account', aws(HOME), nobody, NOT],
    ['a service by its name', one('Service', 'sns.amazonaws.com'), service, ITSELF],
    ['no service by the name of another', one('Service', 'sqs.amazonaws.com'), service, NOT],
    ['no user by the name of a service', one('Service', ALICE), alice, NOT],
    ['no service by a provider of its name', one('Federated', 'sns.amazonaws.com'), service, NOT],
    [
      'perhaps a service by *',
      one('Service', '*'),
      service,
      ["what * means as a principal of kind Service isn't documented", false, false],
    ],
    ["a token's bearer by its provider", one('Federated', PROVIDER), token, ITSELF],
    [
      'perhaps a user by a canonical id',
      one('CanonicalUser', 'a1'),
      alice,
      [false, false, "whose canonical user id it is isn't known"],
    ],
    ['perhaps a session by one', one('CanonicalUser', 'a1'), deploy, [false, false, "whose canonical user id it is isn't known"]],
    [
      'perhaps the root user by one',
      one('CanonicalUser', 'a1'),
      root,
      [false, false, "whose canonical user id it is isn't known"],
    ],
    ['no service by one', one('CanonicalUser', 'a1'), service, NOT],
    ['nobody by wildcards surely', aws(`${ROLE}*`), alice, thrice(`a principal has no wildcards in it, got "${ROLE}*"`)],
    ['perhaps whoever has an id', aws('AIDAEXAMPLE1'), alice, thrice("whose id AIDAEXAMPLE1 is isn't known")],
    ['nobody by what has an id in it', aws('xAIDAEXAMPLE1', 'AIDAEXAMPLE1/x', 'AI9X'), alice, NOT],
  ])('%s', (_whom, items, caller, ways) => {
    expect(waysOf(statement(items, 'Allow', false), caller)).toEqual(ways);
  });

  it("a token's bearer by * where it denies", () => {
    expect(waysOf(statement(aws('*'), 'Deny', false), token)).toEqual(ITSELF);
  });

  it('perhaps anybody where a statement names nobody', () => {
    const { principals: _none, ...bare } = statement([], 'Allow', false);

    expect(waysOf(bare, alice)).toEqual(thrice('the policy of a resource names principals, and the statement names none'));
  });
});

describe('what only apply tells', () => {
  it.each<[string, PolicyText, Caller, readonly (boolean | string)[]]>([
    ['may be the account', new Template([account]), alice, [false, false, LATER]],
    ['may be its number in the ARN of its root', new Template(['arn:aws:iam::', account, ':root']), alice, [false, false, LATER]],
    ['is no other root', new Template(['arn:aws:iam::', account, ':toor']), alice, NOT],
    ['may be the root of an account that is not told', new Template([account]), { kind: 'root', arn: '' }, [LATER, false, LATER]],
    ['may be the end of its number', new Template(['1111', account]), alice, [false, false, LATER]],
    ['may be the end of its number: the root user', new Template(['1111', account]), root, [LATER, false, LATER]],
    ['is no service', new Template([account]), service, NOT],
  ])('%s', (_what, text, caller, ways) => {
    expect(waysOf(statement(aws(text), 'Allow', false), caller)).toEqual(ways);
  });

  it.each<[string, Caller, readonly (boolean | string)[]]>([
    [`arn:aws:iam::${HOME}:role/team/deploy`, pathless, [false, LATER, false]],
    [`arn:aws:iam::${HOME}:role/team/other`, pathless, NOT],
    [`arn:aws:iam::${OTHER}:role/team/deploy`, pathless, NOT],
    [ROLE, { kind: 'role-session', arn: new Template([new Unknown('x')]) }, [LATER, LATER, false]],
  ])('%s may be the role of a session whose path is not told', (text, caller, ways) => {
    expect(waysOf(statement(aws(text), 'Allow', false), caller)).toEqual(ways);
  });
});

describe('NotPrincipal', () => {
  const IN_PART = ['NotPrincipal names the caller in part', false, false];
  it.each<[string, readonly NamedPrincipal[], Caller, readonly (boolean | string)[]]>([
    ['means a user whom it does not name', aws(OTHER), alice, ITSELF],
    ['spares a user whom it names with the account', aws(ALICE, HOME), alice, NOT],
    ['perhaps spares a user without the account', aws(ALICE), alice, IN_PART],
    ['perhaps spares an account without its user', aws(HOME), alice, IN_PART],
    ['spares a session that it names with role and account', aws(SESSION, ROLE, HOME), deploy, NOT],
    ['perhaps spares a session without its role', aws(SESSION, HOME), deploy, IN_PART],
    ['perhaps spares a role without its session', aws(ROLE, HOME), deploy, IN_PART],
    ['spares the root user by the account', aws(HOME), root, NOT],
    ['perhaps spares the root user by what only apply tells', aws(new Template([account])), root, IN_PART],
    ['spares a service by its name', one('Service', 'sns.amazonaws.com'), service, NOT],
    ['means a service that it does not name', one('Service', 'sqs.amazonaws.com'), service, ITSELF],
    ['spares everybody by *', aws('*'), alice, NOT],
    ['spares everybody by * beside another', aws(OTHER, '*'), alice, NOT],
    ["spares a token's bearer by *", aws('*'), token, NOT],
  ])('%s', (_whom, items, caller, ways) => {
    expect(waysOf(statement(items, 'Deny', true), caller)).toEqual(ways);
  });
});
