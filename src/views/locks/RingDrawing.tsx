/** A deadlock as the circle it is. */
import type { ThreadId } from '../../engine';
import { hueStyle } from '../parts/hue';
import { TextLines } from '../parts/TextLines';
import css from './Locks.module.css';
import { LINE, layoutRing, type RingNode } from './ring';
import type { WaitGraph } from './waits';

interface Props {
  readonly graph: WaitGraph;
  readonly cycle: readonly ThreadId[];
  readonly width: number;
  readonly label: string;
}

export function RingDrawing({ graph, cycle, width, label }: Props) {
  const { nodes, edges, height } = layoutRing(graph, cycle, width);
  return (
    <svg className={css.graph} width={width} height={height} role="img" aria-label={label}>
      {edges.map(({ key, kind, path, tip, label }) => (
        <g key={key} className={kind === 'holds' ? css.ringHolds : css.ringWaits}>
          <path className={css.line} d={path} />
          <path
            className={css.tip}
            d="M0 0l-7 -3.8v7.6z"
            transform={`translate(${tip.x} ${tip.y}) rotate(${tip.angle})`}
          />
          <text x={label.x} y={label.y} textAnchor="middle">
            {label.text}
          </text>
        </g>
      ))}
      {nodes.map((node) => (
        <Node key={node.key} node={node} />
      ))}
    </svg>
  );
}

function Node({ node: { thread, name, lines, x, y, width, height } }: { readonly node: RingNode }) {
  const first = y + 4 - ((lines.length - 1) / 2) * LINE;
  const words = <TextLines texts={lines} x={x} y={first} line={LINE} />;
  const box = { x: x - width / 2, y: y - height / 2, width, height };
  if (thread === null)
    return (
      <g>
        <title>{name}</title>
        <rect className={css.lock} {...box} rx={5} />
        <text className={css.member} textAnchor="middle">
          {words}
        </text>
      </g>
    );
  return (
    <g style={hueStyle(thread.id)}>
      <title>{name}</title>
      <rect className={css.pill} {...box} rx={6} />
      <text className={css.letter} textAnchor="middle">
        {words}
      </text>
    </g>
  );
}
