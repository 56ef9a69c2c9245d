import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../documents';
import { at, factsOf, knownText } from '../../facts-text';

const VPC = resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' });
const SUBNET = resource('aws_subnet.a', { vpc_id: ref('aws_vpc.main.id'), cidr_block: '10.0.0.0/24' });

function options(mode: string | ReturnType<typeof unknown>, place = {}): ResourceFact {
  return resource('aws_vpc_block_public_access_options.all', { internet_gateway_block_mode: mode }, place);
}

function inSomeAccount({ accountId: _accountId, ...fact }: ResourceFact): ResourceFact {
  return fact;
}

function exclusion(body: ResourceFact['body'], place = {}): ResourceFact {
  return resource('aws_vpc_block_public_access_exclusion.some', body, place);
}

function left(...resources: readonly ResourceFact[]): readonly [string, string] {
  const facts = factsOf([VPC, SUBNET, ...resources]);
  return [knownText(at(facts.vpcs, 'aws_vpc.main').publicAccess), knownText(at(facts.subnets, 'aws_subnet.a').publicAccess)];
}

const VPC_ID = { vpc_id: ref('aws_vpc.main.id') };
const SUBNET_ID = { subnet_id: ref('aws_subnet.a.id') };
const BOTH_WAYS = { internet_gateway_exclusion_mode: 'allow-bidirectional' };
const OUT = { internet_gateway_exclusion_mode: 'allow-egress' };

test.each<[string, readonly ResourceFact[], readonly [string, string]]>([
  ['nothing blocks', [], ['all', 'none']],
  ['off', [options('off')], ['all', 'none']],
  ['both ways', [options('block-bidirectional')], ['none', 'none']],
  ['inbound', [options('block-ingress')], ['egress', 'none']],
  ['a mode that is not known', [options(unknown())], ['?', 'none']],
  ['a mode that does not exist', [options('block-everything')], ['?', 'none']],
  [
    'a mode that is not known, the subnet excluded',
    [options(unknown()), exclusion({ ...SUBNET_ID, ...BOTH_WAYS })],
    ['?', 'all'],
  ],
  ['a switch', [options('block-bidirectional', { repeated: unknown() })], ['?', 'none']],
  ['another Region', [options('block-bidirectional', { region: 'us-east-1' })], ['all', 'none']],
  ['another account', [options('block-bidirectional', { accountId: '222222222222' })], ['all', 'none']],
  ['some account', [inSomeAccount(options('block-bidirectional'))], ['?', 'none']],
  ['the VPC excluded', [options('block-bidirectional'), exclusion({ ...VPC_ID, ...BOTH_WAYS })], ['all', 'none']],
  ['the VPC excluded outbound', [options('block-bidirectional'), exclusion({ ...VPC_ID, ...OUT })], ['outbound', 'none']],
  ['the subnet excluded', [options('block-bidirectional'), exclusion({ ...SUBNET_ID, ...BOTH_WAYS })], ['none', 'all']],
  ['the subnet excluded outbound', [options('block-bidirectional'), exclusion({ ...SUBNET_ID, ...OUT })], ['none', 'outbound']],
  [
    'the VPC excluded, its subnet outbound',
    [
      options('block-bidirectional'),
      exclusion({ ...VPC_ID, ...BOTH_WAYS }),
      resource('aws_vpc_block_public_access_exclusion.other', { ...SUBNET_ID, ...OUT }),
    ],
    ['all', '?'],
  ],
  [
    'the VPC excluded twice',
    [
      options('block-bidirectional'),
      exclusion({ ...VPC_ID, ...BOTH_WAYS }),
      resource('aws_vpc_block_public_access_exclusion.other', { ...VPC_ID, ...OUT }),
    ],
    ['?', 'none'],
  ],
  ['an exclusion from nothing', [exclusion({ ...VPC_ID, ...OUT })], ['all', 'none']],
  [
    'an exclusion that may not be there',
    [options('block-bidirectional'), exclusion({ ...VPC_ID, ...BOTH_WAYS }, { repeated: unknown() })],
    ['?', 'none'],
  ],
  [
    'an exclusion of a VPC that is not known',
    [options('block-bidirectional'), exclusion({ vpc_id: unknown(), ...BOTH_WAYS })],
    ['?', 'none'],
  ],
])('%s: of the internet is left', (_what, resources, modes) => {
  expect(left(...resources)).toEqual(modes);
});
