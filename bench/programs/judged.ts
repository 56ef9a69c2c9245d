import { judge, landingZone, reachabilityDocument, readUniverse } from '../../policies';
import { beginWork } from '../measurement/usage';

/** Proofs and rules alone, against an output that stands: `judged.js <output>`. */
const [, , output = ''] = process.argv;

beginWork();
const universe = readUniverse(output);
judge(universe, landingZone);
JSON.stringify(reachabilityDocument(universe), null, 2);
