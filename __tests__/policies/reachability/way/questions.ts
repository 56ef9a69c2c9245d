import { Prover } from '../../../../policies/reachability/prover';
import type { Answer, Query, Step } from '../../../../policies/reachability/query';
import { Facts, oneOf, route, tcp } from '../facts';

type Question = Partial<Query> & Pick<Query, 'from' | 'to'>;

/** The answer about tcp/443 over IPv4, where nothing else is said. */
export function ask(facts: Facts, query: Question): Answer {
  return new Prover(facts.facts).answer({ family: 'v4', traffic: tcp(443), ...query });
}

/** The verdict and whether anything arrives. */
export function verdict(facts: Facts, query: Question): string {
  const answer = ask(facts, query);
  return `${answer.verdict}, arrives ${answer.arrives}`;
}

/** A VPC with a public tier `web`, NAT in `gate` and a private tier `app`. */
export function publicVpc(): Facts {
  return new Facts()
    .vpc('v', ['10.0.0.0/16'])
    .internetGateway('igw', 'v')
    .table('public', 'v', [route('0.0.0.0/0', { kind: 'internet-gateway', key: 'igw' })])
    .table('private', 'v', [route('0.0.0.0/0', { kind: 'nat-gateway', key: 'nat' })])
    .subnet('web', 'v', '10.0.0.0/24', { table: oneOf('public'), acl: oneOf('web-acl') })
    .subnet('gate', 'v', '10.0.9.0/28', { table: oneOf('public'), acl: oneOf('gate-acl') })
    .subnet('app', 'v', '10.0.1.0/24', { table: oneOf('private'), acl: oneOf('app-acl') })
    .acl('web-acl', { allowsAll: true })
    .acl('gate-acl', { allowsAll: true })
    .acl('app-acl', { allowsAll: true })
    .natGateway('nat', 'gate');
}

function written({ filter, reply = false, address, rule }: Step): string {
  return `${filter} ${address}${reply ? ', reply' : ''}: ${rule}`;
}

/** The verdict, whether anything arrives, and every filter on the way that is shown. */
export function pathOf(facts: Facts, query: Question): readonly string[] {
  return [verdict(facts, query), ...ask(facts, query).path.map(written)];
}

/** The verdict, whether anything arrives, and everything that stops it or is in doubt. */
export function stopsOf(facts: Facts, query: Question): readonly string[] {
  return [verdict(facts, query), ...ask(facts, query).blockers.map(written)];
}
