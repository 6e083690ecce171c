/** Strips as SVG: one row for each file, brackets above its blocks, the threads that have it open below. */
import type { TraceView } from '../../engine';
import { cx } from '../parts/cx';
import { hueStyle } from '../parts/hue';
import { textWidth } from '../parts/lines';
import css from './Files.module.css';
import type { Slot, Strip, Strips } from './strips';
import { slotText, stateLines } from './words';

const LABELS = 142;
const SIDE = 12;
const ABOVE = 22;
const BLOCK = 27;
const BELOW = 21;
const ROW = ABOVE + BLOCK + BELOW;
/** Of the words above a row: where there is no room for them beside it. */
const CAPTION = 18;
const NARROWEST = { beside: 27, below: 20 } as const;
const WIDEST = 42;
const GAP = 3;

interface Props {
  readonly strips: Strips;
  readonly width: number;
  readonly threads: TraceView['threads'];
  readonly nameOf: (thread: number) => string;
  /** All of it in words. */
  readonly label: string;
}

export function Drawing({ strips: { columns, strips }, width, threads, nameOf, label }: Props) {
  const roomFor = (labels: number): number => (width - labels - SIDE) / Math.max(1, columns);
  const beside = roomFor(LABELS) >= NARROWEST.beside;
  const labels = beside ? LABELS : SIDE;
  const cell = Math.min(WIDEST, Math.max(beside ? NARROWEST.beside : NARROWEST.below, roomFor(labels)));
  const full = Math.max(width, labels + SIDE + cell * columns);
  const caption = beside ? 0 : CAPTION;
  const height = strips.length * (ROW + caption) + 6;
  return (
    <svg className={css.drawing} width={full} height={height} role="img" aria-label={label}>
      {strips.map((strip, row) => (
        <g key={strip.file.object} transform={`translate(0 ${row * (ROW + caption) + caption})`}>
          <Row {...{ strip, cell, labels, threads, nameOf }} />
        </g>
      ))}
    </svg>
  );
}

interface RowProps {
  readonly strip: Strip;
  readonly cell: number;
  /** Where the blocks begin; no more than SIDE where the words stand above them. */
  readonly labels: number;
  readonly threads: Props['threads'];
  readonly nameOf: Props['nameOf'];
}

function Row({ strip: { file, slots, brackets, cursors }, cell, labels, threads, nameOf }: RowProps) {
  const left = (column: number): number => labels + column * cell;
  const gone = file.state === 'gone';
  const above = labels === SIDE;
  const states = stateLines(file, cursors.length > 0);
  return (
    <g className={cx(gone && css.gone)}>
      <text className={css.name} x={SIDE} y={above ? -4 : ABOVE + 11}>
        {file.name}
      </text>
      {above ? (
        <text className={css.state} x={SIDE + textWidth(`${file.name} `, 12)} y={-4}>
          {states.join(', ')}
        </text>
      ) : (
        states.map((line, i) => (
          <text key={line} className={css.state} x={SIDE} y={ABOVE + 26 + i * 14}>
            {line}
          </text>
        ))
      )}
      {brackets.map(({ from, to, text, lost }) => {
        const [x1, x2] = [left(from) + 1, left(to + 1) - GAP - 1];
        return (
          <g key={`${text} ${from}`} className={lost ? css.lostBracket : css.bracket}>
            <path d={`M${x1} ${ABOVE - 4}v-5H${x2}v5`} />
            <text x={(x1 + x2) / 2} y={ABOVE - 12} textAnchor="middle">
              {text}
            </text>
          </g>
        );
      })}
      {slots.map((slot) => (
        <Block
          key={`${slot.column} ${slot.look}`}
          slot={slot}
          x={left(slot.column)}
          width={cell - GAP}
          title={slotText(slot, nameOf)}
        />
      ))}
      {cursors.map(({ column, label, thread }, index) => {
        const known = threads.find(({ name }) => name === thread);
        const x = left(column) + (column < 0 ? cell : (cell - GAP) / 2);
        return (
          <g key={label} className={css.cursor} style={hueStyle(known?.id ?? 0)}>
            <path d={`M${x - 3.5} ${ABOVE + BLOCK + 6}h7l-3.500 -5z`} />
            <rect x={x - 7} y={ABOVE + BLOCK + 6} width={14} height={13} rx={3} />
            <text className={css.letter} x={x} y={ABOVE + BLOCK + 16} textAnchor="middle">
              {known?.letter ?? '?'}
            </text>
            <text
              className={css.what}
              x={index % 2 === 0 ? x - 11 : x + 11}
              y={ABOVE + BLOCK + 16}
              textAnchor={index % 2 === 0 ? 'end' : 'start'}
            >
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface BlockProps {
  readonly slot: Slot;
  readonly x: number;
  readonly width: number;
  readonly title: string;
}

function Block({ slot: { look, seqno, pending, block }, x, width, title }: BlockProps) {
  const middle = x + width / 2;
  const isHeader = look === 'header';
  const time = block?.time;
  return (
    <g className={cx(css[look], pending && css.pending)}>
      <title>{title}</title>
      {isHeader ? (
        <path className={css.box} d={`M${x} ${ABOVE}h${width}l-5 ${BLOCK / 2}l5 ${BLOCK / 2}h${-width}z`} />
      ) : (
        <rect className={css.box} x={x} y={ABOVE} width={width} height={BLOCK} rx={3} />
      )}
      {time !== undefined && (
        <text className={css.time} x={middle - 2} y={ABOVE + BLOCK - 4.5} textAnchor="middle">
          {time} s
        </text>
      )}
      <text
        x={isHeader ? middle - 2 : middle}
        y={ABOVE + BLOCK / 2 + (time === undefined ? 4 : -1.5)}
        textAnchor="middle"
      >
        {isHeader ? `H${seqno}` : look === 'purged' ? '' : seqno}
      </text>
      {look === 'deleted' && <rect fill="url(#hx)" x={x} y={ABOVE} width={width} height={BLOCK} rx={3} />}
      {block === null && look === 'purged' && (
        <text className={css.small} x={middle} y={ABOVE + BLOCK / 2 + 3.5} textAnchor="middle">
          {width > 34 ? 'purged' : '–'}
        </text>
      )}
    </g>
  );
}
