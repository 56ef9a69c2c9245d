import { InputError } from '../../../../../modules/core/input-error';
import { findTextKey, partsOf, textOf } from '../../../../model/arns';
import type { NamedPrincipal, PolicyText } from '../../../../model/policy/policy';
import { openText } from '../../../../model/policy/policy-json';
import { Unknown } from '../../../../model/term';
import { findPrincipal } from '../../../../iam/gather';
import { calledOf } from '../../../../iam/inquiry/called';
import type { Inquiry } from '../../../../iam/inquiry/inquiry';
import type { Actor } from '../../../../iam/inquiry/members';
import type { Caller } from '../../../../iam/request';

/** Sorts of those who are trusted, in the order of drawings and tables, with what people call several of them. */
export const TRUSTED_KINDS = {
  anyone: 'anyone',
  account: 'accounts',
  identity: 'users and roles',
  assigned: 'assigned by IAM Identity Center',
  web: 'providers of web identities',
  saml: 'providers of SAML',
  service: 'services of AWS',
  untold: 'not told',
} as const;

/** One of these sorts. */
export type TrustedKind = keyof typeof TRUSTED_KINDS;

/** Somebody whom a trust policy names. */
export interface Trusted {
  readonly kind: TrustedKind;
  /** As written; users and roles of the documents by their keys. */
  readonly text: string;
  /** Who would ask, and how. @default - it can't be asked, since it isn't told who it is */
  readonly asks?: { readonly caller: Caller; readonly action: string };
  /** What has to hold besides, since the policies of those who are meant are not in the documents. @default - nothing */
  readonly needs?: string;
}

const ACCOUNT = /^(?:arn:([^:]*):iam::)?(\d{12})(?::root)?$/;
const WHOEVER = new Unknown('whoever it is');

/** Everybody in the world who has an account. */
export const ANYONE: Trusted = {
  ...asking('anyone', 'anyone', { kind: 'user', arn: textOf(['arn:aws:iam::', WHOEVER]) }, 'sts:AssumeRole'),
  needs: 'policies of their own account allow it',
};

/** Who is meant by what trust policies write. */
export class Names {
  readonly #actorByArn = new Map<string, Actor>();

  constructor(private readonly inquiry: Inquiry) {
    for (const actor of inquiry.actors) {
      const key = actor.kind === 'group member' ? undefined : findTextKey(actor.principal.arn);
      if (key !== undefined) this.#actorByArn.set(key, actor);
    }
  }

  meaning({ kind, text }: NamedPrincipal): Trusted {
    const written = openText(text);
    if (kind === 'Service') return asking('service', written, { kind: 'service', arn: text }, 'sts:AssumeRole');
    if (kind === 'Federated') {
      const isSaml = written.includes(':saml-provider/');
      const action = isSaml ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity';
      return asking(isSaml ? 'saml' : 'web', written, { kind: 'federated', arn: text }, action);
    }
    return kind === 'AWS' ? this.#ofAws(text, written) : { kind: 'untold', text: written };
  }

  #ofAws(text: PolicyText, written: string): Trusted {
    if (text === '*') return ANYONE;
    const [, partition = 'aws', accountId] = ACCOUNT.exec(written) ?? [];
    if (accountId !== undefined) {
      const arn = textOf([`arn:${partition}:iam::${accountId}:user/`, WHOEVER]);
      const somebody = asking('account', accountId, { kind: 'user', arn, accountId }, 'sts:AssumeRole');
      return { ...somebody, needs: 'policies of that account allow it' };
    }
    const key = findTextKey(text);
    const actor = key === undefined ? undefined : this.#actorByArn.get(key);
    if (actor !== undefined) return asking('identity', actor.key, actor.caller, 'sts:AssumeRole');
    if (typeof text !== 'string') return { kind: partsOf(text).some(isArnStart) ? 'identity' : 'untold', text: written };
    return this.#outsider(text);
  }

  /** What is written like an ARN may be nobody's. */
  #outsider(text: string): Trusted {
    if (!text.startsWith('arn:')) return { kind: 'untold', text };
    try {
      const caller = this.inquiry.callerOf(text);
      const known = findPrincipal(this.inquiry.facts, caller);
      if (known !== undefined) return asking('identity', calledOf(known), caller, 'sts:AssumeRole');
      const outsider = asking('identity', text, caller, 'sts:AssumeRole');
      return { ...outsider, needs: 'their own policies, which are not in the documents, allow it' };
    } catch (error) {
      if (error instanceof InputError) return { kind: 'untold', text };
      throw error;
    }
  }
}

function isArnStart(part: unknown): boolean {
  return typeof part === 'string' && part.startsWith('arn:');
}

function asking(kind: TrustedKind, text: string, caller: Caller, action: string): Trusted {
  return { kind, text, asks: { caller, action } };
}
