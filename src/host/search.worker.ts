/** The search worker: explores one program after the other, and says how far it is while it does. */
import { countExecutions, explore, type Program, type Verdict } from '../engine';
import type { Judgement } from './client';
import type { FromSearch, ToSearch } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

/** ms between two messages of progress at least. */
const PAUSE = 100;

const send = (message: FromSearch): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<ToSearch>): void => {
  const { id, program, size, stopped } = data;
  let told = performance.now();
  try {
    const shouldStop = (): boolean => stopped !== null && Atomics.load(stopped, 0) >= id;
    const verdict = explore(program, {
      states: size.states,
      memory: size.bytes,
      shouldStop,
      onProgress(states, transitions) {
        const now = performance.now();
        if (now - told < PAUSE) return;
        told = now;
        send({ type: 'progress', id, states, transitions });
      },
    });
    send({ type: 'verdict', id, verdict: withCount(program, verdict, shouldStop) });
  } catch (error) {
    send({ type: 'failure', id, message: error instanceof Error ? error.message : String(error) });
  }
};

/** Counting asks another question than the verdict and may take much longer: only after a complete search, and only so far. */
function withCount(program: Program, verdict: Verdict, shouldStop: () => boolean): Judgement {
  if (!verdict.complete) return verdict;
  const until = performance.now() + COUNTING_MS;
  const count = countExecutions(program, verdict.visible, {
    executions: MAX_EXECUTIONS,
    shouldStop: () => shouldStop() || performance.now() > until,
  });
  return { ...verdict, count };
}
const MAX_EXECUTIONS = 20_000;
const COUNTING_MS = 3_000;
