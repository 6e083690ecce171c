// biome-ignore-all lint/a11y: a grid of an svg's own shapes, since a table cannot draw them; keys are heard by the grid
/** The picture of all executions: cells to replay a beginning, marks to replay a whole run, and where the page's own line is among them. */

import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import type { Execution, TraceView } from '../../engine';
import { failWords } from '../parts/counts';
import { cx } from '../parts/cx';
import { hueOf } from '../parts/hue';
import { Pill } from '../parts/Pill';
import { useActions } from '../useSession';
import css from './Icicle.module.css';
import { type Cell, type Direction, type Icicle as Drawing, isTaken, type Leaf, neighbour } from './layout';
import { cellWords, leafWords } from './words';

interface Props {
  readonly icicle: Drawing;
  readonly executions: readonly Execution[];
  /** Executions the steps taken leave possible, and the one the whole line is; as places from left to right. */
  readonly left: readonly number[];
  readonly own: number | null;
  /** Executions that runs which nobody planned have met, as indices into the list; empty where there were none. */
  readonly met: ReadonlySet<number>;
  readonly threads: TraceView['threads'];
  readonly source: readonly string[];
  /** px */
  readonly height: number;
}

interface Pointed {
  readonly cell: Cell | null;
  readonly leaf: Leaf | null;
}

