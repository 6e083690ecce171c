/** The steps so far as a table over the page, and as text for elsewhere. */
import { collectionOf, documentOf, findingsAt } from '../../session';
import { Button } from '../parts/Button';
import { hueStyle } from '../parts/hue';
import { useActions, useSession } from '../useSession';
import { runTable, type RunTable as Table, tableText } from './run-table';
import { SheetDialog } from './SheetDialog';
import css from './Sheets.module.css';

export function RunTable() {
  const { copyText } = useActions();
  const trace = useSession((s) => s.trace);
  const at = useSession((s) => s.at);
  const findings = useSession(findingsAt);
  const title = useSession((s) => `${collectionOf(s)?.title ?? ''}, ${documentOf(s)?.file ?? ''}`);
  if (trace === null) return null;
  const table = runTable(trace, findings, at);
  const words = `${title}, ${at === 0 ? 'before the first step' : `steps 1 to ${at}`}`;
  return (
    <SheetDialog id="run-table" title="The run as a table">
      <div className={css.above}>
        <span>{words}</span>
        <Button
          look="primary"
          onClick={() => void copyText(tableText(words, table), 'The run copied as a text table.')}
        >
          Copy as text
        </Button>
      </div>
      <Steps table={table} />
    </SheetDialog>
  );
}

/** One column a thread, time down. */
export function Steps({ table: { threads, rows, ends } }: { readonly table: Table }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className={css.wide} tabIndex={0} aria-label="Steps of the run">
        <table className={css.steps}>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Line</th>
              {threads.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ step, line, column, text, preemption }) => (
              <tr key={step} data-preemption={preemption || undefined}>
                <th scope="row">{step}</th>
                <td>{line}</td>
                {threads.map((name, at) => (
                  <td key={name} style={at === column ? hueStyle(column) : undefined}>
                    {at === column && text}
                    {at === column && preemption && <span className={css.mark}> (preemption)</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {ends.map((end) => (
        <p key={end} className={css.end}>
          {end}
        </p>
      ))}
    </>
  );
}
