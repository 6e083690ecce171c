/** What the step under the pointer does and saw, and what the lane under the pointer was then. */
import type { Finding } from '../../engine';
import { Pill } from '../parts/Pill';
import { cellWords } from './cellName';
import css from './Score.module.css';
import type { Lane } from './staffs';
import type { Timeline } from './timeline';

interface Props {
  readonly timeline: Timeline;
  readonly step: number;
  readonly at: number;
  readonly lane: Lane | undefined;
  readonly findings: readonly Finding[];
  /** In the window. */
  readonly x: number;
  readonly y: number;
}

export function Tooltip({ timeline, step, at, lane, findings, x, y }: Props) {
  const taken = timeline.trace.steps[step - 1];
  const thread = timeline.trace.threads.find(({ id }) => id === taken?.thread);
  const struck = findings.find((finding) => finding.reached && finding.step === step);
  const other = lane !== undefined && !(lane.kind === 'thread' && lane.thread === taken?.thread);
  const left = Math.min(Math.max(x, 178), window.innerWidth - 178);
  return (
    <div className={css.tip} style={{ left, top: y }} aria-hidden="true">
      <p className={css.when}>
        Step {step}
        {taken === undefined ? ', not reached' : `, line ${taken.operation.line}`}
        {step > at && taken !== undefined && ', ahead'}
        {taken?.preemption && ', a preemption'}
      </p>
      {taken !== undefined && thread !== undefined && (
        <p>
          <Pill small thread={thread.id} letter={thread.letter} />
          <span>{taken.text}</span>
        </p>
      )}
      {other && taken !== undefined && (
        <p>
          {lane.name}: {cellWords(timeline, lane, step)}
        </p>
      )}
      {taken !== undefined && taken.output !== '' && (
        <p>
          prints <code>{taken.output.trimEnd()}</code>
        </p>
      )}
      {struck !== undefined && <p className={css.fails}>{struck.sentence}</p>}
    </div>
  );
}
