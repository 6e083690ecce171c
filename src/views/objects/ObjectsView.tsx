/** Who owns what, now: a graph or a table. Cards keep their places while the user steps. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Finding, Snapshot, TraceView } from '../../engine';
import { Empty, Panel } from '../parts/Panel';
import { useSize } from '../score/useSize';
import { cardsOf } from './cards';
import { Drawing } from './Drawing';
import { Legend } from './Legend';
import { gridOf, layoutGraph } from './layout';
import { MANY, nearCards } from './near';
import css from './Objects.module.css';
import { NOWHERE, placeCards } from './placement';
import { sentenceOf, tableRows } from './words';

interface Props {
  readonly snapshot: Snapshot;
  readonly trace: TraceView;
  /** The shown one, if it has struck by now. */
  readonly finding: Finding | null;
}

export function ObjectsView({ snapshot, trace, finding }: Props) {
  const [asTable, setAsTable] = useState(false);
  const [showAll, setShowAll] = useState(false);
  const [placement, setPlacement] = useState(NOWHERE);
  const body = useRef<HTMLElement>(null);
  const { width } = useSize(body);

  const all = useMemo(() => cardsOf(snapshot, trace, finding), [snapshot, trace, finding]);
  const many = all.roots.length + all.objects.length > MANY;
  const cards = useMemo(
    () => (showAll ? all : nearCards(all, trace, snapshot)),
    [showAll, all, trace, snapshot],
  );
  const { cardWidth } = gridOf(width);
  const placed = useMemo(() => placeCards(cards, placement, cardWidth), [cards, placement, cardWidth]);
  // What was seen once keeps its place: the memory of the layout, not a reaction to it.
  if (placed !== placement) setPlacement(placed);

  const layout = useMemo(() => layoutGraph(cards, placed, width), [cards, placed, width]);
  const struckY = layout.edges.find(({ edge }) => edge.struck)?.y;
  useEffect(() => showStruck(body.current, struckY), [struckY]);

  const bare = all.roots.length + all.objects.length === 0;
  const letters = new Map<number, string>(snapshot.threads.map(({ id, letter }) => [id, letter]));
  return (
    <Panel
      title="Objects"
      className={css.pane}
      sub={<span className={css.sub}>who owns what</span>}
      aside={
        <>
          <Legend />
          <button
            type="button"
            className={css.toggle}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            Table
          </button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section ref={body} className={css.body} tabIndex={0} aria-label="Who owns what">
        {bare && <Empty>{emptyWords(snapshot, trace)}</Empty>}
        {!bare && asTable && <Table rows={tableRows(all)} />}
        {!bare && !asTable && width > 0 && (
          <>
            <Drawing layout={layout} label={sentenceOf(cards, snapshot.step)} letters={letters} />
            {all.idle.length > 0 && <p className={css.idle}>{idleWords(all.idle)}</p>}
          </>
        )}
        {many && !asTable && (
          <button type="button" className={css.more} onClick={() => setShowAll(!showAll)}>
            {showAll
              ? 'Show what the last step touched'
              : `Show all ${all.roots.length + all.objects.length}`}
          </button>
        )}
      </section>
    </Panel>
  );
}

/** What the finding strikes is in sight when it strikes. */
function showStruck(body: HTMLElement | null, y: number | undefined): void {
  if (body === null || y === undefined) return;
  const above = y < body.scrollTop + 20;
  const below = y > body.scrollTop + body.clientHeight - 20;
  if (above || below) body.scrollTop = y - body.clientHeight / 2;
}

function emptyWords(snapshot: Snapshot, trace: TraceView): string {
  if (trace.objects.length > 0) return 'Nothing is made yet.';
  return snapshot.status === 'running'
    ? 'No smart pointers and no objects so far.'
    : 'No smart pointers in this run.';
}

const idleWords = (names: readonly string[]): string =>
  `${names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`} ${names.length === 1 ? 'owns' : 'own'} nothing`;

function Table({ rows }: { readonly rows: ReturnType<typeof tableRows> }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">Owner</th>
          <th scope="col">Member</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, owner, member, value, struck }) => (
          <tr key={key} className={struck ? css.struckRow : undefined}>
            <th scope="row">{owner}</th>
            <td>
              <code>{member}</code>
            </td>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
