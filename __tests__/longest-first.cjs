const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes minutes: begun last, one of them would keep a single worker busy when the others have nothing left. */
const LONGEST = [
  'apply/change-safety/change-safety',
  'apply/reference',
  'apply/example-apps',
  'apply/cloud/reference',
  'apply/deliver/deliver',
  'apply/parameters/parameters',
  'apply/judged-plans',
  'apply/deliver/gate',
  'apply/cdktf-cli',
  'apply/upgrade/upgrade',
  'emulator/estate',
  'apply/logging',
  'apply/every-option',
  'landing-zone/edit-sequences-property',
  'architecture/docs-blocks',
];

function rank({ path }) {
  const place = LONGEST.findIndex((name) => path.endsWith(`/__tests__/${name}.test.ts`));
  return place === -1 ? LONGEST.length : place;
}

/** A fresh clone remembers no times, and jest would go by the size of the files. */
module.exports = class LongestFirst extends Sequencer {
  static LONGEST = LONGEST;

  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
