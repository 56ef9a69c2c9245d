import { REGION } from '../../../core/aws/region';

/** Forms of texts, for editors; the checks say the same with a remedy. */
export const NAME_FORM = { pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' } as const;
export const ACCOUNT_ID_FORM = { pattern: '^[0-9]{12}$' } as const;
export const REGION_FORM = { pattern: `^${REGION}$` } as const;
export const ZONE_FORM = { pattern: '^([a-z]|[a-z]{3,5}[0-9]-az[0-9])$' } as const;
export const CIDR_FORM = { description: 'A block like 10.0.0.0/20, without bits behind its mask.' } as const;
/** @source Amazon VPC User Guide, "VPC CIDR blocks" and "Subnet sizing": /16 to /28 */
export const SIZE_FORM = { minimum: 16, maximum: 28 } as const;
