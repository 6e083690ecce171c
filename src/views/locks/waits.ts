/** Who holds what and who waits for whom, out of a snapshot; the cycles among them, and all of it in words. */
import type { Address, Finding, LockView, Snapshot, ThreadId, ThreadView } from '../../engine';
import { findingTitles, spinnersIn } from '../parts/findings';

/**
 * holds, shares: thread and lock. waits: thread and lock or condition variable, no matter whether somebody holds it. joins: thread and thread.
 * spins: a thread that goes round until another one has done something, and that one.
 */
export type Edge =
  | { readonly kind: 'holds' | 'shares' | 'waits'; readonly thread: ThreadId; readonly lock: Address }
  | { readonly kind: 'joins' | 'spins'; readonly thread: ThreadId; readonly other: ThreadId };

/** A lock, or a condition variable that somebody waits on. */
export interface WaitedFor extends Pick<LockView, 'id' | 'name' | 'holder' | 'readers' | 'waiters'> {
  readonly kind: LockView['kind'] | 'condition';
}

export interface WaitGraph {
  readonly threads: readonly ThreadView[];
  /** Held or waited for. */
  readonly locks: readonly WaitedFor[];
  readonly edges: readonly Edge[];
  /** Each is threads in the order of waiting: every one waits for the next, the last for the first. */
  readonly cycles: readonly (readonly ThreadId[])[];
  readonly free: readonly string[];
  readonly gone: readonly string[];
}

/** `found`: the deadlock or livelock that the run has had by now, which alone tells who spins. */
export function waitGraph(snapshot: Snapshot, found: Finding | null = null): WaitGraph {
  const { threads, locks } = snapshot;
  const spins = spinsIn(threads, found);
  const edges: Edge[] = [];
  for (const { id: lock, holder, readers } of locks) {
    if (holder !== null) edges.push({ kind: 'holds', thread: holder, lock });
    for (const thread of readers) edges.push({ kind: 'shares', thread, lock });
  }
  for (const { id: thread, waitsLock, waitsCondition, waitsFor, state } of threads) {
    const lock = waitsLock ?? waitsCondition?.id;
    if (lock !== undefined) edges.push({ kind: 'waits', thread, lock });
    else if (waitsFor !== null && state === 'waiting') edges.push({ kind: 'joins', thread, other: waitsFor });
  }
  for (const [thread, other] of spins) edges.push({ kind: 'spins', thread, other });
  const busy = new Set(edges.flatMap((edge) => ('lock' in edge ? [edge.lock] : [])));
  const named = (state: LockView['state']) =>
    locks.filter((lock) => lock.state === state && !busy.has(lock.id)).map(({ name }) => name);
  return {
    threads,
    locks: [...locks.filter(({ id }) => busy.has(id)), ...conditionsOf(threads)],
    edges,
    cycles: cyclesOf(threads, spins),
    free: named('free'),
    gone: named('destroyed'),
  };
}

function conditionsOf(threads: readonly ThreadView[]): WaitedFor[] {
  const found = new Map<Address, WaitedFor>();
  for (const { id: thread, waitsCondition } of threads) {
    if (waitsCondition === null) continue;
    const waiters = [...(found.get(waitsCondition.id)?.waiters ?? []), thread];
    found.set(waitsCondition.id, {
      ...waitsCondition,
      kind: 'condition',
      holder: null,
      readers: [],
      waiters,
    });
  }
  return [...found.values()];
}

/** Who spins, and the thread that cannot do what it waits for: of those that wait for the spinning one, directly or not, the furthest. */
function spinsIn(threads: readonly ThreadView[], found: Finding | null): Map<ThreadId, ThreadId> {
  const spinning = spinnersIn(found);
  const wayTo = (from: ThreadView, to: ThreadId): number => {
    let length = 0;
    let at: ThreadView | undefined = from;
    while (at !== undefined && at.id !== to && length <= threads.length) {
      const { waitsFor }: ThreadView = at;
      at = waitsFor === null ? undefined : threads.find(({ id }) => id === waitsFor);
      length++;
    }
    return at?.id === to ? length : 0;
  };
  // main, which waits for the end of all, is the furthest only where nobody waits for a lock.
  const rank = (thread: ThreadView, to: ThreadId): number =>
    wayTo(thread, to) * (thread.waitsLock === null ? 1 : threads.length + 1);
  return new Map(
    spinning.flatMap((id) => {
      const [furthest] = threads
        .filter((thread) => thread.id !== id && isAtRest(thread) && wayTo(thread, id) > 0)
        .sort((a, b) => rank(b, id) - rank(a, id));
      return furthest === undefined ? [] : [[id, furthest.id] as const];
    }),
  );
}

const isAtRest = ({ state }: Pick<ThreadView, 'state'>): boolean =>
  state === 'blocked' || state === 'waiting';

/** Every thread waits for at most one other, so a walk that comes back to itself is a cycle, and each is found once. */
export function cyclesOf(
  threads: readonly Pick<ThreadView, 'id' | 'waitsFor' | 'state'>[],
  spins: ReadonlyMap<ThreadId, ThreadId> = new Map(),
): (readonly ThreadId[])[] {
  const next = new Map<ThreadId, ThreadId | null>(
    threads.filter(isAtRest).map(({ id, waitsFor }) => [id, waitsFor]),
  );
  for (const [thread, other] of spins) next.set(thread, other);
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
    if ('other' in edge) return cycle.includes(edge.other);
    return threads.some(({ id, waitsLock }) => cycle.includes(id) && waitsLock === edge.lock);
  });
}

/** 'main joins bucket_del; bucket_del holds vb:0.' */
export function edgesInWords(graph: WaitGraph): string {
  const verbs = { holds: 'holds', shares: 'holds', waits: 'waits for', joins: 'joins', spins: 'loops for' };
  const parts = graph.edges.map((edge) => {
    const target = 'other' in edge ? threadName(graph, edge.other) : lockName(graph, edge.lock);
    const shared = edge.kind === 'shares' ? ' shared' : '';
    return `${threadName(graph, edge.thread)} ${verbs[edge.kind]} ${target}${shared}`;
  });
  return parts.length === 0 ? 'No lock is held and nobody waits.' : `${parts.join('; ')}.`;
}

export interface WaitJudgement {
  readonly deadlock: boolean;
  /** One sentence, or one for each edge of each cycle. */
  readonly lines: readonly string[];
}

/** `found`: the deadlock or livelock that the run has had by now; where threads spin, the locks alone do not tell. */
export function judge(graph: WaitGraph, status: Snapshot['status'], found: Finding | null): WaitJudgement {
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
  const waiting = graph.threads.filter(isAtRest);
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
  const spin = graph.edges.find((edge) => edge.kind === 'spins' && edge.thread === id);
  const reason =
    spin !== undefined && 'other' in spin
      ? `loops until ${threadName(graph, spin.other)} has gone on`
      : thread.reason;
  return `${thread.name}${line}: ${reason}`;
}

export const threadName = ({ threads }: WaitGraph, id: ThreadId): string =>
  threads.find((thread) => thread.id === id)?.name ?? `thread ${id}`;
export const lockName = ({ locks }: WaitGraph, id: Address): string =>
  locks.find((lock) => lock.id === id)?.name ?? 'a lock';
