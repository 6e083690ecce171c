/** What a step reads and writes of what other threads can see: fair-cycles.ts asks by it which thread keeps which waiting. */
import { NOTHING } from '../../bytecode/access';
import { accessOf, EV_CV_WAIT, EV_NOTIFY, eventKind, lockEdgeOf, nextEvent } from '../../bytecode/event';
import { accessStart, accessWords, logEnd, logStart, type Machine, type Outcome } from '../../machine';
import type { Observer, ReversibleStepper } from '../steps/stepper';

/**
 * Addresses of the words that a step of `thread` changed and of those that it looked at; what that thread alone ever touches is among them.
 * Who takes a lock, gives it back, waits or notifies is at most kept waiting by others, but does nothing else because of them: it has
 * not looked.
 */
export interface Effect {
  readonly thread: number;
  readonly writes: readonly number[];
  readonly reads: readonly number[];
}

/** Takes a step, and answers what it did. */
export function takeWithEffect(
  stepper: ReversibleStepper,
  thread: number,
  pick: number,
): Effect & { readonly outcome: Outcome } {
  const { mark } = stepper.journal;
  const reads = new Reads(stepper.machine);
  const outcome = stepper.take(thread, pick, reads);
  return { thread, outcome, writes: stepper.journal.changedSince(mark), reads: [...reads.addresses] };
}

class Reads implements Observer {
  readonly addresses = new Set<number>();
  private readonly machine: Machine;

  constructor(machine: Machine) {
    this.machine = machine;
  }

  observe(): void {
    const { machine, addresses } = this;
    const { words } = machine;
    for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
      if (!isLook(eventKind(words[at]), words[at + 3])) continue;
      const from = accessStart(machine, at);
      const end = from + accessWords(machine, at);
      for (let word = from; word < end; word++) addresses.add(word);
    }
  }
}

const isLook = (kind: number, value: number): boolean =>
  accessOf(kind, value, false) !== NOTHING &&
  lockEdgeOf(kind) === 0 &&
  kind !== EV_NOTIFY &&
  kind !== EV_CV_WAIT;
