import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { App, TerraformStack, Tokenization } from 'cdktf';

import { withoutTokenTraces } from '../../modules/terraform';

function traceOf(make: () => string): readonly string[] {
  const [token] = Tokenization.reverse(make());
  return token?.creationStack ?? ['no token'];
}

const vpc = new Vpc(new TerraformStack(new App(), 'dev'), 'vpc', {});
const before: unknown = Reflect.get(Error, 'prepareStackTrace');

afterEach(() => {
  Reflect.set(Error, 'prepareStackTrace', before);
});

describe('work without token traces', () => {
  it('makes tokens that keep no stack trace, and those made after it keep theirs', () => {
    expect(traceOf(() => withoutTokenTraces(() => vpc.id))).toEqual([]);
    expect(traceOf(() => vpc.id).length).toBeGreaterThan(3);
  });

  it('leaves errors the form that they had', () => {
    Error.prepareStackTrace = (error) => `prepared ${error.message}`;
    expect(withoutTokenTraces(() => new Error('inside').stack)).toBe('prepared inside');
  });

  it('gives errors a stack trace in the usual form where nobody prepares one', () => {
    Reflect.deleteProperty(Error, 'prepareStackTrace');
    const [first, second] = withoutTokenTraces(() => new TypeError('inside').stack ?? '').split('\n');
    expect(first).toBe('TypeError: inside');
    expect(second).toMatch(/^ {4}at .*token-traces\.test\.ts:\d+:\d+\)?$/);
  });

  it('puts back what was there, even after an error', () => {
    const mine = (): string => 'mine';
    Error.prepareStackTrace = mine;
    const fail = (): never => {
      throw new RangeError('inside');
    };
    expect(() => withoutTokenTraces(fail)).toThrow(new RangeError('inside'));
    expect(Reflect.get(Error, 'prepareStackTrace')).toBe(mine);
    Reflect.deleteProperty(Error, 'prepareStackTrace');
    withoutTokenTraces(() => 1);
    expect(Object.hasOwn(Error, 'prepareStackTrace')).toBe(false);
  });
});
