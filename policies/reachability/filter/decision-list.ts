import type { Key } from '../../model/network';
import type { ResourceFact } from '../../model/universe';
import type { Box } from '../region/box';
import { intersect, NOTHING, type Region, split, union } from '../region/region';
import { tidy } from '../region/tidy';

/** One line of a filter: what it is about and what becomes of it. */
export interface FilterRule {
  /** Whose connections it decides, in coordinates of the packet that opens them. */
  readonly boxes: readonly Box[];
  readonly allow: boolean;
  /** The resource that states it. @default - AWS itself */
  readonly origin?: ResourceFact;
  /** The group that it belongs to, where several are asked together. @default - the filter itself */
  readonly owner?: Key;
  /** For people. Made when it is asked for: most rules are never shown. */
  readonly text: () => string;
}

/** What becomes of a part of what entered. */
export interface Decision {
  readonly region: Region;
  /** @default - none is about it */
  readonly rule?: FilterRule;
}

/**
 * Rules in order, of which the first that is about a packet decides; what none is about is dropped. Network ACLs are this by
 * definition, security groups too: where everything allows, order changes nothing.
 */
export class DecisionList {
  constructor(readonly rules: readonly FilterRule[]) {}

  /**
   * What passes of the region.
   *
   * Law: it is the union of what each rule decides and allows.
   */
  pass(region: Region): Region {
    let passed: Region = NOTHING;
    let rest = region;
    for (const { boxes, allow } of this.rules) {
      if (rest.length === 0) break;
      const { hit, rest: left } = split(rest, boxes);
      if (hit.length === 0) continue;
      // Nearly always the first rule that hits lets everything pass: then the region stays the same object.
      if (allow) passed = passed.length === 0 ? hit : [...passed, ...hit];
      rest = left;
    }
    if (passed.length === region.length && rest.length === 0 && passed.every((box) => region.includes(box))) return region;
    return tidy(passed);
  }

  /** Which rule decides what of the region. */
  decide(region: Region): readonly Decision[] {
    const decisions: Decision[] = [];
    let rest = region;
    for (const rule of this.rules) {
      if (rest.length === 0) break;
      const { hit, rest: left } = split(rest, rule.boxes);
      if (hit.length > 0) decisions.push({ region: hit, rule });
      rest = left;
    }
    return rest.length === 0 ? decisions : [...decisions, { region: rest }];
  }

  /**
   * What of the region would no longer pass without the rule. Nothing, where it denies.
   *
   * Law: it is `pass` without what passes a list that has every rule but this one.
   */
  alone(rule: FilterRule, region: Region): Region {
    if (!rule.allow) return NOTHING;
    const place = this.rules.indexOf(rule);
    let rest = intersect(region, rule.boxes);
    let lost: Region = NOTHING;
    for (const [other, { boxes, allow }] of this.rules.entries()) {
      if (rest.length === 0) break;
      if (other === place) continue;
      const { hit, rest: left } = split(rest, boxes);
      if (other > place && !allow) lost = union(lost, hit);
      rest = left;
    }
    return union(lost, rest);
  }
}
