import type { Inspection } from './inspection/inspection';
import type { Path } from './inspection/path';
import type { NetworkOverrides } from './landing-zone';

/** A network in an account: one VPC for each of the Regions. */
export interface NetworkUse {
  readonly account: string;
  readonly network: string;
  readonly regions: readonly string[];
  readonly overrides: NetworkOverrides;
  /** Where the account names the network. */
  readonly path: Path;
}

/** The Regions of an account: its own, else the organisation's. */
export function regionsOf(inspection: Inspection, account: string): readonly string[] {
  return inspection.readTexts(['accounts', account, 'regions']) ?? inspection.readTexts(['organization', 'regions']) ?? [];
}

/** Every network in every account that has it, as far as the configuration is sound. */
export function networkUses(inspection: Inspection): readonly NetworkUse[] {
  return inspection.names(['accounts']).flatMap((account) => {
    const regions = regionsOf(inspection, account);
    const only = inspection.readText(['accounts', account, 'network']);
    const single =
      only === undefined ? [] : [{ account, network: only, regions, overrides: {}, path: ['accounts', account, 'network'] }];
    const several = inspection.names(['accounts', account, 'networks']).map((network) => {
      const path = ['accounts', account, 'networks', network];
      return { account, network, regions, overrides: (inspection.read(path) as NetworkOverrides | undefined) ?? {}, path };
    });
    return [...single, ...several];
  });
}

/** Whether the account names a network that isn't there: then what it was to have isn't known. */
export function hasUnknownNetwork(inspection: Inspection, account: string): boolean {
  const known = inspection.names(['networks']);
  const only = inspection.readText(['accounts', account, 'network']);
  const isBroken =
    inspection.isBroken(['accounts', account, 'network']) || inspection.isUnknowable(['accounts', account, 'networks']);
  return (
    isBroken ||
    [...inspection.names(['accounts', account, 'networks']), ...(only === undefined ? [] : [only])].some(
      (network) => !known.includes(network),
    )
  );
}
