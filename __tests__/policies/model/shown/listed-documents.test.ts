import { identityFactsOf } from '../../../../policies/model/identity/reading';
import { readShown } from '../../../../policies/model/shown';
import type { Json } from '../../../../policies/model/universe';
import { policyShown } from '../identity/facts-text';
import { planJson } from './plan-json';

const KNOWN = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' } });
const OPEN = {
  address: 'data.aws_iam_policy_document.open',
  known: { statement: [{ actions: ['s3:GetObject'], effect: 'Allow', resources: [null] }] },
  unknown: { json: true, statement: [{ resources: [true] }] },
};
const TOLD = { address: 'data.aws_iam_policy_document.told', known: { json: KNOWN } };
const BOTH = { references: ['data.aws_iam_policy_document.told.json', 'data.aws_iam_policy_document.open.json'] };

/** The policy that is made of a list, as a plan has what is known of it. */
function policyOf(known: Json | undefined, unknown: Json, written: Json = BOTH): string | undefined {
  const all = {
    address: 'data.aws_iam_policy_document.all',
    known: known === undefined ? {} : { source_policy_documents: known },
    unknown: { json: true, source_policy_documents: unknown },
  };
  const plan = planJson({
    resources: [OPEN, TOLD, all, { address: 'aws_iam_policy.p', known: {}, unknown: { policy: true } }],
    written: {
      'data.aws_iam_policy_document.open': { statement: [{ resources: { references: ['aws_s3_bucket.b.arn'] } }] },
      'data.aws_iam_policy_document.all': { source_policy_documents: written },
      'aws_iam_policy.p': { policy: { references: ['data.aws_iam_policy_document.all.json'] } },
    },
  });
  const { policies } = identityFactsOf({ stacks: [readShown('net', plan)] });
  return policies.map(({ policy }) => policyShown(policy)).join();
}

test.each<[string, Json | undefined, Json]>([
  ['[told, open]', [KNOWN, null], [false, true]],
  ['compact([told, open])', undefined, true],
])('a policy in a plan that is made of the documents %s has the statements of both', (_written, known, unknown) => {
  expect(policyOf(known, unknown)).toBe(
    'Allow s3:ListBucket on *; Allow s3:GetObject on <not known (known only after apply, from aws_s3_bucket.b.arn)>',
  );
});

test('one that is made of documents and of something else is not known', () => {
  const written = { references: [...BOTH.references, 'var.extra'] };

  expect(policyOf(undefined, true, written)).toMatch(/^\? /);
});
