/** Answers what the detectors ask about moments of a recorded run, by leading a machine of its own there. */
import { eventKind, isLockEvent, nextEvent } from '../bytecode/event';
import type { Pc, Program } from '../bytecode/program';
import { type Hold, Holds } from '../detect/holds';
import { AFTER_STEP, type Scene, type Site, type SiteFrame, type Thing } from '../detect/scene';
import {
  type Block,
  blockOf,
  comparedText,
  type Frame,
  lineAt,
  locate,
  logEnd,
  logStart,
  MORE,
  type Names,
  nextPc,
  STEPPED,
  setEventLimit,
  spanAt,
  step,
  stoppingAlso,
  userFrames,
} from '../machine';
import { isObject, objectOf } from '../machine/place';
import type { Cursor, Recorder } from './record';

interface LockEvent extends Hold {
  readonly kind: number;
}

export class RecordedScene implements Scene {
  readonly history: Recorder;
  private readonly names: Names;
  private readonly cursor: Cursor;
  private readonly visible: Uint8Array;
  private lockEvents: readonly LockEvent[] | null = null;

  /** `cursor` is free to be led anywhere; `names` has observed the run. */
  constructor(recorder: Recorder, names: Names, cursor: Cursor, visible: Uint8Array) {
    this.history = recorder;
    this.names = names;
    this.cursor = cursor;
    this.visible = visible;
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
    return frames.length > 0 ? frames.map((frame) => this.place(frame)) : [this.placeOfPc(site.pc)];
  }

  thingAt(site: Site, address: number): Thing {
    this.lead(site);
    const { machine } = this.cursor;
    const { types } = machine.program;
    const name = this.names.observe(machine).at(machine, address);
    const block = blockOf(machine, address);
    const place = locate(machine, address);
    if (block !== null) {
      const type = types[this.typeOf(block)];
      const bytes = type.bytes * Math.max(block.count, 1);
      const object = place?.root.storage === 'heap' ? this.names.object(place.root.address) : '';
      return { name, object, storage: 'heap', type: type.name, bytes, block: block.address };
    }
    if (place === null) return { name, object: '', storage: 'none', type: '', bytes: 0, block: 0 };
    const type = types[place.type];
    return { name, object: '', storage: place.root.storage, type: type.name, bytes: type.bytes, block: 0 };
  }

  comparedAt({ thread, step: index, pc: trap }: Site): readonly string[] {
    const { cursor, history } = this;
    const { machine } = cursor;
    const comparisons = machine.program.comparisons.filter((each) => each.trap === trap);
    if (comparisons.length === 0) return [];
    history.seek(cursor, index - 1);
    const stops = stoppingAlso(
      this.visible,
      comparisons.map(({ pc }) => pc),
    );
    const told = new Map<number, readonly string[]>();
    const goOn = (): boolean => {
      const outcome = step(machine, thread, history.pickAt(index), stops);
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

  holdsAt(site: Site): readonly string[] {
    const holds = new Holds();
    for (const event of this.locks()) {
      if (event.step > site.step || (event.step === site.step && event.event >= site.event)) break;
      holds.feed(event, event.kind, event.lock);
    }
    return holds.of(site.thread).map(({ lock, shared }) => {
      const name = this.thingAt(site, lock).name;
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
    for (
      let left = event + 1;
      left > 0;
      left -= countEvents(machine.words, logStart(machine), logEnd(machine))
    ) {
      setEventLimit(machine, left);
      if (step(machine, thread, history.pickAt(index), this.visible) !== MORE) break;
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
    return isObject(machine, block) ? objectOf(machine, block).type : block.type;
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
        if (isLockEvent(kind)) {
          found.push({ kind, lock: log[at + 2], shared: false, thread, pc: log[at + 1], step: index, event });
        }
      }
    }
    this.lockEvents = found;
    return found;
  }
}

function countEvents(words: Int32Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at = nextEvent(words, at)) count++;
  return count;
}
