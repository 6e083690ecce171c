/** One thread of the program, on a thread of its own. Says when it is there, then is connected to one program after the other. */
import { createMachine } from '../engine';
import type { FromThread, ToThread } from './protocol';
import { threadLoop } from './threadLoop';

declare const self: DedicatedWorkerGlobalScope;

const send = (message: FromThread): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<ToThread>): void => {
  const { control, thread, owner, spins, running } = data;
  const { program, points, memory, era } = running;
  const machine = createMachine(program, { buffer: memory });
  // Not the usual end of an event handler: this waits and steps until another program comes.
  threadLoop({ control, machine, points, thread, era, owner, spins }, () => send({ type: 'connected', era }));
};

send({ type: 'ready' });
