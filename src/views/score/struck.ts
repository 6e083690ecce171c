/** Which objects are worth a row, and which one a verdict is about. */
import type { Address, Finding, FindingKind, Place, TraceView } from '../../engine';

/** Findings that are about one object: an access that came when it had gone. All others reach for none, whatever their words name. */
const REACHES: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'use-after-free',
  'stack-use-after-scope',
  'double-free',
  'null-dereference',
  'mutex-misuse',
]);

/**
 * The object a finding is about; of most kinds, none. A finding names no object, so: one that is gone when it strikes, ended by one of its places (the free,
 * the store of null) or by what that thread did next, if there is such a one; else one whose type its words name. null when in doubt.
 */
export function struckObject(trace: TraceView, finding: Finding | null): Address | null {
  if (finding === null || !REACHES.has(finding.kind)) return null;
  const gone = trace.lives.filter(({ phase, from }) => phase === 'gone' && from <= finding.step);
  const ends = new Set(finding.places.flatMap((place) => endingSteps(trace, place)));
  const ended = gone.filter(({ from }) => ends.has(from));
  const named = (ended.length > 0 ? ended : gone).filter(({ object }) => {
    const name = trace.objects.find(({ id }) => id === object)?.name ?? '';
    const type = name.replace(/ \d+$/, '');
    return type !== '' && `${finding.sentence}\n${finding.report}`.includes(type);
  });
  // Of several that the places ended, the last; of several that are only named, none.
  if (ended.length > 0)
    return (named.length > 0 ? named : ended).reduce((a, b) => (b.from > a.from ? b : a)).object;
  const found = new Set(named.map(({ object }) => object));
  return found.size === 1 ? [...found][0] : null;
}

/** The step of a place and the next one of its thread: a store of null drops the owner it replaced one step later. */
function endingSteps({ steps }: TraceView, { step, thread }: Place): number[] {
  if (step === null) return [];
  const next = steps.slice(step).find((after) => after.thread === thread);
  return next === undefined ? [step] : [step, next.index];
}

/** What a std::thread keeps for itself tells nobody anything. */
export const isShownObject = (name: string): boolean => !/^thread task( \d+)?$/.test(name);
