import { IamGroup } from '@cdktf/provider-aws/lib/iam-group';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { App, Fn } from 'cdktf';

import { renderPolicy } from '../../../modules/core/policy/render-policy';
import { resourceName } from '../../../modules/core/resource-name';
import {
  Parameter,
  ParameterAccess,
  ParameterPath,
  Password,
  readParameter,
  readParameterList,
  readSecret,
  SecretParameter,
  SshKey,
} from '../../../modules/parameters';
import { AccountStack, define } from '../../../modules/terraform';
import { SHOP, TOOLS } from './secret-world';

const path = ParameterPath.of({ organization: 'acme', environment: 'prod', service: 'shop' });
const toolsPath = ParameterPath.of({ organization: 'acme', environment: 'prod', service: 'tools' });
const TOOLS_ACCOUNT = { name: 'tools', id: TOOLS, role: 'deploy' };

/** What differs between one synthesis and the next. */
export interface Edition {
  readonly closing?: boolean;
  readonly valueVersion?: number;
  readonly description?: string;
}

function stackOf(app: App, account: { name: string; id: string; role?: string }): AccountStack {
  const place = { region: 'eu-west-1', layer: 'workloads', backend: { kind: 'local' } } as const;
  return new AccountStack(app, { organization: 'acme', account, ...place, tags: { owner: 'shop' } });
}

/** What the other account offers: a String, a StringList and a secret. */
function addTools(app: App, { closing = false }: Edition): void {
  const stack = stackOf(app, TOOLS_ACCOUNT);
  const key = define(stack, KmsKey, resourceName('secrets'), { description: 'Secrets' });
  new Parameter(stack, 'endpoint', { name: toolsPath.name('endpoint'), value: 'tools.acme.example' });
  new Parameter(stack, 'zones', { name: toolsPath.name('zones'), values: ['a', 'b', 'c'] });
  const token = { name: toolsPath.name('token'), keyArn: key.arn, variable: 'tools_token', closing };
  new SecretParameter(stack, 'token', token);
}

function addPlain(stack: AccountStack, keyArn: string): void {
  const tools = stack.providerFor(TOOLS_ACCOUNT, 'eu-west-1');
  const endpoint = readParameter(stack, 'endpoint', { name: toolsPath.name('endpoint'), provider: tools });
  const zones = readParameterList(stack, 'zones', { name: toolsPath.name('zones'), provider: tools });
  new Parameter(stack, 'standard', { name: path.name('sizes/standard'), value: 'ü'.repeat(2048) });
  new Parameter(stack, 'advanced', { name: path.name('sizes/advanced'), value: 'x'.repeat(4097) });
  new Parameter(stack, 'list', { name: path.name('list'), values: ['one', 'two'] });
  new Parameter(stack, 'port', { name: path.name('port'), value: '5432', allowedPattern: '\\d+' });
  new Parameter(stack, 'template', { name: path.name('template'), value: '${HOME} %{ if } $${x}' });
  new Parameter(stack, 'key', { name: path.name('key'), value: keyArn });
  new Parameter(stack, 'copied_endpoint', { name: path.name('copied/endpoint'), value: endpoint });
  new Parameter(stack, 'copied_zones', { name: path.name('copied/zones'), value: Fn.join('|', zones) });
}

function addAccess(stack: AccountStack, keyArn: string): void {
  const trust = {
    Sid: 'Tasks',
    Effect: 'Allow',
    Principal: { Service: 'ecs-tasks.amazonaws.com' },
    Action: 'sts:AssumeRole',
  } as const;
  const role = define(stack, IamRole, resourceName('task'), {
    name: 'shop-task',
    assumeRolePolicy: renderPolicy('trust', [trust]),
  });
  const group = define(stack, IamGroup, resourceName('operators'), { name: 'operators' });
  const access = { paths: [path], keyArn };
  const reading = new ParameterAccess(stack, 'task', { ...access, roles: ['shop-task'] });
  const writing = new ParameterAccess(stack, 'operators', { ...access, rights: ['write', 'read'], groups: ['operators'] });
  reading.node.addDependency(role);
  writing.node.addDependency(group);
}

/** The secrets of the stack, by the way that their values come. */
function addSecrets(stack: AccountStack, keyArn: string, edition: Edition): void {
  const { closing = false, valueVersion = 1, description } = edition;
  const secret = { keyArn, closing, ...(description === undefined ? {} : { description }) };
  new Password(stack, 'outside', { ...secret, path, credential: 'outside' });
  const variable = { variable: 'shop_password', valueVersion };
  new SecretParameter(stack, 'variable', { ...secret, ...variable, name: path.name('variable'), tier: 'Advanced' });
  const tools = stack.providerFor(TOOLS_ACCOUNT, 'eu-west-1');
  const copyOf = readSecret(stack, 'token', { name: toolsPath.name('token'), accountId: TOOLS, provider: tools });
  new SecretParameter(stack, 'copy', { ...secret, name: path.name('copy'), copyOf });
  const readers = { readerRoles: ['shop-task'], readerGroups: ['operators'] };
  new SshKey(stack, 'deploy', { ...secret, ...readers, path, credential: 'deploy' });
}

/** Writes both accounts' stacks below a folder. */
export function writeShop(outdir: string, edition: Edition = {}): void {
  const app = new App({ outdir });
  addTools(app, edition);
  const stack = stackOf(app, { name: 'shop', id: SHOP });
  const key = define(stack, KmsKey, resourceName('secrets'), { description: 'Secrets', enableKeyRotation: true });
  addPlain(stack, key.arn);
  addAccess(stack, key.arn);
  addSecrets(stack, key.arn, edition);
  app.synth();
}

/** Writes a stack that takes a secret for a String. */
export function writeWrongReader(outdir: string): void {
  const app = new App({ outdir });
  const stack = stackOf(app, { name: 'wrong', id: SHOP });
  const value = readParameter(stack, 'password', { name: '/acme/prod/shop/passwords/outside' });
  new Parameter(stack, 'copy', { name: '/acme/prod/shop/leak', value });
  app.synth();
}
