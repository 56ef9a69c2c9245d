import { findShapeFaults, type ShapedFile } from './shape-faults';
import { listFiles, PRODUCT, readSource } from './source-tree';

const file = (path: string, lines = 70): ShapedFile => ({ path, lines });
const many = (folder: string, count: number): ShapedFile[] =>
  Array.from({ length: count }, (_, n) => file(`${folder}/part-${String(n)}.ts`));

describe('the shape of files', () => {
  test('300 lines are taken, 301 are not', () => {
    expect(findShapeFaults([file('modules/core/a.ts', 300), file('modules/core/b.ts', 301)])).toEqual([
      'modules/core/b.ts: 301 lines, at most 300',
    ]);
  });

  test('a folder holds 12 files, not 13', () => {
    expect(findShapeFaults([...many('modules/core', 12), ...many('modules/network', 13)])).toEqual([
      'modules/network: 13 files, at most 12',
    ]);
  });

  test('a folder of tests holds 24 files, not 25', () => {
    expect(findShapeFaults([...many('__tests__/core', 24), ...many('__tests__/network', 25)])).toEqual([
      '__tests__/network: 25 files, at most 24',
    ]);
  });

  test.each(['utils', 'helpers', 'types', 'constants', 'util', 'common'])('no file is called %s', (name) => {
    const path = `modules/core/${name}.ts`;
    expect(findShapeFaults([file(path)])).toEqual([`${path}: "${name}" names no noun; name it after what it defines`]);
  });

  test('no folder is called utils', () => {
    expect(findShapeFaults([file('modules/utils/index.ts'), file('modules/utils/cidr.ts')])).toEqual([
      'modules/utils/cidr.ts: "utils" names no noun; name it after what it defines',
    ]);
  });

  test.each(['addressPlan', 'AddressPlan', 'address_plan', 'address.plan'])('%s.ts is not kebab-case', (name) => {
    expect(findShapeFaults([file(`modules/core/${name}.ts`)])).toEqual([
      `modules/core/${name}.ts: "${name}" is not in kebab-case`,
    ]);
  });

  test('kebab-case, tests, declarations and Python modules are well named', () => {
    const paths = [
      'modules/core/address-plan.ts',
      '__tests__/core/cidr.test.ts',
      'modules/core/x.d.ts',
      'emulator/flow_logs.py',
      'emulator/__init__.py',
    ];
    expect(findShapeFaults(paths.map((path) => file(path)))).toEqual([]);
  });

  test('this project keeps to it', () => {
    const roots = [...PRODUCT, 'examples', 'bench', 'scripts', 'emulator', '__tests__'];
    const paths = ['.ts', '.mjs', '.py'].flatMap((ending) => listFiles(roots, ending));
    expect(findShapeFaults(paths.map((path) => file(path, readSource(path).split('\n').length - 1)))).toEqual([]);
    expect(paths.length).toBeGreaterThan(40);
  });
});
