/** In which order locks were taken: an edge from each lock held to the one taken then, with the line that took it. Pure. */
import type { Address, ThreadId, TraceView } from '../../engine';

export interface OrderEdge {
  readonly held: Address;
  readonly taken: Address;
  readonly heldName: string;
  readonly takenName: string;
  readonly thread: ThreadId;
  /** Of the first time. */
  readonly step: number;
  readonly line: number;
  /** Locks lead from `taken` back to `held` by other edges: in another interleaving that may be a deadlock. */
  readonly circular: boolean;
}

/** The orders of the first `at` steps, each once for each thread, in order of their first time. */
export function lockOrder({ held, locks, steps }: TraceView, at: number): readonly OrderEdge[] {
  const names = new Map(locks.map(({ id, name }) => [id, name]));
  const owned = held.filter(({ mode, from }) => (mode === 'exclusive' || mode === 'shared') && from <= at);
  const edges = new Map<string, OrderEdge>();
  for (const { thread, lock: taken, from: step } of [...owned].sort((a, b) => a.from - b.from)) {
    for (const { thread: owner, lock: before, from, to } of owned) {
      const isHeld = owner === thread && before !== taken && from < step && (to === null || to > step);
      const key = `${before} ${taken} ${thread}`;
      if (!isHeld || edges.has(key)) continue;
      const line = steps[step - 1]?.operation.line ?? 0;
      const [heldName, takenName] = [before, taken].map((id) => names.get(id) ?? 'a lock');
      edges.set(key, { held: before, taken, heldName, takenName, thread, step, line, circular: false });
    }
  }
  const all = [...edges.values()];
  return all.map((edge) => ({ ...edge, circular: leads(all, edge.taken, edge.held, edge.thread) }));
}

/** Whether locks lead from one to the other, with another thread among those that took them. */
function leads(edges: readonly OrderEdge[], from: Address, to: Address, thread: ThreadId): boolean {
  const seen = new Set<string>();
  const visit = (lock: Address, others: boolean): boolean => {
    if (lock === to) return others;
    const key = `${lock} ${others}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return edges.some((edge) => edge.held === lock && visit(edge.taken, others || edge.thread !== thread));
  };
  return visit(from, false);
}
