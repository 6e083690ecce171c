/** A circle of waiting as a ring: threads and the locks between them, in the order of waiting, clockwise. Pure. */
import type { ThreadId, ThreadView } from '../../engine';
import { textWidth, wrapped } from '../parts/lines';
import { lockName, type WaitGraph } from './waits';

export interface RingNode {
  readonly key: string;
  /** Null for a lock. */
  readonly thread: ThreadView | null;
  readonly name: string;
  /** The name, in lines. */
  readonly lines: readonly string[];
  /** Middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface RingEdge {
  readonly key: string;
  /** waits, joins, spins: an arrow from the thread. holds: from the lock to the thread that holds it. */
  readonly kind: 'waits' | 'joins' | 'spins' | 'holds';
  readonly path: string;
  /** Tip of the arrow and where it points, in degrees. */
  readonly tip: { readonly x: number; readonly y: number; readonly angle: number };
  readonly label: { readonly text: string; readonly x: number; readonly y: number };
}
export interface Ring {
  readonly nodes: readonly RingNode[];
  readonly edges: readonly RingEdge[];
  readonly height: number;
}

const HEIGHT = 26;
/** Of a second line of a name, and the font of names, px. */
export const LINE = 12;
const LETTERS = 11;
/** Two stand side by side, with room for words between. */
const WIDEST = 112;
const BETWEEN = 66;
/** Kept free between a tip and its node. */
const AIR = 3;

/** By number of nodes: the angle of the first, and how far the circle is stretched each way. */
const STANDS: Readonly<Record<number, readonly [start: number, x: number, y: number]>> = {
  1: [Math.PI, 1, 1],
  2: [Math.PI, 1, 1],
  3: [(-5 * Math.PI) / 6, 2 / Math.sqrt(3), 1],
  4: [(-3 * Math.PI) / 4, Math.SQRT2, Math.SQRT2],
};
const ROUND = [(-3 * Math.PI) / 4, 1, 1] as const;

type Unplaced = Omit<RingNode, 'x' | 'y'>;

export function layoutRing(graph: WaitGraph, cycle: readonly ThreadId[], width: number): Ring {
  const wide = Math.min(WIDEST, (width - BETWEEN) / 2);
  const around = nodesOf(graph, cycle, wide);
  const count = around.length;
  const height = count <= 2 ? 92 : 62 + 38 * Math.ceil(count / 2);
  const [rx, ry] = [(width - wide - 8) / 2, (height - 48) / 2];
  // Four stand in the corners, three with one below; the first thread stands upper left.
  const nodes = around.map((node, i): RingNode => {
    const [start, stretchX, stretchY] = STANDS[count] ?? ROUND;
    const angle = start + (2 * Math.PI * i) / count;
    return {
      ...node,
      x: width / 2 + rx * stretchX * Math.cos(angle),
      y: height / 2 + ry * stretchY * Math.sin(angle),
    };
  });
  const edges = nodes.map((from, i) => edgeOf(graph, from, nodes[(i + 1) % count], count));
  return { nodes, edges, height };
}

/** A thread, what it waits for, who has that, … */
function nodesOf(graph: WaitGraph, cycle: readonly ThreadId[], width: number): Unplaced[] {
  const node = (key: string, thread: ThreadView | null, name: string): Unplaced => {
    const lines = wrapped(name, width - 10, (text) => textWidth(text, LETTERS));
    return { key, thread, name, lines, width, height: HEIGHT + (lines.length - 1) * LINE };
  };
  return cycle.flatMap((id): Unplaced[] => {
    const thread = graph.threads.find((each) => each.id === id) ?? null;
    const own = node(`thread ${id}`, thread, thread?.name ?? `thread ${id}`);
    const lock = thread?.waitsLock ?? null;
    return lock === null ? [own] : [own, node(`lock ${lock} ${id}`, null, lockName(graph, lock))];
  });
}

function edgeOf(graph: WaitGraph, from: RingNode, to: RingNode, count: number): RingEdge {
  const spins = graph.edges.some(({ kind, thread }) => kind === 'spins' && thread === from.thread?.id);
  const between = spins ? 'spins' : 'joins';
  const kind = from.thread === null ? 'holds' : to.thread === null ? 'waits' : between;
  // Two nodes have two edges between them: each goes its own way round.
  const bend = count <= 2 ? (kind === 'holds' ? -26 : 26) * Math.sign(to.x - from.x || 1) : 0;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - bend * Math.sign(to.x - from.x || 1) };
  const start = border(from, middle, AIR);
  const end = border(to, middle, AIR + 5);
  const angle = (Math.atan2(end.y - middle.y, end.x - middle.x) * 180) / Math.PI;
  const [dx, dy] = [Math.abs(end.x - start.x), Math.abs(end.y - start.y)];
  const beside = count === 3 ? dy > HEIGHT : dy > dx;
  return {
    key: `${kind} ${from.key}`,
    kind,
    path: `M${start.x} ${start.y}Q${middle.x} ${middle.y} ${end.x} ${end.y}`,
    tip: { ...border(to, middle, AIR), angle },
    label: {
      text: { holds: 'held by', joins: 'joins', waits: 'waits for', spins: 'loops for' }[kind],
      x: (start.x + 2 * middle.x + end.x) / 4 + (beside ? (to.y < from.y && count === 3 ? -30 : 30) : 0),
      y: (start.y + 2 * middle.y + end.y) / 4 + (beside ? 4 : -6),
    },
  };
}

/** Where the way from the middle of a node to a point leaves its box, `air` beyond. */
function border(node: RingNode, towards: { readonly x: number; readonly y: number }, air: number) {
  const [dx, dy] = [towards.x - node.x, towards.y - node.y];
  const length = Math.hypot(dx, dy) || 1;
  const reach = Math.min(
    node.width / 2 / Math.max(Math.abs(dx) / length, 1e-6),
    node.height / 2 / Math.max(Math.abs(dy) / length, 1e-6),
  );
  return { x: node.x + (dx / length) * (reach + air), y: node.y + (dy / length) * (reach + air) };
}
