import { isRecord, type JsonRecord, listOf } from '../../model/json';

/** What makes a resource anew when it changes. */
export interface Trigger {
  readonly address: string;
  /** @default - any change of it does */
  readonly attribute?: string;
}

/** What `replace_triggered_by` of a block names. */
export function triggersOf({ lifecycle }: JsonRecord): readonly Trigger[] {
  const named = listOf(lifecycle).flatMap((block) => (isRecord(block) ? listOf(block.replace_triggered_by) : []));
  return named.flatMap((text): readonly Trigger[] => {
    if (typeof text !== 'string') return [];
    const [, address, attribute] = /^(?:\$\{)?([a-z]\w*\.[\w-]+(?:\[[^\]]*\])?)(?:\.(\w+))?/.exec(text) ?? [];
    if (address === undefined) return [];
    return [{ address, ...(attribute === undefined ? {} : { attribute }) }];
  });
}
