import { Cidr } from '../../../../../modules/core/cidr';
import { asWritten, InputError } from '../../../../../modules/core/input-error';
import { Unknown } from '../../../term';
import type { Known } from '../../known';

const HIGHEST = { v4: 32, v6: 128 } as const;

/**
 * A block as AWS reads it: bits behind the mask are cut, zeros before the mask don't count, and any spelling of IPv6 is
 * the same address. `10.0.0.5/08` is `10.0.0.0/8`. Reading what it came to gives the same again.
 */
export function readLeniently(text: string): Known<Cidr> {
  const [address = '', mask = '', ...rest] = text.trim().split('/');
  const family = address.includes(':') ? 'v6' : 'v4';
  if (rest.length > 0 || !/^\d{1,9}$/.test(mask) || Number(mask) > HIGHEST[family]) {
    return new Unknown(`${asWritten(text)} is not a block`);
  }
  try {
    const single = Cidr.parse(`${address}/${String(HIGHEST[family])}`);
    return Cidr.containing(family, single.base, Number(mask));
  } catch (error) {
    if (error instanceof InputError) return new Unknown(`${asWritten(text)} is not a block`);
    throw error;
  }
}
