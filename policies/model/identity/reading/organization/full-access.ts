import type { Policy } from '../../../policy/policy';
import type { AttachedPolicy } from '../../identity-facts';

const EVERYTHING: Policy = {
  version: '2012-10-17',
  statements: [
    {
      index: 0,
      effect: 'Allow',
      actions: { except: false, items: ['*'] },
      resources: { except: false, items: ['*'] },
      conditions: [],
    },
  ],
  faults: [],
};

/**
 * What AWS attaches to every root, unit and account, and Terraform can't detach.
 * @source Organizations user guide, "SCP evaluation" and "RCP evaluation"
 */
export const FULL_ACCESS: Readonly<Record<'scp' | 'rcp', AttachedPolicy>> = {
  scp: { name: 'FullAWSAccess', form: 'aws-managed', policy: EVERYTHING },
  rcp: { name: 'RCPFullAWSAccess', form: 'aws-managed', policy: EVERYTHING },
};
