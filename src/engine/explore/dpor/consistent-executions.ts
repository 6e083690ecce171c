/** The executions, of those that were listed, that are consistent with a run so far (CppMem's word): the run can still become each of them. */
import type { Execution } from './executions';
import type { EventHash } from './trace-hasher';

export class ConsistentExecutions {
  private readonly holders = new Map<EventHash, number[]>();
  private readonly count: number;

  constructor(list: readonly Execution[]) {
    this.count = list.length;
    list.forEach(({ events }, at) => {
      for (const event of events) {
        const holders = this.holders.get(event);
        if (holders === undefined) this.holders.set(event, [at]);
        else holders.push(at);
      }
    });
  }

  /** Indices of the executions that have all of these events, ascending. */
  with(events: readonly EventHash[]): number[] {
    const met = new Int32Array(this.count);
    for (const event of events) for (const at of this.holders.get(event) ?? []) met[at]++;
    const found: number[] = [];
    for (let at = 0; at < this.count; at++) if (met[at] === events.length) found.push(at);
    return found;
  }
}
