/** A commercial, GovCloud, China, sovereign or isolated Region, as part of a pattern: eu-west-1, us-gov-west-1, eusc-de-east-1. */
export const REGION = '[a-z]{2,4}(?:-[a-z]+)+-[0-9]';

const ZONE = new RegExp(`^${REGION}([a-z])$`);

/** The letter of a zone's name, `eu-west-1a`; undefined where it isn't one. */
export function findZoneLetter(zone: string): string | undefined {
  return ZONE.exec(zone)?.[1];
}
