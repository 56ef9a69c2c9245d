import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { App, TerraformStack } from 'cdktf';

import { resourceName } from '../../modules/core/resource-name';
import {
  ParameterPath,
  Password,
  readSecret,
  SecretParameter,
  type SecretParameterProps,
  SshKey,
} from '../../modules/parameters';
import { define } from '../../modules/terraform';
import { type Body, documentOf, testStack } from '../test-stack';

const NAME = '/acme/prod/shop/password';
const KEY = 'arn:aws:kms:eu-west-1:111111111111:key/0a1b';
const PUT = `aws ssm put-parameter --overwrite --region eu-west-1 --name ${NAME} --type SecureString --key-id ${KEY} --tier Standard --value file://secret.txt`;

interface Document {
  readonly terraform: { readonly required_version?: string };
  readonly variable?: Readonly<Record<string, Body>>;
  readonly ephemeral?: { readonly aws_ssm_parameter?: Readonly<Record<string, Body>> };
}

const wholeOf = (stack: TerraformStack): Document => documentOf(stack) as unknown as Document;

function bodyOf(props: Partial<SecretParameterProps> = {}): Body {
  const stack = testStack();
  new SecretParameter(stack, 'password', { name: NAME, keyArn: KEY, ...props });
  return documentOf(stack).resource.aws_ssm_parameter?.password ?? {};
}

describe('a SecretParameter', () => {
  it("is a SecureString under the customer's key, written only, whose text says how to put the value", () => {
    const body = bodyOf();
    expect(body).toMatchObject({
      type: 'SecureString',
      key_id: KEY,
      tier: 'Standard',
      value_wo: `Not set yet. Put the value with: ${PUT}`,
      value_wo_version: 1,
    });
    expect(body).not.toHaveProperty('value');
    expect(body).not.toHaveProperty('insecure_value');
  });

  it('says the command with key and tier, so that a value from outside leaves both as they are', () => {
    const { putCommand } = new SecretParameter(testStack(), 'password', { name: NAME, keyArn: KEY, tier: 'Advanced' });
    expect(putCommand).toBe(PUT.replace('Standard', 'Advanced'));
  });

  it('takes a key that only Terraform will know', () => {
    const stack = testStack();
    const { arn } = define(stack, KmsKey, resourceName('secrets'), {});
    new SecretParameter(stack, 'password', { name: NAME, keyArn: arn });
    const body = documentOf(stack).resource.aws_ssm_parameter?.password;
    expect(body?.key_id).toBe('${aws_kms_key.secrets.arn}');
    expect(body?.value_wo).toContain('--key-id ${aws_kms_key.secrets.arn} --tier');
  });

  it('never changes description and tier, for which the provider would write an empty value', () => {
    expect(bodyOf().lifecycle).toEqual({ prevent_destroy: true, ignore_changes: ['description', 'tier'] });
  });

  it('may be destroyed when it is closing', () => {
    expect(bodyOf({ closing: true }).lifecycle).toEqual({ ignore_changes: ['description', 'tier'] });
  });

  it('has a literal ARN, of its partition, in any stack', () => {
    const stack = new TerraformStack(new App(), 'mine');
    const place = { region: 'cn-north-1', accountId: '222222222222' };
    const keyArn = 'arn:aws-cn:kms:cn-north-1:222222222222:key/1';
    expect(new SecretParameter(stack, 'password', { name: NAME, keyArn, ...place }).arn).toBe(
      `arn:aws-cn:ssm:cn-north-1:222222222222:parameter${NAME}`,
    );
  });
});

describe('the Terraform that a stack demands', () => {
  const demanded = (stack: TerraformStack): unknown => wholeOf(stack).terraform.required_version;

  it('is 1.11 with a secret in it, in an AccountStack and in any other, and 1.10 without', () => {
    const [with_, without, plain] = [testStack(), testStack(), new TerraformStack(new App(), 'mine')];
    new SecretParameter(with_, 'password', { name: NAME, keyArn: KEY });
    new SecretParameter(plain, 'password', { name: NAME, keyArn: KEY, region: 'eu-west-1', accountId: '111111111111' });
    expect([with_, without, plain].map(demanded)).toEqual(['>= 1.11.0', '>= 1.10.0', '>= 1.11.0']);
  });

  it('stays what its owner says after the first secret', () => {
    const stack = testStack();
    new SecretParameter(stack, 'password', { name: NAME, keyArn: KEY });
    stack.addOverride('terraform.required_version', '~> 1.12.0');
    new SecretParameter(stack, 'token', { name: '/acme/prod/shop/token', keyArn: KEY });
    expect(demanded(stack)).toBe('~> 1.12.0');
  });
});

