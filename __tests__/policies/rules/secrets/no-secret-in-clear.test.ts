import { gzipSync } from 'node:zlib';

import fc from 'fast-check';

import type { Json } from '../../../../policies/model/universe';
import { noSecretInClear } from '../../../../policies/rules/secrets/no-secret-in-clear';
import { linesOf } from '../rule-fixture';
import { planOf, stateOf } from '../shown-universe';
import {
  AWS_KEY,
  AWS_SECRET,
  GITHUB,
  GITLAB,
  SLACK,
  STRIPE,
  NPM,
  JWT,
  PEM,
  OPENSSH,
  AZURE,
  GOOGLE,
  SERVICE_ACCOUNT,
  POSTGRES,
  RANDOM,
  base64,
  escaped,
  instance,
  environment,
  containers,
  found,
  inDocument,
} from './secrets';

describe('finds', () => {
  it.each<[string, object]>([
    ['an AWS key in user data', instance(`#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${AWS_KEY}\n`)],
    ['a temporary AWS key', instance(AWS_KEY.replace('AKIA', 'ASIA'))],
    ['an AWS secret key by its name', instance(`export AWS_SECRET_ACCESS_KEY=${AWS_SECRET}\n`)],
    ['an AWS secret key beside its key', { 'aws_ssm_document.run': { content: `${AWS_KEY} ${AWS_SECRET}` } }],
    ['a GitHub token', environment({ SETTING: GITHUB })],
    ['a fine-grained GitHub token', environment({ SETTING: `github_pat_${'11ABCDEFG0'.repeat(7)}` })],
    ['a GitLab token', environment({ SETTING: GITLAB })],
    ['a Slack token', environment({ SETTING: SLACK })],
    [
      'a Slack webhook',
      environment({ HOOK: ['https://hooks.slack.com', 'services/T0AB1CD2E', 'B0FG3HI4J', 'k5Lm6No7Pq8Rs9Tu'].join('/') }),
    ],
    ['a Stripe key', environment({ SETTING: STRIPE })],
    ['an npm token', environment({ NPMRC: `//registry.npmjs.org/:_authToken=${NPM}` })],
    ['a JWT', environment({ SETTING: JWT })],
    ['a bearer token', environment({ HEADER: `Authorization: Bearer ${RANDOM}${RANDOM}` })],
    ['a private RSA key', { 'aws_iam_server_certificate.web': { private_key: PEM } }],
    ['a private OpenSSH key', instance(OPENSSH)],
    ['a private key on one line', environment({ KEY: PEM.replaceAll('\n', '\\n') })],
    ['an Azure account key', environment({ STORAGE: AZURE })],
    ['a Google API key', environment({ MAPS: GOOGLE })],
    ['a Google service account', environment({ GCP: SERVICE_ACCOUNT })],
    ['a connection string', environment({ DATABASE_URL: POSTGRES })],
    ['a connection string of ADO', environment({ DSN: 'Server=db.internal;Database=app;User Id=app;Password=Zx9kLm2vQ;' })],
    [
      'a connection string whose host is a reference',
      environment({ URL: 'mysql://app:Zx9-kLm2vQ@${aws_db_instance.main.address}/app' }),
    ],
    ['a password in the environment of a function', environment({ DB_PASSWORD: 'hunter22' })],
    ['a password in camel case', environment({ dbPassword: 'hunter22' })],
    ['a password in the environment of a container', containers({ environment: [{ name: 'DB_PASSWORD', value: 'hunter22' }] })],
    ['a token of random letters', environment({ API_TOKEN: RANDOM })],
    ['a key of hexadecimal digits', environment({ api_key: '4f1d9c0b7a23e85f' })],
    ['a value in a tag', { 'aws_instance.web': { tags: { 'admin-password': 'S3cure!pass' } } }],
    [
      'a tag of a group',
      { 'aws_autoscaling_group.web': { tag: [{ key: 'password', value: 'S3cure!pass', propagate_at_launch: true }] } },
    ],
    ['an option of a command', instance('mysql --user app --password Zx9kLm2vQ < dump.sql\n')],
    ['an assignment in YAML', instance('#cloud-config\nchpasswd:\n  password: "Zx9kLm2vQ"\n')],
    ['user data in base64', { 'aws_launch_template.web': { user_data: base64(`#!/bin/sh\nTOKEN=${GITHUB}\n`) } }],
    ['user data in base64 twice', { 'aws_instance.web': { user_data_base64: base64(base64(`export TOKEN=${GITHUB}\n`)) } }],
    [
      'user data that is zipped',
      { 'aws_instance.web': { user_data_base64: gzipSync(`export TOKEN=${GITHUB}\n`).toString('base64') } },
    ],
    ['base64 inside of text', instance(`echo ${base64(`token=${STRIPE}`)} | base64 -d | sh\n`)],
    ['a text as in URLs', environment({ QUERY: `a=1&b=${escaped(GITHUB)}` })],
    ['a text over two lines', instance(`export TOKEN=${GITHUB.slice(0, 20)}\\\n${GITHUB.slice(20)}\n`)],
    ['a text that closes and opens its quotes', instance(`TOKEN="${GITHUB.slice(0, 20)}""${GITHUB.slice(20)}"\n`)],
    ['a text that a program adds up', instance(`token = "${GITHUB.slice(0, 20)}" + "${GITHUB.slice(20)}"\n`)],
    ['parts that join puts together', environment({ SETTING: `\${join("", ["${GITHUB.slice(0, 9)}", "${GITHUB.slice(9)}"])}` })],
    [
      'parts that format puts together',
      environment({ SETTING: `\${format("%s%s", "${AWS_KEY.slice(0, 6)}", "${AWS_KEY.slice(6)}")}` }),
    ],
    ['base64decode of a constant', environment({ SETTING: `\${base64decode("${base64(STRIPE)}")}` })],
    ['base64encode of a constant', { 'aws_instance.web': { user_data_base64: `\${base64encode("TOKEN=${GITHUB}")}` } }],
    ['a constant inside of a choice', environment({ SETTING: `\${var.token != "" ? var.token : "${GITHUB}"}` })],
    ['a password inside of jsonencode', { 'aws_ssm_document.run': { content: '${jsonencode({ password = "Zx9kLm2vQ" })}' } }],
    ['a password inside of JSON', { 'aws_ssm_document.run': { content: JSON.stringify({ main: { password: 'Zx9kLm2vQ' } }) } }],
    ['a password of a connection of a provisioner', { 'null_resource.run': { connection: { password: 'Zx9kLm2vQ' } } }],
    ['a credential in the registry settings of docker', instance(`{"auths":{"ghcr.io":{"auth":"${base64(`bot:${GITHUB}`)}"}}}`)],
    ['a write-only argument that is written down', { 'aws_db_instance.main': { password_wo: 'Zx9kLm2vQ' } }],
    [
      'a parameter that is called a secret',
      { 'aws_ssm_parameter.db': { name: '/prod/db/password', type: 'String', description: `value ${GITHUB}` } },
    ],
  ])('%s', (_, resources) => {
    expect(found(resources).join('\n')).toMatch(/^violated \S+: .* holds in clear: /);
  });

  it.each<[string, Readonly<Record<string, Json>>, string]>([
    ['a provider', { provider: { aws: [{ access_key: AWS_KEY, secret_key: AWS_SECRET }] } }, 'provider.aws: access_key'],
    ['a local value', { locals: { db: { password: 'Zx9kLm2vQ' } } }, 'local.db: db.password'],
    ['the default of a variable', { variable: { db_password: { default: GITHUB } } }, 'variable.db_password: default'],
    ['an output', { output: { url: { value: POSTGRES } } }, 'output.url: value'],
    [
      'an argument of a module',
      { module: { db: { source: './db', master_password: 'Zx9kLm2vQ' } } },
      'module.db: master_password',
    ],
    [
      'a data source',
      { data: { http: { api: { request_headers: { Authorization: `Bearer ${JWT}` } } } } },
      'data.http.api: request_headers.Authorization',
    ],
    ['a backend', { terraform: { backend: { http: { password: 'Zx9kLm2vQ' } } } }, 'terraform: backend.http.password'],
    [
      'two locals together',
      { locals: { a: GITHUB.slice(0, 10), b: GITHUB.slice(10) }, output: { t: { value: '${local.a}${local.b}' } } },
      'output.t: value',
    ],
  ])('what stands in %s', (_, document, place) => {
    expect(inDocument(document).join('\n')).toContain(`violated ${place} holds in clear: `);
  });

  it('what a plan will have, by whatever variable it came', () => {
    const universe = planOf({
      resources: [{ address: 'aws_lambda_function.app', known: { environment: [{ variables: { SETTING: GITHUB } }] } }],
      more: {},
    });

    expect(linesOf(noSecretInClear, universe)).toEqual([
      'violated aws_lambda_function.app: environment.variables.SETTING holds in clear: GitHub token, 40 characters that begin with "gh"',
    ]);
  });

  it('what a state has, with dollars as they are', () => {
    expect(linesOf(noSecretInClear, stateOf({ 'aws_instance.web': { user_data: `A=\${HOME}\nTOKEN=${GITHUB}` } }))).toEqual([
      'violated aws_instance.web: user_data holds in clear: GitHub token, 40 characters that begin with "gh"',
    ]);
  });
});

it('tells two characters of a secret and its length, wherever it stands', () => {
  const letter = fc.constantFrom(
    ...'a b c d e f g h i j k l m n o p q r s t u v w x y z A B C D E F G H I J K 0 1 2 3 4 5 6 7 8 9'.split(' '),
  );
  fc.assert(
    fc.property(fc.array(letter, { minLength: 36, maxLength: 36 }), fc.boolean(), (letters, encoded) => {
      const token = `ghp_${letters.join('')}`;
      const lines = found(instance(encoded ? base64(`token ${token}`) : token)).join('\n');

      expect(lines).toContain('GitHub token, 40 characters that begin with "gh"');
      expect(lines).not.toContain(token.slice(0, 6));
    }),
  );
});
