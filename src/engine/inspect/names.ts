/**
 * What a run's things are called. Names are as short as they can be and still be unique in the run, so they depend on
 * all that the run ever had: a Names grows as it observes states of one run, and never forgets. Give the same one to
 * every snapshot of a trace, and a lock has one name throughout.
 */
import type { Program, TypeId } from '../bytecode/program';
import { RUN_THREADS, recordOf, T_BRK, T_FP } from '../machine/layout';
import type { Machine } from '../machine/memory';
import { birthOf } from '../machine/query';
import { shapeOf } from './members';
import { allRoots, heapRoots, locate, type Place, type Root, walk } from './place';

/** A thing's way from its root: the root's own name is looked up when it is needed, for it may change. */
interface Path {
  /** The heap object it is in; 0 for a variable. */
  readonly object: number;
  /** The thread whose variable it is; -1 for others. */
  readonly thread: number;
  /** The variable's name, then members. */
  readonly parts: readonly string[];
}

const BARE = /^(lock|mutex|mtx|mut|mu|m|lk|rw|guard|cv|cond|value|data|ptr|first|second)_?$/i;
/** Whether the name of a member says nothing without what it is a member of. */
export const isBare = (name: string): boolean => BARE.test(name);

export class Names {
  private readonly program: Program;
  /** Names threads got from the program, by id. */
  private readonly threads: string[] = [];
  private readonly objects = new Map<number, { readonly type: string; readonly number: number }>();
  private readonly counts = new Map<string, number>();
  /** By address and path: storage on a stack is used again by other variables. */
  private readonly locks = new Map<string, Path>();
  private readonly lastLock = new Map<number, string>();
  private seen = '';
  private lockNames: Map<string, string> | null = null;

  constructor(program: Program) {
    this.program = program;
  }

  /** Takes in what is in the machine now. Cheap where nothing was allocated, called or returned from since. */
  observe(machine: Machine): this {
    const { words } = machine;
    let now = '';
    for (let thread = 0; thread < words[RUN_THREADS]; thread++) {
      now += `${words[recordOf(thread) + T_BRK]} ${words[recordOf(thread) + T_FP]} `;
    }
    if (now === this.seen) return this;
    this.seen = now;
    this.lockNames = null;
    for (let thread = this.threads.length; thread < words[RUN_THREADS]; thread++) {
      this.threads.push(nameOfStart(this.program, birthOf(machine, thread).pc, thread));
    }
    for (const { address, type, block } of heapRoots(machine)) {
      if (this.objects.has(address)) continue;
      const element = this.program.types[type].name;
      const name = block && block.count >= 0 ? `${element}[${block.count}]` : element;
      const number = (this.counts.get(name) ?? 0) + 1;
      this.counts.set(name, number);
      this.objects.set(address, { type: name, number });
    }
    for (const root of allRoots(machine)) {
      walk(machine, root, (type, address, path) => {
        if (shapeOf(machine, type) !== 'lock') return;
        const key = `${address} ${root.name} ${path.join('.')}`;
        this.lastLock.set(address, key);
        if (!this.locks.has(key)) this.locks.set(key, pathOf(root, path));
      });
    }
    return this;
  }

  /** 'main', the name of the std::thread variable ('worker', 'workers[1]'), else 'thread 3'. */
  thread(id: number): string {
    const name = this.threads[id];
    if (name === undefined) return `thread ${id}`;
    const alike = this.threads.filter((other) => other === name).length;
    return alike === 1
      ? name
      : `${name}[${this.threads.slice(0, id).filter((other) => other === name).length}]`;
  }

  /** One letter, and a number where an earlier thread has the letter: 'M', 'W', 'W2'. */
  letter(id: number): string {
    const first = (name: string): string => (/[a-z]/i.exec(name)?.[0] ?? 'T').toUpperCase();
    const letter = first(this.threads[id] ?? 'thread');
    const before = this.threads.slice(0, id).filter((name) => first(name) === letter).length;
    return before === 0 ? letter : `${letter}${before + 1}`;
  }

  /** 'DcpProducer', or 'Stream 1', 'Stream 2' where the run has several; '' where no object begins. */
  object(address: number): string {
    const known = this.objects.get(address);
    if (known === undefined) return '';
    return (this.counts.get(known.type) ?? 0) > 1 ? `${known.type} ${known.number}` : known.type;
  }

  /** The shortest name that only this lock has: 'connsLock', 'containers[0].rwlock', 'Stream 2.streamMutex'. */
  lock(address: number): string {
    this.lockNames ??= this.nameLocks();
    const key = this.lastLock.get(address);
    return key === undefined ? '' : (this.lockNames.get(key) ?? '');
  }

  /** Anything at an address, of a type where that is known, as a person would write it; '' where nothing is there. */
  at(machine: Machine, address: number, type?: TypeId): string {
    const place = locate(machine, address, type);
    if (place === null) return this.lock(address);
    if (shapeOf(machine, place.type) === 'lock' && this.lock(place.address) !== '')
      return this.lock(place.address);
    return this.place(place);
  }

  place({ root, path }: Place): string {
    if (root.storage !== 'heap') return joined([root.name, ...path]);
    const name = this.object(root.address);
    const alone = path.length > 0 && !/ \d+$/.test(name) && !isBare(path[0]) && !path[0].startsWith('[');
    return joined(alone ? path : [name, ...path]);
  }

  private nameLocks(): Map<string, string> {
    const ways = new Map([...this.locks].map(([key, path]) => [key, this.suffixes(path)]));
    const uses = new Map<string, number>();
    for (const suffixes of ways.values()) {
      for (const suffix of suffixes) uses.set(suffix, (uses.get(suffix) ?? 0) + 1);
    }
    const named = new Map<string, string>();
    for (const [key, suffixes] of ways) {
      const { object, parts } = this.locks.get(key)!;
      const unique = suffixes.filter((suffix) => uses.get(suffix) === 1);
      // A bare 'lock' needs its owner beside it, where it has one.
      const isMember = object !== 0 || parts.length > 1;
      const telling = unique.find((suffix) => !isMember || !isBare(suffix));
      named.set(key, telling ?? unique[0] ?? suffixes[suffixes.length - 1]);
    }
    return named;
  }

  /** Every way to write a path, shortest first; an index does not stand alone. */
  private suffixes({ object, thread, parts }: Path): string[] {
    const full = object !== 0 ? [this.object(object), ...parts] : parts;
    const found: string[] = [];
    for (let from = full.length - 1; from >= 0; from--) {
      if (!full[from].startsWith('[')) found.push(joined(full.slice(from)));
    }
    if (thread >= 0 && object === 0 && full.length > 0) {
      // Variables of one name in two threads; the name alone is good enough for one.
      if (full.length === 1) return [found[0], `${found[0]} of ${this.thread(thread)}`];
      found.push(`${found[found.length - 1]} of ${this.thread(thread)}`);
    }
    return found;
  }
}

const pathOf = (root: Root, path: readonly string[]): Path =>
  root.storage === 'heap'
    ? { object: root.address, thread: -1, parts: path }
    : { object: 0, thread: root.thread, parts: [root.name, ...path] };

/** 'streams[0].lock' of its parts. */
export function joined(parts: readonly string[]): string {
  return parts.reduce(
    (text, part) => (text === '' || part.startsWith('[') ? text + part : `${text}.${part}`),
    '',
  );
}

/** What the thread is called that the user's instruction at `pc` starts; main where there is none. */
export function nameOfStart(program: Program, pc: number, thread: number): string {
  if (thread === 0) return 'main';
  return program.threadNames.find(([at]) => at === pc)?.[1] ?? `thread ${thread}`;
}
