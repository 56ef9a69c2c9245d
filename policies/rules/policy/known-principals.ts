import { asWritten } from '../../../modules/core/input-error';
import type { NamedPrincipal } from '../../model/policy/policy';
import { isServicePrincipal } from '../../iam/services/service-principals';
import { policyRule } from './policy-rule';

/** Behind accounts and identities: what CloudFront calls those who read a bucket for it, and ids that AWS makes up. */
const AWS_FORM =
  /^(?:\*|\d{12}|arn:aws[\w-]*:(?:iam::\d{12}:(?:root|(?:user|role)\/[\w+=,.@/-]+)|sts::\d{12}:(?:assumed-role|federated-user)\/[\w+=,.@/-]+|iam::cloudfront:user\/CloudFront Origin Access Identity E[A-Z0-9]+)|A[A-Z]{3}[A-Z0-9]{12,})$/;
/** Providers that IAM knows by their own names, SAML and OIDC by ARN. */
const FEDERATED_FORM =
  /^(?:\*|arn:aws[\w-]*:iam::\d{12}:(?:saml-provider\/[\w.-]+|oidc-provider\/[\w./:-]+)|cognito-identity\.amazonaws\.com|accounts\.google\.com|www\.amazon\.com|graph\.facebook\.com)$/;
const CANONICAL_FORM = /^[0-9a-f]{64}$/;

/** What is wrong with one who is named; undefined where nothing is, or only apply tells. */
function faultOf({ kind, text }: NamedPrincipal): { readonly problem: string; readonly fix: string } | undefined {
  if (typeof text !== 'string') return undefined;
  switch (kind) {
    case 'AWS':
      if (AWS_FORM.test(text)) return undefined;
      return {
        problem: `AWS knows no principal ${asWritten(text)}`,
        fix: /[*?]/.test(text)
          ? 'name accounts in Principal, and patterns of roles in a condition on aws:PrincipalArn'
          : 'write an account id, the ARN of a user or role, or "*"',
      };
    case 'Service':
      if (isServicePrincipal(text)) return undefined;
      return { problem: `AWS has no service principal ${asWritten(text)}`, fix: 'write it as <service>.amazonaws.com' };
    case 'Federated':
      if (FEDERATED_FORM.test(text)) return undefined;
      return { problem: `${asWritten(text)} is no identity provider`, fix: 'write the ARN of the provider' };
    case 'CanonicalUser':
      if (CANONICAL_FORM.test(text)) return undefined;
      return { problem: `${asWritten(text)} is no canonical user id`, fix: 'write its 64 hexadecimal digits' };
  }
}

/** Whoever a policy names can be: AWS refuses others at apply, or takes them for nobody. */
export const knownPrincipals = policyRule({
  id: 'policy/known-principals',
  summary: 'Every principal that a policy names has a form that AWS knows',
  *faultsOf({ statements }) {
    for (const statement of statements) {
      for (const principal of statement.principals?.items ?? []) {
        const fault = faultOf(principal);
        if (fault !== undefined) yield { statement, ...fault };
      }
    }
  },
});
