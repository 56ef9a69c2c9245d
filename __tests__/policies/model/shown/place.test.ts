import { readShown } from '../../../../policies/model/shown';
import type { Json } from '../../../../policies/model/universe';
import { planJson } from './plan-json';

/** Account and Region of a VPC whose provider is written so. */
function placeBy(expressions: Json, variables: Json = {}, known: Readonly<Record<string, Json>> = {}): unknown {
  const written = [{ address: 'aws_vpc.a', provider_config_key: 'aws', expressions: {} }];
  const configuration = { provider_config: { aws: { expressions } }, root_module: { resources: written } };
  const plan = planJson({ resources: [{ address: 'aws_vpc.a', known }], more: { configuration, variables } });
  const [fact] = readShown('net', plan).resources;
  return [fact?.accountId, fact?.region];
}

test('a constant Region, and the account of the role that is assumed', () => {
  const role = { role_arn: { constant_value: 'arn:aws:iam::123456789012:role/deploy' } };
  expect(placeBy({ region: { constant_value: 'eu-west-1' }, assume_role: [role] })).toEqual(['123456789012', 'eu-west-1']);
});

test('a Region by a variable is the value of the variable, one by a local is not told', () => {
  expect(placeBy({ region: { references: ['var.where'] } }, { where: { value: 'eu-west-1' } })).toEqual([undefined, 'eu-west-1']);
  expect(placeBy({ region: { references: ['local.where'] } })).toEqual([undefined, undefined]);
});

test('a Region by two variables is not told', () => {
  const two = { region: { references: ['var.where', 'var.else'] } };
  expect(placeBy(two, { where: { value: 'eu-west-1' } })).toEqual([undefined, undefined]);
});

test('the only account that is allowed is the account; two are none', () => {
  expect(placeBy({ allowed_account_ids: { constant_value: ['123456789012'] } })).toEqual(['123456789012', undefined]);
  expect(placeBy({ allowed_account_ids: { constant_value: ['123456789012', '210987654321'] } })).toEqual([undefined, undefined]);
});

test("a resource's own ARN is nearer than its provider", () => {
  const arn = 'arn:aws:ec2:us-east-1:210987654321:vpc/vpc-0123456789abcdef0';
  expect(placeBy({ region: { constant_value: 'eu-west-1' } }, {}, { arn })).toEqual(['210987654321', 'us-east-1']);
});

test('an ARN without account leaves it to the owner', () => {
  const known = { arn: 'arn:aws:ec2:eu-west-1::elastic-ip/eipalloc-1', owner_id: '210987654321' };
  expect(placeBy({}, {}, known)).toEqual(['210987654321', 'eu-west-1']);
});

/** Account and Region of a VPC beside data sources that its provider, or another one, has answered. */
function placeBeside(
  ...sources: readonly { readonly type: string; readonly values: Json; readonly by?: string; readonly asks?: Json }[]
): unknown {
  const written = sources.map(({ type, by = 'aws', asks = {} }) => {
    return { address: `data.${type}.current`, provider_config_key: by, expressions: asks };
  });
  const read = sources.map(({ type, values }) => ({
    address: `data.${type}.current`,
    mode: 'data',
    type,
    name: 'current',
    values,
  }));
  const configuration = {
    provider_config: { aws: {}, 'aws.far': {} },
    root_module: { resources: [{ address: 'aws_vpc.a', provider_config_key: 'aws', expressions: {} }, ...written] },
  };
  const more = { configuration, prior_state: { values: { root_module: { resources: read } } } };
  const fact = readShown('net', planJson({ resources: [{ address: 'aws_vpc.a' }], more })).resources.find(
    ({ type }) => type === 'aws_vpc',
  );
  return [fact?.accountId, fact?.region];
}

const IDENTITY = { type: 'aws_caller_identity', values: { account_id: '123456789012' } };
const REGION = { type: 'aws_region', values: { name: 'eu-west-1' } };

test('what a provider says of nothing its data sources were answered', () => {
  expect(placeBeside(IDENTITY, REGION)).toEqual(['123456789012', 'eu-west-1']);
});

test('what the data sources of another provider were answered is not told of this one', () => {
  expect(placeBeside({ ...IDENTITY, by: 'aws.far' }, { ...REGION, by: 'aws.far' })).toEqual([undefined, undefined]);
});

test("a Region that was asked for by its name is nobody's place", () => {
  expect(placeBeside({ ...REGION, asks: { name: { constant_value: 'eu-west-1' } } })).toEqual([undefined, undefined]);
});

test('an identity that is read during the apply tells no account', () => {
  expect(placeBeside({ ...IDENTITY, values: {} })).toEqual([undefined, undefined]);
});
