import { partsOf } from '../../model/arns';
import type { PolicyText } from '../../model/policy/policy';

/** What stands between the colons of an ARN. An element that only apply tells is empty here. */
export interface ArnParts {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** As far as it is literal from its beginning. */
  readonly resource: string;
}

/** A letter for private use: it stands for what isn't known, and in no ARN. */
const HOLE = '\uE000';

/** The parts of an ARN; undefined for what is none. */
export function findArnParts(text: PolicyText): ArnParts | undefined {
  const flat = partsOf(text)
    .map((part) => (typeof part === 'string' ? part : HOLE))
    .join('');
  const [arn, , service = '', region = '', account = '', ...rest] = flat.split(':');
  if (arn !== 'arn' || rest.length === 0) return undefined;
  const known = (element: string): string => (element.includes(HOLE) ? '' : element);
  const [resource = ''] = rest.join(':').split(HOLE);
  return { service: known(service), region: known(region), account: known(account), resource };
}
