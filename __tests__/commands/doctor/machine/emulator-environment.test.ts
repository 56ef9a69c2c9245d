import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Check } from '../../../../commands/doctor/check';
import { environmentCheck } from '../../../../commands/doctor/machine/emulator-environment';
import { emulatorUnchecked } from '../../../../commands/doctor/machine/emulator-start';
import type { Answer } from '../../../../commands/doctor/machine/program';
import { environmentPlace, type EnvironmentPlace } from '../../../../commands/sandbox/environment';
import { failed, machineWith, printed } from '../answers';

const environment = { id: 'emulator-environment', title: "emulator's environment" };
const PINS = 'moto[all,proxy]==5.2.1\n';

let root: string;
let place: EnvironmentPlace;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'plinth-environment-'));
  mkdirSync(join(root, 'emulator'));
  writeFileSync(join(root, 'emulator/requirements.txt'), PINS);
  place = await environmentPlace(root);
});
afterEach(() => rmSync(root, { recursive: true }));

function make(): void {
  mkdirSync(join(place.folder, 'bin'), { recursive: true });
  writeFileSync(place.python, '');
}

const check = (answer?: Answer): Promise<Check> =>
  environmentCheck(machineWith(answer === undefined ? {} : { [place.python]: answer }), place, PINS);
const shown = (): string => place.folder.slice(root.length + 1);

describe("the emulator's environment", () => {
  test('that was never made is no mistake: the sandbox makes it', async () => {
    expect(await check()).toEqual({
      ...environment,
      level: 'not checked',
      found: 'not made yet',
      remedy: 'npm run sandbox makes it, once, with packages from the Python package index',
    });
  });

  test('that is half made is a warning', async () => {
    mkdirSync(join(root, '.emulator/building-71-99'), { recursive: true });

    expect(await check()).toEqual({
      ...environment,
      level: 'warning',
      found: 'half made: building-71-99 was left behind, or is being made now',
      remedy: 'unless a sandbox is running, delete .emulator/building-71-99; npm run sandbox makes it anew',
    });
  });

  test('whose Python has gone is a problem', async () => {
    mkdirSync(place.folder, { recursive: true });

    expect(await check()).toEqual({
      ...environment,
      level: 'problem',
      found: `${shown()} is there without its Python`,
      remedy: `delete ${shown()}; the next npm run sandbox makes it anew`,
    });
  });

  test('without moto is a problem', async () => {
    make();

    expect(await check(failed('importlib.metadata.PackageNotFoundError: No package metadata was found for moto'))).toEqual({
      ...environment,
      level: 'problem',
      found: `${shown()} has no usable moto`,
      expected: 'moto 5.2.1',
      remedy: `delete ${shown()}; the next npm run sandbox makes it anew`,
    });
  });

  test('with another moto is a problem', async () => {
    make();

    expect(await check(printed('5.2.0\n'))).toMatchObject({ level: 'problem', found: 'moto 5.2.0', expected: 'moto 5.2.1' });
  });

  test('with the pinned moto is well, whatever was left beside it', async () => {
    make();
    mkdirSync(join(root, '.emulator/building-71-99'));

    expect(await check(printed('5.2.1\n'))).toEqual({ ...environment, level: 'ok', found: 'moto 5.2.1' });
  });
});

describe('the emulator', () => {
  const emulator = { id: 'emulator', title: 'emulator', level: 'not checked' };

  test('is not started unless that is asked for', async () => {
    expect(emulatorUnchecked(await check(), false)).toEqual({
      ...emulator,
      found: 'only with --emulator: its start takes some seconds',
    });
  });

  test('is not started without its environment', async () => {
    expect(emulatorUnchecked(await check(), true)).toEqual({ ...emulator, found: "emulator's environment: not made yet" });
  });

  test('is started where both are given', async () => {
    make();

    expect(emulatorUnchecked(await check(printed('5.2.1')), true)).toBeUndefined();
  });
});
