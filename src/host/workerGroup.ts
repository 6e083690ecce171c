/**
 * Workers that live and die together: none of them is of use without the others. The first that fails is told; who is told ends all, and
 * starts others when there is something to do again.
 */
export class WorkerGroup {
  private readonly workers = new Set<Worker>();
  private readonly failed: (reason: string) => void;

  /** `failed` is not called for workers that were ended. */
  constructor(failed: (reason: string) => void) {
    this.failed = failed;
  }

  add(worker: Worker): Worker {
    this.workers.add(worker);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (this.workers.has(worker)) this.failed(event.message || 'a worker could not be loaded');
    });
    return worker;
  }

  end(): void {
    for (const worker of this.workers) worker.terminate();
    this.workers.clear();
  }
}
