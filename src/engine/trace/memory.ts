/** What RC11 lets the threads of a run read, in words: for each atomic its stores in modification order, for each thread its picks. */
import type { Address, StepIndex, ThreadId } from '../bytecode/program';
import type { Names } from '../inspect/names';
import type { MemoryView } from '../inspect/snapshot';
import { lineAt, spanAt } from '../inspect/source';
import { operandText } from '../inspect/values';
import type { AtomicView, PickView, StoreView } from '../inspect/view';
import { canStep, threadCount } from '../machine';
import type { GraphEvent } from '../rc11/execution-graph';
import { acquires, ORDER_NAMES } from '../rc11/orders';
import { PartialExecution } from '../rc11/partial-execution';
import type { PossiblePicks } from '../rc11/possible-picks';
import type { Operation, WeakMachine } from '../rc11/weak-machine';

/** `names` has observed the machine. */
export function memoryView(weak: WeakMachine, possible: PossiblePicks, names: Names): MemoryView {
  const teller = new Teller(weak, names);
  const threads = Array.from({ length: threadCount(weak.machine) }, (_, thread) => thread);
  return {
    atomics: teller.atomics(threads),
    picks: threads.map((thread) => {
      const operation = canStep(weak.machine, thread) ? weak.operation(thread) : null;
      if (operation === null) return null;
      const picks = possible.of(weak, thread);
      return picks.length < 2 ? [] : picks.map((pick) => teller.pick(operation, pick));
    }),
  };
}

class Teller {
  private readonly weak: WeakMachine;
  private readonly names: Names;

  constructor(weak: WeakMachine, names: Names) {
    this.weak = weak;
    this.names = names;
  }

  atomics(threads: readonly number[]): AtomicView[] {
    const { machine, partial } = this.weak;
    const { graph } = partial;
    const found: AtomicView[] = [];
    for (const [location, { writes }] of graph.everyLocation()) {
      const id = PartialExecution.addressOf(location) as Address;
      if (!partial.isPresent(location)) continue;
      found.push({
        id,
        name: this.names.at(machine, id) || 'an atomic',
        stores: writes.map((write) => this.store(write, id)),
        oldest: threads.map((thread) => graph.oldest(thread, location)),
      });
    }
    return found.sort((a, b) => a.id - b.id);
  }

  pick({ address, location, stores, newest }: Operation, pick: number): PickView {
    const write = this.weak.partial.graph.writesTo(location)[newest - pick];
    if (write === undefined) return { pick, label: 'Store last', text: 'store last' };
    const verb = stores ? 'store before' : 'read';
    const isFirst = write.thread < 0;
    const what = `${this.value(write, address)} (${isFirst ? 'start' : `step ${write.step}`})`;
    return {
      pick,
      label: `${verb.slice(0, 1).toUpperCase()}${verb.slice(1)} ${what}`,
      text: `${verb} ${what}${isFirst ? '' : `, of ${this.names.thread(write.thread)}`}`,
    };
  }

  private store(write: GraphEvent, address: number): StoreView {
    const { all } = this.weak.partial.graph;
    return {
      thread: write.thread < 0 ? null : (write.thread as ThreadId),
      step: write.step as StepIndex,
      line: this.line(write),
      value: this.value(write, address),
      order: write.thread < 0 ? '' : ORDER_NAMES[write.order],
      readers: all
        .filter(({ source }) => source === write)
        .map((read) => ({
          thread: read.thread as ThreadId,
          step: read.step as StepIndex,
          line: this.line(read),
          order: ORDER_NAMES[read.order],
          synchronizes: write.released !== null && acquires(read.order),
        })),
    };
  }

  private value({ words: [low = 0, high = 0] }: GraphEvent, address: number): string {
    return operandText({ machine: this.weak.machine, names: this.names }, address, { low, high });
  }

  private line({ pc }: GraphEvent): number {
    const { program } = this.weak.machine;
    return pc < 0 ? 0 : lineAt(program, spanAt(program, pc));
  }
}
