/**
 * The wait-for graph as places. Threads stand in a column on the left in start order and never move; a lock stands on the right beside
 * its holder, or as near below as there is room.
 */
import type { Address, ThreadId, ThreadView } from '../../engine';
import { textWidth, wrapped } from '../parts/lines';
import { type Edge, inCycle, type WaitedFor, type WaitGraph } from './waits';

export const PILL = { width: 26, height: 22 };
/** Of a lock whose name takes no more than two lines. */
const LOCK_HEIGHT = 34;
/** Of a line of a name, and what is above and below all of them. */
export const LINE = 13;
const INSET = 8;
/** The font of the names, px. */
const LETTERS = 11;
const ROW = 54;
const TOP = 14;
/** Middle of the pills: joins swing out to the left of them. */
const THREAD_X = 62;
const LOCK_GAP = 8;
const RIGHT = 12;
const LOCK_LEFT = 150;

export interface ThreadNode {
  readonly thread: ThreadView;
  readonly x: number;
  readonly y: number;
  readonly ringed: boolean;
}
export interface LockNode {
  readonly lock: WaitedFor;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ringed: boolean;
  /** 'Stream 2' of 'Stream 2.streamMutex', in lines; none for a name without an owner. */
  readonly owner: readonly string[];
  readonly member: readonly string[];
}
export interface EdgeMark {
  readonly key: string;
  readonly kind: Edge['kind'];
  readonly thread: ThreadId;
  readonly path: string;
  /** Tip of the arrow, which points right; holds have none. */
  readonly x: number;
  readonly y: number;
  readonly ringed: boolean;
  /** `atEnd`: the words end at x. */
  readonly label: { readonly text: string; readonly x: number; readonly y: number; readonly atEnd: boolean };
}
export interface WaitLayout {
  readonly threads: readonly ThreadNode[];
  readonly locks: readonly LockNode[];
  readonly edges: readonly EdgeMark[];
  readonly height: number;
}

export function layoutWaits(graph: WaitGraph, width: number): WaitLayout {
  const rings = graph.edges.filter((edge) => inCycle(graph, edge));
  const threads = graph.threads.map((thread, i) => ({
    thread,
    x: THREAD_X,
    y: TOP + i * ROW + PILL.height / 2,
    ringed: rings.some((edge) => edge.thread === thread.id || ('other' in edge && edge.other === thread.id)),
  }));
  const rowOf = new Map(threads.map(({ thread, y }) => [thread.id, y]));
  const locks = placeLocks(graph, rowOf, width).map((node) => ({
    ...node,
    ringed: rings.some((edge) => 'lock' in edge && edge.lock === node.lock.id),
  }));
  const lockAt = new Map(locks.map((node) => [node.lock.id, node]));
  const edges = graph.edges.flatMap((edge, i) => edgeMark(edge, i, rowOf, lockAt, rings.includes(edge)));
  const lowest = Math.max(
    TOP + threads.length * ROW,
    ...locks.map(({ y, height }) => y + height / 2 + LOCK_GAP),
  );
  return { threads, locks, edges, height: lowest };
}

function placeLocks(
  graph: WaitGraph,
  rowOf: ReadonlyMap<ThreadId, number>,
  width: number,
): Omit<LockNode, 'ringed'>[] {
  const wanted = graph.locks.map((lock) => {
    const who = lock.holder ?? lock.readers[0] ?? lock.waiters[0];
    return { lock, y: (who === undefined ? undefined : rowOf.get(who)) ?? TOP };
  });
  wanted.sort((a, b) => a.y - b.y);
  let free = 0;
  const boxWidth = Math.min(160, Math.max(86, width - LOCK_LEFT - RIGHT));
  const lines = (name: string) => wrapped(name, boxWidth - 2 * INSET, (text) => textWidth(text, LETTERS));
  return wanted.map(({ lock, y }) => {
    const dot = lock.name.lastIndexOf('.');
    const owner = lines(lock.name.slice(0, Math.max(0, dot)));
    const member = lines(lock.name.slice(dot + 1));
    const height = Math.max(LOCK_HEIGHT, (owner.length + member.length) * LINE + INSET);
    const middle = Math.max(y, free + height / 2);
    free = middle + height / 2 + LOCK_GAP;
    return {
      lock,
      x: LOCK_LEFT,
      y: middle,
      width: boxWidth,
      height,
      owner,
      member,
    };
  });
}

function edgeMark(
  edge: Edge,
  index: number,
  rowOf: ReadonlyMap<ThreadId, number>,
  lockAt: ReadonlyMap<Address, LockNode>,
  ringed: boolean,
): EdgeMark[] {
  const from = rowOf.get(edge.thread);
  if (from === undefined) return [];
  const common = { kind: edge.kind, thread: edge.thread, ringed };
  if ('other' in edge) {
    const to = rowOf.get(edge.other);
    if (to === undefined) return [];
    const left = THREAD_X - PILL.width / 2;
    const bulge = 14 + (index % 3) * 8;
    return [
      {
        ...common,
        key: `${edge.kind} ${edge.thread} ${edge.other}`,
        path: `M${left} ${from}C${bulge} ${from} ${bulge} ${to} ${left - 7} ${to}`,
        x: left,
        y: to,
        label: { text: edge.kind, x: 8, y: from - 6, atEnd: false },
      },
    ];
  }
  const node = lockAt.get(edge.lock);
  if (node === undefined) return [];
  const waits = edge.kind === 'waits';
  const right = THREAD_X + PILL.width / 2;
  const y1 = from + (waits ? 5 : -3);
  const y2 = node.y + (waits ? 6 : -3);
  const end = waits ? node.x - 7 : node.x;
  const middle = (right + end) / 2;
  return [
    {
      ...common,
      key: `${edge.kind} ${edge.thread} ${edge.lock}`,
      path:
        y1 === y2 ? `M${right} ${y1}H${end}` : `M${right} ${y1}C${middle} ${y1} ${middle} ${y2} ${end} ${y2}`,
      x: node.x,
      y: y2,
      label: { text: edge.kind, x: end - 8, y: waits ? y2 + 14 : y2 - 6, atEnd: true },
    },
  ];
}
