/**
 * What those share who go through the states of a program together, each in a worker of its own: the states that any of them has
 * been in, and a place to hand over work. One Int32Array, on a SharedArrayBuffer if there is more than one.
 *
 * The table is that of fingerprint-set.ts, of a fixed size and without numbers: a slot is claimed by its first word and opened by its second
 * one. All else happens rarely, and behind one lock.
 */
const LOCK = 0;
/** Members, and those of them that have nothing to do. */
const JOINED = 1;
const IDLE = 2;
/** How it ended; 0 as long as it goes on. */
const OVER = 3;
/** Words of the task that waits to be taken. */
const TASK = 4;
/** Changes whenever there may be something new for who waits. */
const CHANGES = 5;
/** By member: states it met first, steps it took, steps round loops, and states it met blindly. */
const COUNTS = 8;
const COUNT_WORDS = 4;
const MAX_MEMBERS = 16;
const TASK_START = COUNTS + COUNT_WORDS * MAX_MEMBERS;
const TASK_WORDS = 1 << 15;
const TABLE = TASK_START + TASK_WORDS;
/** Both words of the hash. */
const SLOT = 2;
/** ms until who waits looks again. */
const PATIENCE = 20;

/**
 * done: all states were met, and nothing else. found: a defect, or the end of what a machine can do. full: more states than wanted.
 * blind: too many of which too little is known.
 */
const ENDS = ['', 'done', 'found', 'full', 'blind', 'stopped'] as const;
export type End = Exclude<(typeof ENDS)[number], ''>;

export class WorkPool {
  /** Bytes for so many states. */
  static bytes(states: number): number {
    return 4 * (TABLE + SLOT * slotsFor(states));
  }

  /** Which member this is; -1 until `join`. */
  me = -1;
  /** The number of the state that this member put last. */
  index = -1;
  private readonly words: Int32Array;
  private readonly mask: number;
  private readonly most: number;

  constructor(buffer: ArrayBufferLike, states: number) {
    this.words = new Int32Array(buffer);
    this.mask = slotsFor(states) - 1;
    this.most = states;
  }

  /** False if it is over already, or there is no more room. */
  join(): boolean {
    const { words } = this;
    this.lock();
    const may = words[OVER] === 0 && words[JOINED] < MAX_MEMBERS;
    if (may) this.me = words[JOINED]++;
    this.unlock();
    return may;
  }

  /**
   * Puts a state into the set of all members; answers whether it was there before. Its number is then `index`: the same for all,
   * with gaps. Where there is no room the search is over, and the answer is true.
   */
  put(hash0: number, hash1: number): boolean {
    const { words, mask } = this;
    // Words of an empty slot are 0: what is 0 counts as 1.
    const one = hash0 === 0 ? 1 : hash0;
    const two = hash1 === 0 ? 1 : hash1;
    let slot = (one ^ Math.imul(two, 0x9e3779b1)) & mask;
    for (let looked = 0; looked <= mask; looked++) {
      const at = TABLE + slot * SLOT;
      let there = Atomics.load(words, at);
      if (there === 0) {
        there = Atomics.compareExchange(words, at, 0, one);
        if (there === 0) {
          Atomics.store(words, at + 1, two);
          this.index = slot;
          return false;
        }
      }
      if (there === one) {
        let second = Atomics.load(words, at + 1);
        while (second === 0) second = Atomics.load(words, at + 1);
        if (second === two) {
          this.index = slot;
          return true;
        }
      }
      slot = (slot + 1) & mask;
    }
    // Members tell now and then only how many they have met.
    this.finish('full');
    this.index = 0;
    return true;
  }

  /** Tells the others how far this member is; ends it for all if that is too far. */
  report(states: number, steps: number, cycleSteps: number, blind: number): void {
    const at = COUNTS + COUNT_WORDS * this.me;
    Atomics.store(this.words, at, states);
    Atomics.store(this.words, at + 1, steps);
    Atomics.store(this.words, at + 2, cycleSteps);
    Atomics.store(this.words, at + 3, blind);
    if (this.states > this.most || this.sum(2) > this.most) this.finish('full');
  }

  /** Of all members, as far as they have told. */
  get states(): number {
    return this.sum(0);
  }
  get steps(): number {
    return this.sum(1);
  }
  get blind(): number {
    return this.sum(3);
  }

  /** How many have joined; when it is over, no more will. */
  get members(): number {
    return Atomics.load(this.words, JOINED);
  }

  get isOver(): boolean {
    return Atomics.load(this.words, OVER) !== 0;
  }

  get end(): End {
    return ENDS[Atomics.load(this.words, OVER)] as End;
  }

  /** For all; what ended it first counts. */
  finish(end: End): void {
    this.lock();
    this.over(end);
    this.unlock();
  }

  /** Whether somebody has nothing to do, and nobody has put down a task yet. */
  get isWanted(): boolean {
    return Atomics.load(this.words, IDLE) > 0 && Atomics.load(this.words, TASK) === 0;
  }

  /** Puts down work for who waits; false if others were faster or it is too much. */
  give(task: readonly number[]): boolean {
    const { words } = this;
    if (task.length > TASK_WORDS) return false;
    this.lock();
    const free = words[TASK] === 0 && words[OVER] === 0;
    if (free) {
      words.set(task, TASK_START);
      words[TASK] = task.length;
      this.tell();
    }
    this.unlock();
    return free;
  }

  /** Waits for work; null if there will be none. `look` is called now and then meanwhile. */
  take(look: () => void): Int32Array | null {
    const { words } = this;
    this.lock();
    words[IDLE]++;
    this.unlock();
    for (;;) {
      const news = Atomics.load(words, CHANGES);
      this.lock();
      const size = words[TASK];
      let task: Int32Array | null = null;
      if (words[OVER] === 0) {
        if (size > 0) {
          task = words.slice(TASK_START, TASK_START + size);
          words[TASK] = 0;
          words[IDLE]--;
        } else if (words[IDLE] === words[JOINED]) this.over('done');
      }
      const isOver = words[OVER] !== 0;
      this.unlock();
      if (task !== null || isOver) return task;
      Atomics.wait(words, CHANGES, news, PATIENCE);
      look();
    }
  }

  private over(end: End): void {
    const { words } = this;
    if (words[OVER] === 0) Atomics.store(words, OVER, ENDS.indexOf(end));
    this.tell();
  }

  private tell(): void {
    Atomics.add(this.words, CHANGES, 1);
    Atomics.notify(this.words, CHANGES);
  }

  private sum(which: number): number {
    let sum = 0;
    for (let i = 0; i < MAX_MEMBERS; i++) sum += Atomics.load(this.words, COUNTS + COUNT_WORDS * i + which);
    return sum;
  }

  private lock(): void {
    while (Atomics.compareExchange(this.words, LOCK, 0, 1) !== 0);
  }

  private unlock(): void {
    Atomics.store(this.words, LOCK, 0);
  }
}

/** Half of them stay empty. */
const slotsFor = (states: number): number => 2 ** Math.ceil(Math.log2(2 * Math.max(1024, states)));
