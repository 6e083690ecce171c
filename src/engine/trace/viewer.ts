/**
 * A recorded run as views see it. Walks along the record with a machine of its own, so that a step that was added costs one
 * step; after a cut the walk begins anew.
 */
import { assert } from '../../base/assert';
import { EV_ALLOC, EV_PRINT, EV_SPAWN, eventKind, lockEdgeOf, nextEvent, topicOf } from '../bytecode/event';
import { AENTER, DEATH, FREE } from '../bytecode/opcodes';
import type { Address, StepIndex, ThreadId } from '../bytecode/program';
import { Names } from '../inspect/names';
import { doneOperation, nextOperation } from '../inspect/operation';
import { printedText } from '../inspect/print';
import { snapshot } from '../inspect/snapshot';
import type { OperationView } from '../inspect/view';
import { FAULTED, logEnd, logStart, type Machine, setEventLimit } from '../machine';
import { couldGoOn } from '../schedule/preemption';
import { type FilesDeclaration, type FilesView, filesAt, noFiles } from './files';
import { LifeTracks, LockTracks, StateTracks } from './intervals';
import { livesNow } from './lives';
import { Stamps } from './order';
import type { Cursor, Recorder } from './record';
import { ON_CONDITION, ON_JOIN, ON_LOCK, Situation } from './situation';
import type { StepView, TraceView } from './view';

/** In so many steps of a run, owners of objects are called by their names: they are looked for after each. */
const OWNED = 500;

/** What a step says besides that did not do what is newest under RC11. */
const NOT_NEWEST: Partial<Record<OperationView['kind'], string>> = {
  load: ', not the newest',
  store: ', before a newer one',
};

interface Started {
  readonly at: StepIndex;
  readonly by: ThreadId | null;
}

export class Viewer {
  /** Has observed the run as far as it was viewed. */
  names: Names;
  private readonly recorder: Recorder;
  private readonly cursor: Cursor;
  private steps: StepView[] = [];
  private started: Started[] = [];
  private states = new StateTracks();
  private held = new LockTracks();
  private lives = new LifeTracks();
  private stamps = new Stamps();
  private readonly before = new Situation();
  private readonly after = new Situation();

  /** All of the record as it was viewed last; null once it was cut. */
  private viewed: TraceView | null = null;
  private files: FilesView[] = [];
  private readonly declared: FilesDeclaration | null;

  constructor(recorder: Recorder, cursor: Cursor, declared: FilesDeclaration | null = null) {
    this.declared = declared;
    this.recorder = recorder;
    this.cursor = cursor;
    this.names = new Names(cursor.machine.program);
    this.restart(this.names);
  }

  /** The record was cut: what is known of the steps behind may be wrong, and so may names. */
  forget(): void {
    this.restart(new Names(this.cursor.machine.program));
  }

  /** All of the record: the same object until there is more, or less, of it. */
  view(): TraceView {
    if (this.viewed !== null && this.steps.length === this.recorder.length) return this.viewed;
    const before = this.vocabulary();
    this.walk();
    // A second Stream makes the first one 'Stream 1': then what was said before is said anew.
    const after = this.vocabulary();
    if (before.some((name, i) => name !== after[i])) {
      this.restart(this.names);
      this.walk();
    }
    const { names } = this;
    this.viewed = {
      threads: this.started.map(({ at, by }, id) => ({
        id: id as ThreadId,
        name: names.thread(id),
        letter: names.letter(id),
        startedAt: at,
        startedBy: by,
      })),
      locks: [...this.held.used].map((id) => ({ id, name: names.lock(id) || 'a lock' })),
      objects: this.objects().map((id) => ({ id, name: names.object(id) })),
      steps: this.steps.slice(),
      states: this.states.all.slice(),
      held: this.held.all.slice(),
      lives: this.lives.all.slice(),
      files: this.files.slice(),
    };
    return this.viewed;
  }

  private restart(names: Names): void {
    this.names = names;
    this.steps = [];
    this.started = [{ at: 0 as StepIndex, by: null }];
    this.states = new StateTracks();
    this.held = new LockTracks();
    this.lives = new LifeTracks();
    this.stamps = new Stamps();
    this.files = [];
    this.viewed = null;
  }

  private objects(): Address[] {
    return [...new Set(this.lives.all.map((interval) => interval.object))];
  }

  private vocabulary(): string[] {
    const { names } = this;
    return [
      ...this.started.map((_, id) => names.thread(id)),
      ...[...this.held.used].map((id) => names.lock(id)),
      ...this.objects().map((id) => names.object(id)),
    ];
  }

  private walk(): void {
    const { recorder, cursor } = this;
    recorder.seek(cursor, this.steps.length);
    this.names.observe(cursor.machine);
    if (this.files.length === 0) this.look(0);
    while (this.steps.length < recorder.length) this.take();
  }

