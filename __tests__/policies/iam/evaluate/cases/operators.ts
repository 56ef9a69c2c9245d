import { allow, ask, type Case } from './case';

const PAGE = 'IAM UG, IAM JSON policy elements: Condition operators';

/** Operator, what the policy names, what the request has, and whether that is enough. */
type Row = readonly [operator: string, expected: string | readonly string[], actual: string | readonly string[], holds: boolean];

const STRINGS: readonly Row[] = [
  ['StringEquals', 'blue', 'blue', true],
  ['StringEquals', 'blue', 'Blue', false],
  ['StringEquals', ['red', 'blue'], 'blue', true],
  ['StringEquals', 'b*', 'blue', false],
  ['StringEquals', 'b*', 'b*', true],
  ['StringEquals', 'blue', 'absent', false],
  ['StringEqualsIfExists', 'blue', 'absent', true],
  ['StringEqualsIfExists', 'blue', 'red', false],
  ['StringNotEquals', 'blue', 'red', true],
  ['StringNotEquals', 'blue', 'blue', false],
  ['StringNotEquals', ['red', 'blue'], 'blue', false],
  ['StringNotEquals', ['red', 'blue'], 'green', true],
  ['StringNotEquals', 'blue', 'absent', true],
  ['StringNotEqualsIfExists', 'blue', 'absent', true],
  ['StringEqualsIgnoreCase', 'BLUE', 'blue', true],
  ['StringEqualsIgnoreCase', 'BLUE', 'blues', false],
  ['StringEqualsIgnoreCase', 'BLUE', 'absent', false],
  ['StringNotEqualsIgnoreCase', 'BLUE', 'blue', false],
  ['StringNotEqualsIgnoreCase', 'BLUE', 'red', true],
  ['StringNotEqualsIgnoreCase', 'BLUE', 'absent', true],
  ['StringLike', 'b*', 'blue', true],
  ['StringLike', 'b*', 'b', true],
  ['StringLike', 'b*', 'Blue', false],
  ['StringLike', '*lu*', 'blue', true],
  ['StringLike', 'bl?e', 'blue', true],
  ['StringLike', 'bl?e', 'ble', false],
  ['StringLike', 'b**e', 'be', true],
  ['StringLike', '', 'blue', false],
  ['StringLike', '*', 'absent', false],
  ['StringLikeIfExists', 'b*', 'absent', true],
  ['StringNotLike', 'b*', 'blue', false],
  ['StringNotLike', 'b*', 'red', true],
  ['StringNotLike', 'b*', 'absent', true],
];

const NUMBERS: readonly Row[] = [
  ['NumericEquals', '10', '10', true],
  ['NumericEquals', '10', '10.0', true],
  ['NumericEquals', '10', '9', false],
  ['NumericEquals', '10', 'absent', false],
  ['NumericNotEquals', '10', '9', true],
  ['NumericNotEquals', '10', '10', false],
  ['NumericNotEquals', '10', 'absent', true],
  ['NumericLessThan', '10', '9.9', true],
  ['NumericLessThan', '10', '10', false],
  ['NumericLessThan', '9', '10', false],
  ['NumericLessThanEquals', '10', '10', true],
  ['NumericLessThanEquals', '10', '11', false],
  ['NumericLessThanEqualsIfExists', '10', 'absent', true],
  ['NumericGreaterThan', '10', '11', true],
  ['NumericGreaterThan', '10', '10', false],
  ['NumericGreaterThanEquals', '10', '10', true],
  ['NumericGreaterThanEquals', '10', '-11', false],
  ['NumericGreaterThan', ['100', '10'], '50', true],
];

