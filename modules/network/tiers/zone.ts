import { asWritten, InputError } from '../../core/input-error';

/**
 * How a subnet names its zone: a letter is this account's own name for a place, an id (euw1-az1) is the place itself.
 * @throws InputError LZ-NET-7 neither of the two
 */
export function zoneAttribute(region: string, zone: string): { availabilityZone: string } | { availabilityZoneId: string } {
  if (/^[a-z]$/.test(zone)) return { availabilityZone: `${region}${zone}` };
  if (/^[a-z]{3,5}\d+-az\d$/.test(zone)) return { availabilityZoneId: zone };
  const remedy = 'write a letter such as a, or an id such as euw1-az1';
  throw InputError.of({
    problem: 'a zone is neither a letter nor an id',
    got: asWritten(zone),
    remedy,
    code: 'LZ-NET-7',
  });
}