  private take(): void {
    const { recorder, cursor, names } = this;
    const { machine } = cursor;
    const index = this.steps.length + 1;
    const thread = recorder.threadAt(index);
    const last = this.steps[index - 2]?.thread;
    const preemption = last !== undefined && last !== thread && couldGoOn(machine, last);
    this.before.take(machine);
    const planned = nextOperation(machine, thread, names);
    let operation: OperationView | null = null;
    let output = '';
    let moved = false;
    let failed = false;
    this.stamps.begin(thread);
    // The operation is put into words where it has just been done, before what follows in its step.
    const { code } = machine.program;
    if (planned !== null && code[planned.pc] !== AENTER) setEventLimit(machine, 1);
    const known = cursor.weak?.partial.graph.clockOf(thread);
    recorder.advance(cursor, (outcome) => {
      setEventLimit(machine, Number.POSITIVE_INFINITY);
      const told = this.read(index, thread);
      output += told.output;
      moved ||= told.lives;
      failed = outcome === FAULTED;
      if (told.news) names.observe(machine);
      if (planned !== null) operation ??= ending(machine, doneOperation(machine, planned, names), names);
    });
    // Under RC11 the graph knows what is ordered: not every atomic orders.
    const ordered = known && {
      stamp: (known[thread] ?? 0) + 1,
      knows: cursor.weak?.partial.graph.clockOf(thread) ?? [],
    };
    if (failed) operation = crash(operation, nextOperation(machine, thread, names));
    // An owner may move without a trace in the log.
    const owners = index <= OWNED ? names : null;
    if (owners !== null || moved) {
      for (const life of livesNow(machine, owners)) this.lives.set(index, thread, life);
    }
    const woke = this.follow(index, thread, failed);
    const done = operation ?? planned;
    assert(done !== null, 'a thread that has ended takes no step');
    this.steps.push({
      index: index as StepIndex,
      thread,
      pick: recorder.pickAt(index),
      operation: done,
      text: `${names.thread(thread)} ${done.text}${cursor.weak !== null && recorder.pickAt(index) > 0 ? (NOT_NEWEST[done.kind] ?? '') : ''}`,
      woke,
      preemption,
      output,
      ...this.stamps.end(),
      ...ordered,
    });
    this.look(index);
  }

  /** What the files hold after step `index`, where they are declared. */
  private look(index: number): void {
    const { declared, files, names } = this;
    if (declared === null) return;
    const now = snapshot(this.cursor.machine, index as StepIndex, names);
    files.push(filesAt(now, declared, files.at(-1) ?? noFiles));
  }

  /** Goes through the part of a step's log that is in the machine. */
  private read(index: number, thread: ThreadId): Told {
    const { machine } = this.cursor;
    const { words } = machine;
    let output = '';
    let lives = false;
    let news = false;
    for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
      const kind = eventKind(words[at]);
      this.held.feed(index, thread, kind, words[at + 2] as Address);
      this.stamps.feed(kind, words[at + 2], words[at + 3]);
      if (topicOf(kind) === 'life') lives = true;
      if (kind === EV_PRINT) output += printedText(machine, at);
      news ||= kind === EV_ALLOC || kind === EV_SPAWN;
      if (lockEdgeOf(kind) !== 0 && this.names.lock(words[at + 2]) === '') news = true;
      if (kind === EV_SPAWN) this.started.push({ at: index as StepIndex, by: thread });
    }
    return { output, lives, news };
  }

  /** States in the cell of the step just taken; answers who can run since. */
  private follow(index: number, thread: ThreadId, failed: boolean): ThreadId[] {
    const { before, after } = this;
    after.take(this.cursor.machine);
    const woke: ThreadId[] = [];
    for (let id = 0; id < after.count; id++) {
      const other = id as ThreadId;
      if (other !== thread && after.isReady(id) && !before.isReady(id) && !failed) woke.push(other);
      if (id >= before.count) this.states.set(index + 1, other, 'ready', '');
      else if (other === thread) {
        this.states.set(index, other, failed ? 'crashed' : 'running', '');
        // A wait that its own step begins is drawn from that step on: there may be none after it.
        const { stand, target } = after.of(other);
        this.held.waits(index, other, !failed && stand === ON_LOCK ? (target as Address) : null);
        if (after.isOver(id)) this.states.finish(index, other);
      } else if (!after.isOver(id)) this.rest(index, other);
    }
    return woke;
  }

  /** The cell of a thread that did not take the step: blocked on either side of it is blocked in it. */
  private rest(index: number, thread: ThreadId): void {
    const { before, after } = this;
    if (before.isReady(thread) && after.isReady(thread)) {
      this.held.waits(index, thread, null);
      this.states.set(index, thread, 'ready', '');
    } else if (!after.isReady(thread) || !this.states.isAtRest(thread)) {
      const { stand, target } = (after.isReady(thread) ? before : after).of(thread);
      this.held.waits(index, thread, stand === ON_LOCK ? (target as Address) : null);
      this.states.set(index, thread, stand === ON_LOCK ? 'blocked' : 'waiting', this.reason(stand, target));
    }
  }

  private reason(stand: number, target: number): string {
    const { names } = this;
    const { machine } = this.cursor;
    if (stand === ON_JOIN) return `joins ${names.thread(target)}`;
    if (stand === ON_CONDITION)
      return `waits for a notify on ${names.at(machine, target) || 'a condition variable'}`;
    const holders = this.held.holders(target as Address).map((id) => names.thread(id));
    const by = holders.length > 0 ? `, held by ${holders.join(' and ')}` : '';
    return `waits for ${names.lock(target) || 'a lock'}${by}`;
  }
}

/** What the log of a step told. */
interface Told {
  readonly output: string;
  /** Objects or their owners may have changed. */
  readonly lives: boolean;
  /** There may be something that has no name yet. */
  readonly news: boolean;
}

/** Where the end of storage is a step of its own, because it races with a use. */
function ending(machine: Machine, operation: OperationView, names: Names): OperationView {
  const opcode = machine.program.code[operation.pc];
  if (operation.kind === 'crash' || (opcode !== FREE && opcode !== DEATH)) return operation;
  const target = names.object(machine.words[logStart(machine) + 2]) || operation.target;
  return { ...operation, kind: 'end', target, text: `${opcode === FREE ? 'frees' : 'destroys'} ${target}` };
}

/** A step that stopped the program is told by the fault, in its place, and by what it began with. */
function crash(begun: OperationView | null, fault: OperationView | null): OperationView | null {
  if (fault === null || begun === null || begun.kind === 'crash') return fault ?? begun;
  return { ...fault, text: `${begun.text}, ${fault.text}` };
}
