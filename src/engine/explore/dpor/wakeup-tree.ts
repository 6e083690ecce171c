/**
 * Wakeup trees (Abdulla, Aronis, Jonsson & Sagonas, "Optimal dynamic partial order reduction", POPL 2014): which sequences of steps are still to
 * be explored from a state. A sequence is inserted so that no two branches lead to equivalent executions:
 *
 *     if the sequence could begin with a step that sleeps, it is covered
 *     while the tree has a branch b that the sequence could begin with
 *         go into b, and leave b out of the sequence
 *         if b has no children, or nothing is left of the sequence, it is covered
 *     else append what is left of it as a branch
 *
 * Here the machine stands in the state and can try the sequence, so that what its steps depend on is seen; the paper's algorithm knows
 * it of the events of the execution that was just left.
 */
import { behind, dependent } from './footprint';
import type { Action, FootprintStepper, Taken } from './footprint-stepper';

export interface Branch extends Action {
  readonly children: Branch[];
}

/** What is known of a state: steps that are not to be explored again, and sequences that are. */
export interface Explored {
  readonly sleep: readonly Taken[];
  readonly tree: Branch[];
}

/**
 * Adds a sequence to the tree of the state that the machine is in, unless what is there covers it; false if it is not possible. The
 * machine stays where it is.
 */
export function insert(stepper: FootprintStepper, state: Explored, sequence: readonly Action[]): boolean {
  const { foot } = stepper;
  const { top } = foot;
  const here = stepper.here();
  const steps = stepper.attempt(sequence);
  stepper.back(here);
  if (steps !== null && !state.sleep.some((sleeper) => canBegin(steps, sleeper, sleeper)))
    descend(stepper, state.tree, steps);
  stepper.back(here);
  foot.top = top;
  return steps !== null;
}

/** Leads the machine down to where what is left of the sequence is appended, or covered. */
function descend(stepper: FootprintStepper, tree: Branch[], sequence: readonly Taken[]): void {
  let steps = sequence;
  for (let children = tree; ; ) {
    const into = children.find((branch) => isCommon(stepper, steps, branch));
    if (into === undefined) {
      children.push(...branchOf(steps));
      return;
    }
    const at = steps.findIndex((each) => each.thread === into.thread);
    if (at >= 0) steps = steps.toSpliced(at, 1);
    if (into.children.length === 0 || steps.length === 0) return;
    stepper.take(into.thread, into.pick);
    children = into.children;
  }
}

/** Whether the steps could begin with the step of a branch. */
function isCommon(stepper: FootprintStepper, steps: readonly Taken[], branch: Branch): boolean {
  if (steps.some((each) => each.thread === branch.thread)) return canBegin(steps, branch, null);
  if (!stepper.canGo(branch.thread)) return false;
  const here = stepper.here();
  const own = stepper.take(branch.thread, branch.pick);
  stepper.back(here);
  return canBegin(steps, branch, own);
}

/** Whether the steps could begin with this one ("weak initials"); `own`: as it is taken where they begin, if they do not have it. */
function canBegin(steps: readonly Taken[], { thread, pick }: Action, own: Taken | null): boolean {
  const at = steps.findIndex((each) => each.thread === thread);
  if (at >= 0) {
    const mine = steps[at];
    if (mine.pick !== pick || (mine.faulted && at > 0)) return false;
    return steps.slice(0, at).every((other) => !other.faulted && !dependent(other.foot, mine.foot, false));
  }
  if (own!.faulted && steps.length > 0) return false;
  let { foot } = own!;
  return steps.every((other) => {
    const isFree = !other.faulted && !dependent(other.foot, foot, true);
    foot = behind(foot, other.foot);
    return isFree;
  });
}

/** A sequence as a branch without forks; empty for none. */
function branchOf(sequence: readonly Action[]): Branch[] {
  let children: Branch[] = [];
  for (let i = sequence.length - 1; i >= 0; i--) {
    const { thread, pick } = sequence[i];
    children = [{ thread, pick, children }];
  }
  return children;
}
