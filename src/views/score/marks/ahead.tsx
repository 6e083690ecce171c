/** A veil over what lies ahead of the cursor, a hatch over what the run did not reach. */
import type { Brush } from '../brush';
import type { Frame } from '../frame';
import { stepX } from '../geometry';
import css from '../plot.module.css';
import { plural } from '../words';
import { type Box, type Mark, markKind } from './mark';

interface AheadMark extends Mark, Box {
  readonly look: 'veil' | 'hatch';
  /** '6 planned steps not reached' */
  readonly text: string;
}

/** Room that the text needs, and the most that it takes. */
const LEAST = 150;
const MOST = 290;

export const ahead = markKind<AheadMark>({
  name: 'ahead',
  layOut: (frame) => {
    const { view, at, timeline, planned } = frame;
    const unreached = planned - timeline.length;
    const veil = boxFrom(frame, stepX(view, at + 1));
    const hatch = boxFrom(frame, stepX(view, Math.max(at, timeline.length) + 1));
    return [
      { key: 'veil', look: 'veil' as const, text: '', ...veil },
      ...(unreached > 0
        ? [
            {
              key: 'hatch',
              look: 'hatch' as const,
              text: `${plural(unreached, 'planned step')} not reached`,
              ...hatch,
            },
          ]
        : []),
    ].filter(({ width }) => width > 0);
  },
  svg: ({ look, text, x, y, width, height }) => {
    if (look === 'veil') return <rect className={css.veil} {...{ x, y, width, height }} />;
    const middle = x + width / 2;
    const room = Math.min(MOST, width - 16);
    return (
      <>
        <rect fill="url(#hx)" {...{ x, y, width, height }} />
        {width > LEAST && (
          <g>
            <rect
              className={css.box}
              x={middle - room / 2}
              y={height / 2 - 19}
              width={room}
              height={38}
              rx={6}
            />
            <text className={css.boxText} x={middle} y={height / 2 + 4} textAnchor="middle">
              {text}
            </text>
          </g>
        )}
      </>
    );
  },
  paint,
});

const boxFrom = ({ view, height }: Frame, from: number): Box => {
  const x = Math.max(0, from);
  return { x, y: 0, width: view.width - x, height };
};

function paint(brush: Brush, { look, text, x, width, height }: AheadMark): void {
  const { panel, hatch, ink } = brush.palette;
  if (look === 'veil') {
    brush.fill(x, 0, width, height, panel, 0.5);
    return;
  }
  for (let at = x; at < x + width + height; at += 7) {
    // Cut at the right edge, or the canvas would draw it for nobody.
    brush.line(at, 0, Math.max(x, at - height), Math.min(height, at - x), { color: hatch, width: 1.6 });
  }
  if (width > LEAST) brush.text(text, x + width / 2, height / 2 + 4, ink, 'center');
}
