/** Where the threads of a machine stand between two steps: columns by thread, taken anew for every step. */
import { MAX_THREADS } from '../detect/clocks';
import { blockedOn, faultOf, type Machine, nextPc, threadCount } from '../machine';

const OVER = 0;
const READY = 1;
export const ON_LOCK = 2;
export const ON_JOIN = 3;
export const ON_CONDITION = 4;
const STANDS = { lock: ON_LOCK, join: ON_JOIN, condition: ON_CONDITION };

export class Situation {
  count = 0;
  private readonly stands = new Uint8Array(MAX_THREADS);
  private readonly targets = new Int32Array(MAX_THREADS);

  take(machine: Machine): void {
    this.count = threadCount(machine);
    for (let thread = 0; thread < this.count; thread++) {
      const wait = blockedOn(machine, thread);
      const over = nextPc(machine, thread) < 0 || faultOf(machine)?.thread === thread;
      this.stands[thread] = over ? OVER : wait === null ? READY : STANDS[wait.kind];
      this.targets[thread] = wait?.target ?? 0;
    }
  }
  isOver(thread: number): boolean {
    return this.stands[thread] === OVER;
  }
  isReady(thread: number): boolean {
    return thread < this.count && this.stands[thread] === READY;
  }
  of(thread: number): { stand: number; target: number } {
    return { stand: this.stands[thread], target: this.targets[thread] };
  }
}
