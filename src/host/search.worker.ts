/** The search worker: explores one program after the other, and says how far it is while it does. */
import { explore } from '../engine';
import type { FromSearch, ToSearch } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

/** ms between two messages of progress at least. */
const PAUSE = 100;

const send = (message: FromSearch): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<ToSearch>): void => {
  const { id, program, size, stopped } = data;
  let told = performance.now();
  try {
    const verdict = explore(program, {
      states: size.states,
      memory: size.bytes,
      shouldStop: () => stopped !== null && Atomics.load(stopped, 0) >= id,
      onProgress(states, transitions) {
        const now = performance.now();
        if (now - told < PAUSE) return;
        told = now;
        send({ type: 'progress', id, states, transitions });
      },
    });
    send({ type: 'verdict', id, verdict });
  } catch (error) {
    send({ type: 'failure', id, message: error instanceof Error ? error.message : String(error) });
  }
};
