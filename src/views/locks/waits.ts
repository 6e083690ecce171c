/** Who holds what and who waits for whom, out of a snapshot; the cycles among them, and all of it in words. */
import type { Address, Finding, LockView, Snapshot, ThreadId, ThreadView } from '../../engine';
import { findingTitles } from '../parts/findings';

/** holds, shares: thread and lock. waits: thread and lock, no matter whether somebody holds it. joins: thread and thread. */
export type Edge =
  | { readonly kind: 'holds' | 'shares' | 'waits'; readonly thread: ThreadId; readonly lock: Address }
  | { readonly kind: 'joins'; readonly thread: ThreadId; readonly other: ThreadId };

export interface WaitGraph {
  readonly threads: readonly ThreadView[];
  /** Held or waited for. */
  readonly locks: readonly LockView[];
  readonly edges: readonly Edge[];
  /** Each is threads in the order of waiting: every one waits for the next, the last for the first. */
  readonly cycles: readonly (readonly ThreadId[])[];
  readonly free: readonly string[];
  readonly gone: readonly string[];
}

export function waitGraph(snapshot: Snapshot): WaitGraph {
  const { threads, locks } = snapshot;
  const edges: Edge[] = [];
  for (const { id: lock, holder, readers } of locks) {
    if (holder !== null) edges.push({ kind: 'holds', thread: holder, lock });
    for (const thread of readers) edges.push({ kind: 'shares', thread, lock });
  }
  for (const { id: thread, waitsLock, waitsFor, state } of threads) {
    if (waitsLock !== null) edges.push({ kind: 'waits', thread, lock: waitsLock });
    else if (waitsFor !== null && state === 'waiting') edges.push({ kind: 'joins', thread, other: waitsFor });
  }
  const busy = new Set(edges.flatMap((edge) => (edge.kind === 'joins' ? [] : [edge.lock])));
  const named = (state: LockView['state']) =>
    locks.filter((lock) => lock.state === state && !busy.has(lock.id)).map(({ name }) => name);
  return {
    threads,
    locks: locks.filter(({ id }) => busy.has(id)),
    edges,
    cycles: cyclesOf(threads),
    free: named('free'),
    gone: named('destroyed'),
  };
}

/** Every thread waits for at most one other, so a walk that comes back to itself is a cycle, and each is found once. */
export function cyclesOf(
  threads: readonly Pick<ThreadView, 'id' | 'waitsFor' | 'state'>[],
): (readonly ThreadId[])[] {
  const next = new Map(
    threads
      .filter(({ state }) => state === 'blocked' || state === 'waiting')
      .map(({ id, waitsFor }) => [id, waitsFor]),
  );
  const cycles: ThreadId[][] = [];
  const done = new Set<ThreadId>();
  for (const { id } of threads) {
    const path: ThreadId[] = [];
    let at: ThreadId | null | undefined = id;
    while (at !== null && at !== undefined && !done.has(at)) {
      done.add(at);
      path.push(at);
      at = next.get(at);
    }
    const from = at === null || at === undefined ? -1 : path.indexOf(at);
    if (from >= 0) cycles.push(path.slice(from));
  }
  return cycles;
}

/** An edge of a cycle: the wait of one of its threads, or the hold that makes it wait. */
export function inCycle({ cycles, threads }: WaitGraph, edge: Edge): boolean {
  return cycles.some((cycle) => {
    if (!cycle.includes(edge.thread)) return false;
    if (edge.kind === 'waits') return true;
    if (edge.kind === 'joins') return cycle.includes(edge.other);
    return threads.some(({ id, waitsLock }) => cycle.includes(id) && waitsLock === edge.lock);
  });
}

/** 'main joins bucket_del; bucket_del holds vb:0.' */
export function edgesInWords(graph: WaitGraph): string {
  const verbs = { holds: 'holds', shares: 'holds', waits: 'waits for', joins: 'joins' };
  const parts = graph.edges.map((edge) => {
    const target = edge.kind === 'joins' ? threadName(graph, edge.other) : lockName(graph, edge.lock);
    const shared = edge.kind === 'shares' ? ' shared' : '';
    return `${threadName(graph, edge.thread)} ${verbs[edge.kind]} ${target}${shared}`;
  });
  return parts.length === 0 ? 'No lock is held and nobody waits.' : `${parts.join('; ')}.`;
}

export interface Judgement {
  readonly deadlock: boolean;
  /** One sentence, or one for each edge of each cycle. */
  readonly lines: readonly string[];
}

/** `found`: the deadlock or livelock that the run has had by now; where threads spin, the locks alone do not tell. */
export function judge(graph: WaitGraph, status: Snapshot['status'], found: Finding | null): Judgement {
  if (graph.cycles.length > 0)
    return {
      deadlock: true,
      lines: graph.cycles.flatMap((cycle) => [
        cycle.length === 1
          ? 'Deadlock: a thread waits for itself'
          : `Deadlock: a cycle of ${cycle.length} threads`,
        ...cycle.map((id) => waitInWords(graph, id)),
      ]),
    };
  const waiting = graph.threads.filter(({ state }) => state === 'blocked' || state === 'waiting');
  if (status === 'stuck')
    return {
      deadlock: true,
      lines: ['No cycle, but nobody can go on:', ...waiting.map(({ id }) => waitInWords(graph, id))],
    };
  if (found !== null) return { deadlock: true, lines: [findingTitles[found.kind], found.sentence] };
  const after = status === 'running' ? waiting.flatMap((thread) => afterUnlock(graph, thread)) : [];
  if (after.length > 0) return { deadlock: false, lines: ['No cycle of waits', ...after] };
  if (waiting.length > 0) return { deadlock: false, lines: ['No cycle: this is not a deadlock'] };
  const ended = status === 'failed' ? 'The process has ended' : 'Nobody waits';
  return { deadlock: false, lines: [ended] };
}

/** 'backfill can go on when deletion unlocks m': whether it ever does, the locks do not tell. */
function afterUnlock(graph: WaitGraph, { name, waitsLock, waitsFor }: ThreadView): string[] {
  if (waitsLock === null || waitsFor === null) return [];
  return [`${name} can go on when ${threadName(graph, waitsFor)} unlocks ${lockName(graph, waitsLock)}`];
}

function waitInWords(graph: WaitGraph, id: ThreadId): string {
  const thread = graph.threads.find((one) => one.id === id);
  if (thread === undefined) return '';
  const line = thread.next === null ? '' : ` at line ${thread.next.line}`;
  return `${thread.name}${line}: ${thread.reason}`;
}

export const threadName = ({ threads }: WaitGraph, id: ThreadId): string =>
  threads.find((thread) => thread.id === id)?.name ?? `thread ${id}`;
export const lockName = ({ locks }: WaitGraph, id: Address): string =>
  locks.find((lock) => lock.id === id)?.name ?? 'a lock';
