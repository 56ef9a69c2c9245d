import { packetOf } from '../../../../policies/reachability/explain/witness';
import { type Bound, type Box, DESTINATION, SOURCE, X } from '../../../../policies/reachability/region/box';

/** A box of tcp between addresses, from ports of clients. */
function box(
  source: readonly [Bound, Bound],
  destination: readonly [Bound, Bound],
  ports: readonly [number, number] = [1024, 65536],
): Box {
  return { lo: [1, source[0], destination[0], ports[0], 443, 1024], hi: [2, source[1], destination[1], ports[1], 444, 65536] };
}

describe('the packet that stands for a box', () => {
  it('comes from and goes to the fifth address of a block: AWS keeps the first four', () => {
    const packet = packetOf(box([256, 512], [1024, 1280]));

    expect([packet[SOURCE], packet[DESTINATION]]).toEqual([260, 1028]);
  });

  it('takes what there is where a block has fewer than five', () => {
    const packet = packetOf(box([256, 260], [1024, 1025]));

    expect([packet[SOURCE], packet[DESTINATION]]).toEqual([256, 1024]);
  });

  it('goes to somebody else inside one block', () => {
    const packet = packetOf(box([256, 512], [256, 512]));

    expect([packet[SOURCE], packet[DESTINATION]]).toEqual([260, 261]);
  });

  it('goes to the address before where the fifth is the last', () => {
    const packet = packetOf(box([256n, 261n], [256n, 261n]));

    expect([packet[SOURCE], packet[DESTINATION]]).toEqual([260n, 256n]);
  });

  it('goes to itself where there is nobody else', () => {
    const packet = packetOf(box([256, 257], [256, 257]));

    expect([packet[SOURCE], packet[DESTINATION]]).toEqual([256, 256]);
  });

  it('comes from port 49152 where that is among the ports, else from the first', () => {
    expect([packetOf(box([256, 512], [1024, 1280]))[X], packetOf(box([256, 512], [1024, 1280], [1024, 2048]))[X]]).toEqual([
      49152, 1024,
    ]);
  });
});
