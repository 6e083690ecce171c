/** Along the steps: back, on, and anywhere one has been. */
import { Button } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { atEnd, atStart } from '../transport/Transport';
import { useActions, useSession } from '../useSession';
import css from './Lanes.module.css';

export function Transport() {
  const { seek, stepBack, stepForward } = useActions();
  const at = useSession((s) => s.at);
  const steps = useSession((s) => s.trace?.steps.length ?? 0);
  const start = useSession(atStart);
  const end = useSession(atEnd);
  return (
    <section className={css.transport} aria-label="Transport">
      <Button look="ghost" square aria-label="Step back" off={start} onClick={stepBack}>
        <Icon name="prev" />
      </Button>
      <span className={css.position}>
        step <b>{at}</b>
      </span>
      <Button look="ghost" square aria-label="Step forward" off={end} onClick={stepForward}>
        <Icon name="next" />
      </Button>
      <input
        type="range"
        aria-label="Step"
        min={0}
        max={Math.max(steps, 1)}
        value={at}
        aria-valuetext={`step ${at}`}
        onChange={(event) => seek(Number(event.target.value))}
      />
    </section>
  );
}