describe('a secret by a variable', () => {
  const stack = testStack();
  new SecretParameter(stack, 'password', { name: NAME, keyArn: KEY, variable: 'shop_password', valueVersion: 3 });

  it('has an ephemeral and sensitive one without default', () => {
    expect(wholeOf(stack).variable?.shop_password).toMatchObject({
      type: 'string',
      ephemeral: true,
      sensitive: true,
      nullable: false,
      description: `The value of ${NAME}. Given as TF_VAR_shop_password, never in a file.`,
      validation: [
        {
          condition: '${length(var.shop_password) > 0}',
          error_message: `shop_password is empty: AWS takes no empty value for ${NAME}.`,
        },
      ],
    });
    expect(wholeOf(stack).variable?.shop_password).not.toHaveProperty('default');
  });

  it('is written by it, again when the version is raised', () => {
    expect(documentOf(stack).resource.aws_ssm_parameter?.password).toMatchObject({
      value_wo: '${var.shop_password}',
      value_wo_version: 3,
      lifecycle: { prevent_destroy: true, ignore_changes: ['description'] },
    });
  });
});

describe('a secret that is a copy', () => {
  it('is written from an ephemeral resource that reads the other account', () => {
    const stack = testStack();
    const provider = stack.providerFor({ name: 'tools', id: '222222222222', role: 'deploy' }, 'eu-west-1');
    const copyOf = readSecret(stack, 'tools-password', {
      name: '/acme/prod/tools/password',
      accountId: '222222222222',
      provider,
    });
    new SecretParameter(stack, 'password', { name: NAME, keyArn: KEY, copyOf, valueVersion: 2 });

    expect(wholeOf(stack).ephemeral).toEqual({
      aws_ssm_parameter: {
        'tools-password': {
          arn: 'arn:aws:ssm:eu-west-1:222222222222:parameter/acme/prod/tools/password',
          provider: 'aws.tools_eu-west-1',
        },
      },
    });
    expect(documentOf(stack).resource.aws_ssm_parameter?.password).toMatchObject({
      value_wo: '${ephemeral.aws_ssm_parameter.tools-password.value}',
      value_wo_version: 2,
    });
    expect(wholeOf(stack).terraform.required_version).toBe('>= 1.11.0');
  });

  it('can be read once by one id', () => {
    const stack = testStack();
    readSecret(stack, 'password', { name: NAME });
    expect(() => readSecret(stack, 'password', { name: NAME })).toThrow(
      'two ephemeral resources have the address ephemeral.aws_ssm_parameter.password',
    );
  });
});

describe('a credential', () => {
  const path = ParameterPath.of({ organization: 'acme', environment: 'prod', service: 'shop' });

  it('stands at ssh/<name> or passwords/<name> of its service', () => {
    const stack = testStack();
    expect(new SshKey(stack, 'deploy', { path, credential: 'deploy', keyArn: KEY }).parameterName).toBe(
      '/acme/prod/shop/ssh/deploy',
    );
    expect(new Password(stack, 'admin', { path, credential: 'admin', keyArn: KEY }).parameterName).toBe(
      '/acme/prod/shop/passwords/admin',
    );
    expect(documentOf(stack).resource.aws_ssm_parameter).toMatchObject({
      deploy: { type: 'SecureString', description: 'A private SSH key. Its value is in no code and no state.' },
      admin: { type: 'SecureString', description: 'A password. Its value is in no code and no state.' },
    });
  });

  it('is read by the roles and groups that it names, by a policy about this parameter alone', () => {
    const stack = testStack();
    new SshKey(stack, 'deploy', {
      path,
      credential: 'deploy',
      keyArn: KEY,
      readerRoles: ['bastion'],
      readerGroups: ['operators'],
    });
    const { resource } = documentOf(stack);

    expect(resource.aws_iam_policy?.deploy_readers?.name).toBe('read-acme-prod-shop-ssh-deploy-eu-west-1');
    expect(resource.aws_iam_role_policy_attachment?.deploy_readers_role_bastion).toMatchObject({
      role: 'bastion',
      policy_arn: '${aws_iam_policy.deploy_readers.arn}',
    });
    expect(resource.aws_iam_group_policy_attachment?.deploy_readers_group_operators).toMatchObject({ group: 'operators' });
    const { Statement: statements } = JSON.parse(String(resource.aws_iam_policy?.deploy_readers?.policy)) as {
      Statement: { Sid: string; Resource: unknown }[];
    };
    const arn = 'arn:aws:ssm:eu-west-1:111111111111:parameter/acme/prod/shop/ssh/deploy';
    expect(statements.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ['DecryptParameters', KEY],
      ['ReadParameters', arn],
    ]);
  });
});
