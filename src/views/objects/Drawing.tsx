/** The ownership graph as a picture; its words are the label. */
import { cx } from '../parts/cx';
import { hueOf, hueStyle } from '../parts/hue';
import { Icon } from '../parts/Icon';
import { TextLines } from '../parts/TextLines';
import type { GraphLayout } from './layout';
import type { CardMark, EdgeMark } from './marks';
import css from './Objects.module.css';
import { LINE, NOTE, PILL_ROOM, type RowShape } from './shape';

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
          <CardView mark={mark} letters={letters} />
        </g>
      ))}
      {edges.map((mark) => (
        <Arrow key={mark.edge.key} mark={mark} />
      ))}
    </svg>
  );
}

interface CardProps {
  readonly mark: CardMark;
  readonly letters: ReadonlyMap<number, string>;
}

function CardView({ mark: { card, shape, width, height }, letters }: CardProps) {
  const { title, thread, heldBy, gone, struck } = card;
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
      <text className={css.title} style={{ fontSize: shape.titleSize }}>
        <TextLines line={LINE} texts={shape.title} x={thread === null ? 8 : 8 + PILL_ROOM} y={17} />
      </text>
      {shape.rows.map((row) => (
        <Row key={row.row.key} shape={row} width={width} />
      ))}
      {shape.notes.map((note, i) => (
        <text key={note} className={css.note} x={8} y={shape.notesY + 11 + i * NOTE}>
          {note}
        </text>
      ))}
      {heldBy.length > 0 && (
        <g style={{ color: hueOf(heldBy[0]) }}>
          <Icon name="lock" size={11} x={7} y={shape.heldY + 2} />
          <text className={css.held} x={22} y={shape.heldY + 11.5}>
            held by {heldBy.map((id) => letters.get(id)).join(', ')}
          </text>
        </g>
      )}
    </g>
  );
}

function Row({ shape, width }: { readonly shape: RowShape; readonly width: number }) {
  const { row, name, beside, besideLine, below, y, height } = shape;
  return (
    <g className={row.struck ? css.struck : css.row}>
      <title>{[row.name, row.text].join(' ').trim()}</title>
      <line x1={0} x2={width} y1={y} y2={y} />
      {row.struck && <rect x={4} y={y + 2} width={width - 8} height={height - 4} rx={3} />}
      <text>
        <TextLines line={LINE} texts={name} x={10} y={y + 16} />
      </text>
      <text className={css.value} x={width - 10} y={y + 16 + besideLine * LINE} textAnchor="end">
        {beside}
      </text>
      <text className={css.value} textAnchor="end">
        <TextLines line={LINE} texts={below} x={width - 10} y={y + 16 + name.length * LINE} />
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
