/** Of a run under RC11: from each store to the loads of other threads that read it. Where the two do not synchronize the line is dashed. */
import type { AtomicView, ReaderView, StoreView, ThreadId } from '../../../engine';
import { hueStyle } from '../../parts/hue';
import { type Frame, lanesOf } from '../frame';
import { MERGE_CELL, stepX } from '../geometry';
import css from '../plot.module.css';
import type { ThreadLane } from '../staffs';
import { CELL_HEIGHT, CELL_TOP } from './lane';
import { type Mark, markKind } from './mark';

interface ReadMark extends Mark {
  /** Who stored. */
  readonly thread: ThreadId;
  /** The line, as an SVG path; its head points down or up at (x, y). */
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly up: boolean;
  readonly synchronizes: boolean;
  /** For who points at it. */
  readonly words: string;
}

const DASH = [3, 3] as const;
/** px: how long the head is. */
const HEAD = 6;

export const readsFrom = markKind<ReadMark>({
  name: 'reads from',
  layOut: readsIn,
  svg: ({ thread, path, x, y, up, synchronizes, words }) => (
    <g style={hueStyle(thread)}>
      <path className={css.arrow} d={path} strokeDasharray={synchronizes ? undefined : DASH.join(' ')}>
        <title>{words}</title>
      </path>
      <path className={css.head} d={headAt(x, y, up)} />
    </g>
  ),
  paint: (brush, { thread, path, x, y, up, synchronizes }) => {
    const color = brush.hue(thread);
    brush.path(path, { color, width: 1.4, ...(synchronizes ? {} : { dash: DASH }) });
    brush.shape(headAt(x, y, up), color);
  },
});

const headAt = (x: number, y: number, up: boolean): string =>
  `M${x - 3.5} ${y + (up ? HEAD : -HEAD)}h7l-3.5 ${up ? -HEAD : HEAD}z`;

function readsIn(frame: Frame): ReadMark[] {
  if (frame.view.cell < MERGE_CELL * 2) return [];
  const lanes = new Map(lanesOf(frame, 'thread').map((lane) => [lane.thread, lane]));
  return frame.atomics.flatMap((atomic) =>
    atomic.stores.flatMap((store) =>
      store.readers.flatMap((reader) => {
        const { thread } = store;
        if (thread === null || thread === reader.thread) return [];
        const [from, to] = [lanes.get(thread), lanes.get(reader.thread)];
        return from === undefined || to === undefined
          ? []
          : [markOf(frame, { atomic, store, reader, thread, from, to })];
      }),
    ),
  );
}

interface Read {
  readonly atomic: AtomicView;
  readonly store: StoreView;
  readonly reader: ReaderView;
  readonly thread: ThreadId;
  readonly from: ThreadLane;
  readonly to: ThreadLane;
}

/** From the middle of the cell that stored to the middle of the one that read, in a curve. */
function markOf({ view }: Frame, { atomic, store, reader, thread, from, to }: Read): ReadMark {
  const up = to.y < from.y;
  const x1 = stepX(view, store.step) + view.cell / 2;
  const x = stepX(view, reader.step) + view.cell / 2;
  const y1 = from.y + CELL_TOP + (up ? 0 : CELL_HEIGHT);
  const y = to.y + CELL_TOP + (up ? CELL_HEIGHT : 0);
  const end = y + (up ? HEAD : -HEAD);
  const bow = (end - y1) / 2;
  const how = reader.synchronizes ? 'the two synchronize' : 'the two do not synchronize';
  return {
    key: `read ${atomic.id} ${store.step} ${reader.thread} ${reader.step}`,
    path: `M${x1} ${y1}C${x1} ${y1 + bow} ${x} ${end - bow} ${x} ${end}`,
    ...{ thread, x, y, up, synchronizes: reader.synchronizes },
    words: `Step ${reader.step} reads ${atomic.name}: ${store.value}, stored in step ${store.step}; ${how}`,
  };
}
