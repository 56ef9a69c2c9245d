/** What a new rule consists of, by path. `from` reads files that it has to be entered in. */
export function rulePieces({ id, type, argument, summary }, { area, from }) {
  const name = id.split('/').at(-1);
  const variable = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const depth = '../'.repeat(id.split('/').length - 1);
  const fixtures = `__tests__/policies/rules/fixtures/${id}`;
  const resource = (body) => `${JSON.stringify({ resource: { [type]: { main: body } } }, null, 2)}\n`;
  return {
    [`policies/rules/${id}.ts`]: ruleText({ id, type, argument, summary, variable, depth }),
    [`policies/rules/${id}.md`]: pageText({ id, type, argument, summary }),
    [`${fixtures}/violating.tf.json`]: resource({}),
    [`${fixtures}/conforming.tf.json`]: resource({ [argument]: 'stated' }),
    [`${fixtures}/violating.txt`]: `violated ${type}.main: ${argument} is left out\n`,
    [`__tests__/policies/rules/${id}.test.ts`]: testText({ id, type, argument, variable, depth }),
    [area]: entered(from(area), { id, variable }),
    'policies/controls/registry/house.ts': registered(from('policies/controls/registry/house.ts'), { id, name, summary }),
  };
}

function ruleText({ id, type, argument, summary, variable, depth }) {
  return `import { findStated } from '${depth}argument';
import { doubtOf } from '${depth}companions';
import { factsOf, type Finding, findingOn, type Rule } from '${depth}rule';

const ID = '${id}';
const FIX = 'set ${argument}';

/** ${summary}. */
export const ${variable}: Rule = {
  id: ID,
  summary: '${summary}',
  judge: (universe) => {
    const findings: Finding[] = [];
    for (const fact of factsOf(universe, '${type}')) {
      const stated = findStated(fact.body.${argument});
      const doubt = doubtOf(stated);
      if (stated === undefined) findings.push(findingOn(ID, fact, '${argument} is left out', FIX));
      else if (doubt !== undefined) findings.push(findingOn(ID, fact, \`${argument} isn't known: \${doubt}\`, FIX, 'unknown'));
    }
    return findings;
  },
};
`;
}

function pageText({ id, type, argument, summary }) {
  return `# ${id}

## Summary
${summary}.

## Avoid
\`${type}\` without \`${argument}\`.

## Prefer
\`${argument}\`, stated.

## Rationale
What goes wrong without it, and which control asks for it.

## Exceptions
None.

## Known gaps
None.
`;
}

function testText({ id, type, argument, variable, depth }) {
  return `import { ${variable} } from '${depth}../../../policies/rules/${id}';
import { universeOf } from '${depth}../universe';
import { linesOf } from '${depth}rule-fixture';

it('tells of ${type} without ${argument}', () => {
  expect(linesOf(${variable}, universeOf({ '${type}.main': {} }))).toEqual(['violated ${type}.main: ${argument} is left out']);
});

it('cannot tell of ${argument} that only apply tells', () => {
  expect(linesOf(${variable}, universeOf({ '${type}.main': { ${argument}: '\${var.given}' } }))).toEqual([
    "unknown ${type}.main: ${argument} isn't known: it is set from outside: \${var.given}",
  ]);
});

it('says nothing of ${argument} that is stated', () => {
  expect(linesOf(${variable}, universeOf({ '${type}.main': { ${argument}: 'stated' } }))).toEqual([]);
});
`;
}

/** A pack's file with one more entry; its imports are in order, as lint wants them. */
function entered(text, { id, variable }) {
  const line = `import { ${variable} } from '../../rules/${id}';`;
  const lines = text.split('\n');
  const ofRules = lines.filter((each) => each.includes("from '../../rules/"));
  const rest = lines.filter((each) => !ofRules.includes(each)).join('\n');
  const place = (each) => /from '(.*)'/.exec(each)[1];
  const imports = [...ofRules, line].sort((a, b) => (place(a) < place(b) ? -1 : 1)).join('\n');
  return `${imports}\n${withItem(rest, `{ rule: ${variable}, level: 'warning' }`)}`;
}

function registered(text, { id, name, summary }) {
  return withItem(text, `{ id: '${name}', title: '${summary}', ids: called('${name}'), answers: rules('${id}') }`);
}

/** The one list that a file exports, with one more item at its end. */
function withItem(text, item) {
  const end = text.lastIndexOf(']');
  const before = text.slice(0, end).trimEnd();
  const comma = before.endsWith('[') || before.endsWith(',') ? '' : ',';
  return `${before}${comma}\n${item},\n${text.slice(end)}`;
}
