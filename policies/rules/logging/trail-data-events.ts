import { Unknown } from '../../model/term';
import { factsOf, findingOn, type Rule } from '../rule';
import { anyOfAccount, byAccount } from './accounts';
import { records } from './trail/trails';

const ID = 'logging/trail-data-events';
const FIX = 'add an advanced_event_selector with eventCategory Data and resources.type AWS::S3::Object';

/** It is told who read and wrote which object. */
export const trailDataEvents: Rule = {
  id: ID,
  summary: 'A trail of the account records reads and writes of the objects of all buckets',
  judge: (universe) => {
    const accounts = byAccount(factsOf(universe, 'aws_cloudtrail'));
    return accounts.flatMap((trails) =>
      [true, false].flatMap((write) => {
        const told = anyOfAccount(trails, accounts, (trail) => records(trail, { category: 'Data', write }));
        if (told === true) return [];
        const what = write ? 'writes' : 'reads';
        return told instanceof Unknown
          ? [findingOn(ID, trails[0], `whether a trail records ${what} of objects isn't known: ${told.why}`, FIX, 'unknown')]
          : [findingOn(ID, trails[0], `no trail of its account records ${what} of the objects of all buckets`, FIX)];
      }),
    );
  },
};
