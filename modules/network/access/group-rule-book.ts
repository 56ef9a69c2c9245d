import type { Cidr } from '../../core/cidr';
import { asWritten, InputError } from '../../core/input-error';
import { type Port, portsOverlap, renderPort } from '../../core/port';
import { checkRuleDescription } from '../../core/rule-description';

/** What a rule counts as: a CIDR as its family, a group or prefix list as both. */
export interface CountedRule {
  readonly direction: 'ingress' | 'egress';
  /** The peer as text, equal for equal peers. */
  readonly peer: string;
  /** Left out: the peer is no block. */
  readonly cidr?: Cidr;
  readonly port: Port;
  readonly why: string;
}

/** The rules of one security group, held against what AWS takes. */
export class GroupRuleBook {
  readonly #rules: CountedRule[] = [];

  constructor(
    private readonly subject: string,
    /** Rules per direction and family. */
    private readonly limit: number,
  ) {}

  /**
   * Admits a rule.
   * @throws InputError LZ-TEXT-n a description that AWS refuses, LZ-NET-1 the same twice, LZ-NET-2 over the quota
   */
  add(rule: CountedRule): void {
    const subject = this.subject;
    try {
      checkRuleDescription(rule.why);
    } catch (error) {
      if (error instanceof InputError) throw new InputError(error.problems.map((problem) => ({ ...problem, subject })));
      throw error;
    }
    const twin = this.#rules.find(
      (old) => old.direction === rule.direction && old.peer === rule.peer && portsOverlap(old.port, rule.port),
    );
    if (twin !== undefined) {
      const got = asWritten(`${rule.direction} ${rule.peer} ${renderPort(rule.port)}`);
      const problem = `overlaps the rule "${twin.why}" on ${renderPort(twin.port)}`;
      throw InputError.of({ subject, problem, got, remedy: 'keep one of the two', code: 'LZ-NET-1' });
    }
    this.#rules.push(rule);
    this.#count(rule.direction);
  }

  #count(direction: CountedRule['direction']): void {
    for (const family of ['v4', 'v6'] as const) {
      const count = this.#rules.filter((rule) => rule.direction === direction && (rule.cidr?.family ?? family) === family).length;
      if (count <= this.limit) continue;
      const problem = `a security group holds at most ${String(this.limit)} ${direction} rules per family`;
      const remedy = 'join peers into wider blocks or a prefix list, or raise the quota at AWS and in quotas.group_rules';
      throw InputError.of({ subject: this.subject, problem, got: String(count), remedy, code: 'LZ-NET-2' });
    }
  }
}
