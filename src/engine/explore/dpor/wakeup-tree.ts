/** Wakeup trees (Abdulla, Aronis, Jonsson & Sagonas, POPL 2014): which sequences of steps are still to be explored from a state. */

/** A thread's next step, with the choice where it has one. */
export interface Action {
  readonly thread: number;
  readonly pick: number;
}

export interface Branch extends Action {
  readonly children: Branch[];
}

/** A sequence as a branch without forks; empty for none. */
export function branchOf(sequence: readonly Action[]): Branch[] {
  let children: Branch[] = [];
  for (let i = sequence.length - 1; i >= 0; i--) {
    const { thread, pick } = sequence[i];
    children = [{ thread, pick, children }];
  }
  return children;
}

export const sameAction = (a: Action, b: Action): boolean => a.thread === b.thread && a.pick === b.pick;
