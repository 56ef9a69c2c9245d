import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { synth } from '../../../main';
import { network, readUniverse } from '../../../policies';
import type { Answer, Standard } from '../../../policies/controls/control';
import { coverageOfStandard } from '../../../policies/controls/coverage';
import { controls } from '../../../policies/controls/registry';
import { access } from '../../../policies/packs/access';
import { controlPacks } from '../../../policies/packs/control-packs';
import { everyRule } from '../../../policies/packs/every-rule';

const rules = everyRule.map(({ rule }) => rule.id);
const proofs = [...network.entries, ...access.entries].map(({ rule }) => rule.id);

function answersBy<By extends Answer['by']>(by: By): readonly Extract<Answer, { by: By }>[] {
  return controls.flatMap(({ answers }) => answers.filter((answer): answer is Extract<Answer, { by: By }> => answer.by === by));
}

it('names a control once', () => {
  const ids = controls.map(({ id }) => id);

  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

// What a rule finds is shown by its two fixtures: fixtures.test.ts fails without them.
it('answers controls by rules that exist', () => {
  const named = answersBy('rule').map(({ rule }) => rule);

  expect(named.filter((rule) => !rules.includes(rule))).toEqual([]);
});

it('answers controls by proofs that exist', () => {
  const named = answersBy('proof').map(({ rule }) => rule);

  expect(named.filter((rule) => !proofs.includes(rule))).toEqual([]);
});

it('has a control for every rule', () => {
  const named = new Set(answersBy('rule').map(({ rule }) => rule));

  expect(rules.filter((rule) => !named.has(rule))).toEqual([]);
});

it.each(controlPacks.map((pack) => [pack.id as Standard, pack] as const))(
  'has in the pack %s every rule and proof that answers a control of it',
  (standard, { entries }) => {
    const held = new Set(entries.map(({ rule }) => rule.id));
    const named = controls
      .filter(({ ids }) => ids[standard] !== undefined)
      .flatMap(({ answers }) => answers.flatMap((answer) => (answer.by === 'resource' ? [] : [answer.rule])));

    expect(named.filter((rule) => !held.has(rule))).toEqual([]);
  },
);

it('says of every control without an answer why it is open', () => {
  const silent = controls.filter(({ answers, open }) => answers.length === 0 && open === undefined);

  expect(silent.map(({ id }) => id)).toEqual([]);
});

it('answers controls by resources that the reference organisation makes', () => {
  const out = mkdtempSync(join(tmpdir(), 'plinth-controls-'));
  synth({ config: join(__dirname, '../../../landing-zone.yaml'), out, frozen: true });
  const made = new Set(readUniverse(out).stacks.flatMap(({ resources }) => resources.map(({ type }) => type)));
  const named = answersBy('resource').flatMap(({ types }) => types);

  expect(named.filter((type) => !made.has(type))).toEqual([]);
});

/** Recommendations in each benchmark, as CIS and Prowler's files count them. */
it.each<[Standard, number]>([
  ['cis-1.4', 58],
  ['cis-3.0', 62],
  ['cis-5.0', 63],
])('has a line for each recommendation of %s: %d', (standard, count) => {
  expect(coverageOfStandard(controls, standard)).toHaveLength(count);
});
