import type { Json, StackDocument } from '../../../../policies/model/universe';
import { noFullAdmin } from '../../../../policies/rules/identity/no-full-admin';
import { documentsOf } from '../../universe';
import { linesOf } from '../rule-fixture';

/** A role with the policy that an ARN names, beside what the ARN may refer to. */
function attached(arn: Json): readonly StackDocument[] {
  return documentsOf({
    dev: {
      data: {
        aws_iam_policy: { admin: { name: 'AdministratorAccess' }, other: { name: 'acme-reader' } },
        aws_partition: { here: {} },
      },
      resource: {
        aws_iam_policy: {
          own: { name: 'own', policy: '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}' },
        },
        aws_iam_role_policy_attachment: { a: { role: 'r', policy_arn: arn } },
      },
    },
  });
}

const lines = (arn: Json): readonly string[] => linesOf(noFullAdmin, { stacks: attached(arn) });

describe("AWS's AdministratorAccess is found", () => {
  it.each<[string, Json]>([
    ['by its ARN', 'arn:aws:iam::aws:policy/AdministratorAccess'],
    [
      'by its ARN in the partition of the provider',
      'arn:${data.aws_partition.here.partition}:iam::aws:policy/AdministratorAccess',
    ],
    ['by its ARN in a partition that is set from outside', 'arn:${var.partition}:iam::aws:policy/AdministratorAccess'],
    ['by its name, looked up', '${data.aws_iam_policy.admin.arn}'],
  ])('%s', (_, arn) => {
    expect(lines(arn)).toEqual(['violated aws_iam_role_policy_attachment.a: it attaches AdministratorAccess']);
  });
});

describe('another policy is', () => {
  it.each<[string, Json]>([
    ['one of the documents', '${aws_iam_policy.own.arn}'],
    ["a customer's, whatever its name", 'arn:aws:iam::111111111111:policy/${var.name}'],
    ['one that is looked up by another name', '${data.aws_iam_policy.other.arn}'],
    ["one of AWS's with another name", 'arn:aws:iam::aws:policy/job-function/AdministratorAccess-Amplify'],
  ])('%s', (_, arn) => {
    expect(lines(arn)).toEqual([]);
  });

  it("unknown, if it is AWS's by a name that is set from outside", () => {
    expect(lines('arn:aws:iam::aws:policy/${var.name}')).toEqual([
      "unknown aws_iam_role_policy_attachment.a: which policy it attaches isn't known: it is set from outside: ${var.name}",
    ]);
  });
});
