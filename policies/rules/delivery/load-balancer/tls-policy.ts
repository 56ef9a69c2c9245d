import { Unknown } from '../../../model/term';
import type { ResourceFact } from '../../../model/universe';
import { findLiteral } from '../../literal';
import type { Rule } from '../../rule';
import { settingRule } from '../../setting';

/** Those that take TLS 1.0 or 1.1. @source "Security policies for your Application Load Balancer", 2026-11 */
const OUTDATED: readonly RegExp[] = [
  /^ELBSecurityPolicy-(2015-05|2016-08|2014-\d\d|2011-08)$/,
  /^ELBSecurityPolicy-TLS-1-[01]-\d{4}-\d\d$/,
  /^ELBSecurityPolicy-FS-(2018-06|1-1-2019-08)$/,
  /^ELBSecurityPolicy-TLS13-1-[01]-/,
];
/** Those that begin at TLS 1.2. @source as above */
const CURRENT: readonly RegExp[] = [
  /^ELBSecurityPolicy-TLS-1-2-(Ext-)?\d{4}-\d\d$/,
  /^ELBSecurityPolicy-FS-1-2-/,
  /^ELBSecurityPolicy-TLS13-1-[23]-/,
];

function beginsAtTls12(name: string): boolean | Unknown {
  if (OUTDATED.some((form) => form.test(name))) return false;
  return CURRENT.some((form) => form.test(name)) ? true : new Unknown('AWS lists no such policy');
}

/** Listeners without TLS have no policy. */
function speaksNoTls({ body }: ResourceFact): boolean | Unknown {
  const protocol = findLiteral(body.protocol);
  if (protocol instanceof Unknown) return new Unknown(`its protocol isn't known: ${protocol.why}`);
  // Left out, it is HTTP of an application load balancer, or what gateways speak.
  return protocol === undefined || !['HTTPS', 'TLS'].includes(protocol.toUpperCase());
}

/** No front end speaks TLS below 1.2. */
export const tlsPolicy: Rule = settingRule({
  id: 'delivery/load-balancer/tls-policy',
  summary: 'Front ends speak TLS 1.2 or later',
  settings: [
    {
      types: ['aws_lb_listener', 'aws_alb_listener'],
      argument: 'ssl_policy',
      accepts: beginsAtTls12,
      otherwise: 'ELBSecurityPolicy-2016-08',
      spares: speaksNoTls,
      fix: 'set ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"',
    },
    {
      types: ['aws_cloudfront_distribution'],
      argument: 'viewer_certificate.minimum_protocol_version',
      accepts: (version) => /^TLSv1\.[23]_/.test(version),
      otherwise: 'TLSv1',
      fix: 'set viewer_certificate.minimum_protocol_version = "TLSv1.2_2021", with a certificate of your own',
    },
    {
      types: ['aws_api_gateway_domain_name'],
      argument: 'security_policy',
      accepts: (policy) => policy !== 'TLS_1_0',
      otherwise: 'TLS_1_2',
      fix: 'set security_policy = "TLS_1_2"',
    },
  ],
});
