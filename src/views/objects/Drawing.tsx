/** The ownership graph as a picture; its words are the label. */
import { cx } from '../parts/cx';
import { hueOf, hueStyle } from '../parts/hue';
import { Icon } from '../parts/Icon';
import { clipped, fitting, shortName, textWidth } from '../score/words';
import type { CardRow } from './cards';
import type { GraphLayout } from './layout';
import type { CardMark, EdgeMark } from './marks';
import css from './Objects.module.css';
import { HEADER, NOTE, ROW } from './placement';

interface Props {
  readonly layout: GraphLayout;
  readonly label: string;
  /** By thread id. */
  readonly letters: ReadonlyMap<number, string>;
}

export function Drawing({ layout: { cards, edges, width, height }, label, letters }: Props) {
  return (
    <svg className={css.graph} width={width} height={height} role="img" aria-label={label}>
      {cards.map((mark) => (
        <g
          key={mark.card.key}
          className={css.mover}
          style={{ transform: `translate(${mark.x}px, ${mark.y}px)` }}
        >
          <CardShape mark={mark} letters={letters} />
        </g>
      ))}
      {edges.map((mark) => (
        <Arrow key={mark.edge.key} mark={mark} />
      ))}
    </svg>
  );
}

/** Letters of a value like 'null' or '{ }'. */
const SHORT = 5;
/** Sizes of a title: the second for one that is too long for the first. */
const TITLES = [12.5, 11] as const;
/** Bold letters are as much wider. */
const BOLD = 1.12;

/** Of a title in two lines. */
const SMALL = 10;

/** A long name in two lines, broken where one of its words ends; null where it has no such place, or where that does not do. */
function broken(title: string, room: number): readonly [string, string] | null {
  const words = title.match(/[A-Z]?[^A-Z\s_]+_?|[A-Z]+(?![a-z])|\s\S+/g) ?? [];
  for (let first = words.length - 1; first > 0; first--) {
    const lines = [words.slice(0, first).join(''), words.slice(first).join('').trim()] as const;
    const isWhole = lines.join('').length >= title.length - 1;
    if (isWhole && lines.every((line) => textWidth(line, SMALL) * BOLD <= room)) return lines;
  }
  return null;
}

/** The variable that a row is about, or, where several rows are about its members, the member. */
function rowName(name: string, rows: readonly CardRow[], room: number): string {
  const [variable, ...members] = name.split('.');
  const alone = rows.filter((row) => row.name.split('.')[0] === variable).length === 1;
  const whole = members.length === 0 ? [name] : alone ? [name, variable] : [name, members.at(-1) ?? ''];
  return fitting(whole, room) || shortName(name, room);
}

interface CardProps {
  readonly mark: CardMark;
  readonly letters: ReadonlyMap<number, string>;
}

function CardShape({ mark: { card, width, height }, letters }: CardProps) {
  const { title, thread, rows, notes, heldBy, gone, struck } = card;
  const room = width - 16 - (thread === null ? 0 : 20);
  const size = TITLES.find((px) => textWidth(title, px) * BOLD <= room) ?? TITLES[1];
  const left = thread === null ? 8 : 28;
  const twoLines = textWidth(title, size) * BOLD <= room ? null : broken(title, room);
  const top = HEADER + rows.length * ROW;
  return (
    <g
      className={cx(gone ? css.gone : thread === null ? css.object : css.roots, struck && css.struckCard)}
      style={thread === null ? undefined : hueStyle(thread)}
    >
      <title>{title}</title>
      <rect className={css.card} width={width} height={height} rx={5} />
      {thread !== null && (
        <>
          <rect className={css.pill} x={6} y={6} width={17} height={14} rx={3} />
          <text className={css.letter} x={14.5} y={16.5} textAnchor="middle">
            {letters.get(thread)}
          </text>
        </>
      )}
      {twoLines === null ? (
        <text className={css.title} style={{ fontSize: size }} x={left} y={17}>
          {shortName(title, (room * 10.5) / size / BOLD)}
        </text>
      ) : (
        <text className={css.title} style={{ fontSize: SMALL }}>
          {twoLines.map((line, i) => (
            <tspan key={line} x={left} y={11 + i * 11}>
              {line}
            </tspan>
          ))}
        </text>
      )}
      {rows.map((row, i) => (
        <Row key={row.key} {...{ row, rows, width }} y={HEADER + i * ROW} />
      ))}
      {notes.map((note, i) => (
        <text key={note} className={css.note} x={8} y={top + 11 + i * NOTE}>
          {clipped(note, width - 14)}
        </text>
      ))}
      {heldBy.length > 0 && (
        <g style={{ color: hueOf(heldBy[0]) }}>
          <Icon name="lock" size={11} x={7} y={top + 2 + notes.length * NOTE} />
          <text className={css.held} x={22} y={top + 11.5 + notes.length * NOTE}>
            held by {heldBy.map((id) => letters.get(id)).join(', ')}
          </text>
        </g>
      )}
    </g>
  );
}

interface RowProps {
  readonly row: CardRow;
  /** All of its card. */
  readonly rows: readonly CardRow[];
  readonly y: number;
  readonly width: number;
}

function Row({ row, rows, y, width }: RowProps) {
  const { name, text, struck } = row;
  // A short value is shown whole; of a longer one, what there is room for beside the name.
  const beside = Math.max((width - 20) * 0.3, width - 24 - textWidth(name, 11));
  const value = text.length <= SHORT ? text : clipped(text, beside);
  return (
    <g className={struck ? css.struck : css.row}>
      <line x1={0} x2={width} y1={y} y2={y} />
      {struck && <rect x={4} y={y + 2} width={width - 8} height={ROW - 4} rx={3} />}
      <text x={10} y={y + 16}>
        {rowName(name, rows, width - 18 - (value === '' ? 0 : (value.length + 1) * 6.3))}
      </text>
      <text className={css.value} x={width - 10} y={y + 16} textAnchor="end">
        {value}
      </text>
    </g>
  );
}

function Arrow({ mark }: { readonly mark: EdgeMark }) {
  const { edge, path, x, y, pointsLeft, crossX, crossY } = mark;
  const look = edge.struck ? css.touch : css[edge.kind];
  return (
    <g className={cx(look, edge.dangling && css.dangling)}>
      <path className={css.line} d={path} />
      {!edge.dangling && <path className={css.tip} d={`M${x} ${y}l${pointsLeft ? 7 : -7} -3.8v7.6z`} />}
      {edge.dangling && (
        <g className={css.broken}>
          <circle cx={crossX} cy={crossY} r={6.5} />
          <Icon name="x" size={9} x={crossX - 4.5} y={crossY - 4.5} />
        </g>
      )}
    </g>
  );
}
