import { readFileSync } from 'node:fs';

import { Cidr } from '../../modules/core/cidr';
import { asWritten, InputError } from '../../modules/core/input-error';
import type { AddressPool } from '../../modules/core/ledger';
import { parseConfiguration, resolveNetworks } from '../../modules/landing-zone/configuration';

function readConfiguration(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw InputError.of({ subject: '--config', problem: 'the configuration can\'t be read', got: asWritten(file), remedy: 'name a landing-zone.yaml', code: 'LZ-LEDGER-21' });
  }
}

/**
 * Where a configuration lets addresses come from, less what it states itself.
 * @throws InputError LZ-LEDGER-21 unreadable, and whatever is wrong in the configuration
 */
export function readAddressPool(file: string): AddressPool {
  const { input } = parseConfiguration({ file, bytes: readConfiguration(file) });
  const { pool = '10.0.0.0/8', reservedRanges = [] } = input.addresses ?? {};
  const stated = resolveNetworks(input).flatMap(({ cidr, ranges }) => [cidr, ...Object.values(ranges).map((range) => range.cidr)]);
  const reserved = [...reservedRanges, ...stated.filter((text) => text !== undefined)];
  return { pool: Cidr.parse(pool), reserved: reserved.map((text) => Cidr.parse(text)) };
}