const DATES: readonly Row[] = [
  ['DateEquals', '2020-01-01T00:00:01Z', '1577836801', true],
  ['DateEquals', '2020-01-01T00:00:01Z', '2020-01-01T01:00:01+01:00', true],
  ['DateEquals', '2020-01-01', '2020-01-01T00:00:00Z', true],
  ['DateEquals', '2020-01-01', '2020-01-02', false],
  ['DateNotEquals', '2020-01-01', '2020-01-02', true],
  ['DateNotEquals', '2020-01-01', 'absent', true],
  ['DateLessThan', '2020-01-01T00:00:01Z', '2020-01-01T00:00:00Z', true],
  ['DateLessThan', '2020-01-01T00:00:01Z', '2020-01-01T00:00:01Z', false],
  ['DateLessThanEquals', '2020-01-01T00:00:01Z', '2020-01-01T00:00:01Z', true],
  ['DateGreaterThan', '2020-01-01T00:00:01Z', '2020-01-01T00:00:02Z', true],
  ['DateGreaterThan', '2020-01-01T00:00:01Z', '1577836801', false],
  ['DateGreaterThanEquals', '1577836801', '2020-01-01T00:00:01Z', true],
  ['DateGreaterThan', '2020-01-01T00:00:01Z', 'absent', false],
  ['DateGreaterThanIfExists', '2020-01-01T00:00:01Z', 'absent', true],
];

const OTHERS: readonly Row[] = [
  ['Bool', 'true', 'true', true],
  ['Bool', 'true', 'false', false],
  ['Bool', 'false', 'absent', false],
  ['Bool', 'false', 'false', true],
  ['BoolIfExists', 'false', 'absent', true],
  ['BoolIfExists', 'false', 'true', false],
  ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
  ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ6', false],
  ['BinaryEquals', 'QmluYXJ5', 'absent', false],
  ['Null', 'true', 'absent', true],
  ['Null', 'true', 'x', false],
  ['Null', 'false', 'x', true],
  ['Null', 'false', 'absent', false],
  ['IpAddress', '203.0.113.0/24', '203.0.113.0', true],
  ['IpAddress', '203.0.113.0/24', '203.0.113.255', true],
  ['IpAddress', '203.0.113.0/24', '203.0.114.0', false],
  ['IpAddress', '203.0.113.7', '203.0.113.7', true],
  ['IpAddress', '203.0.113.7', '203.0.113.8', false],
  ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5678::1', true],
  ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5679::1', false],
  ['IpAddress', ['203.0.113.0/24', '2001:DB8:1234:5678::/64'], '203.0.113.9', true],
  ['IpAddress', '203.0.113.0/24', '2001:db8::1', false],
  ['IpAddress', '0.0.0.0/0', 'absent', false],
  ['IpAddressIfExists', '203.0.113.0/24', 'absent', true],
  ['NotIpAddress', '203.0.113.0/24', '203.0.114.0', true],
  ['NotIpAddress', '203.0.113.0/24', '203.0.113.9', false],
  ['NotIpAddress', '203.0.113.0/24', 'absent', true],
];

const FINANCE = 'arn:aws:someservice:*:111122223333:finance/*';
const ARNS: readonly Row[] = [
  ['ArnEquals', 'arn:aws:sns:eu-west-1:111122223333:t', 'arn:aws:sns:eu-west-1:111122223333:t', true],
  ['ArnEquals', 'arn:aws:sns:eu-west-1:111122223333:t', 'arn:aws:sns:eu-west-1:111122223333:T', false],
  ['ArnEquals', 'arn:aws:sns:*:111122223333:*', 'arn:aws:sns:eu-west-1:111122223333:t', true],
  ['ArnLike', FINANCE, 'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt', false],
  ['StringLike', FINANCE, 'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt', true],
  ['ArnLike', FINANCE, 'arn:aws:someservice:us-east-2:111122223333:finance/document.txt', true],
  ['ArnLike', 'arn:aws:s3:::logs*', 'arn:aws:s3:::logs/a:b:c', true],
  ['ArnLike', 'arn:aws:s3:::l?gs', 'arn:aws:s3:::logs', true],
  ['ArnLike', 'arn:aws:s3:::logs', 'no ARN', false],
  ['ArnLike', 'arn:aws:s3:::logs', 'absent', false],
  ['ArnLikeIfExists', 'arn:aws:s3:::logs', 'absent', true],
  ['ArnNotEquals', 'arn:aws:s3:::logs', 'arn:aws:s3:::logs', false],
  ['ArnNotLike', 'arn:aws:s3:::l*', 'arn:aws:s3:::other', true],
  ['ArnNotLike', 'arn:aws:s3:::l*', 'absent', true],
];

