import { asWritten, InputError } from '../../../modules/core/input-error';
import type { Entry } from './ini-text';

/** What each of these says about where the profile's keys come from. */
const KINDS: readonly (readonly [name: RegExp, says: string, remedy: string])[] = [
  [/^(role_arn|source_profile|credential_source)$/, 'it takes a role', 'rotate the key of the profile that it starts from'],
  [/^credential_process$/, 'a program gives its keys', 'rotate the key where that program keeps it'],
  [/^sso_/, 'its keys come from IAM Identity Center', 'nothing needs to be rotated: they end by themselves'],
  [/^login_session$/, 'its keys come from a console login', 'nothing needs to be rotated: they end by themselves'],
  [/^web_identity_token_file$/, 'its keys come from a web identity', 'nothing needs to be rotated: they end by themselves'],
  [/^aws_session_token$/, 'its keys are those of a session', 'name the profile that holds the long-term key'],
];

function refuse(profile: string, problem: string, got: string, remedy: string): InputError {
  return InputError.of({ subject: `profile ${asWritten(profile)}`, problem, got, remedy, code: 'LZ-ROTATE-7' });
}

/**
 * A profile that says anything of this kind is left alone even where it has a pair too: readers differ in which wins.
 * @throws InputError LZ-ROTATE-7
 */
export function refuseForeignKind(profile: string, entries: readonly Entry[]): void {
  for (const { name, value } of entries) {
    for (const [kind, says, remedy] of KINDS) {
      if (kind.test(name)) throw refuse(profile, `${says}, so there is no access key to rotate`, name, remedy);
    }
    if (name === 'aws_access_key_id' && value.startsWith('ASIA')) {
      throw refuse(
        profile,
        'its keys are those of a session, so there is no access key to rotate',
        asWritten(value),
        'name the profile that holds the long-term key',
      );
    }
  }
}
