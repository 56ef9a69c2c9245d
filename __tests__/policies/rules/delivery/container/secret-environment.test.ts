import { secretEnvironment } from '../../../../../policies/rules/delivery/container/secret-environment';
import { universeOf } from '../../../universe';
import { linesOf } from '../../rule-fixture';

/** What the rule says of a variable of a container. */
function variable(name: string, value: string): readonly string[] {
  return linesOf(
    secretEnvironment,
    universeOf({
      'random_password.p': {},
      'aws_secretsmanager_secret.s': { name: 's' },
      'aws_secretsmanager_secret_version.v': {},
      'aws_db_instance.d': { username: 'app' },
      'aws_ecs_task_definition.t': {
        container_definitions: JSON.stringify([{ name: 'app', environment: [{ name, value }] }]),
      },
    }),
  );
}

const FOUND = 'violated aws_ecs_task_definition.t: container "app" has a secret in ';

describe('a variable', () => {
  it.each([
    'PASSWORD',
    'DB_PASSWORD',
    'db-passwd',
    'DB_PWD',
    'dbPassword',
    'APP_SECRET',
    'GITHUB_TOKEN',
    'API_KEY',
    'apiKey',
    'STRIPE_APIKEY',
    'TLS_PRIVATE_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_ACCESS_KEY_ID',
    'ECS_ENGINE_AUTH_DATA',
    'PASSPHRASE',
  ])('%s with a literal is a secret', (name) => {
    expect(variable(name, 'x')).toEqual([`${FOUND}"${name}", as a literal`]);
  });

  it.each([
    'PASSWORD_LENGTH',
    'TOKEN_TTL',
    'SECRET_ARN',
    'SECRET_NAME',
    'KEY',
    'CACHE_KEY',
    'PWD',
    'COMPASS',
    'TOKENIZER',
    'PUBLIC_KEY',
  ])('%s with a literal is none', (name) => {
    expect(variable(name, 'x')).toEqual([]);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ["a secret's ARN", 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:s-abcdef'],
    ["a secret's ARN by reference", '${aws_secretsmanager_secret.s.arn}'],
    ['an address that only apply tells', '${aws_db_instance.d.address}'],
  ])('named like a secret is none with %s', (_, value) => {
    expect(variable('DB_PASSWORD', value)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['a generated password', '${random_password.p.result}', '"<dev:random_password.p.result>"'],
    [
      'a password inside of an URL',
      'postgres://app:${random_password.p.result}@db',
      '"postgres://app:<dev:random_password.p.result>@db"',
    ],
    [
      "a secret's text",
      '${aws_secretsmanager_secret_version.v.secret_string}',
      '"<dev:aws_secretsmanager_secret_version.v.secret_string>"',
    ],
  ])('of any name is a secret with %s', (_, value, shown) => {
    expect(variable('HARMLESS', value)).toEqual([`${FOUND}"HARMLESS": ${shown}`]);
  });

  it('named like a secret may be one where its value is set from outside', () => {
    expect(variable('DB_PASSWORD', '${var.password}')).toEqual([
      'unknown aws_ecs_task_definition.t: container "app" may have a secret in "DB_PASSWORD": not known (it is set from outside: ${var.password})',
    ]);
  });
});
