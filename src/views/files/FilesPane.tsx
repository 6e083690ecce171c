/** What is in each file, now: strips of blocks one under the other, and the meter of what was promised against what can be read. */
import { useMemo, useRef, useState } from 'react';
import type { FileCursor, TraceView } from '../../engine';
import { Panel } from '../parts/Panel';
import { useSize } from '../score/useSize';
import { Drawing } from './Drawing';
import css from './Files.module.css';
import type { FilesHistory } from './history';
import { Meter } from './Meter';
import { type Strips, stripsOf } from './strips';
import { filesText, slotText, stateText } from './words';

interface Props {
  readonly trace: TraceView;
  readonly history: FilesHistory;
  readonly cursors: readonly FileCursor[];
}

export function FilesPane({ trace, history, cursors }: Props) {
  const [asTable, setAsTable] = useState(false);
  const body = useRef<HTMLElement>(null);
  const { width } = useSize(body);
  const strips = useMemo(() => stripsOf(history, cursors), [history, cursors]);
  const timed = history.files.some(({ blocks }) => blocks.some(({ time }) => time !== undefined));
  const nameOf = (thread: number): string => trace.threads[thread]?.name ?? `thread ${thread}`;
  return (
    <Panel
      title="Files"
      className={css.pane}
      sub={<span className={css.sub}>what is in each file, now</span>}
      aside={
        <>
          <Legend timed={timed} />
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
      <section ref={body} className={css.body} tabIndex={0} aria-label="What is in each file">
        {asTable ? (
          <Table strips={strips} nameOf={nameOf} />
        ) : (
          width > 0 && (
            <Drawing
              {...{ strips, width, nameOf }}
              threads={trace.threads}
              label={filesText(strips, history)}
            />
          )
        )}
        <Meter history={history} />
      </section>
    </Panel>
  );
}

function Legend({ timed }: { readonly timed: boolean }) {
  return (
    <span className={css.legend} aria-hidden="true">
      <span>
        <i className={css.legendDoc} />
        document
      </span>
      <span>
        <i className={css.legendHeader} />
        header, a commit{timed && ', and its time'}
      </span>
      <span>
        <i className={css.legendPending} />
        not yet committed
      </span>
      <span>
        <i className={css.legendDeleted} />
        replaced
      </span>
    </span>
  );
}

interface TableProps {
  readonly strips: Strips;
  readonly nameOf: (thread: number) => string;
}

function Table({ strips: { strips }, nameOf }: TableProps) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Holds, in order</th>
          <th scope="col">Open by</th>
        </tr>
      </thead>
      <tbody>
        {strips.map(({ file, slots, cursors }) => (
          <tr key={file.object}>
            <th scope="row">
              <code>{file.name}</code>
              <br />
              {stateText(file, cursors.length > 0)}
            </th>
            <td>
              <ol>
                {slots.map((slot) => (
                  <li key={`${slot.column} ${slot.look}`}>{slotText(slot, nameOf)}</li>
                ))}
              </ol>
            </td>
            <td>{cursors.map(({ thread, label }) => `${thread}: ${label}`).join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
