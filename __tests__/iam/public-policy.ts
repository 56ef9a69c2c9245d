import { listOf, type PolicyJson, type StatementJson, statementsOf } from './policy-json';

/** What S3's page lists beside principals; of aws:SourceIp a block counts that is not too wide. */
const KEYS = [
  'aws:principalorgid',
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  'aws:userid',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
];

/** "This value can contain a wildcard for the access point name … as long as the account ID is fixed." */
const ACCESS_POINT = /^arn:aws:s3:[a-z0-9-]+:\d{12}:accesspoint\//;
const isPlain = (value: string): boolean => !/[*?]|\$\{/.test(value);

function isSmallBlock(block: string): boolean {
  const bits = Number(block.split('/')[1] ?? 128);
  return bits >= (block.includes(':') ? 32 : 8);
}

function limits(operator: string, key: string, values: readonly string[]): boolean {
  const name = key.toLowerCase();
  if (operator === 'IpAddress') return name === 'aws:sourceip' && values.every(isSmallBlock);
  const isFixed = (value: string): boolean =>
    isPlain(value) || (name === 's3:dataaccesspointarn' && ACCESS_POINT.test(value) && !value.includes('${'));
  return /^(String|Arn)(Equals|Like|EqualsIgnoreCase)$/.test(operator) && KEYS.includes(name) && values.every(isFixed);
}

/** "A bucket policy must grant access only to fixed values for one or more of the following." */
function isFixed({ Principal: named, Condition: condition = {} }: StatementJson): boolean {
  const names = named === undefined || named === '*' ? ['*'] : Object.values(named).flatMap((texts) => listOf(texts));
  if (names.every((name) => name !== '*')) return true;
  return Object.entries(condition).some(([operator, lines]) =>
    Object.entries(lines).some(([key, values]) => limits(operator, key, listOf(values))),
  );
}

/** Whether S3 takes a bucket's policy for public, as its user guide tells ("The meaning of public"). */
export function isPublic(policy: PolicyJson): boolean {
  return statementsOf(policy).some((statement) => statement.Effect === 'Allow' && !isFixed(statement));
}
