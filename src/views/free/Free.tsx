/** Runs of the program shown that nobody plans: how often it really fails, what in, and the very runs that did. */
import { useMemo } from 'react';
import {
  documentOf,
  exploredHere,
  type FreeRuns,
  isBehindText,
  isOpenChallenge,
  keyHere,
  metBy,
  pressureHere,
  type SessionState,
  scenarioOf,
} from '../../session';
import { Button } from '../parts/Button';
import { grouped } from '../parts/counts';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';
import { Empty } from '../parts/Panel';
import { useActions, useSession } from '../useSession';
import css from './Free.module.css';
import { isListedWhole, measuredWords, waysOf } from './side-by-side';
import {
  boundWords,
  caveats,
  noteOf,
  type OutcomeRow,
  outcomeRows,
  pressuresHere,
  progressWords,
  runWords,
  seenWords,
} from './words';

export function Free() {
  if (useSession(isOpenChallenge))
    return <Empty>Hidden during a challenge: these runs would tell whether it can fail.</Empty>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className={css.free} tabIndex={0} aria-label="Run free">
      <Choices />
      <Series />
      <SideBySide />
    </section>
  );
}

const COUNTS = [100, 1000, 10_000, 100_000];
const DEPTHS = [1, 2, 3, 4];

const seriesHere = (s: SessionState) => s.free[keyHere(s)];
/** The series of the pressure that is chosen. */
const chosen = (s: SessionState): FreeRuns | undefined => seriesHere(s)?.[pressureHere(s)];
const isUnderWay = (runs: FreeRuns | undefined): boolean =>
  runs?.phase === 'preparing' || runs?.phase === 'running';

function Choices() {
  const { choosePressure, chooseDepth, chooseRuns, runFree } = useActions();
  const { depth, runs } = useSession((s) => s.freeSettings);
  const pressure = useSession(pressureHere);
  const atOnce = useSession((s) => s.threads === 'real');
  const busy = useSession((s) => Object.values(seriesHere(s) ?? {}).some(isUnderWay));
  const behind = useSession(isBehindText);
  return (
    <>
      <div className={css.choices}>
        <Menu label="Pressure" value={pressure} items={pressuresHere(atOnce)} onChoose={choosePressure} />
        {pressure === 'pct' && (
          <Menu
            label="Depth"
            value={String(depth)}
            items={DEPTHS.map((each) => ({ value: String(each), label: `depth ${each}` }))}
            onChoose={(value) => chooseDepth(Number(value))}
          />
        )}
        <Menu
          label="Runs"
          value={String(runs)}
          items={COUNTS.map((count) => ({ value: String(count), label: runWords(count) }))}
          onChoose={(value) => chooseRuns(Number(value))}
        />
        <Button look="primary" shortcut="G" off={behind && !busy} onClick={runFree}>
          {busy ? 'Stop' : 'Run free'}
        </Button>
      </div>
      <p className={css.note}>{noteOf(pressure)}</p>
    </>
  );
}

function Series() {
  const runs = useSession(chosen);
  const atOnce = useSession((s) => s.threads === 'real');
  const executions = useSession((s) => exploredHere(s)?.verdict?.executions);
  const complete = useSession((s) => isListedWhole(exploredHere(s)));
  const met = useMemo(() => (runs && executions ? metBy(runs, executions).size : 0), [runs, executions]);
  const notes = caveats(runs, atOnce);
  const busy = isUnderWay(runs);
  return (
    <>
      {runs && (
        <>
          <p className={css.progress} role="status" aria-label="Runs" aria-live={busy ? 'off' : 'polite'}>
            {progressWords(runs)}
          </p>
          {busy && (
            <progress
              className={css.bar}
              aria-label="Runs made"
              max={runs.series.runs}
              value={runs.tally?.runs ?? 0}
            />
          )}
          {runs.phase === 'failed' && <p className={css.failed}>{runs.reason}</p>}
        </>
      )}
      {runs?.tally && (
        <>
          <table className={css.outcomes} aria-label="What the runs ended in">
            <thead>
              <tr>
                <th scope="col">Ended in</th>
                <th />
                <th scope="col" className={css.number}>
                  Runs
                </th>
                <th scope="col" className={css.number}>
                  Rate
                </th>
                <th scope="col">Open run</th>
              </tr>
            </thead>
            <tbody>
              {outcomeRows(runs.tally).map((row) => (
                <Outcome key={row.kind} row={row} />
              ))}
            </tbody>
          </table>
          <p>
            {seenWords(runs.tally, met, complete && executions ? executions.length : null)} {boundWords(runs)}
          </p>
        </>
      )}
      {notes.map((note) => (
        <p key={note} className={css.note}>
          {note}
        </p>
      ))}
    </>
  );
}

const marks = { passes: 'check', fails: 'x', cut: 'wait' } as const;

function Outcome({ row }: { readonly row: OutcomeRow }) {
  const { openFreeRun } = useActions();
  const { look, title, count, length, share, failed } = row;
  return (
    <tr className={cx(css[look])}>
      <th scope="row">
        <Icon name={marks[look]} size={12} style={{ display: 'inline', verticalAlign: '-2px' }} />
        {title}
      </th>
      <td className={css.length} aria-hidden="true">
        <span style={{ width: `${100 * length}%` }} />
      </td>
      <td className={css.number}>{grouped(count)}</td>
      <td className={css.number}>{share}</td>
      <td className={css.opens}>
        {failed.map(({ schedule, run }) => (
          <button
            key={schedule}
            type="button"
            aria-label={`Open run ${run}: ${title}`}
            onClick={() => openFreeRun(schedule, `free run ${run}`)}
          >
            {run}
          </button>
        ))}
      </td>
    </tr>
  );
}

function SideBySide() {
  const series = useSession(seriesHere);
  const explored = useSession(exploredHere);
  const native = useSession((s) => scenarioOf(s)?.native);
  const slug = useSession((s) => documentOf(s)?.origin.slug ?? '');
  const executions = explored?.verdict?.executions;
  const rows = useMemo(() => {
    const seen = (runs: FreeRuns) =>
      executions && isListedWhole(explored) ? metBy(runs, executions).size : null;
    return waysOf({ series: series ?? {}, explored, native, slug, seen });
  }, [series, explored, executions, native, slug]);
  return (
    <>
      <table className={css.ways} aria-label="Side by side">
        <thead>
          <tr>
            <th scope="col">How it was run</th>
            <th scope="col">Runs</th>
            <th scope="col">Failed</th>
            <th scope="col">Rate</th>
            <th scope="col">Executions seen</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ way, runs, failed, share, seen }) => (
            <tr key={way}>
              <th scope="row">{way}</th>
              <td>{runs}</td>
              <td>{failed}</td>
              <td>{share}</td>
              <td>{seen}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {measuredWords(native, slug).map((words) => (
        <p key={words} className={css.note}>
          {words}
        </p>
      ))}
    </>
  );
}
