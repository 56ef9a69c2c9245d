import { asWritten, type Problem } from '../input-error';
import { type Flow, flowsOverlap, renderFlow } from './flow';

/** Flows that say again what an earlier one says: refused, since one of the two reasons would be lost. */
export function findRepeatedFlows(flows: readonly Flow[]): readonly { readonly flow: Flow; readonly earlier: Flow }[] {
  return flows.flatMap((flow, index) => {
    const earlier = flows.slice(0, index).find((other) => flowsOverlap(other, flow));
    return earlier === undefined ? [] : [{ flow, earlier }];
  });
}

/** The mistake in words. */
export function describeRepeatedFlow(
  { flow, earlier }: { readonly flow: Flow; readonly earlier: Flow },
  subject: string,
  where: string,
): Problem {
  const problem = `says again what ${where} says with "${earlier.why}" for ${renderFlow(earlier)}`;
  return { subject, problem, got: asWritten(renderFlow(flow)), remedy: 'keep one of the two', code: 'LZ-FLOW-17' };
}
