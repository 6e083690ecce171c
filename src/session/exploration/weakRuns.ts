/** Runs under a memory model: from the start, and those that only C++ allows. */
import { decodeSchedule } from '../../engine';
import type { Store } from '../model/state';
import type { Navigator } from '../navigation/navigation';
import { firstLine } from '../run/opening';

export const createWeakRuns = (store: Store, { show }: Navigator) => ({
  /** From the start, with memory as it is to be from now on. */
  stepUnder(memory: 'sc' | 'rc11'): void {
    const { route } = store.getState();
    if (route.page === 'home') return;
    const granularity = memory === 'sc' ? 'sync' : 'rc11';
    const nowPane = memory === 'sc' ? 'interleavings' : 'memory';
    void show(route, { ...firstLine, schedule: { granularity, choices: [] }, at: 0 });
    store.setState({ nowPane });
  },
  /** An execution that fails under the memory model of C++, at its last step. */
  openWeak(schedule: string): void {
    const { route } = store.getState();
    if (route.page === 'home') return;
    const line = decodeSchedule(schedule).schedule;
    const at = line.choices.length;
    void show(route, { ...firstLine, schedule: line, at, glimpse: true, name: 'a run that C++ allows' });
  },
});
