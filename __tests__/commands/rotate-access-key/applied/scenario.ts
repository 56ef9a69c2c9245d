import type { ChildProcess } from 'node:child_process';

import type { Disturbance, Forwarder, PassingCall } from './forwarder';
import { type Ended, type Person, type RotationWorld, template } from './rotation-world';

/** Sends a signal to the run, SIGKILL unless it says another. */
export type Kill = (signal?: NodeJS.Signals) => void;

/** What happens to one run. */
export interface Trouble {
  /** What becomes of its calls; `call` counts within the run. */
  readonly disturb?: (call: PassingCall, kill: Kill) => Disturbance | undefined;
  /** What else happens to it, given how long a run takes to which nothing happens. */
  readonly happen?: (child: ChildProcess, usualMilliseconds: number) => void;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs in trouble, one after the other, before one that nothing happens to. */
export interface Scenario {
  readonly name: string;
  readonly troubles: readonly Trouble[];
  readonly flags?: readonly string[];
}

/** A run in trouble, and what it left. */
export interface Chapter extends Ended {
  /** How many of its calls were disturbed. */
  readonly disturbed: number;
  /** Whether AWS takes the pair that the profile has now. */
  readonly works: boolean;
}

/** What a scenario led to. */
export interface Story {
  readonly chapters: readonly Chapter[];
  readonly end: End;
  /** Everything that AWS was asked. */
  readonly actions: readonly string[];
  /** Every secret that occurs in what was printed. */
  readonly told: readonly string[];
}

/** The state in the end. */
export interface End {
  readonly exitCode: number | null;
  /** What the last run told, if it failed. */
  readonly failure: string;
  readonly keys: number;
  readonly isOldGone: boolean;
  /** Whether the only key is active, and the profile's. */
  readonly isProfilesKey: boolean;
  readonly works: boolean;
  /** Whether the file is as it was but for the two values. */
  readonly isFileKept: boolean;
  readonly besides: readonly string[];
}

/** What every scenario has to end in. */
export const GOOD_END: End = {
  exitCode: 0,
  failure: '',
  keys: 1,
  isOldGone: true,
  isProfilesKey: true,
  works: true,
  isFileKept: true,
  besides: ['credentials'],
};

async function endOf(world: RotationWorld, person: Person, { code, stderr }: Ended): Promise<End> {
  const [keys, pair] = [await world.keysOf(person), world.pairOf(person)];
  return {
    exitCode: code,
    failure: code === 0 ? '' : stderr,
    keys: keys.length,
    isOldGone: keys.every(({ id }) => id !== person.first.accessKeyId),
    isProfilesKey: keys.every(({ id, status }) => id === pair.accessKeyId && status === 'Active'),
    works: await world.works(pair),
    isFileKept: world.textOf(person) === template(pair),
    besides: world.besides(person),
  };
}

/** One run, disturbed as the trouble says. */
async function suffer(
  world: RotationWorld,
  person: Person,
  forwarder: Forwarder,
  { disturb, happen, env }: Trouble,
  flags: readonly string[],
  usualMilliseconds: number,
): Promise<Chapter> {
  let disturbed = 0;
  const { child, ended } = world.start(person, { ...world.environment(person, forwarder), ...env }, flags);
  const before = [...forwarder.actions];
  forwarder.script = (call) => {
    const nth = call.nth - before.filter((action) => action === call.action).length;
    const own = { ...call, nth, position: call.position - before.length };
    const disturbance = disturb?.(own, (signal = 'SIGKILL') => child.kill(signal));
    if (disturbance !== undefined) disturbed += 1;
    return disturbance;
  };
  happen?.(child, usualMilliseconds);
  const end = await ended;
  await forwarder.idle();
  forwarder.script = () => undefined;
  return { ...end, disturbed, works: await world.works(world.pairOf(person)) };
}

/** Lets runs meet what the scenario says until one ends well, and then, if none did, one that meets nothing. */
export async function play(world: RotationWorld, scenario: Scenario, usualMilliseconds = 500): Promise<Story> {
  const [person, forwarder] = [await world.person(), await world.forwarder()];
  try {
    const flags = ['--verbose', ...(scenario.flags ?? [])];
    const chapters: Chapter[] = [];
    for (const trouble of scenario.troubles) {
      if (chapters.at(-1)?.code !== 0) chapters.push(await suffer(world, person, forwarder, trouble, flags, usualMilliseconds));
    }
    const well = chapters.find(({ code }) => code === 0);
    // Nothing happens to it, so it waits for a busy machine.
    const env = { ...world.environment(person, forwarder), CALL_SECONDS: '30' };
    const last = well ?? (await world.run(person, env, flags));
    const printed = [...chapters, last].map(({ stdout, stderr }) => stdout + stderr).join('');
    return {
      chapters,
      end: await endOf(world, person, last),
      actions: forwarder.actions,
      told: [person.first.secretAccessKey, ...forwarder.secrets].filter((secret) => printed.includes(secret)),
    };
  } finally {
    await forwarder.stop();
  }
}

/** How long a run takes on this machine, by one after the first, which finds everything cold. */
async function usualTime(world: RotationWorld): Promise<number> {
  const person = await world.person();
  let begun = 0;
  for (let n = 0; n < 3; n++) {
    begun = Date.now();
    await world.run(person, world.environment(person));
  }
  return Date.now() - begun;
}

/** Plays all of them, some at once, and answers by their names. */
export async function playAll(world: RotationWorld, scenarios: readonly Scenario[], atOnce: number): Promise<Map<string, Story>> {
  const [left, stories] = [[...scenarios], new Map<string, Story>()];
  const usual = await usualTime(world);
  const worker = async (): Promise<void> => {
    for (let scenario = left.shift(); scenario !== undefined; scenario = left.shift()) {
      stories.set(scenario.name, await play(world, scenario, usual));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return stories;
}
