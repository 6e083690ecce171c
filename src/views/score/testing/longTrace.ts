/** A run of n steps by four threads in irregular turns, each under a lock: for speed, and for merging. */
import type { LockInterval, StateInterval, StepView, TraceView } from '../../../engine';
import { address, scene, step, thread } from './scene';

export function longTrace(n: number): TraceView {
  const steps: StepView[] = [];
  const states: StateInterval[] = [];
  const held: LockInterval[] = [];
  let seed = 7;
  let current = 0;
  let from = 1;
  for (let i = 1; i <= n; i++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const next = seed % 10 < 4 ? (seed >> 8) % 4 : current;
    if (i > 1 && next !== current) {
      const turn = { from: step(from), to: step(i - 1) };
      for (let t = 0; t < 4; t++)
        states.push({ ...turn, thread: thread(t), state: t === current ? 'running' : 'ready', reason: '' });
      held.push({ ...turn, thread: thread(current), lock: address(50 + (current % 2)), mode: 'exclusive' });
      if (i % 3 === 0)
        held.push({ ...turn, thread: thread(next), lock: address(50 + (current % 2)), mode: 'waiting' });
      from = i;
    }
    current = next;
    steps.push({
      ...scene.steps[i % scene.steps.length],
      index: step(i),
      thread: thread(current),
      woke: [],
      preemption: false,
    });
  }
  return {
    ...scene,
    threads: ['M', 'A', 'B', 'C'].map((letter, t) => ({
      id: thread(t),
      name: `thread ${letter}`,
      letter,
      startedAt: step(0),
      startedBy: null,
    })),
    locks: [50, 51].map((id) => ({ id: address(id), name: `lock${id}` })),
    steps,
    states,
    held,
  };
}
