/** The threads of node that help a search where it is large. */
import { Worker } from 'node:worker_threads';
import type { Together } from '../engine';
import { createTeam } from '../host/team';

export interface Helpers {
  readonly together: Together;
  dispose(): void;
}

/** `file`: the bundle of helper.ts; without one, the search is alone. */
export function createHelpers(count: number, file: URL | null): Helpers {
  const started: Worker[] = [];
  const together = createTeam(file === null ? 0 : count, (ports) => {
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
