/** The provers of the command line: threads of node that take part in a search where it is large. */
import { Worker } from 'node:worker_threads';
import type { Together } from '../engine';
import { createProvers } from '../host/provers';

export interface Provers {
  readonly together: Together;
  dispose(): void;
}

/** `file`: the bundle of prover.ts; without one, the search is alone. */
export function startProvers(count: number, file: URL | null): Provers {
  const started: Worker[] = [];
  const together = createProvers(file === null ? 0 : count, (ports) => {
    for (const port of ports) {
      const worker = new Worker(file as URL);
      worker.postMessage(port, [port as never]);
      started.push(worker);
    }
  });
  return {
    together,
    dispose: () => {
      for (const worker of started) void worker.terminate();
    },
  };
}
