import type { Row } from './row';

const claims = (text: string): Row[1] => [['suppressions:\n', `claims:\n  - ${text}\nsuppressions:\n`]];

/** What is claimed of who may do what. */
export const ACCESS_CLAIMS: readonly Row[] = [
  [
    'a claim about access that says nothing',
    claims('{}'),
    [
      'landing-zone.yaml:38:5 claims.0: a claim about access says allowed or denied, got {}; write one claim for each [LZ-CFG-66]',
    ],
  ],
  [
    'a claim about access that says both',
    claims(
      "{ allowed: { principal: any, action: 's3:GetObject', resource: '*' }, denied: { principal: any, action: 's3:GetObject', resource: '*' } }",
    ),
    [
      'landing-zone.yaml:38:5 claims.0: a claim about access says allowed or denied, got allowed and denied; write one claim for each [LZ-CFG-66]',
    ],
  ],
  [
    'a claim about nobody and nothing',
    claims("{ denied: { principal: ' ', action: 's3:GetObject', resource: '' } }"),
    [
      'landing-zone.yaml:38:28 claims.0.denied.principal: the principal is empty, got " "; name somebody, or any [LZ-CFG-67]',
      'landing-zone.yaml:38:67 claims.0.denied.resource: the resource is empty, got ""; name a resource, or * [LZ-CFG-67]',
    ],
  ],
  [
    'actions that are none',
    claims("{ denied: { principal: any, action: ['s3:GetObject', GetObject, 's3:Get Object'], resource: '*' } }"),
    [
      'landing-zone.yaml:38:58 claims.0.denied.action.1: this is not an action, got "GetObject"; write the service and the action, like "s3:DeleteObject" [LZ-CFG-68]',
      'landing-zone.yaml:38:69 claims.0.denied.action.2: this is not an action, got "s3:Get Object"; write the service and the action, like "s3:DeleteObject" [LZ-CFG-68]',
    ],
  ],
  [
    'condition keys that are none',
    claims(
      "{ denied: { principal: any, action: '*', resource: '*', context: { MultiFactorAuthPresent: 'true' }, without_context: [SourceIp] } }",
    ),
    [
      'landing-zone.yaml:38:96 claims.0.denied.context.MultiFactorAuthPresent: this is not a condition key, got "MultiFactorAuthPresent"; write the service and the key, like "aws:MultiFactorAuthPresent" [LZ-CFG-69]',
      'landing-zone.yaml:38:124 claims.0.denied.without_context.0: this is not a condition key, got "SourceIp"; write the service and the key, like "aws:MultiFactorAuthPresent" [LZ-CFG-69]',
    ],
  ],
];
