/**
 * The page's end of the workers that have a thread each, all but main's. They are started when a program is met that needs them, and stay
 * from series to series and from program to program.
 */
import type { WorkerGroup } from '../workerGroup';
import { type Control, ERA, goOf, MAX_WORKERS, WORKERS } from './control';
import type { FromFreeThread, SharedRun, ToFreeThread } from './protocol';

interface Member {
  readonly worker: Worker;
  /** It takes part in the runs of the program that is open. */
  joined: Promise<void>;
}

export class ThreadWorkers {
  readonly control: Control;
  private readonly group: WorkerGroup;
  private readonly members: Member[] = [];
  private run: SharedRun | null = null;

  constructor(control: Control, group: WorkerGroup) {
    this.control = control;
    this.group = group;
  }

  /** They leave the program before, and wait for the next. */
  leave(): void {
    const { control } = this;
    Atomics.add(control, ERA, 1);
    for (let thread = 1; thread < MAX_WORKERS; thread++) {
      Atomics.sub(control, goOf(thread), 1);
      Atomics.notify(control, goOf(thread));
    }
  }

  /** Those that there are take part in the runs of this program, and so will others. */
  join(run: SharedRun): void {
    this.run = run;
    for (const [at, member] of this.members.entries())
      member.joined = this.joining(member.worker, at + 1, run);
  }

  /** Resolves when so many threads have a worker, main included, and all of them have joined. */
  async grow(threads: number): Promise<void> {
    const { members, control, run } = this;
    if (run === null) return;
    while (members.length + 1 < threads) members.push(this.start(members.length + 1, run));
    await Promise.all(members.map(({ joined }) => joined));
    control[WORKERS] = members.length + 1;
  }

  /** Ends one and tells nobody, as a browser short of memory does. For tests. */
  kill(thread: number): void {
    this.members[thread - 1]?.worker.terminate();
  }

  private start(thread: number, run: SharedRun): Member {
    const worker = this.group.add(
      new Worker(new URL('./freeThread.worker.ts', import.meta.url), {
        type: 'module',
        name: `free runs: thread ${thread}`,
      }),
    );
    return { worker, joined: this.joining(worker, thread, run) };
  }

  private joining(worker: Worker, thread: number, run: SharedRun): Promise<void> {
    worker.postMessage({ type: 'join', thread, control: this.control, run } satisfies ToFreeThread);
    return new Promise((resolve) => {
      worker.addEventListener('message', (_: MessageEvent<FromFreeThread>) => resolve(), { once: true });
    });
  }
}
