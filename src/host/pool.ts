/**
 * The thread workers, one per thread of the program: created by the page, because one that a waiting worker creates never starts, and
 * before they are needed, because starting one takes some 20 ms.
 *
 * Life of a worker:  new ─ready─▶ idle ─connect─▶ in its loop (gate.ts) ─LEAVE─▶ idle …
 *                      └─────────────── error, or lost: terminated, and a new one in its place ──┘
 */
import { type Control, disown, MAX_WORKERS, ownerOf } from './gate';
import type { FromThread, RunningProgram, ToThread } from './protocol';

/** Most programs have no more threads; the rest are started when a program has shown that it does. */
const FIRST_WORKERS = 4;
/** A worker that is not ready after this long will never be: out of memory, or the file is gone. */
const START_TIMEOUT = 60_000;

export interface PoolEvents {
  /** All workers up to this number run program `era`. */
  present(era: number, workers: number): void;
  replaced(era: number, thread: number): void;
  /** A worker died, or cannot be started. */
  failed(thread: number, message: string): void;
}

interface Member {
  readonly worker: Worker;
  readonly ready: Promise<void>;
  /** Of the program it was last connected to, and of the one it runs; -1 for none. */
  asked: number;
  era: number;
  /** It takes the place of another that ran this program, and is not yet connected. */
  replaces: boolean;
}

export class Pool {
  private readonly control: Control;
  private readonly events: PoolEvents;
  private readonly members: Member[] = [];
  private running: RunningProgram | null = null;
  private disposed = false;

  constructor(control: Control, events: PoolEvents) {
    this.control = control;
    this.events = events;
    this.grow(FIRST_WORKERS);
  }

  get size(): number {
    return this.members.length;
  }

  /** Runs another program in all workers, in those that are still to come too. */
  run(program: RunningProgram): void {
    this.running = program;
    this.members.forEach((member, thread) => {
      member.replaces = false;
      // One that never gets ready is told of where it was started.
      member.ready.then(() => this.connect(thread, member), ignore);
    });
  }

  /** Makes sure of so many workers. */
  grow(workers: number): void {
    const { members } = this;
    const wanted = Math.min(workers, MAX_WORKERS);
    while (members.length < wanted) members.push(this.start(members.length, false));
  }

  /** Ends a worker, in whatever it hangs, and puts a new one in its place. Once is enough. */
  replace(thread: number): void {
    if (this.members[thread].replaces) return;
    this.kill(thread);
    this.members[thread] = this.start(thread, true);
  }

  /** Ends a worker and tells nobody, as a browser short of memory does. For tests. */
  kill(thread: number): void {
    const { control, running } = this;
    disown(control, running && new Int32Array(running.memory), thread);
    this.members[thread].worker.terminate();
  }

  dispose(): void {
    this.disposed = true;
    for (const { worker } of this.members) worker.terminate();
    this.members.length = 0;
  }

  private start(thread: number, replaces: boolean): Member {
    const worker = new Worker(new URL('./thread.worker.ts', import.meta.url), {
      type: 'module',
      name: `thread ${thread}`,
    });
    const member: Member = { worker, ready: readiness(worker), asked: -1, era: -1, replaces };
    worker.addEventListener('message', ({ data }: MessageEvent<FromThread>) => {
      if (data.type === 'connected') this.connected(thread, member, data.era);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (this.members[thread] === member) this.events.failed(thread, event.message);
    });
    member.ready.then(
      () => this.connect(thread, member),
      (error: Error) => {
        if (!this.disposed) this.events.failed(thread, error.message);
      },
    );
    return member;
  }

  private connect(thread: number, member: Member): void {
    const { control, running, members } = this;
    if (running === null || members[thread] !== member || member.asked === running.era) return;
    member.asked = running.era;
    const owner = Atomics.load(control, ownerOf(thread));
    const message: ToThread = { type: 'connect', thread, owner, control, running, spins: spinsHere() };
    member.worker.postMessage(message);
  }

  private connected(thread: number, member: Member, era: number): void {
    member.era = era;
    if (member.replaces && era === this.running?.era) this.events.replaced(era, thread);
    member.replaces = false;
    this.report();
  }

  private report(): void {
    const { running, members } = this;
    if (running === null) return;
    const { era } = running;
    const first = members.findIndex((member) => member.era !== era && !member.replaces);
    this.events.present(era, first < 0 ? members.length : first);
  }
}

const ignore = (): void => {};

/** Resolves with the first message of a worker. */
export function readiness(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a worker did not start')), START_TIMEOUT);
    const settle = (then: () => void) => () => {
      clearTimeout(timer);
      then();
    };
    worker.addEventListener('message', settle(resolve), { once: true });
    worker.addEventListener(
      'error',
      settle(() => reject(new Error('a worker could not be loaded'))),
      { once: true },
    );
  });
}

/** Looking at a word before waiting there pays only while there are cores to spare. */
const spinsHere = (): number => (navigator.hardwareConcurrency > 4 ? 1000 : 50);
