/** What a series of runs says of a program on this machine: pure. */
import type { Tally } from '../../host/free/client';
import type { FreeRuns, SessionState } from '../model/state';

/** Runs in which something was wrong. Of those that a limit has cut short that is not known. */
export function failedIn({ outcomes }: Pick<Tally, 'outcomes'>): number {
  let failed = 0;
  for (const [kind, count] of Object.entries(outcomes)) if (kind !== '' && kind !== 'limit') failed += count;
  return failed;
}

/** Of a variant of a scenario, what is remembered when a series has ended: the larger one is the better measurement. */
export function remeasured(
  measured: SessionState['measured'],
  key: string,
  { series, tally }: FreeRuns,
): SessionState['measured'] {
  const runs = tally?.runs ?? 0;
  if (tally === null || series.pressure !== 'free' || runs === 0 || runs < (measured[key]?.runs ?? 0))
    return measured;
  return { ...measured, [key]: { runs, failed: failedIn(tally) } };
}
