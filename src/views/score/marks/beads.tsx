/** What happened in a folded staff. */
import type { Frame } from '../frame';
import { stepX } from '../geometry';
import css from '../plot.module.css';
import type { Staff } from '../staffs';
import { spansIn } from '../timeline';
import { type Mark, markKind } from './mark';

interface BeadMark extends Mark {
  readonly x: number;
  readonly y: number;
}
const WIDTH = 3;
const HEIGHT = 10;

export const beads = markKind<BeadMark>({
  name: 'beads',
  layOut: (frame) =>
    frame.arrangement.staffs.filter(({ folded }) => folded).flatMap((staff) => beadsIn(frame, staff)),
  svg: ({ x, y }) => (
    <rect className={css.bead} x={x - WIDTH / 2} y={y} width={WIDTH} height={HEIGHT} rx={1} />
  ),
  paint: (brush, { x, y }) => brush.fill(x - WIDTH / 2, y, WIDTH, HEIGHT, brush.palette.line3),
});

/** One bead per pixel column at most. */
function beadsIn(frame: Frame, staff: Staff): BeadMark[] {
  const { timeline, view, first, last } = frame;
  const steps = new Set<number>();
  const add = (spans: readonly { readonly from: number }[]) => {
    for (const { from } of spans) if (from >= first && from <= last) steps.add(from);
  };
  if (staff.name === 'threads') for (let step = first; step <= last; step++) steps.add(step);
  if (staff.name === 'locks') for (const track of timeline.heldOf.values()) add(spansIn(track, first, last));
  if (staff.name === 'files')
    for (const { blocks } of timeline.files?.last.files ?? [])
      add(blocks.map(({ step }) => ({ from: step })));
  if (staff.name === 'objects')
    for (const track of timeline.livesOf.values()) add(spansIn(track, first, last));
  const columns = new Map([...steps].map((step) => [Math.round(stepX(view, step) + view.cell / 2), step]));
  return [...columns].map(([x, step]) => ({ key: `bead ${staff.name} ${step}`, x, y: staff.y + 8 }));
}
