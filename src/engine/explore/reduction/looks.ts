/**
 * Whether anybody looks at a word that is only added to, in a search through a program with its counters left out (open-loops.ts): then
 * what is added matters, and is not to be left out.
 */
import type { Counter, OpenProgram } from './open-loops';

/** Who looks at the words that are added to. */
export class Looks {
  /** By word: the additions to it, all to one object. */
  readonly added = new Map<number, { readonly object: string; readonly counters: Set<Counter> }>();
  /** Additions to a word that somebody looks at: they are not to be left out. */
  readonly refuted = new Set<Counter>();
  private readonly lookedAt = new Set<number>();
  private readonly open: OpenProgram;
  private readonly silent: ReadonlySet<Counter>;

  /** `silent`: additions that are not the same in all orders. */
  constructor(open: OpenProgram, silent: ReadonlySet<Counter> = new Set()) {
    this.open = open;
    this.silent = silent;
  }

  /** Of an access of main alone: the silent additions to what it looks at. */
  *silentAt(address: number, size: number, pc: number): Generator<Counter> {
    const { added, silent, open } = this;
    if (open.faint.ofMain.has(pc) || open.additions.has(pc)) return;
    for (let word = address; word < address + size; word++)
      for (const counter of added.get(word)?.counters ?? []) if (silent.has(counter)) yield counter;
  }

  access(thread: number, address: number, size: number, pc: number): void {
    const { added, lookedAt, refuted, open } = this;
    if ((thread === 0 ? open.faint.ofMain : open.faint.ofOthers).has(pc) || open.tested.has(pc)) return;
    const counter = open.additions.has(pc) ? open.counterAt.get(pc) : undefined;
    const object = `${address} ${size}`;
    for (let word = address; word < address + size; word++) {
      const known = added.get(word);
      if (counter === undefined) lookedAt.add(word);
      else if (known === undefined) added.set(word, { object, counters: new Set([counter]) });
      else known.counters.add(counter);
      // An addition to a part of what another one adds to is a look at it.
      const isPart = counter !== undefined && known !== undefined && known.object !== object;
      if (!isPart && !lookedAt.has(word)) continue;
      for (const each of known?.counters ?? []) refuted.add(each);
      if (counter !== undefined) refuted.add(counter);
    }
  }
}
