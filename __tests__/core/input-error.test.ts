import { asWritten, InputError, ProblemList, renderProblem, withSubject } from '../../modules/core/input-error';

const fault = { problem: 'it is wrong', got: '"x"', remedy: 'write "y"', code: 'LZ-T-1' };

describe('the line of a mistake', () => {
  test('names subject, problem, value, remedy and code', () => {
    expect(renderProblem({ subject: 'Vpc "a"', ...fault })).toBe('Vpc "a": it is wrong, got "x"; write "y" [LZ-T-1]');
  });

  test('has no value where something is absent', () => {
    expect(renderProblem({ subject: 'a', ...fault, got: undefined })).toBe('a: it is wrong; write "y" [LZ-T-1]');
  });

  test('has no subject while nobody named it', () => {
    expect(renderProblem({ subject: '', ...fault })).toBe('it is wrong, got "x"; write "y" [LZ-T-1]');
  });
});

describe('a value as it was written', () => {
  test.each([
    ['a text is quoted', 'a"b', '"a\\"b"'],
    ['a number is not', 1.5, '1.5'],
    ['a large number has no suffix', 10n, '10'],
    ['nothing is undefined', undefined, 'undefined'],
    ['a list is JSON', ['a'], '["a"]'],
  ])('%s', (_, value, text) => {
    expect(asWritten(value)).toBe(text);
  });

  test('120 characters stay, the 121st is cut', () => {
    expect(asWritten('x'.repeat(118))).toBe(`"${'x'.repeat(118)}"`);
    expect(asWritten('x'.repeat(119))).toBe(`"${'x'.repeat(116)}...`);
  });
});

describe('an InputError', () => {
  test('has one line for each mistake', () => {
    const error = new InputError([
      { subject: 'a', ...fault },
      { subject: 'b', ...fault },
    ]);
    expect([error.name, error.message]).toEqual([
      'InputError',
      'a: it is wrong, got "x"; write "y" [LZ-T-1]\nb: it is wrong, got "x"; write "y" [LZ-T-1]',
    ]);
  });

  test('gets the subject that it lacks, and keeps the one that it has', () => {
    const work = (): never => {
      throw new InputError([
        { subject: '', ...fault },
        { subject: 'inner', ...fault },
      ]);
    };
    expect(() => withSubject('outer', work)).toThrow('outer: it is wrong, got "x"; write "y" [LZ-T-1]\ninner: it is wrong');
  });

  test('leaves other errors alone', () => {
    const defect = new TypeError('a defect');
    expect(() =>
      withSubject('outer', () => {
        throw defect;
      }),
    ).toThrow(defect);
  });
});

describe('a list of mistakes', () => {
  test('gathers all of them before it throws', () => {
    const problems = new ProblemList();
    const results = ['a', 'b'].map((subject) =>
      problems.attempt(subject, () => {
        throw InputError.of(fault);
      }),
    );
    problems.add({ subject: 'c', ...fault });
    expect(results).toEqual([undefined, undefined]);
    expect(() => {
      problems.throwIfAny();
    }).toThrow(/^a: it is wrong.*\nb: it is wrong.*\nc: it is wrong.*$/);
  });

  test('gives back what was made without a mistake, and throws nothing', () => {
    const problems = new ProblemList();
    expect(problems.attempt('a', () => 1)).toBe(1);
    expect(problems.isEmpty).toBe(true);
    expect(() => {
      problems.throwIfAny();
    }).not.toThrow();
  });

  test('lets a defect through', () => {
    const defect = new TypeError('a defect');
    expect(() =>
      new ProblemList().attempt('a', () => {
        throw defect;
      }),
    ).toThrow(defect);
  });
});
