import { Unknown } from '../../model/term';
import { type Finding, findingOn, type Rule } from '../rule';
import { attachedPolicies } from './attached';

const ID = 'identity/no-cloudshell-full-access';
const POLICY = 'AWSCloudShellFullAccess';
const FIX = 'allow CloudShell without cloudshell:GetFileUploadUrls and cloudshell:GetFileDownloadUrls';

/** Nobody carries files in and out by CloudShell, past everything that watches the network. */
export const noCloudshellFullAccess: Rule = {
  id: ID,
  summary: 'Nobody has full access to CloudShell',
  judge: (universe) =>
    attachedPolicies(universe).flatMap(({ by, awsName }): readonly Finding[] => {
      if (awsName === POLICY) return [findingOn(ID, by, `it attaches ${POLICY}`, FIX)];
      if (!(awsName instanceof Unknown)) return [];
      return [findingOn(ID, by, `whether it attaches ${POLICY} isn't known: ${awsName.why}`, FIX, 'unknown')];
    }),
};