const STRIP = 12;
const CARET = 6;
const GAP = 0.8;
const KEYS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function Icicle({ icicle, executions, left, own, met, threads, source, height }: Props) {
  const { openPrefix } = useActions();
  const { width, rows, cells, order } = icicle;
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [roving, setRoving] = useState(0);
  const current = Math.min(roving, cells.length - 1);
  const rowHeight = Math.max(4, Math.min(13, (height - STRIP - CARET - 3) / rows));
  const bottom = rows * rowHeight;
  const nameOf = (thread: number): string =>
    threads.find(({ id }) => id === thread)?.name ?? (thread === 0 ? 'main' : `thread ${thread}`);

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    const direction = KEYS[event.key];
    if (direction !== undefined) {
      const next = neighbour(icicle, current, direction);
      setRoving(next);
      event.currentTarget.querySelector<SVGElement>(`[data-cell="${next}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') openPrefix(...ofCell(executions, cells[current]));
    else return;
    event.preventDefault();
  };
  const byRow = Array.from({ length: rows }, (_, row) =>
    cells.flatMap((cell, at) => (cell.row === row ? [{ cell, at }] : [])),
  );

  return (
    <div ref={box} className={css.icicle} onPointerLeave={() => setPointed(null)}>
      <svg
        width={width}
        height={bottom + STRIP + CARET + 3}
        role="grid"
        aria-label={`All interleavings, a row for each choice: ${failWords(
          cells[0].failing,
          order.length,
        )}. Enter replays up to there.`}
        onKeyDown={onKeyDown}
      >
        {byRow.map((row, depth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its depth
          <g key={depth} role="row">
            {row.map(({ cell, at }) => (
              <rect
                key={cell.key}
                role="gridcell"
                data-cell={at}
                aria-label={cellWords(cell, nameOf, executions)}
                tabIndex={at === current ? 0 : -1}
                className={cx(css.cell, cell.thread === null && css.merged, isTaken(cell, left) && css.taken)}
                style={cell.thread === null ? undefined : { fill: hueOf(cell.thread) }}
                x={cell.x}
                y={cell.row * rowHeight}
                width={Math.max(1, cell.width - GAP)}
                height={(cell.branch.children.length === 0 ? bottom - cell.row * rowHeight : rowHeight) - GAP}
                rx={1}
                onFocus={() => {
                  setRoving(at);
                  setPointed({ cell, leaf: null });
                }}
                onBlur={() => setPointed(null)}
                onPointerEnter={() => setPointed({ cell, leaf: null })}
                onClick={() => openPrefix(...ofCell(executions, cell))}
              />
            ))}
          </g>
        ))}
        <Leaves
          {...{ icicle, executions, left, own, met, bottom }}
          onPoint={(leaf) => setPointed({ cell: null, leaf })}
        />
      </svg>
      {pointed !== null && (
        <Tip {...{ pointed, icicle, executions, nameOf, threads, source }} place={placeAbove(box.current)} />
      )}
    </div>
  );
}

interface LeavesProps extends Pick<Props, 'icicle' | 'executions' | 'left' | 'own' | 'met'> {
  /** px from the top, of the end of the cells. */
  readonly bottom: number;
  readonly onPoint: (leaf: Leaf) => void;
}

/** Below the cells: how each execution ends, which of them runs have met, and where the page's own line is. */
function Leaves({ icicle, executions, left, own, met, bottom, onPoint }: LeavesProps) {
  const { openPrefix } = useActions();
  const { width, leaves, order } = icicle;
  const possible = new Set(left);
  const metAt = new Set(order.flatMap((index, place) => (met.has(index) ? [place] : [])));
  return (
    <g aria-hidden="true">
      {leaves.map((leaf) => (
        <g
          key={leaf.first}
          className={cx(css.leaf, left.length > 0 && !some(leaf, possible) && css.gone)}
          onPointerEnter={() => onPoint(leaf)}
          onClick={() => openPrefix(...ofLeaf(executions, order, leaf))}
        >
          <rect x={leaf.x} y={bottom} width={leaf.width} height={STRIP + 3} fill="transparent" />
          <rect
            className={leaf.fails ? css.fails : css.passes}
            x={leaf.x + inset(leaf)}
            y={bottom + (leaf.fails ? 2 : 4)}
            width={Math.max(1.5, leaf.width - 2 * inset(leaf))}
            height={leaf.fails ? STRIP - 2 : 6}
            rx={1}
          />
          {some(leaf, metAt) && (
            <circle className={css.met} cx={leaf.x + leaf.width / 2} cy={bottom + STRIP + 4} r={1.5} />
          )}
        </g>
      ))}
      {own !== null && (
        <path
          className={css.caret}
          d={`M${((own + 0.5) * width) / order.length} ${bottom + STRIP + 2}l4 6h-8z`}
        />
      )}
    </g>
  );
}

/** Over the picture, whatever the pane has room for. */
function placeAbove(box: HTMLElement | null): CSSProperties {
  if (box === null) return {};
  const { left, top, width } = box.getBoundingClientRect();
  return { left, top: top - 4, maxWidth: width };
}

interface TipProps extends Pick<Props, 'icicle' | 'executions' | 'threads' | 'source'> {
  readonly pointed: Pointed;
  readonly nameOf: (thread: number) => string;
  readonly place: CSSProperties;
}

/** Says what a cell's label says to a screen reader. */
function Tip({ pointed: { cell, leaf }, icicle, executions, threads, source, nameOf, place }: TipProps) {
  if (leaf !== null) {
    return (
      <div className={css.tip} style={place} aria-hidden="true">
        {leafWords(leaf, icicle.order, executions)}
      </div>
    );
  }
  if (cell === null) return null;
  const { thread, branch, end, first, failing } = cell;
  const line = executions[branch.example].lines[branch.from - 1];
  const who = threads.find(({ id }) => id === thread);
  return (
    <div className={css.tip} style={place} aria-hidden="true">
      {thread === null ? (
        <p>Several choices, too narrow to tell apart</p>
      ) : (
        <p>
          <Pill small thread={thread} letter={who?.letter ?? '?'} />
          {nameOf(thread)}, step {branch.from}, line {line}
        </p>
      )}
      {thread !== null && <code>{source[line - 1]?.trim()}</code>}
      <p>{failWords(failing, end - first)}</p>
    </div>
  );
}

const inset = ({ width }: Leaf): number => Math.min(1.5, width / 5);
const some = ({ first, end }: Leaf, possible: ReadonlySet<number>): boolean => {
  for (let at = first; at < end; at++) if (possible.has(at)) return true;
  return false;
};

/** The beginning of an execution: its schedule, and how many of its steps. */
type Beginning = readonly [schedule: string, steps: number];

const ofCell = (executions: readonly Execution[], { branch }: Cell): Beginning => [
  executions[branch.example].schedule,
  branch.to,
];

/** Of several the first that fails. */
function ofLeaf(executions: readonly Execution[], order: readonly number[], { first, end }: Leaf): Beginning {
  const runs = order.slice(first, end).map((index) => executions[index]);
  const run = runs.find(({ kind }) => kind !== null) ?? runs[0];
  return [run.schedule, run.lines.length];
}
