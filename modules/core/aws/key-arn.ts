import { asWritten, InputError } from '../input-error';
import { hasToken } from '../policy/tokens';
import { PARTITION } from './partition';

const KEY = new RegExp(`^arn:${PARTITION}:kms:([a-z0-9-]+):\\d{12}:key/[a-zA-Z0-9-]+$`);

/**
 * What encrypts here is named by its ARN and stands in its own Region: services use no key of another one. The ARN says
 * the Region, if it is a literal; one that only Terraform will know passes.
 * @throws InputError LZ-ARN-3 no key's ARN, LZ-ARN-4 a key of another Region
 */
export function checkKeyArn(keyArn: string | undefined, region: string): void {
  if (keyArn !== undefined && hasToken(keyArn)) return;
  const found = KEY.exec(keyArn ?? '')?.[1];
  if (found === undefined) {
    const remedy = `write it like "arn:aws:kms:${region}:111111111111:key/…": an alias is another key, or none, in another account`;
    throw InputError.of({ problem: "this is not a KMS key's ARN", got: asWritten(keyArn), remedy, code: 'LZ-ARN-3' });
  }
  if (found === region) return;
  throw InputError.of({
    problem: `what stands in ${region} is encrypted by a key of ${region}`,
    got: asWritten(keyArn),
    remedy: `use a key of ${region}, or a replica there of a multi-Region key`,
    code: 'LZ-ARN-4',
  });
}
