/** The row that moves along the line of steps, and says in words what the last one did. */
import { type SessionState, stepAt } from '../../session';
import { Button } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { Pill } from '../parts/Pill';
import { Segmented } from '../parts/Segmented';
import { fitScore } from '../score/commands';
import { useActions, useSession } from '../useSession';
import { Mode } from './Mode';
import css from './Transport.module.css';
import { speeds } from './words';

export const atStart = (s: SessionState): boolean => s.trace === null || s.at === 0;
/** Nothing lies ahead: neither a planned step nor a thread that could take one. */
export const atEnd = (s: SessionState): boolean =>
  s.trace === null || (s.at >= s.trace.steps.length && s.snapshot?.status !== 'running');

export function Transport() {
  const { restart, runToEnd, stepBack, stepForward } = useActions();
  const start = useSession(atStart);
  const end = useSession(atEnd);
  return (
    <section className={css.row} aria-label="Transport">
      <div className={css.buttons}>
        <Button look="ghost" square aria-label="Restart" title="Restart (Home)" off={start} onClick={restart}>
          <Icon name="first" />
        </Button>
        <Button
          look="ghost"
          square
          aria-label="Step back"
          title="Step back (←)"
          off={start}
          onClick={stepBack}
        >
          <Icon name="prev" />
        </Button>
        <PlayButton off={end} />
        <Button
          look="ghost"
          square
          aria-label="Step forward"
          title="Step forward (→)"
          off={end}
          onClick={stepForward}
        >
          <Icon name="next" />
        </Button>
        <Button
          look="ghost"
          square
          aria-label="Run to end"
          title="Run to end (End)"
          off={end}
          onClick={runToEnd}
        >
          <Icon name="last" />
        </Button>
      </div>
      <Position />
      <span className={css.rule} />
      <What />
      <span className={css.grow} />
      <span className={css.mode}>
        <Mode />
      </span>
      <span className={css.rule} />
      <Speed />
      <Button shortcut="F" onClick={fitScore}>
        Fit
      </Button>
    </section>
  );
}

export function PlayButton({ off }: { readonly off: boolean }) {
  const { pause, play } = useActions();
  const playing = useSession((s) => s.playing);
  return (
    <Button
      look="primary"
      square
      aria-label={playing ? 'Pause' : 'Play'}
      title={playing ? 'Pause (Space)' : 'Play (Space)'}
      off={off && !playing}
      onClick={playing ? pause : play}
    >
      {playing ? <PauseIcon /> : <Icon name="play" size={14} />}
    </Button>
  );
}

function PauseIcon() {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M5.5 3.5v9M10.5 3.5v9" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}

function Position() {
  const at = useSession((s) => s.at);
  const steps = useSession((s) => s.trace?.steps.length);
  return (
    <span className={css.position}>
      step <b>{at}</b> / {steps ?? '–'}
    </span>
  );
}

/** Thread, what it did, and how the run ended if it did. */
function What() {
  const step = useSession(stepAt);
  const thread = useSession((s) => s.trace?.threads.find(({ id }) => id === stepAt(s)?.thread));
  const crashed = useSession((s) => s.snapshot?.status === 'failed');
  const ended = useSession((s) => (s.snapshot && atEnd(s) ? endings[s.snapshot.status] : ''));
  if (step === null || thread === undefined) return <div className={css.what}>before the first step</div>;
  return (
    <div className={css.what}>
      <Pill thread={thread.id} letter={thread.letter} />
      <b>{thread.name}</b>
      <span className={css.did} data-crashed={crashed || undefined}>
        {step.operation.text}
      </span>
      {step.output !== '' && <code>prints {step.output.trimEnd()}</code>}
      {ended !== '' && <span className={css.ended}>{ended}</span>}
    </div>
  );
}
const endings = {
  running: '',
  finished: 'all threads have ended',
  failed: 'the process ended',
  stuck: 'no thread can go on',
};

function Speed() {
  const { setSpeed } = useActions();
  const speed = useSession((s) => s.speed);
  return (
    <span className={css.speed}>
      <span aria-hidden="true">Steps/s</span>
      <Segmented
        label="Speed, steps a second"
        value={String(speed)}
        segments={speeds}
        onChoose={(value) => setSpeed(Number(value))}
      />
    </span>
  );
}
