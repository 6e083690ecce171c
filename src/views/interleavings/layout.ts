/**
 * All executions as one picture: an icicle with a row for each real choice, and beneath it a strip with a mark for each execution.
 * Pure; widths in px. A choice is a step after which the executions part; steps that all of them take alike belong to the cell
 * above. Cells too narrow to be seen are merged with their neighbours, and so are the marks of the strip.
 */
import { type HierarchyRectangularNode, hierarchy, partition } from 'd3';
import { type Choice, decodeSchedule, type Execution } from '../../engine';

/** Steps that some executions have in common, from the choice that leads to them up to where they part. */
export interface Branch {
  readonly thread: number;
  readonly pick: number;
  /** Steps, 1-based: the one of the choice and the last one before the next choice. */
  readonly from: number;
  readonly to: number;
  /** One of its executions: an index into the list. */
  readonly example: number;
  /** Empty for the rest of a single execution. */
  readonly children: readonly Branch[];
}

export interface Cell {
  readonly key: string;
  /** null: several cells, too narrow to tell apart. */
  readonly thread: number | null;
  readonly branch: Branch;
  readonly row: number;
  readonly x: number;
  readonly width: number;
  /** Executions beneath, as places in `order`: first, and one behind the last. */
  readonly first: number;
  readonly end: number;
  readonly failing: number;
  /** Places of the cells around it in `cells`; -1 for none. */
  readonly parent: number;
}

/** One execution in the strip, or several side by side. */
export interface Leaf {
  readonly x: number;
  readonly width: number;
  readonly first: number;
  readonly end: number;
  readonly fails: boolean;
}

export interface Icicle {
  readonly width: number;
  readonly rows: number;
  readonly cells: readonly Cell[];
  readonly leaves: readonly Leaf[];
  /** From left to right: indices into the list of executions. */
  readonly order: readonly number[];
}

/** px: what is narrower is merged. */
const MIN_CELL = 2;
const MIN_LEAF = 3;

/** The executions as a tree; `list` is not empty. */
export function branchesOf(list: readonly Execution[]): Branch {
  const lines = list.map(({ schedule }) => decodeSchedule(schedule).schedule.choices);
  return branch(
    lines,
    lines.map((_, index) => index),
    0,
  );
}

function branch(lines: readonly (readonly Choice[])[], members: readonly number[], depth: number): Branch {
  const [example] = members;
  let to = depth;
  while (to < lines[example].length && members.every((at) => same(lines[at][to], lines[example][to]))) to++;
  const groups = new Map<string, number[]>();
  if (members.length > 1) {
    for (const at of members) {
      const next = lines[at][to];
      const key = next === undefined ? '' : `${next.thread}-${next.pick}`;
      groups.set(key, [...(groups.get(key) ?? []), at]);
    }
  }
  const { thread, pick } = lines[example][depth] ?? { thread: 0, pick: 0 };
  const children = [...groups.values()]
    .map((group) => branch(lines, group, to))
    .sort((a, b) => a.thread - b.thread || a.pick - b.pick);
  return { thread, pick, from: depth + 1, to: Math.max(to, depth + 1), example, children };
}

const same = (a: Choice | undefined, b: Choice): boolean => a?.thread === b.thread && a.pick === b.pick;

/** `failing`: by index into the list. */
export function icicleOf(root: Branch, failing: readonly boolean[], width: number): Icicle {
  const tree = partition<Branch>()(
    hierarchy(root, ({ children }) => children).sum(({ children }) => (children.length === 0 ? 1 : 0)),
  );
  const leaves = tree.leaves();
  const order = leaves.map(({ data }) => data.example);
  const scale = width / leaves.length;
  const fails = order.map((index) => failing[index]);
  const before = [0];
  for (const each of fails) before.push(before[before.length - 1] + Number(each));
  return {
    width,
    rows: tree.height + 1,
    cells: cellsOf(tree, leaves, scale, before),
    leaves: stripOf(fails, scale),
    order,
  };
}

type Node = HierarchyRectangularNode<Branch>;

function cellsOf(tree: Node, leaves: readonly Node[], scale: number, before: readonly number[]): Cell[] {
  const cells: Cell[] = [];
  const places = new Map<Node, number>();
  const count = leaves.length;
  // Row by row, from left to right: what is narrow joins the narrow cell to its left.
  tree.each((node) => {
    const [first, end] = [Math.round(node.x0 * count), Math.round(node.x1 * count)];
    const last = cells.at(-1);
    const narrow = (end - first) * scale < MIN_CELL;
    if (narrow && last?.thread === null && last.row === node.depth && last.end === first) {
      cells[cells.length - 1] = {
        ...last,
        end,
        width: (end - last.first) * scale,
        failing: before[end] - before[last.first],
      };
      places.set(node, cells.length - 1);
      return;
    }
    places.set(node, cells.length);
    cells.push({
      key: `${node.depth} ${first}`,
      thread: narrow ? null : node.data.thread,
      branch: node.data,
      row: node.depth,
      x: first * scale,
      width: (end - first) * scale,
      first,
      end,
      failing: before[end] - before[first],
      parent: node.parent === null ? -1 : (places.get(node.parent) ?? -1),
    });
  });
  return cells;
}

function stripOf(fails: readonly boolean[], scale: number): Leaf[] {
  const each = Math.max(1, Math.ceil(MIN_LEAF / scale));
  const leaves: Leaf[] = [];
  for (let first = 0; first < fails.length; first += each) {
    const end = Math.min(fails.length, first + each);
    leaves.push({
      x: first * scale,
      width: (end - first) * scale,
      first,
      end,
      fails: fails.slice(first, end).includes(true),
    });
  }
  return leaves;
}

/** Whether all executions that are still possible go through a cell: the way that was taken. `left`: places in `order`, ascending. */
export const isTaken = ({ first, end }: Cell, left: readonly number[]): boolean =>
  left.length > 0 && first <= left[0] && left[left.length - 1] < end;

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The cell an arrow key leads to: up to where it parts from, down to the first of what follows, along the row. */
export function neighbour({ cells }: Icicle, at: number, direction: Direction): number {
  const { row, parent } = cells[at];
  switch (direction) {
    case 'up':
      return parent < 0 ? at : parent;
    case 'down': {
      const child = cells.findIndex((cell) => cell.parent === at);
      return child < 0 ? at : child;
    }
    case 'left':
      return cells[at - 1]?.row === row ? at - 1 : at;
    case 'right':
      return cells[at + 1]?.row === row ? at + 1 : at;
  }
}
