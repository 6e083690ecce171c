/** Returns the ball: the bare hand-over that gates are compared with. Word 0 counts the throws, word 1 the returns. */
import type { Control } from '../gate';

/** Compiled with the tests, whose library is the page's. */
declare const self: { onmessage: (event: MessageEvent) => void; postMessage(message: unknown): void };

self.onmessage = ({ data: ball }: MessageEvent<Control>): void => {
  let heard = Atomics.load(ball, 0);
  self.postMessage('ready');
  for (;;) {
    Atomics.wait(ball, 0, heard);
    heard = Atomics.load(ball, 0);
    Atomics.add(ball, 1, 1);
    Atomics.notify(ball, 1);
  }
};
