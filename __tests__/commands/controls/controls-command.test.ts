import { controlsCommand } from '../../../commands/controls';

interface Said {
  out: string;
  err: string;
  code: number | undefined;
}

function run(...args: string[]): Said {
  const said: Said = { out: '', err: '', code: undefined };
  const command = controlsCommand({
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    exit: (code) => (said.code = code),
  });
  command.parse(args, { from: 'user' });
  return said;
}

describe('plinth controls', () => {
  it('counts the controls of every catalogue', () => {
    const { out, code } = run();

    expect(code).toBe(0);
    expect(out.split('\n').map((line) => line.replace(/:.*\(/, ': … ('))).toEqual([
      'cis-1.4   58 controls: … (CIS AWS Foundations Benchmark 1.4)',
      'cis-3.0   62 controls: … (CIS AWS Foundations Benchmark 3.0)',
      'cis-5.0   63 controls: … (CIS AWS Foundations Benchmark 5.0)',
      expect.stringMatching(/^cis-7\.0 +\d+ controls: … \(CIS AWS Foundations Benchmark 7\.0\)$/),
      expect.stringMatching(/^fsbp +\d+ controls: … \(AWS Foundational Security Best Practices\)$/),
      expect.stringMatching(/^plinth +\d+ controls: … \(House rules of Plinth\)$/),
      '',
    ]);
  });

  it('shows one catalogue control by control, with what answers each and what it leaves open', () => {
    const { out } = run('--standard', 'cis-5.0');

    expect(out).toContain(
      [
        '    2.1.1 answered  Buckets refuse plain HTTP',
        '                    rule storage/tls-only',
        '    2.1.2 open      Buckets ask for MFA to delete',
        '                    open: only the root user can set it; Object Lock keeps the archive instead',
        '',
      ].join('\n'),
    );
  });

  it('counts as many of each kind as it lists', () => {
    const { standards } = JSON.parse(run('--json').out) as {
      standards: { standard: string; counts: Record<string, number>; controls: { coverage: string }[] }[];
    };

    for (const { counts, controls } of standards) {
      const listed = { answered: 0, partly: 0, open: 0, ...counts };
      for (const { coverage } of controls) listed[coverage as keyof typeof listed] -= 1;
      expect(listed).toEqual({ answered: 0, partly: 0, open: 0 });
    }
    expect(standards.map(({ standard }) => standard)).toEqual(['cis-1.4', 'cis-3.0', 'cis-5.0', 'cis-7.0', 'fsbp', 'plinth']);
  });

  it('refuses a catalogue that is not there', () => {
    expect(run('--standard', 'cis-6.0')).toEqual({
      out: '',
      err: '--standard: there is no catalogue of this name, got "cis-6.0"; did you mean "cis-3.0"? [LZ-CONTROL-1]\n',
      code: 2,
    });
  });
});
