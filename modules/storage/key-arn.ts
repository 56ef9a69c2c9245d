import { asWritten, InputError } from '../core/input-error';
import { hasToken } from '../core/policy/tokens';

const KEY = /^arn:aws(?:-cn|-us-gov)?:kms:([a-z0-9-]+):\d{12}:key\/[a-zA-Z0-9-]+$/;

/**
 * The ARN says the Region, if it is a literal: one that only Terraform will know passes.
 * @throws InputError LZ-BUCKET-2 no key's ARN, LZ-BUCKET-3 a key of another Region
 */
export function checkKeyArn(keyArn: string, region: string): void {
  if (hasToken(keyArn)) return;
  const found = KEY.exec(keyArn)?.[1];
  const example = `arn:aws:kms:${region}:111111111111:key/…`;
  if (found === undefined) {
    const remedy = `write it like "${example}": an alias is read in the writer's account, where it is another key or none`;
    throw InputError.of({ problem: "this is not a KMS key's ARN", got: asWritten(keyArn), remedy, code: 'LZ-BUCKET-2' });
  }
  if (found === region) return;
  throw InputError.of({
    problem: `S3 and CloudWatch Logs encrypt with keys of their own Region, which is ${region}`,
    got: asWritten(keyArn),
    remedy: `use a key of ${region}, or a replica there of a multi-Region key`,
    code: 'LZ-BUCKET-3',
  });
}
