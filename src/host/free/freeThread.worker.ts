/** A thread of free runs, on a thread of its own: waits until it is started in a run, takes its part, and waits again. */
import { type Control, ERA, goOf, RESTED } from './control';
import { sharedMachine } from './coordinator';
import type { FromFreeThread, ToFreeThread } from './protocol';
import { FreeThread } from './thread';

declare const self: DedicatedWorkerGlobalScope;

/** Looks at the word before waiting there: a run follows the other. */
const LOOKS = 200;

self.onmessage = ({ data }: MessageEvent<ToFreeThread>): void => {
  const { thread, control, run } = data;
  const { program, points, memory } = run;
  const machine = sharedMachine(program, thread, memory);
  const free = new FreeThread(control, machine, points, thread);
  const era = Atomics.load(control, ERA);
  let heard = Atomics.load(control, goOf(thread));
  self.postMessage({ type: 'joined' } satisfies FromFreeThread);
  for (;;) {
    heard = next(control, goOf(thread), heard);
    if (Atomics.load(control, ERA) !== era) return;
    free.run();
    Atomics.add(control, RESTED, 1);
    Atomics.notify(control, RESTED);
  }
};

/** The value that is not `heard` any more. */
function next(control: Control, word: number, heard: number): number {
  for (let look = 0; look < LOOKS; look++) if (Atomics.load(control, word) !== heard) break;
  while (Atomics.load(control, word) === heard) Atomics.wait(control, word, heard);
  return Atomics.load(control, word);
}
