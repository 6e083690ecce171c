/** Looking back in a recorded run for what led to an event: who wrote what was read, who was interrupted where. */
import {
  EV_COUNT_ADD,
  EV_COUNT_DROP,
  EV_COUNT_READ,
  EV_FREE,
  EV_READ,
  EV_SPAWN,
  EV_WRITE,
} from '../bytecode/event';
import type { Pc, StepIndex, ThreadId } from '../bytecode/program';
import type { Cause, Place } from '../detect/finding';
import { covers, eventsOf, isRead, isWrite, lastEvent, type PastEvent } from '../detect/history';
import { one, quoted } from '../detect/report';
import type { Scene } from '../detect/scene';
import { spanAt } from '../inspect/source';
import type { ObjectInterval, StepView, TraceView } from './view';

/** More is no explanation. */
export const MAX_CAUSES = 6;

/** One word behind what an event touched. */
export const endOf = (past: Past, { kind, address, words, step, thread, pc, event }: PastEvent): number => {
  if (kind !== EV_FREE) return address + Math.max(words, 1);
  return address + Math.ceil(past.scene.thingAt({ step, thread, pc, event }, address).bytes / 4);
};

export const sameEvent = (a: PastEvent, b: PastEvent): boolean => a.step === b.step && a.event === b.event;
/** A change of an owner count is a write to who asks for the count. */
const changes = (event: PastEvent): boolean =>
  isWrite(event) || event.kind === EV_COUNT_ADD || event.kind === EV_COUNT_DROP;

/** One thread read what another one had written since it was started. */
interface Crossing {
  readonly read: PastEvent;
  readonly written: PastEvent;
}

/** Both sides of what one thread had from another. */
export const crossed = (past: Past, crossing: Crossing | undefined): Cause[] =>
  crossing === undefined
    ? []
    : [
        past.cause(crossing.written, past.writing(crossing.written, past.thing(crossing.read))),
        past.cause(crossing.read, past.reading(crossing.read, crossing.written.thread)),
      ];

export class Past {
  readonly scene: Scene;
  private readonly steps: readonly StepView[];
  readonly lives: readonly ObjectInterval[];
  private readonly told = new Map<Cause, PastEvent>();

  constructor(scene: Scene, { steps, lives }: Pick<TraceView, 'steps' | 'lives'>) {
    this.scene = scene;
    this.steps = steps;
    this.lives = lives;
  }

  name(thread: number): string {
    return this.scene.threadName(thread);
  }

  line(event: PastEvent): number {
    return this.scene.framesAt(event)[0].line;
  }

  hasName(event: PastEvent): boolean {
    return this.scene.thingAt(event, event.address).name !== '';
  }

  /** '`counter`', as it was called at that moment; of what sort it was where it had no name. */
  thing(event: PastEvent, otherwise?: string): string {
    const { name, type } = this.scene.thingAt(event, event.address);
    return quoted(name, otherwise ?? (type === '' ? 'a temporary' : one(type)));
  }

  /** 'stores 1 to counter', with the value where the step says it; or that a container is empty now. `otherwise`: what it is called later. */
  writing(event: PastEvent, otherwise?: string): string {
    const said = this.said(event);
    if (said !== undefined) return said;
    if (event.kind === EV_COUNT_ADD || event.kind === EV_COUNT_DROP)
      return `leaves ${event.value} owner${event.value === 1 ? '' : 's'}`;
    const name = this.thing(event, otherwise);
    if (!this.isLibrary(event)) return `writes ${name}`;
    return event.value === 0 ? `empties ${name}` : `changes ${name}`;
  }

  /** The same for a read, of what another thread has written. */
  reading(event: PastEvent, writer: number): string {
    const left = `as ${this.name(writer)} has left it`;
    const said = this.said(event);
    if (said !== undefined) return `${said}, ${left}`;
    const name = this.thing(event);
    if (!this.isLibrary(event)) return `reads ${name} ${left}`;
    return event.value === 0 ? `finds ${name} empty, ${left}` : `looks at ${name} ${left}`;
  }

  /** What the step is called, if this is what it is called by. */
  said({ step, pc }: PastEvent): string | undefined {
    const operation = this.steps[step - 1]?.operation;
    return operation?.pc === pc && operation.kind !== 'crash' ? operation.text : undefined;
  }

  private isLibrary({ pc, kind }: PastEvent): boolean {
    const atomic = kind !== EV_READ && kind !== EV_WRITE;
    return !atomic && pc >= 0 && spanAt(this.scene.program, pc as Pc).file !== 0;
  }

  cause(event: PastEvent, text: string): Cause {
    const cause = {
      step: event.step as StepIndex,
      thread: event.thread as ThreadId,
      line: this.line(event),
      text: `${this.name(event.thread)} ${text}.`,
    };
    this.told.set(cause, event);
    return cause;
  }

  /** The event that a cause was made of. */
  eventTold(cause: Cause): PastEvent | undefined {
    return this.told.get(cause);
  }

  /** The write whose value a read saw. */
  sourceOf(read: PastEvent): PastEvent | undefined {
    return lastEvent(
      this.scene.history,
      (event) => changes(event) && event !== read && covers(event, read.address),
      read,
    );
  }

  /** The last time before `before` that its thread read what another had written beside it. One pass over the events. */
  crossing(before: PastEvent): Crossing | undefined {
    const { history } = this.scene;
    const { thread } = before;
    const writes = new Map<number, PastEvent>();
    let born = -1;
    let found: Crossing | undefined;
    for (let step = 1; step <= before.step; step++) {
      for (const event of eventsOf(history, step)) {
        if (step === before.step && event.event >= before.event) return found;
        if (event.kind === EV_SPAWN && event.address === thread) born = step;
        if (isWrite(event)) {
          for (let word = 0; word < Math.max(1, event.words); word++) writes.set(event.address + word, event);
        } else if (event.thread === thread && isRead(event) && event.kind !== EV_COUNT_READ) {
          const written = writes.get(event.address);
          const beside =
            written !== undefined && written.thread !== thread && written.step > Math.max(born, 0);
          if (beside) found = { read: event, written };
        }
      }
    }
    return found;
  }

  /** Where a thread that could have gone on was last left by another between two steps, and before what; `goal`: if it never came to that. */
  interruption(thread: number, from: number, to: number, goal = ''): Cause | undefined {
    for (let step = to - 1; step >= from; step--) {
      const last = this.steps[step - 1];
      const next = this.steps[step];
      if (last?.thread !== thread || next === undefined || !next.preemption) continue;
      const ahead = this.steps.slice(step).find((each) => each.thread === thread);
      const ending = ahead === undefined || ahead.operation.kind === 'crash';
      // What it saw or stored then is not what it would have.
      const deed = ending && goal !== '' ? goal : (ahead?.operation.text.split(/[:,]/)[0] ?? '');
      const before = deed === '' || deed === 'stops' ? '' : `, before ${this.name(thread)} ${deed}`;
      return {
        step: last.index,
        thread: last.thread,
        line: last.operation.line,
        text: `The scheduler switches to ${this.name(next.thread)} here${before}.`,
      };
    }
    return undefined;
  }

  /** The event that a place stands for, if it is one. */
  eventOf({ step, event }: Place): PastEvent | undefined {
    return step === null ? undefined : eventsOf(this.scene.history, step)[event];
  }

  /** The last step a thread took up to `step`; 0 if none. */
  lastStepOf(thread: number, step: number): number {
    let at = step;
    while (at > 0 && this.steps[at - 1].thread !== thread) at--;
    return at;
  }

  textOf(step: number): string {
    return this.steps[step - 1]?.operation.text ?? '';
  }
}
