import { resource } from '../../network/documents';
import { allowing, factsOf } from '../facts-text';
import { boundTexts, type BoundText } from '../../bound-texts';
import { OTHER_POLICIES } from './other-policies';

const TEXT = allowing('x:Do');
const others = new Set(Object.values(OTHER_POLICIES).flat());

const nameOf = ({ type, name }: BoundText): string => `${type}.${name}`;

/** Whether a text is a policy, or a document, by its name. */
function isCalledPolicy({ type, name }: BoundText): boolean {
  return (
    /(^|_)(policy|policies|document|policy_text|policy_body)$/.test(name) || (name === 'content' && type.endsWith('_policy'))
  );
}

function isOther(text: BoundText): boolean {
  return others.has(nameOf(text)) || others.has(text.name);
}

/** Whether a policy that stands there is stated. */
function isStated({ type, block, name }: BoundText): boolean {
  const argument = { [name]: TEXT };
  return factsOf([resource(`${type}.it`, block === undefined ? argument : { [block]: [argument] })]).policies.length > 0;
}

describe('of all texts of the provider', () => {
  const called = boundTexts().filter(isCalledPolicy);

  it('each that is called a policy is read as one, or it is written down why it is none', () => {
    const unseen = called.filter((text) => !isOther(text) && !isStated(text));

    expect(unseen.map(nameOf)).toEqual([]);
  });

  it('none is read as a policy of which it is written down that it is none', () => {
    expect(called.filter((text) => isOther(text) && isStated(text)).map(nameOf)).toEqual([]);
  });

  it('those are there of which it is written down', () => {
    const names = new Set(called.flatMap((text) => [nameOf(text), text.name]));

    expect([...others].filter((name) => !names.has(name))).toEqual([]);
  });

  it('more than 150 are called so', () => {
    expect(called.length).toBeGreaterThan(150);
  });
});
