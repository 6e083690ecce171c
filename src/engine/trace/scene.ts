/** Answers what the detectors ask about moments of a recorded run, by leading a machine of its own there. */
import { forEachInstruction } from '../bytecode/decode';
import { eventKind, lockEdgeOf, nextEvent } from '../bytecode/event';
import { RET, STORAGE_DEAD } from '../bytecode/opcodes';
import type { Address, Pc, Program, TypeId } from '../bytecode/program';
import { type Hold, Holds } from '../detect/holds';
import {
  AFTER_STEP,
  type HeapPlace,
  type Scene,
  type ScopeEnd,
  type Site,
  type SiteFrame,
  type Thing,
} from '../detect/scene';
import { comparedText } from '../inspect/comparison';
import { joined, type Names } from '../inspect/names';
import { countedAt } from '../inspect/owners';
import { isObject, locate, objectOf } from '../inspect/place';
import { classOf, fateOf, fieldOf } from '../inspect/reader';
import { lineAt, spanAt } from '../inspect/source';
import {
  type Block,
  blockOf,
  type Frame,
  logEnd,
  logStart,
  type Machine,
  MORE,
  nextPc,
  type SchedulePoints,
  STEPPED,
  setEventLimit,
  step,
  userFrames,
  withPoints,
} from '../machine';
import { exceptionText } from '../machine/exception';
import { birthOf } from '../machine/query';
import type { Cursor, Recorder } from './record';

interface LockEvent extends Hold {
  readonly kind: number;
}

export class RecordedScene implements Scene {
  readonly history: Recorder;
  private readonly names: Names;
  private readonly cursor: Cursor;
  private readonly points: SchedulePoints;
  private lockEvents: readonly LockEvent[] | null = null;

  /** `cursor` is free to be led anywhere; `names` has observed the run. */
  constructor(recorder: Recorder, names: Names, cursor: Cursor, points: SchedulePoints) {
    this.history = recorder;
    this.names = names;
    this.cursor = cursor;
    this.points = points;
  }

  get program(): Program {
    return this.cursor.machine.program;
  }

  threadName(thread: number): string {
    return this.names.thread(thread);
  }

  framesAt(site: Site): readonly SiteFrame[] {
    this.lead(site);
    const { machine } = this.cursor;
    const frames = userFrames(machine, site.thread, site.event === AFTER_STEP ? undefined : site.pc);
    const innermost = frames[0];
    if (innermost === undefined) return [this.placeOfPc(site.pc)];
    if (!machine.program.functions[innermost.function].library)
      return frames.map((frame) => this.place(frame));
    // The library's alone: what a thread does before and behind the function that it was given.
    const { pc } = birthOf(machine, site.thread);
    const name = `thread ${this.threadName(site.thread)}`;
    if (pc >= 0) return [{ ...this.placeOfPc(pc), function: name }];
    const placed = frames.map((frame) => this.place(frame));
    // Global objects are made before main, at the lines of the text that define them.
    const own = placed.filter(({ span }) => span.file === 0);
    return own.length > 0 ? own : placed;
  }

  thingAt(site: Site, address: number): Thing {
    this.lead(site);
    const { machine } = this.cursor;
    const { types } = machine.program;
    const place = locate(machine, address);
    const info = place === null ? null : classOf(machine.program, place.type);
    const vptr = place !== null && (info?.vptrs.includes(address - place.address) ?? false);
    const named = this.names.observe(machine).at(machine, address);
    const name = vptr && named !== '' ? `${named}.vptr` : named;
    const block = blockOf(machine, address);
    if (block !== null) {
      const type = types[this.typeOf(block)];
      const together = isObject(machine, block) && objectOf(machine, block).address !== block.address;
      const bytes = together ? block.words * 4 : type.bytes * Math.max(block.count, 1);
      const object = place?.root.storage === 'heap' ? this.names.object(place.root.address) : '';
      const whole = { name: object, from: block.address, to: block.address + block.words };
      return { name, object, storage: 'heap', type: type.name, bytes, vptr, block: block.address, whole };
    }
    if (place === null) return { ...NOWHERE, name };
    const type = types[place.type];
    const { root } = place;
    const whole = { name: root.name, from: root.address, to: root.address + root.words };
    return { ...NOWHERE, name, storage: root.storage, type: type.name, bytes: type.bytes, vptr, whole };
  }

  heapPlaceAt(site: Site, address: number): HeapPlace | null {
    this.lead(site);
    const { machine } = this.cursor;
    const counted = (): number => countedAt(machine, address)?.object ?? 0;
    const place = locate(machine, address) ?? locate(machine, counted());
    if (place === null || place.root.storage !== 'heap') return null;
    const { address: object, words, block } = place.root;
    const gone = block?.freed === true || fateOf(machine, object, words) === 'destroyed';
    return { object: object as Address, path: joined(place.path), gone };
  }

  wordsAt(site: Site, address: number, count: number): readonly number[] {
    this.lead(site);
    return [...this.cursor.machine.words.subarray(address, address + count)];
  }

