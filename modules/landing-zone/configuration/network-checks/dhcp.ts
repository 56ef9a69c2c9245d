import { asWritten } from '../../../core/input-error';
import { findBlock } from '../address-checks/blocks';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';

/** @source Amazon VPC User Guide, "DHCP option sets": up to four servers of each kind */
const MOST = 4;

function isAddress(text: string): boolean {
  return findBlock(`${text}/${text.includes(':') ? '128' : '32'}`) !== undefined;
}

function checkServers(inspection: Inspection, path: Path, what: string, words: readonly string[]): void {
  const servers = inspection.readTexts(path) ?? [];
  if (servers.length > MOST) {
    const got = String(servers.length);
    inspection.refuse(
      path,
      { problem: `a VPC has at most ${String(MOST)} ${what} servers`, got, remedy: 'remove some', code: 'LZ-CFG-57' },
      'key',
    );
  }
  servers.forEach((server, i) => {
    if (words.includes(server) || isAddress(server)) return;
    const remedy = `write an address like "10.0.0.2"${words.map((word) => ` or "${word}"`).join('')}`;
    inspection.refuse([...path, i], {
      problem: `a ${what} server is named by its address`,
      got: asWritten(server),
      remedy,
      code: 'LZ-CFG-57',
    });
  });
}

/** DHCP options: servers by address, and the domain. */
export function checkDhcp(inspection: Inspection, path: Path): void {
  checkServers(inspection, [...path, 'domainNameServers'], 'DNS', ['AmazonProvidedDNS']);
  checkServers(inspection, [...path, 'ntpServers'], 'time', []);
  const domain = inspection.readText([...path, 'domainName']);
  if (domain === undefined || /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(domain)) return;
  const problem = 'this is not a domain';
  inspection.refuse([...path, 'domainName'], {
    problem,
    got: asWritten(domain),
    remedy: 'write one like "corp.example.com"',
    code: 'LZ-CFG-57',
  });
}
