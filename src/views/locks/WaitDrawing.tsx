/** The wait-for graph as a picture; its words are the label. */
import { cx } from '../parts/cx';
import { hueStyle } from '../parts/hue';
import { clipped } from '../parts/lines';
import { TextLines } from '../parts/TextLines';
import css from './Locks.module.css';
import { type EdgeMark, LINE, type LockNode, layoutWaits, PILL, type ThreadNode } from './layout';
import type { WaitGraph } from './waits';

interface Props {
  readonly graph: WaitGraph;
  readonly width: number;
  readonly label: string;
}

export function WaitDrawing({ graph, width, label }: Props) {
  const { threads, locks, edges, height } = layoutWaits(graph, width);
  return (
    <svg className={css.graph} width={width} height={height} role="img" aria-label={label}>
      {edges.map((edge) => (
        <Arrow key={edge.key} edge={edge} />
      ))}
      {locks.map((node) => (
        <Lock key={node.lock.id} node={node} />
      ))}
      {threads.map((node) => (
        <Thread key={node.thread.id} node={node} />
      ))}
    </svg>
  );
}

function Arrow({ edge: { kind, thread, path, x, y, ringed, label } }: { readonly edge: EdgeMark }) {
  const pointed = kind !== 'holds' && kind !== 'shares';
  return (
    <g className={cx(css[kind], ringed && css.inCycle)} style={hueStyle(thread)}>
      <path className={css.line} d={path} />
      {pointed && <path className={css.tip} d={`M${x} ${y}l-7 -3.8v7.6z`} />}
      <text x={label.x} y={label.y} textAnchor={label.atEnd ? 'end' : 'start'}>
        {label.text}
      </text>
    </g>
  );
}

function Thread({ node: { thread, x, y, ringed } }: { readonly node: ThreadNode }) {
  const box = { x: x - PILL.width / 2, y: y - PILL.height / 2, ...PILL, rx: 6 };
  const ended = thread.state === 'finished';
  const crashed = thread.state === 'crashed';
  return (
    <g className={ended ? css.ended : css.thread} style={hueStyle(thread.id)}>
      <title>{thread.name}</title>
      {ringed && (
        <rect className={css.ring} {...box} x={box.x - 4} y={box.y - 4} width={34} height={30} rx={9} />
      )}
      <rect className={css.pill} {...box} />
      <text className={css.letter} x={x} y={y + 4} textAnchor="middle">
        {thread.letter}
      </text>
      <text className={css.name} x={x} y={y + 22} textAnchor="middle">
        {clipped(thread.name, 116)}
      </text>
      {crashed && (
        <text className={css.crashed} x={x} y={y + 33} textAnchor="middle">
          crashed
        </text>
      )}
      {ended && (
        <text className={css.word} x={x + 22} y={y + 4}>
          finished
        </text>
      )}
    </g>
  );
}

function Lock({ node: { lock, x, y, width, height, ringed, owner, member } }: { readonly node: LockNode }) {
  const top = y - height / 2;
  const first = y - ((owner.length + member.length) * LINE) / 2 + LINE - 3;
  return (
    <g>
      <title>{lock.name}</title>
      {ringed && (
        <rect className={css.ring} x={x - 4} y={top - 4} width={width + 8} height={height + 8} rx={8} />
      )}
      <rect
        className={cx(css.lock, lock.kind === 'condition' && css.condition)}
        {...{ x, y: top, width, height, rx: 5 }}
      />
      <text className={css.owner}>
        <TextLines texts={owner} x={x + 8} y={first} line={LINE} />
      </text>
      <text className={css.member}>
        <TextLines texts={member} x={x + 8} y={first + owner.length * LINE} line={LINE} />
      </text>
    </g>
  );
}