  comparedAt({ thread, step: index, pc: trap }: Site): readonly string[] {
    const { cursor, history } = this;
    const { machine } = cursor;
    const comparisons = machine.program.comparisons.filter((each) => each.trap === trap);
    if (comparisons.length === 0) return [];
    history.seek(cursor, index - 1);
    const stops = withPoints(
      this.points,
      comparisons.map(({ pc }) => pc),
    );
    const told = new Map<number, readonly string[]>();
    const pick = history.repeat(cursor, index);
    const goOn = (): boolean => {
      const outcome = step(machine, thread, pick, stops);
      return outcome === STEPPED || outcome === MORE;
    };
    while (goOn()) {
      const at = nextPc(machine, thread);
      const comparison = comparisons.find(({ pc }) => pc === at);
      if (comparison === undefined) continue;
      // An assert in a loop begins anew.
      for (const pc of told.keys()) if (pc >= at) told.delete(pc);
      told.set(at, comparedText(machine, thread, comparison, this.names.observe(machine)));
    }
    history.lose(cursor);
    return [...told.values()].flat();
  }

  scopeEndOf(site: Site, address: number): ScopeEnd | null {
    const { cursor, history, points } = this;
    const { machine } = cursor;
    this.lead(site);
    const variable = variableAt(machine, address);
    const isThere = (): boolean => variableAt(machine, address) === variable;
    if (variable === '') return null;
    let index = site.step;
    for (; index <= history.length; index++) {
      history.seek(cursor, index);
      if (!isThere()) break;
    }
    if (index > history.length) return null;
    // Once more through that step, from one possible end to the next.
    if (index === site.step) this.lead(site);
    else history.seek(cursor, index - 1);
    const stops = withPoints(points, endsOfStorage(machine.program));
    const thread = history.threadAt(index);
    const pick = index === site.step ? history.pickAt(index) : history.repeat(cursor, index);
    let frames: readonly SiteFrame[] = [];
    while (isThere()) {
      frames = userFrames(machine, thread).map((frame) => this.place(frame));
      const outcome = step(machine, thread, pick, stops);
      if (outcome !== STEPPED && outcome !== MORE) break;
    }
    history.lose(cursor);
    return frames.length > 0 ? { step: index, thread, frames } : null;
  }

  exceptionAt(site: Site, address: number): string {
    this.lead(site);
    return exceptionText(this.cursor.machine, address);
  }

  holdsAt(site: Site): readonly string[] {
    const holds = new Holds();
    for (const event of this.locks()) {
      if (event.step > site.step || (event.step === site.step && event.event >= site.event)) break;
      holds.feed(event, event.kind, event.lock);
    }
    return holds.of(site.thread).map(({ lock, shared }) => {
      const name = this.thingAt(site, lock).name || 'a mutex';
      return shared ? `read ${name}` : `write ${name}`;
    });
  }

  /** To right after the event of a site, in the middle of its step, or behind the step. */
  private lead({ thread, step: index, event }: Site): void {
    const { cursor, history } = this;
    if (event === AFTER_STEP) {
      history.seek(cursor, index);
      return;
    }
    history.seek(cursor, index - 1);
    const { machine } = cursor;
    const pick = history.repeat(cursor, index);
    for (
      let left = event + 1;
      left > 0;
      left -= countEvents(machine.words, logStart(machine), logEnd(machine))
    ) {
      setEventLimit(machine, left);
      if (step(machine, thread, pick, this.points) !== MORE) break;
    }
    setEventLimit(machine, Number.POSITIVE_INFINITY);
    history.lose(cursor);
  }

  private place({ pc, function: index }: Frame): SiteFrame {
    return { ...this.placeOfPc(pc), function: this.cursor.machine.program.functions[index].name };
  }

  private placeOfPc(pc: number): SiteFrame {
    const { program } = this.cursor.machine;
    const span = spanAt(program, pc);
    const owner = program.functions.find(({ start, end }) => start <= pc && pc < end);
    return { function: owner?.name ?? '', line: lineAt(program, span), pc: pc as Pc, span };
  }

  private typeOf(block: Block): number {
    const { machine } = this.cursor;
    if (isObject(machine, block)) return objectOf(machine, block).type;
    // A node is known by what it holds.
    return fieldOf(machine.program, block.type as TypeId, 'value_')?.type ?? block.type;
  }

  /** All that happened to locks, gathered once. */
  private locks(): readonly LockEvent[] {
    if (this.lockEvents !== null) return this.lockEvents;
    const found: LockEvent[] = [];
    const { log, length } = this.history;
    for (let index = 1; index <= length; index++) {
      const end = this.history.startOf(index + 1);
      const thread = this.history.threadAt(index);
      for (let at = this.history.startOf(index), event = 0; at < end; at = nextEvent(log, at), event++) {
        const kind = eventKind(log[at]);
        if (lockEdgeOf(kind) !== 0) {
          found.push({ kind, lock: log[at + 2], shared: false, thread, pc: log[at + 1], step: index, event });
        }
      }
    }
    this.lockEvents = found;
    return found;
  }
}

/** Which variable of which function an address of a stack belongs to: its storage is used again by others. */
function variableAt(machine: Machine, address: number): string {
  const root = locate(machine, address)?.root;
  return root?.storage === 'stack' ? `${root.frame?.function} ${root.frame?.fp} ${root.name}` : '';
}

/** The instructions by which a variable's storage can end. */
function endsOfStorage({ code, functions }: Program): number[] {
  const ends: number[] = [];
  for (const { start, end } of functions) {
    forEachInstruction(code, start, end, (pc, opcode) => {
      if (opcode === STORAGE_DEAD || opcode === RET) ends.push(pc);
    });
  }
  return ends;
}

const NOWHERE: Thing = {
  name: '',
  object: '',
  storage: 'none',
  type: '',
  bytes: 0,
  vptr: false,
  block: 0,
  whole: { name: '', from: 0, to: 0 },
};

function countEvents(words: Int32Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at = nextEvent(words, at)) count++;
  return count;
}
