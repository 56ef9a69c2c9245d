import { asWritten, InputError } from '../../core/input-error';
import { hasToken } from '../../core/policy/tokens';

const KEY = /^arn:aws(?:-cn|-us-gov)?:kms:([a-z0-9-]+):\d{12}:key\/[a-zA-Z0-9-]+$/;

/**
 * One that only Terraform will know passes.
 * @throws InputError LZ-PARAM-18 no key, an alias, or a key of another Region
 */
export function checkKeyArn(keyArn: string | undefined, region: string): void {
  if (keyArn !== undefined && hasToken(keyArn)) return;
  const found = KEY.exec(keyArn ?? '')?.[1];
  if (found === region) return;
  const problem =
    found === undefined
      ? 'a secret is encrypted by a key of your own, named by its ARN'
      : `a secret's key is of its own Region, ${region}`;
  const remedy = `give keyArn like "arn:aws:kms:${region}:111111111111:key/…": an alias is no resource of a policy`;
  throw InputError.of({ problem, got: asWritten(keyArn), remedy, code: 'LZ-PARAM-18' });
}
