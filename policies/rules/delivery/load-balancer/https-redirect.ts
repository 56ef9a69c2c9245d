import { isTermMap, Reference, type Term, Unknown } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { findStated } from '../../argument';
import { findLiteral } from '../../literal';
import { blocksOf, valuesAt } from '../../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../../rule';
import { kindOfListener } from './kind';

const ID = 'delivery/load-balancer/https-redirect';
const FIX = 'redirect to HTTPS: type = "redirect" with redirect.protocol = "HTTPS"';

const LISTENERS = ['aws_lb_listener', 'aws_alb_listener'];
const LISTENER_RULES = ['aws_lb_listener_rule', 'aws_alb_listener_rule'];

/** Whether requests come in without TLS. An application load balancer's listener that doesn't say speaks HTTP. */
function speaksHttp(listener: ResourceFact, universe: Universe): boolean | Unknown {
  const protocol = findLiteral(listener.body.protocol);
  if (protocol instanceof Unknown) return protocol;
  if (protocol !== undefined) return protocol.toUpperCase() === 'HTTP';
  if (findStated(listener.body.certificate_arn) !== undefined) return false;
  const kind = kindOfListener(listener, universe);
  return kind instanceof Unknown ? kind : kind === 'application';
}

/** What an action does with a request: a redirect to HTTPS or a fixed answer is fine, all else hands it on as it came. */
function faultOf(action: Term): string | Unknown | undefined {
  if (!isTermMap(action)) return action instanceof Unknown ? action : new Unknown('its actions are known only after apply');
  const type = findLiteral(action.type);
  if (type === undefined || type instanceof Unknown) return type ?? new Unknown('an action has no type');
  if (type === 'fixed-response') return undefined;
  if (type !== 'redirect') return `it answers HTTP by ${type}`;
  for (const value of valuesAt(action, 'redirect.protocol')) {
    const protocol = findLiteral(value) ?? '#{protocol}';
    if (protocol instanceof Unknown) return protocol;
    if (protocol.toUpperCase() !== 'HTTPS') return `it redirects HTTP to ${protocol === '#{protocol}' ? 'HTTP' : protocol}`;
  }
  return undefined;
}

function judgeActions(fact: ResourceFact, argument: string, http: true | Unknown): readonly Finding[] {
  const faults = blocksOf(fact.body[argument]).flatMap((action) => faultOf(action) ?? []);
  const certain = faults.find((fault) => typeof fault === 'string');
  const doubt = faults.find((fault) => fault instanceof Unknown);
  if (certain !== undefined && http === true) return [findingOn(ID, fact, certain, FIX)];
  if (certain !== undefined) return [findingOn(ID, fact, `${certain}, if it speaks HTTP: ${whyOf(http)}`, FIX, 'unknown')];
  return doubt === undefined ? [] : [findingOn(ID, fact, `what it does isn't known: ${whyOf(doubt)}`, FIX, 'unknown')];
}

function whyOf(unknown: true | string | Unknown): string {
  return unknown instanceof Unknown ? unknown.why : '';
}

/** A rule of a listener forwards as well as the listener itself. One of a listener elsewhere isn't judged. */
function judgeListenerRule(fact: ResourceFact, listeners: ReadonlyMap<string, boolean | Unknown>): readonly Finding[] {
  const { listener_arn: named } = fact.body;
  if (named instanceof Unknown) return judgeActions(fact, 'action', named);
  const spoken = named instanceof Reference ? named.targets.map(({ key }) => listeners.get(key) ?? false) : [];
  if (spoken.length === 0 || spoken.every((http) => http === false)) return [];
  const doubt = spoken.find((http) => http !== true);
  if (doubt === undefined) return judgeActions(fact, 'action', true);
  return judgeActions(
    fact,
    'action',
    doubt instanceof Unknown ? doubt : new Unknown('one of the listeners it may belong to does'),
  );
}

/** The listeners of a classic load balancer that speak HTTP. */
function judgeClassic(fact: ResourceFact): readonly Finding[] {
  const protocols = valuesAt(fact.body, 'listener.lb_protocol').map(findLiteral);
  const fix = 'give the listener lb_protocol = "https" and a certificate';
  const open = protocols.find((protocol) => protocol instanceof Unknown);
  if (protocols.some((protocol) => typeof protocol === 'string' && protocol.toUpperCase() === 'HTTP')) {
    return [findingOn(ID, fact, 'it answers HTTP, and a classic load balancer redirects nothing', fix)];
  }
  return open === undefined ? [] : [findingOn(ID, fact, `a listener's protocol isn't known: ${whyOf(open)}`, fix, 'unknown')];
}

/** Nobody is answered over plain HTTP but by a redirect to HTTPS. */
export const httpsRedirect: Rule = {
  id: ID,
  summary: 'HTTP is redirected to HTTPS',
  judge: (universe) => {
    const listeners = [...factsOf(universe, ...LISTENERS)].map((fact) => [fact, speaksHttp(fact, universe)] as const);
    const spoken = new Map(listeners.map(([{ key }, http]) => [key, http]));
    return [
      ...listeners.flatMap(([fact, http]) => (http === false ? [] : judgeActions(fact, 'default_action', http))),
      ...[...factsOf(universe, ...LISTENER_RULES)].flatMap((fact) => judgeListenerRule(fact, spoken)),
      ...[...factsOf(universe, 'aws_elb')].flatMap(judgeClassic),
    ];
  },
};
