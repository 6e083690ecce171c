/** Who waits for whom, now: a graph or a table, the locks that are free or gone, and whether it is a deadlock. */
import { useMemo, useRef, useState } from 'react';
import type { Finding, Snapshot, TraceView } from '../../engine';
import { Icon, type IconName } from '../parts/Icon';
import { Empty, Panel } from '../parts/Panel';
import { Sentence } from '../parts/Sentence';
import { useSize } from '../score/useSize';
import css from './Locks.module.css';
import { OrderList } from './OrderList';
import { lockOrder } from './order';
import { RingDrawing } from './RingDrawing';
import { WaitDrawing } from './WaitDrawing';
import { WaitTable } from './WaitTable';
import { edgesInWords, judge, type WaitGraph, type WaitJudgement, waitGraph } from './waits';

interface Props {
  readonly snapshot: Snapshot;
  readonly trace: TraceView;
  /** The deadlock or livelock the run has had by now. */
  readonly found: Finding | null;
}

export function LocksView({ snapshot, trace, found }: Props) {
  const [asTable, setAsTable] = useState(false);
  const body = useRef<HTMLElement>(null);
  const { width } = useSize(body);
  const graph = waitGraph(snapshot, found);
  const { deadlock, lines } = judge(graph, snapshot.status, found);
  const orders = useMemo(() => lockOrder(trace, snapshot.step), [trace, snapshot.step]);
  const bare = snapshot.locks.length === 0 && graph.edges.length === 0;
  const toggle = (
    <button type="button" className={css.toggle} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
      Table
    </button>
  );
  return (
    <Panel title="Locks" sub="who waits for whom" aside={toggle}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section ref={body} className={css.body} tabIndex={0} aria-label="Who waits for whom">
        {/* That it is a deadlock is said before it is drawn, and why after. */}
        {deadlock && <Verdict deadlock lines={lines.slice(0, 1)} icon="x" />}
        {asTable ? (
          <WaitTable graph={graph} />
        ) : bare ? (
          <Empty>{emptyWords(trace, snapshot)}</Empty>
        ) : (
          width > 0 && (
            <Drawing
              graph={graph}
              width={Math.min(width, 420)}
              label={`Wait-for graph at step ${snapshot.step}: ${edgesInWords(graph)} ${lines.join(' ')}`}
            />
          )
        )}
        {!bare && <Rest graph={graph} />}
        {deadlock && lines.length > 1 && <Verdict deadlock lines={lines.slice(1)} icon={null} />}
        {!bare && !deadlock && <Verdict deadlock={false} lines={lines} icon="check" />}
        {orders.length > 0 && <OrderList edges={orders} threads={trace.threads} />}
      </section>
    </Panel>
  );
}

const emptyWords = ({ held }: TraceView, { step }: Snapshot): string =>
  held.some(({ from }) => from <= step)
    ? 'All locks are gone, and nobody waits.'
    : 'No locks yet, and nobody waits.';

/** What it comes to, or the reasons for it. */
function Verdict({ deadlock, lines, icon }: WaitJudgement & { readonly icon: IconName | null }) {
  return (
    <div className={deadlock ? css.deadlock : css.fine}>
      {icon !== null && <Icon name={icon} size={12} />}
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Sentence>{line}</Sentence>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface DrawingProps {
  readonly graph: WaitGraph;
  readonly width: number;
  readonly label: string;
}

/** Each circle of waiting in a ring of its own; without one, all that holds and waits. */
function Drawing({ graph, width, label }: DrawingProps) {
  const { cycles } = graph;
  if (cycles.length === 0) return <WaitDrawing {...{ graph, width, label }} />;
  return cycles.map((cycle) => <RingDrawing key={cycle.join()} {...{ graph, cycle, width, label }} />);
}

/** Locks that nobody holds or wants are names, not nodes. */
function Rest({ graph: { free, gone } }: { readonly graph: WaitGraph }) {
  if (free.length + gone.length === 0) return null;
  return (
    <dl className={css.rest}>
      {free.length > 0 && (
        <>
          <dt>Free</dt>
          <dd>{free.join(', ')}</dd>
        </>
      )}
      {gone.length > 0 && (
        <>
          <dt>Gone</dt>
          <dd className={css.gone}>{gone.join(', ')}</dd>
        </>
      )}
    </dl>
  );
}
