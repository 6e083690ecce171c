/** Marks as SVG: what a learner points at. Order of drawing: rows, slurs, spans, cells, what lies ahead, arrows, verdict. */
import { Fragment, memo } from 'react';
import { cx } from '../parts/cx';
import { hueStyle } from '../parts/hue';
import { Icon } from '../parts/Icon';
import { operations } from '../parts/operation';
import { FilesPlot } from './FilesPlot';
import { markComponent } from './mark';
import type { ArrowMark, CellMark, LockMark, NoteMark, ObjectMark, ScoreMarks } from './marks';
import css from './plot.module.css';
import { textWidth } from './words';

interface Props {
  readonly marks: ScoreMarks;
  readonly width: number;
  readonly height: number;
  readonly focus: number | null;
}

const ribbons = {
  running: css.stateRunning,
  ready: css.stateReady,
  blocked: css.stateBlocked,
  waiting: css.stateWaiting,
  crashed: css.stateCrashed,
};

export const SvgPlot = memo(function SvgPlot({ marks, width, height, focus }: Props) {
  const faded = (thread: number) => (focus !== null && focus !== thread ? css.faded : undefined);
  return (
    <svg className={css.plot} width={width} height={height} aria-hidden="true">
      {marks.lines.map((x) => (
        <line key={x} className={css.rule} x1={x} x2={x} y1={0} y2={height} />
      ))}
      {marks.ribbons.map(({ key, state, x, y, width }) => (
        <line key={key} className={ribbons[state]} x1={x} x2={x + width} y1={y} y2={y} />
      ))}
      {marks.causes.map(({ key, slur }) => slur !== '' && <path key={key} className={css.slur} d={slur} />)}
      {marks.notes.map((note) => (
        <Note key={note.key} mark={note} />
      ))}
      {marks.cells.map((cell) => (
        <g key={cell.key} className={faded(cell.thread)}>
          <Cell mark={cell} />
        </g>
      ))}
      {marks.ends.map(({ key, x, y }) => (
        <rect key={key} className={css.end} x={x} y={y} width={9} height={9} rx={1.5} />
      ))}
      {marks.locks.map((lock) => (
        <Lock key={lock.key} mark={lock} />
      ))}
      {marks.objects.map((object) => (
        <Life key={object.key} mark={object} />
      ))}
      {marks.files !== null && <FilesPlot marks={marks.files} />}
      {marks.beads.map(({ key, x, y }) => (
        <rect key={key} className={css.bead} x={x - 1.5} y={y} width={3} height={10} rx={1} />
      ))}
      <Arrows arrows={marks.arrows.filter(({ ahead }) => ahead)} />
      <Ahead marks={marks} width={width} height={height} />
      <Arrows arrows={marks.arrows.filter(({ ahead }) => !ahead)} />
      <Verdict marks={marks} />
    </svg>
  );
});

const Cell = markComponent((cell: CellMark) => {
  const { x, y, width, height, look, kind, text, thread, order } = cell;
  const icon = kind === null ? null : look === 'crashed' ? 'x' : operations[kind].icon;
  const content = (icon === null ? 0 : 11) + (text === '' ? 0 : 3 + textWidth(text));
  const left = x + Math.max(2, (width - content) / 2);
  return (
    <g className={cx(css[look], order !== null && css[order])} style={hueStyle(thread)}>
      <rect className={css.cell} x={x} y={y} width={width} height={height} rx={Math.min(3, width / 3)} />
      {icon !== null && <Icon name={icon} size={11} x={left} y={y + 3.5} />}
      {text !== '' && icon === null && (
        <text className={css.operand} x={x + width / 2} y={y + 12.7} textAnchor="middle">
          {text}
        </text>
      )}
      {text !== '' && icon !== null && (
        // A window of its own, so that no font is wide enough to run over the edge.
        // biome-ignore lint/a11y/noSvgWithoutTitle: a part of a picture that is hidden from who does not see it
        <svg x={left + 14} y={y} width={Math.max(0, x + width - 1 - left - 14)} height={height}>
          <text className={css.operand} x={0} y={12.7}>
            {text}
          </text>
        </svg>
      )}
    </g>
  );
});

const Note = markComponent(({ state, text, x, y, width, height }: NoteMark) => {
  if (state === 'ready')
    return (
      <text className={css.noteReady} x={x} y={y + 12}>
        {text}
      </text>
    );
  if (state === 'waiting')
    return (
      <g className={css.noteWaiting}>
        <Icon name="wait" size={11} x={x + 3} y={y + 3} />
        <text x={x + 18} y={y + 12}>
          {text}
        </text>
      </g>
    );
  return (
    <g className={css.noteBlocked}>
      <rect className={css.blockedFill} x={x} y={y} width={width} height={height} rx={3} />
      <rect fill="url(#hxr)" opacity={0.45} x={x} y={y} width={width} height={height} rx={3} />
      <rect className={css.blockedEdge} x={x} y={y} width={width} height={height} rx={3} />
      {text !== '' && (
        <>
          <rect
            className={css.plate}
            x={x + 2}
            y={y + 2}
            width={textWidth(text) + 22}
            height={height - 4}
            rx={2}
          />
          <Icon name="lock" size={10} x={x + 5} y={y + 3.5} />
          <text x={x + 18} y={y + 12}>
            {text}
          </text>
        </>
      )}
    </g>
  );
});