const SETS = 'IAM UG, Creating a condition that tests multiple key values (set operators)';
const LISTS: readonly Row[] = [
  ['ForAllValues:StringEquals', ['ID', 'Message', 'Tags'], ['ID', 'Message'], true],
  ['ForAllValues:StringEquals', ['ID', 'Message', 'Tags'], ['ID', 'UserName'], false],
  ['ForAllValues:StringEquals', ['ID'], 'absent', true],
  ['ForAllValues:StringEquals', ['ID'], [], true],
  ['ForAllValues:StringLike', ['I*', 'M*'], ['ID', 'Message'], true],
  ['ForAllValues:StringLike', ['I*'], ['ID', 'Message'], false],
  ['ForAllValues:StringNotEquals', ['ID'], ['Message', 'Tags'], true],
  ['ForAllValues:StringNotEquals', ['ID'], ['Message', 'ID'], false],
  ['ForAllValues:StringEqualsIfExists', ['ID'], 'absent', true],
  ['ForAnyValue:StringEquals', ['ID', 'PostDateTime'], ['PostDateTime', 'Message'], true],
  ['ForAnyValue:StringEquals', ['ID', 'PostDateTime'], ['Message'], false],
  ['ForAnyValue:StringEquals', ['ID'], 'absent', false],
  ['ForAnyValue:StringEquals', ['ID'], [], false],
  ['ForAnyValue:StringLike', ['*Time'], ['PostDateTime', 'Message'], true],
  ['ForAnyValue:StringEqualsIgnoreCase', ['id'], ['Message', 'ID'], true],
  ['ForAnyValue:StringNotEquals', ['ID'], ['ID', 'Message'], true],
  ['ForAnyValue:StringNotEquals', ['ID'], ['ID'], false],
  ['ForAnyValue:StringNotEquals', ['ID'], 'absent', false],
  ['ForAllValues:ArnLike', ['arn:aws:s3:::l*'], ['arn:aws:s3:::logs', 'arn:aws:s3:::lake'], true],
  ['ForAllValues:ArnLike', ['arn:aws:s3:::l*'], ['arn:aws:s3:::logs', 'arn:aws:s3:::pond'], false],
];

const shown = (value: string | readonly string[]): string => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value));

const casesOf = (source: string, rows: readonly Row[]): readonly Case[] =>
  rows.map(([operator, expected, actual, holds]) => ({
    name: `${operator} ${shown(expected)} ${holds ? 'holds' : 'fails'} ${actual === 'absent' ? 'without the key' : `for ${shown(actual)}`}`,
    source,
    set: { identity: [allow('s3:*', { Condition: { [operator]: { 'x:Key': expected } } })] },
    request: ask({ context: { 'x:Key': actual } }),
    says: holds ? 'allowed by identity' : 'denied by identity',
  }));

/** What conditions compare, by their operators. */
export const operators: Readonly<Record<string, readonly Case[]>> = {
  'String operators': casesOf(`${PAGE}: String`, STRINGS),
  'Numeric operators': casesOf(`${PAGE}: Numeric`, NUMBERS),
  'Date operators': casesOf(`${PAGE}: Date and time`, DATES),
  'Boolean, binary, null and address operators': casesOf(`${PAGE}: Boolean, Binary, Null, IP address, IfExists`, OTHERS),
  'ARN operators': casesOf(`${PAGE}: Amazon Resource Name (ARN)`, ARNS),
  'Keys of several values': casesOf(SETS, LISTS),
};
