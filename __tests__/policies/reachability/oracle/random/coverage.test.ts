import { Hits } from '../laws';
import { Oracle } from '../oracle';
import { Dice } from './dice';
import { randomEnds } from './places';
import { randomWorld } from './random-world';
import { Space } from './space';

test('in 1,500 random worlds with 40 packets each, every branch of the laws is taken', () => {
  const hits = new Hits();
  for (let seed = 1; seed <= 1500; seed += 1) {
    const dice = new Dice(seed);
    const world = randomWorld(seed);
    const [oracle, space] = [new Oracle(world, hits), new Space(world)];
    for (let round = 0; round < 40; round += 1) {
      const { from, to } = randomEnds(dice, world);
      const packet = space.packet(dice, from, to, dice.chance(0.65) ? 'v4' : 'v6');
      if (!packet) continue;
      oracle.walk(from, to, packet);
    }
  }
  expect(hits.missed).toEqual([]);
});
