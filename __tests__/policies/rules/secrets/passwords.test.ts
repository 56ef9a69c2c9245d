import { noLiteralPassword } from '../../../../policies/rules/secrets/no-literal-password';
import { PASSWORD_ARGUMENTS } from '../../../../policies/rules/secrets/password-arguments';
import { secretParameterInState } from '../../../../policies/rules/secrets/secret-parameter-in-state';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { stateOf } from '../shown-universe';

/** Arguments that stand there by their paths, each in a block for each step. */
function nested(path: string, value: unknown): object {
  const [name = '', ...rest] = path.split('.');
  return { [name]: rest.length === 0 ? value : [nested(rest.join('.'), value)] };
}

const ARGUMENTS = Object.entries(PASSWORD_ARGUMENTS).flatMap(([type, paths]) =>
  Object.keys(paths).map((path) => [type, path] as const),
);

describe('secrets/no-literal-password', () => {
  it.each(ARGUMENTS)('finds a text in %s.%s, and takes a reference and a variable', (type, path) => {
    const found = (value: unknown): readonly string[] =>
      linesOf(noLiteralPassword, universeOf({ [`${type}.x`]: nested(path, value) }));

    expect(found('Zx9kLm2vQ')).toEqual([`violated ${type}.x: ${path} stands in clear, 9 characters`]);
    expect(found('${random_password.db.result}')).toEqual([]);
    expect(found('${var.password}')).toEqual([]);
  });

  const password = (value: unknown): readonly string[] =>
    linesOf(noLiteralPassword, universeOf({ 'aws_db_instance.main': { password: value }, 'random_password.db': {} }));

  it('finds a text with a part that only apply tells', () => {
    expect(password('Zx9kLm-${random_password.db.result}')).toEqual([
      'violated aws_db_instance.main: password stands in clear in part',
    ]);
  });

  it('takes a separator between parts that only apply tells', () => {
    expect(password('${random_password.db.result}-${random_password.db.id}')).toEqual([]);
  });

  it('knows nothing of what a function puts together', () => {
    expect(password('${join("", ["Zx9k", "Lm2vQ"])}')).toEqual([
      "unknown aws_db_instance.main: password may stand in clear: the expression isn't evaluated",
    ]);
  });

  it('takes what is read from a secret store', () => {
    expect(password('${jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["password"]}')).toEqual([]);
  });

  it.each([
    ['aws_iam_access_key', 'the secret key'],
    ['aws_iam_user_login_profile', 'the password'],
  ])('finds %s without a key that encrypts it', (type, what) => {
    expect(linesOf(noLiteralPassword, universeOf({ [`${type}.ci`]: { user: 'ci' } }))).toEqual([
      `violated ${type}.ci: ${what} goes to the state in clear: pgp_key is left out`,
    ]);
    expect(linesOf(noLiteralPassword, universeOf({ [`${type}.ci`]: { user: 'ci', pgp_key: 'keybase:acme' } }))).toEqual([]);
  });

  it('reads a state, in which what nobody set is null', () => {
    expect(
      linesOf(noLiteralPassword, stateOf({ 'aws_db_instance.a': { password: null }, 'aws_db_instance.b': { password: 'x9' } })),
    ).toEqual(['violated aws_db_instance.b: password stands in clear, 2 characters']);
  });
});

describe('secrets/secret-parameter-in-state', () => {
  const found = (parameter: object): readonly string[] =>
    linesOf(secretParameterInState, universeOf({ 'aws_ssm_parameter.db': { name: '/db', type: 'SecureString', ...parameter } }));

  it.each<[object, readonly string[]]>([
    [{ value: 'Zx9kLm2vQ' }, ['violated aws_ssm_parameter.db: a value of 9 characters stands in clear, and goes to the state']],
    [{ value: '${random_password.db.result}' }, ['violated aws_ssm_parameter.db: its value goes to the state in clear']],
    [{ value_wo: '${var.password}', value_wo_version: 1 }, []],
    [{ value: 'https://db.internal', type: 'String' }, []],
    [
      { value: 'Zx9kLm2vQ', type: '${var.type}' },
      [
        "unknown aws_ssm_parameter.db: whether it is a SecureString, whose value the state keeps in clear, isn't known: it is set from outside: ${var.type}",
      ],
    ],
  ])('of %j', (parameter, expected) => {
    expect(found(parameter)).toEqual(expected);
  });

  it('takes an empty value of a state, which a write-only one leaves', () => {
    expect(
      linesOf(
        secretParameterInState,
        stateOf({ 'aws_ssm_parameter.db': { type: 'SecureString', value: '', value_wo_version: 1 } }),
      ),
    ).toEqual([]);
  });
});
