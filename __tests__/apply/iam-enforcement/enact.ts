import { UpdateUserCommand } from '@aws-sdk/client-iam';

import type { PolicyJson } from '../../iam';
import type { Case, CasePolicy, CaseRequest } from '../../policies/iam/evaluate/cases/case';
import type { Actor } from './actor';
import { make } from './calls';
import type { EnforcedAccount } from './enforced-account';
import { inSession } from './role-session';

const TAG = 'aws:PrincipalTag/';

/** A case that runs has no policy but such as are told. */
const told = (policy: CasePolicy | undefined): PolicyJson | undefined => policy as PolicyJson | undefined;

function tagsIn({ context }: CaseRequest): Readonly<Record<string, string>> {
  const tags = Object.entries(context).filter(([key, value]) => key.startsWith(TAG) && value !== 'absent');
  return Object.fromEntries(tags.map(([key, value]) => [key.slice(TAG.length), value as string]));
}

/** Whoever is asked about stands where the case says. */
async function placeBob({ admin }: EnforcedAccount, resource: string): Promise<void> {
  const [, path] = /:user(\/.*)bob$/.exec(resource) ?? [];
  if (path !== undefined) await admin.send(new UpdateUserCommand({ UserName: 'bob', NewPath: path }));
}

/** Gives the caller what the case says, and makes the call. */
export async function enact(account: EnforcedAccount, alice: Actor, { set, request }: Case): Promise<'allowed' | 'denied'> {
  const policies = (set.identity ?? []) as readonly PolicyJson[];
  const [boundary, sessionPolicy] = [told(set.boundary), told(set.session)];
  const call = { action: request.action, resource: request.resource as string, context: request.context };
  const { kind, roleArn = '' } = request.caller;
  const arn = request.caller.arn as string;
  await placeBob(account, call.resource);
  if (kind === 'role-session') {
    const role = (roleArn as string).replace(/^.*:role\//, '');
    const sessionName = arn.replace(/^.*\//, '');
    const session = { role, sessionName, policies, boundary, sessionPolicy };
    return inSession(account, session, (keys) => make(account.emulator, keys, call));
  }
  const path = arn.replace(/^.*:user/, '').replace(/[^/]*$/, '');
  await alice.have({ path, policies, tags: tagsIn(request), ...(boundary === undefined ? {} : { boundary }) });
  return make(account.emulator, alice.keys, call);
}
