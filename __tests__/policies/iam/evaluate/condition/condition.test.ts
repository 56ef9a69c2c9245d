import { Asked } from '../../../../../policies/iam/evaluate/asked';
import { conditionOf } from '../../../../../policies/iam/evaluate/condition/condition';
import { Doubt } from '../../../../../policies/iam/evaluate/truth';
import type { ContextValue } from '../../../../../policies/iam/request';
import type { PolicyText } from '../../../../../policies/model/policy/policy';
import { Reference, Template } from '../../../../../policies/model/term';
import { REQUEST } from '../asking';

/** Whether a request whose key x:y has these values meets a condition: a doubt is its reason. */
function meets(operator: string, expected: readonly PolicyText[], actual: ContextValue | undefined): boolean | string {
  const context = new Map<string, ContextValue>(actual === undefined ? [] : [['x:y', actual]]);
  const truth = conditionOf({ operator, key: 'x:y', values: expected }, '2012-10-17')(new Asked({ ...REQUEST, context }));
  return truth instanceof Doubt ? truth.why : truth;
}
const compared = (actual: string, expected: string): string =>
  `how ${JSON.stringify(actual)} compares with ${JSON.stringify(expected)} isn't known`;

describe('values that stand for something', () => {
  it.each<[string, string, string, boolean]>([
    ['NumericEquals', '10.000001', '10.000001', true],
    ['NumericEquals', '-1', '-1.0', true],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericLessThan', '10', '10', false],
    ['NumericGreaterThanEquals', '9', '10', false],
    ['NumericGreaterThan', '10', '10', false],
    ['DateEquals', '2026-01-01T00:00:00.123Z', '2026-01-01T01:00:00.123+01:00', true],
    ['DateEquals', '2026-01-01T00:00Z', '2026-01-01', true],
    ['DateGreaterThanEquals', '1767225599', '2026-01-01', false],
    ['DateGreaterThanEquals', '1767225600', '2026-01-01', true],
    ['DateLessThanEquals', '1767225600', '2026-01-01', true],
    ['DateLessThanEquals', '1767225601', '2026-01-01', false],
    ['Bool', 'TRUE', 'true', true],
    ['ArnLike', 'arn:aws:s3:::a', 'arn:aws:s3:::A', false],
    ['ArnEquals', 'arn:aws:s3:::a', 'arn:aws:s3:::A', false],
    ['ArnEquals', 'arn:aws:s3:::ab', 'arn:aws:s3:::a*', true],
    ['BinaryEquals', 'YQ==', 'yQ==', false],
    ['StringEqualsIgnoreCase', 'a*', 'A*', true],
    ['StringEqualsIgnoreCase', 'ab', 'A*', false],
    ['IpAddress', '10.0.0.7', '10.0.0.0/29', true],
    ['IpAddress', '10.0.0.8', '10.0.0.0/29', false],
    ['IpAddress', '10.0.0.8', '10.0.0.9/28', true],
    ['IpAddress', '10.0.0.8', '::/0', false],
    ['IpAddress', '::1', '0.0.0.0/0', false],
    ['IpAddress', '2001:db8::1', '2001:db8::/127', true],
    ['IpAddress', '10.0.0.8', '10.0.0.8/32', true],
  ])('%s: %s beside %s is %j', (operator, actual, expected, answer) => {
    expect(meets(operator, [expected], [actual])).toBe(answer);
  });

  it.each<[string, string, string]>([
    ['NumericEquals', 'x10', '10'],
    ['NumericEquals', '10x', '10'],
    ['NumericEquals', '10', '1e1'],
    ['DateEquals', 'x2026-01-01', '2026-01-01'],
    ['DateEquals', '2026-01-01x', '2026-01-01'],
    ['DateEquals', '2026-13-01', '2026-01-01'],
    ['Bool', 'xtrue', 'true'],
    ['Bool', 'truex', 'true'],
    ['BinaryEquals', 'YQ==', '${x:y}'],
    ['IpAddress', '10.0.0.8', '10.0.0.0/33'],
    ['IpAddress', '10.0.0.8', '10.0.0.0/8/8'],
    ['IpAddress', '10.0.0.8', '10.0.0.0/x8'],
    ['IpAddress', '10.0.0.8', '10.0.0.0/8x'],
    ['IpAddress', '10.0.0.8', '10.0.0/8'],
    ['IpAddress', '10.0.0.8', '::/129'],
  ])('%s: nothing is said of %s beside %s', (operator, actual, expected) => {
    expect(meets(operator, [expected], [actual])).toBe(compared(actual, expected));
  });

  it('nothing is said of a number that only apply tells', () => {
    const hole = new Template([new Reference([{ key: 'dev:aws_ssm_parameter.n', attribute: 'value' }])]);

    expect(meets('NumericEquals', [hole], ['1'])).toBe(compared('1', '<dev:aws_ssm_parameter.n.value>'));
    expect(meets('NumericEquals', ['1'], [hole])).toBe(compared('<dev:aws_ssm_parameter.n.value>', '1'));
    expect(meets('StringEquals', [hole], ['1'])).toBe('whether "1" is "<dev:aws_ssm_parameter.n.value>" isn\'t known');
    expect(meets('StringEqualsIgnoreCase', ['ABC'], [new Template(['aB', ...hole.parts])])).toBe(
      'whether "aB<dev:aws_ssm_parameter.n.value>" is "ABC" isn\'t known',
    );
  });
});

describe('keys that are there, absent, or not told', () => {
  const SEVERAL = 'x:y has several values or none';
  it.each<[string, string, ContextValue | undefined, boolean | string]>([
    ['StringEquals', 'a', undefined, "x:y isn't known"],
    ['StringEquals', 'a', 'absent', false],
    ['StringNotEquals', 'a', 'absent', true],
    ['StringEqualsIfExists', 'a', 'absent', true],
    ['StringEquals', 'a', ['a', 'b'], SEVERAL],
    ['StringEquals', 'a', [], SEVERAL],
    ['StringEquals', '', [''], true],
    ['ForAllValues:StringEquals', 'a', 'absent', true],
    ['ForAllValues:StringEquals', 'a', [], true],
    ['ForAllValues:StringEquals', 'a', ['a', ''], false],
    ['ForAllValues:StringEquals', 'a', [''], "whether x:y has a value isn't known"],
    ['ForAllValues:StringEquals', 'a', ['a', 'b'], false],
    ['ForAnyValue:StringEquals', 'a', 'absent', false],
    ['ForAnyValue:StringEquals', 'a', [], false],
    ['ForAnyValue:StringEquals', 'a', ['a', ''], true],
    ['ForAnyValue:StringEquals', 'a', [''], "whether x:y has a value isn't known"],
    ['ForAnyValue:StringEqualsIfExists', 'a', 'absent', "what ForAnyValue with IfExists means without x:y isn't documented"],
    ['Null', 'true', 'absent', true],
    ['Null', 'false', 'absent', false],
    ['Null', 'true', ['a'], false],
    ['Null', 'false', ['a', ''], true],
    ['Null', 'false', [''], "whether x:y is null isn't known"],
    ['Null', 'TRUE', 'absent', "what Null asks of x:y isn't known"],
    ['StringIs', 'a', ['a'], 'there is no operator StringIs'],
  ])('%s %s of %j: %j', (operator, expected, actual, answer) => {
    expect(meets(operator, [expected], actual)).toBe(answer);
  });
});
