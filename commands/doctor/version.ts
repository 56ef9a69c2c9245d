/** A version as programs state it: `v20.19.2`, `1.11.4`, `1.12.0-rc1`. */
export interface Version {
  readonly numbers: readonly [number, number, number];
  /** What stands behind a hyphen; such a version comes before the one without it. @default - a release */
  readonly prerelease?: string;
}

const FORM = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([\w.]+))?(?:\+[\w.]+)?$/;

/** Reads a version; parts left out are 0. */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch, prerelease] = FORM.exec(text.trim()) ?? [];
  if (major === undefined) return undefined;
  const numbers = [Number(major), Number(minor ?? 0), Number(patch ?? 0)] as const;
  return prerelease === undefined ? { numbers } : { numbers, prerelease };
}

/** Below 0 when a comes before b, above when after. */
export function compareVersions(a: Version, b: Version): number {
  for (const n of [0, 1, 2] as const) if (a.numbers[n] !== b.numbers[n]) return a.numbers[n] - b.numbers[n];
  if (a.prerelease === b.prerelease) return 0;
  if (a.prerelease === undefined || b.prerelease === undefined) return a.prerelease === undefined ? 1 : -1;
  return a.prerelease < b.prerelease ? -1 : 1;
}

/** `~> 1.11` ends before 2.0, `~> 1.11.2` before 1.12: the last part that is written may grow. */
function endOfPessimistic(written: string): Version {
  const [major = 0, minor = 0] = written.replace(/^v/, '').split('.').map(Number);
  return { numbers: written.split('.').length > 2 ? [major, minor + 1, 0] : [major + 1, 0, 0] };
}

function meets(version: Version, constraint: string): boolean | undefined {
  const [, operator = '', written = ''] = /^(>=|<=|!=|~>|>|<|=)?\s*(\S+)$/.exec(constraint.trim()) ?? [];
  const bound = parseVersion(written);
  if (bound === undefined) return undefined;
  const order = compareVersions(version, bound);
  switch (operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '!=':
      return order !== 0;
    case '~>':
      return order >= 0 && compareVersions(version, endOfPessimistic(written)) < 0;
    default:
      return order === 0;
  }
}

/** Whether a version lies in a range as Terraform writes them, `>= 1.10.0, < 2.0.0`; undefined for a range of another form. */
export function satisfies(version: Version, range: string): boolean | undefined {
  const answers = range.split(',').map((constraint) => meets(version, constraint));
  return answers.includes(undefined) ? undefined : !answers.includes(false);
}
