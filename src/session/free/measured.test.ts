import { expect, test } from 'vitest';
import type { Pressure, Tally } from '../../host/free/client';
import type { FreeRuns } from '../model/state';
import { failedIn, remeasured } from './measured';

const after = (runs: number, outcomes: Tally['outcomes'], pressure: Pressure = 'free'): FreeRuns => ({
  phase: 'done',
  series: { pressure, depth: 2, runs, seed: 1 },
  tally: { runs, ms: 1, outcomes, unexplained: 0, executions: new Map(), failed: [], threads: 2, steps: 9 },
  reason: '',
});

test('a run that was cut short has not failed', () => {
  expect(failedIn({ outcomes: { '': 5, deadlock: 2, 'data-race': 1, limit: 4 } })).toBe(3);
});

test('what is remembered of a variant is its largest series, of those that nothing held up', () => {
  const first = remeasured({}, 'demo/before', after(1000, { '': 997, deadlock: 3 }));
  expect(first).toEqual({ 'demo/before': { runs: 1000, failed: 3 } });
  expect(remeasured(first, 'demo/before', after(100, { deadlock: 100 }))).toBe(first);
  expect(remeasured(first, 'demo/before', after(5000, { deadlock: 9 }, 'yields'))).toBe(first);
  expect(remeasured(first, 'demo/before', { ...after(0, {}), tally: null })).toBe(first);
  expect(remeasured(first, 'demo/before', after(1000, { '': 1000 }))['demo/before'].failed).toBe(0);
});
