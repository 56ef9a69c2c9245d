import type { Json } from '../../../../../policies/model/universe';
import { frontEndLogging } from '../../../../../policies/rules/delivery/front-end-logging';
import { namedCallers } from '../../../../../policies/rules/delivery/function/named-callers';
import { supportedRuntime } from '../../../../../policies/rules/delivery/function/supported-runtime';
import { universeOf } from '../../../universe';
import { linesOf } from '../../rule-fixture';

type Body = Readonly<Record<string, Json>>;

describe('a permission', () => {
  const permission = (body: Body): readonly string[] =>
    linesOf(
      namedCallers,
      universeOf({
        'aws_lambda_permission.p': { action: 'lambda:InvokeFunction', function_name: 'f', ...body },
        'aws_api_gateway_rest_api.a': { name: 'shop' },
        'aws_sns_topic.t': { name: 'orders' },
      }),
    );
  const FOUND = ['violated aws_lambda_permission.p: it lets every AWS account call the function'];

  it.each<[string, Body]>([
    ['for "*"', { principal: '*' }],
    ['for an ARN with any account', { principal: 'arn:aws:iam::*:root' }],
    ['for "*" from any bucket', { principal: '*', source_arn: 'arn:aws:s3:::*' }],
    ['for "*" from any ARN', { principal: '*', source_arn: '*' }],
    ['for "*" from rules of any account', { principal: '*', source_arn: 'arn:aws:events:eu-west-1:*:rule/nightly' }],
    ['for "*" from buckets that begin so', { principal: '*', source_arn: 'arn:aws:s3:::inbox*' }],
    ['for "*" in an organisation without an id', { principal: '*', principal_org_id: '' }],
  ])('is found %s', (_, body) => {
    expect(permission(body)).toEqual(FOUND);
  });

  it.each<[string, Body]>([
    ['for an account', { principal: '111111111111' }],
    ['for a service', { principal: 'events.amazonaws.com' }],
    ['for "*" of an organisation', { principal: '*', principal_org_id: 'o-a1b2c3d4e5' }],
    ['for "*" of an account', { principal: '*', source_account: '111111111111' }],
    ['for "*" from a bucket', { principal: '*', source_arn: 'arn:aws:s3:::inbox' }],
    ['for "*" from an account', { principal: '*', source_arn: 'arn:aws:events:*:111111111111:*' }],
    [
      'for "*" from an account, where only apply tells the rule',
      { principal: '*', source_arn: 'arn:aws:events:x:111111111111:${var.a}' },
    ],
    ['for "*" from an API', { principal: '*', source_arn: '${aws_api_gateway_rest_api.a.execution_arn}/*/*' }],
    ['for "*" from a topic', { principal: '*', source_arn: '${aws_sns_topic.t.arn}' }],
  ])('is not found %s', (_, body) => {
    expect(permission(body)).toEqual([]);
  });

  it('may be for everybody where what would narrow it is not known', () => {
    expect(permission({ principal: '*', source_arn: '${var.arn}' })).toEqual([
      'unknown aws_lambda_permission.p: it may let every AWS account call the function: it is set from outside: ${var.arn}',
    ]);
    expect(permission({ principal: '*', source_arn: 'arn:aws:s3:::${var.bucket}' })).toEqual([
      'unknown aws_lambda_permission.p: it may let every AWS account call the function: what its source_arn names isn\'t known: "arn:aws:s3:::<not known (it is set from outside: ${var.bucket})>"',
    ]);
    expect(permission({ principal: '*', source_arn: '${var.arn}', source_account: '111111111111' })).toEqual([]);
  });

  it('may be for everybody where its principal is not known', () => {
    expect(permission({ principal: '${var.who}' })).toEqual([
      "unknown aws_lambda_permission.p: whom it admits isn't known: it is set from outside: ${var.who}",
    ]);
  });
});

describe('the URL of a function', () => {
  it('may be for everybody where its authorization is not known', () => {
    const url = universeOf({ 'aws_lambda_function_url.u': { authorization_type: '${var.a}' } });

    expect(linesOf(namedCallers, url)).toEqual([
      "unknown aws_lambda_function_url.u: authorization_type isn't known: it is set from outside: ${var.a}",
    ]);
  });
});

describe('a runtime', () => {
  const runtime = (name: Json): readonly string[] =>
    linesOf(supportedRuntime, universeOf({ 'aws_lambda_function.f': { runtime: name } }));

  it.each(['nodejs22.x', 'python3.12', 'provided.al2023', 'java21', 'ruby3.4'])('%s is supported', (name) => {
    expect(runtime(name)).toEqual([]);
  });

  it('nodejs20.x is deprecated since 2026-04-30', () => {
    expect(runtime('nodejs20.x')).toEqual(['violated aws_lambda_function.f: runtime nodejs20.x is deprecated since 2026-04-30']);
  });

  it('that is set from outside is unknown', () => {
    expect(runtime('${var.r}')).toEqual(["unknown aws_lambda_function.f: runtime isn't known: it is set from outside: ${var.r}"]);
  });
});

describe('the log of a front end', () => {
  it('may be there where a delivery source names what is not known, and blocks are generated', () => {
    const edge = { 'aws_cloudfront_distribution.d': { enabled: true } };
    const source = { 'aws_cloudwatch_log_delivery_source.s': { resource_arn: '${var.arn}' } };
    const stage = { dynamic: { access_log_settings: { for_each: '${var.logs}', content: { format: 'x' } } } };

    expect(linesOf(frontEndLogging, universeOf({ ...edge, ...source }))).toEqual([
      "unknown aws_cloudfront_distribution.d: whether anything logs who calls it isn't known: dev:aws_cloudwatch_log_delivery_source.s may belong to it",
    ]);
    expect(linesOf(frontEndLogging, universeOf({ 'aws_apigatewayv2_stage.s': stage }))).toEqual([
      expect.stringContaining("unknown aws_apigatewayv2_stage.s: whether anything logs who calls it isn't known: ") as string,
    ]);
  });
});
