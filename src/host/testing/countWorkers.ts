import { vi } from 'vitest';

/** Counts the workers that live, from now on. */
export function countWorkers(): { alive: number; started: number } {
  const count = { alive: 0, started: 0 };
  const terminate = Worker.prototype.terminate;
  const ended = new WeakSet<Worker>();
  vi.spyOn(Worker.prototype, 'terminate').mockImplementation(function (this: Worker) {
    if (!ended.has(this)) count.alive--;
    ended.add(this);
    terminate.call(this);
  });
  const Real = Worker;
  vi.stubGlobal(
    'Worker',
    class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        count.alive++;
        count.started++;
      }
    },
  );
  return count;
}
