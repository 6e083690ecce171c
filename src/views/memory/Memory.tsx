/**
 * What the threads may read under C++'s memory model: of each atomic its stores in modification order, oldest first, who read which of them,
 * and from where on each thread may still read. A store in front of all of these is read by nobody any more.
 */
import type { AtomicView, ReaderView, StoreView, ThreadView } from '../../engine';
import { isSightHidden, isWeak } from '../../session';
import { cx } from '../parts/cx';
import { hueStyle } from '../parts/hue';
import { Empty, Panel } from '../parts/Panel';
import { Untold } from '../parts/Untold';
import { Told } from '../story/Told';
import { useActions, useSession } from '../useSession';
import css from './Memory.module.css';
import { MemorySwitch } from './MemorySwitch';
import { readerWords, storeWords } from './words';

export function Memory() {
  const atomics = useSession((s) => s.snapshot?.atomics);
  const weak = useSession(isWeak);
  const hidden = useSession(isSightHidden);
  if (hidden) return <Untold title="Memory" />;
  return (
    <Panel title="Memory" sub="what may still be read" aside={<MemorySwitch />}>
      <div className={css.body}>
        {atomics === undefined || atomics.length === 0 ? (
          <Empty>
            {weak
              ? 'No thread has accessed an atomic yet.'
              : 'Each load reads the newest store, of whatever order it is.'}
          </Empty>
        ) : (
          atomics.map((atomic) => <Atomic key={atomic.id} atomic={atomic} />)
        )}
      </div>
    </Panel>
  );
}

function Atomic({ atomic }: { readonly atomic: AtomicView }) {
  const threads = useSession((s) => s.snapshot?.threads) ?? [];
  return (
    <section className={css.atomic} aria-label={atomic.name}>
      <h3>{atomic.name}</h3>
      <ol>
        {atomic.stores.map((store, place) => (
          <Store
            // biome-ignore lint/suspicious/noArrayIndexKey: its place is what it is known by
            key={place}
            store={store}
            from={threads.filter(({ id, state }) => state !== 'finished' && atomic.oldest[id] === place)}
            past={threads.every(({ id, state }) => state === 'finished' || (atomic.oldest[id] ?? 0) > place)}
          />
        ))}
      </ol>
    </section>
  );
}

interface StoreProps {
  readonly store: StoreView;
  /** Threads that may read it and what is newer, and nothing older. */
  readonly from: readonly ThreadView[];
  readonly past: boolean;
}

function Store({ store, from, past }: StoreProps) {
  const threads = useSession((s) => s.snapshot?.threads) ?? [];
  const name = (id: number): string => threads[id]?.name ?? '';
  return (
    <li className={cx(css.store, past && css.past)}>
      <div className={css.written}>
        <b>{store.value}</b>
        <Where thread={store.thread} step={store.step}>
          {storeWords(store, name)}
        </Where>
        {from.map(({ id, name: reader }) => (
          <span key={id} className={css.from} style={hueStyle(id)}>
            <Told>{`coherence lets ${reader} read from here on`}</Told>
          </span>
        ))}
      </div>
      {store.readers.map((reader) => (
        <Reader key={`${reader.thread} ${reader.step}`} reader={reader} name={name} />
      ))}
    </li>
  );
}

function Reader({ reader, name }: { readonly reader: ReaderView; readonly name: (id: number) => string }) {
  return (
    <div className={cx(css.reader, reader.synchronizes && css.synchronizes)}>
      <Where thread={reader.thread} step={reader.step}>
        {readerWords(reader, name)}
      </Where>
    </div>
  );
}

interface WhereProps {
  readonly thread: number | null;
  readonly step: number;
  readonly children: string;
}

/** The words, and a click leads behind the step. */
function Where({ thread, step, children }: WhereProps) {
  const { seek } = useActions();
  if (thread === null) return <span>{children}</span>;
  return (
    <button type="button" className={css.where} style={hueStyle(thread)} onClick={() => seek(step)}>
      {children}
    </button>
  );
}
