/** Step numbers, the verdict bar and the flag of the cursor: the slider of the run. A click goes to a step, a drag scrubs. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { cursorStyle } from './cursor';
import { RULER, type Viewport } from './geometry';
import { scrubAt } from './hit';
import { keyTarget } from './keys';
import type { RulerMarks } from './rulerMarks';
import css from './Score.module.css';

interface Props {
  readonly marks: RulerMarks;
  readonly view: Viewport;
  /** Steps of the run, beyond which nobody can go. */
  readonly length: number;
  readonly text: string;
  /** After this step the line differs from the story's; null on the rails. */
  readonly forkedAt: number | null;
  readonly onSeek: (step: number) => void;
}

export function Ruler({ marks, view, length, text, forkedAt, onSeek }: Props) {
  const [scrubbing, setScrubbing] = useState(false);
  const { step, violated, left, right } = marks.cursor;
  const away = right < 0 || left > view.width;
  const scrub = (event: PointerEvent<HTMLElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const to = scrubAt(view, x, length);
    if (to !== step) onSeek(to);
  };
  const slide = (event: KeyboardEvent) => {
    const to = keyTarget(event.key, step, length);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to !== step) onSeek(to);
  };
  const forkX = forkedAt === null ? null : view.x + forkedAt * view.cell;
  return (
    <div
      className={css.ruler}
      style={{ width: view.width }}
      role="slider"
      tabIndex={0}
      aria-label="Step"
      aria-valuemin={0}
      aria-valuemax={length}
      aria-valuenow={step}
      aria-valuetext={text}
      onKeyDown={slide}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setScrubbing(true);
        scrub(event);
      }}
      onPointerMove={scrubbing ? scrub : undefined}
      onPointerUp={() => setScrubbing(false)}
      onPointerCancel={() => setScrubbing(false)}
    >
      <Scale marks={marks} view={view} forkX={forkX} />
      {forkX !== null && forkX >= 0 && forkX <= view.width && (
        <span className={css.fork} style={{ left: forkX }}>
          <Icon name="fork" size={11} />
        </span>
      )}
      <span
        className={cx(violated ? css.flagViolated : css.flag, away && css.away)}
        style={cursorStyle(view, step)}
      >
        {step}
      </span>
    </div>
  );
}

interface ScaleProps extends Pick<Props, 'marks' | 'view'> {
  readonly forkX: number | null;
}

/** What is drawn along it: numbers of steps, what is known of them, and from where on the line is one's own. */
function Scale({ marks, view, forkX }: ScaleProps) {
  return (
    <svg width={view.width} height={RULER} aria-hidden="true">
      {marks.ticks.map((tick) => (
        <text
          key={tick.step}
          className={tick.past ? css.tickPast : css.tick}
          x={tick.x}
          y={13}
          textAnchor="middle"
        >
          {tick.step}
        </text>
      ))}
      {marks.verdict.map(({ key, kind, x, width }) => (
        <g key={key}>
          <rect className={css[kind]} x={x} y={22} width={width} height={4} />
          {kind === 'unreached' && <rect fill="url(#hx)" x={x} y={22} width={width} height={4} />}
        </g>
      ))}
      {view.cell >= 8 &&
        marks.notches.map((x) => (
          <rect key={x} className={css.notch} x={x - 0.5} y={22} width={1} height={4} />
        ))}
      {forkX !== null && (
        <line className={css.own} x1={Math.max(0, forkX + 10)} x2={marks.cursor.right} y1={18.5} y2={18.5} />
      )}
    </svg>
  );
}
