import type { Policy, Statement } from '../../../policy/policy';
import type { AttachedPolicy } from '../../identity-facts';

const EVERYTHING: Statement = {
  index: 0,
  effect: 'Allow',
  actions: { except: false, items: ['*'] },
  resources: { except: false, items: ['*'] },
  conditions: [],
};
/** What limits resources names principals, and this leaves out nobody: whoever a provider vouches for passes it too. */
const FOR_EVERYBODY: Statement = { ...EVERYTHING, principals: { except: true, items: [] } };

function only(statement: Statement): Policy {
  return { version: '2012-10-17', statements: [statement], faults: [] };
}

/**
 * What AWS attaches to every root, unit and account. Where somebody has detached it by hand no document tells.
 * @source Organizations user guide, "SCP evaluation" and "RCP evaluation"
 */
export const FULL_ACCESS: Readonly<Record<'scp' | 'rcp', AttachedPolicy>> = {
  scp: { name: 'FullAWSAccess', form: 'aws-managed', policy: only(EVERYTHING) },
  rcp: { name: 'RCPFullAWSAccess', form: 'aws-managed', policy: only(FOR_EVERYBODY) },
};