const Lock = markComponent(({ x, y, width, height, thread, mode, text }: LockMark) => {
  const box = { x, y, width, height, rx: Math.min(3, width / 3) };
  if (mode === 'waiting' || mode === 'failed-try')
    return (
      <g className={css.waiter}>
        <rect className={css.waiterBox} {...box} />
        <rect fill="url(#hxr)" opacity={0.35} {...box} />
        <text x={x + width / 2} y={y + 10} textAnchor="middle">
          {text}
        </text>
      </g>
    );
  return (
    <g className={mode === 'shared' ? css.shared : css.held} style={hueStyle(thread)}>
      <rect {...box} />
      <text x={Math.max(0, x) + 6} y={y + 10}>
        {text}
      </text>
    </g>
  );
});

const Life = markComponent((object: ObjectMark) => {
  const { x, y, width, height, phase, strong, text, more, cap } = object;
  if (phase === 'gone') {
    const middle = y + height / 2;
    return <line className={css.tail} x1={x} x2={x + width} y1={middle} y2={middle} />;
  }
  const left = Math.max(0, x) + 5.5;
  return (
    <g className={(strong ?? 1) > 1 ? css.manyOwners : css.alive}>
      <rect className={css.bar} x={x} y={y} width={width} height={height} rx={Math.min(2, width / 3)} />
      <text x={left} y={y + height - (height > 13 ? 4.8 : 2.8)}>
        <tspan className={css.count}>{text}</tspan>
        {more}
      </text>
      {cap && <rect className={css.cap} x={x + width - 2} y={y - 2} width={2.5} height={height + 3.5} />}
    </g>
  );
});

/** A veil over what lies ahead of the cursor, a hatch over what the run did not reach. */
function Ahead({ marks, width, height }: Omit<Props, 'focus'>) {
  const ahead = Math.max(0, marks.aheadX);
  const hatch = Math.max(0, marks.unreachedX);
  const room = width - hatch;
  return (
    <>
      {ahead < width && <rect className={css.veil} x={ahead} y={0} width={width - ahead} height={height} />}
      {marks.unreached !== '' && room > 0 && (
        <>
          <rect fill="url(#hx)" x={hatch} y={0} width={room} height={height} />
          {room > 150 && (
            <g>
              <rect
                className={css.box}
                x={hatch + room / 2 - Math.min(145, room / 2 - 8)}
                y={height / 2 - 19}
                width={Math.min(290, room - 16)}
                height={38}
                rx={6}
              />
              <text className={css.boxText} x={hatch + room / 2} y={height / 2 + 4} textAnchor="middle">
                {marks.unreached}
              </text>
            </g>
          )}
        </>
      )}
    </>
  );
}

const Arrows = ({ arrows }: { readonly arrows: readonly ArrowMark[] }) =>
  arrows.map((arrow) => <Arrow key={arrow.key} mark={arrow} />);

const Arrow = markComponent((arrow: ArrowMark) => {
  const { kind, thread, path, x, y, up, text, current } = arrow;
  const tip = up ? -6 : 6;
  return (
    <g className={kind === 'spawn' ? css.spawn : css.handOff} style={hueStyle(thread)}>
      <path className={css.arrow} d={path} />
      <path className={css.head} d={`M${x - 3.5} ${y}h7l-3.5 ${tip}z`} />
      {text !== '' && (
        <text className={css.woken} x={x + 7} y={y + tip}>
          {text}
        </text>
      )}
      {current && kind === 'hand-off' && (
        <circle className={css.traveller} r={3.5} style={{ offsetPath: `path("${path}")` }} />
      )}
    </g>
  );
});

function Verdict({ marks: { cross, causes } }: { readonly marks: ScoreMarks }) {
  return (
    <>
      {cross !== null && (
        <g className={css.cross}>
          <line x1={cross.x} x2={cross.x} y1={cross.fromY} y2={cross.y - 8} />
          <circle cx={cross.x} cy={cross.y} r={7.5} />
          <Icon name="x" size={10} x={cross.x - 5} y={cross.y - 5} />
        </g>
      )}
      {causes.map(({ key, number, x, y }) => (
        <Fragment key={key}>
          <circle className={css.cause} cx={x} cy={y} r={6.5} />
          <text className={css.causeNumber} x={x} y={y + 3.4} textAnchor="middle">
            {number}
          </text>
        </Fragment>
      ))}
    </>
  );
}
