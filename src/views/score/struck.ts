/** Which objects are worth a row, and which one a verdict is about. */
import type { Address, Finding, TraceView } from '../../engine';

/**
 * The object a finding is about. A finding names no object, so: one that is gone when it strikes, ended by one of its places (the free,
 * the store of null) if there is such a one, else one whose type its words name. null when in doubt.
 */
export function struckObject(trace: TraceView, finding: Finding | null): Address | null {
  if (finding === null) return null;
  const gone = trace.lives.filter(({ phase, from }) => phase === 'gone' && from <= finding.step);
  const steps = new Set<number>(finding.places.map(({ step }) => step ?? 0));
  const ended = gone.filter(({ from }) => steps.has(from));
  const named = (ended.length > 0 ? ended : gone).filter(({ object }) => {
    const name = trace.objects.find(({ id }) => id === object)?.name ?? '';
    const type = name.replace(/ \d+$/, '');
    return type !== '' && `${finding.sentence}\n${finding.report}`.includes(type);
  });
  const found = named.length > 0 ? named : ended;
  return found.length === 1 ? found[0].object : null;
}

/** What a std::thread keeps for itself tells nobody anything. */
export const isShownObject = (name: string): boolean => !/^thread task( \d+)?$/.test(name);
