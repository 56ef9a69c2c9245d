import type { Place } from '../../core/aws/arn';
import type { Statement } from '../../core/policy/statement';

/** A use of a key: what somebody other than its administrators needs of it, and on which conditions. */
export interface KeyUse {
  /**
   * The statements for a key that stands there.
   * @throws InputError LZ-KEY-12 nobody is let in, LZ-KEY-13 a name that AWS wouldn't take, LZ-ARN-n
   */
  statements(place: Place): readonly Statement[];
}
