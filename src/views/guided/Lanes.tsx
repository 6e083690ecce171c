/** The run so far: a lane for each thread, a cell for each step, the steps in one order. What comes is not drawn until one has been there. */
import { type CSSProperties, useEffect, useRef } from 'react';
import type { StepView } from '../../engine';
import { isAsked } from '../../session';
import { Button } from '../parts/Button';
import { Chip } from '../parts/Chip';
import { cx } from '../parts/cx';
import { hueStyle } from '../parts/hue';
import { Icon } from '../parts/Icon';
import { operations } from '../parts/operation';
import { Pill } from '../parts/Pill';
import type { ThreadCard } from '../threads/cards';
import { OtherPicks, stateChips, useCards } from '../threads/Threads';
import { useActions, useSession } from '../useSession';
import css from './Lanes.module.css';

/** Pixels, which Lanes.module.css draws with: a cell, what is between two, the icon in it, and the border and padding at each side. */
const CELL = 26;
const GAP = 3;
const ICON = 12;
const INSET = 7;
/** Between the icon and the text, and a letter of that. */
const SPACE = 6;
const LETTER = 6.9;
/** Behind the last cell there is no gap. */
const SLACK = GAP - 1;

const cellStyle = {
  '--cell': `${CELL}px`,
  '--gap': `${GAP}px`,
  '--inset': `${INSET}px`,
  '--space': `${SPACE}px`,
} as CSSProperties;

export function Lanes() {
  const cards = useCards() ?? [];
  // The threads to choose from stand at the question.
  const asked = useSession(isAsked);
  const at = useSession((s) => s.at);
  const scroller = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is in another cell
  useEffect(() => {
    if (scroller.current !== null) showLast(scroller.current);
  }, [at]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section ref={scroller} className={css.lanes} style={cellStyle} aria-label="Threads" tabIndex={0}>
      {cards.map((card) => (
        <Lane key={card.thread.id} card={card} steps={!asked} />
      ))}
    </section>
  );
}

/** As far right as there is something, and no further than the cell one stands at: names stand on the left, over what is scrolled there. */
function showLast(lanes: HTMLElement): void {
  lanes.scrollLeft = 0;
  const left = lanes.querySelector('[aria-current=step]')?.getBoundingClientRect().left ?? Infinity;
  const names = lanes.querySelector('[data-names]')?.getBoundingClientRect().right ?? 0;
  lanes.scrollLeft = Math.min(lanes.scrollWidth, left - names - GAP);
}

function Lane({ card, steps }: { readonly card: ThreadCard; readonly steps: boolean }) {
  const { stepThread } = useActions();
  const { thread, state, canStep, why, key } = card;
  const first = canStep ? thread.picks[0] : undefined;
  const said = canStep || state === 'finished' ? '' : why;
  return (
    <article className={css.lane} style={hueStyle(thread.id)} aria-label={`Thread ${thread.name}`}>
      <div className={css.who} data-names="">
        <Pill thread={thread.id} letter={thread.letter} />
        <b title={thread.name}>{thread.name}</b>
        {steps && canStep && (
          <Button
            className={css.step}
            aria-label={`Step ${thread.name}${first === undefined ? '' : `: ${first.text}`}`}
            shortcut={key === '' ? undefined : key}
            onClick={() => stepThread(thread.id)}
          >
            {first?.label ?? 'Step'}
          </Button>
        )}
        {steps && <OtherPicks card={card} />}
        <Chip {...stateChips[state]} />
      </div>
      <Cells thread={thread.id} why={said} />
    </article>
  );
}

function Cells({ thread, why }: { readonly thread: number; readonly why: string }) {
  const { seek } = useActions();
  const steps = useSession((s) => s.trace?.steps);
  const at = useSession((s) => s.at);
  return (
    <ol className={css.cells}>
      {steps?.slice(0, at).map(
        ({ index, thread: by, operation }) =>
          by === thread && (
            <li
              key={index}
              style={{ gridColumn: index === at ? `${index} / span ${spanOf(operation.text)}` : index }}
              className={cx(index === at && css.now)}
            >
              <button
                type="button"
                tabIndex={-1}
                aria-current={index === at ? 'step' : undefined}
                aria-label={`Step ${index}: ${operation.text}`}
                title={`${index}: ${operation.text}`}
                onClick={() => seek(index)}
              >
                <Icon name={operations[operation.kind].icon} size={ICON} />
                {index === at && <span>{operation.text}</span>}
              </button>
            </li>
          ),
      )}
      {why !== '' && (
        <li className={css.why} style={{ gridColumn: endOf(thread, at, steps ?? []) }}>
          {why}
        </li>
      )}
    </ol>
  );
}

/** Columns for so much text. */
const spanOf = (text: string): number =>
  Math.ceil((2 * INSET + ICON + SPACE + text.length * LETTER + SLACK) / (CELL + GAP));

/** The column behind a thread's last cell. */
function endOf(thread: number, at: number, steps: readonly StepView[]): number {
  const last = steps.slice(0, at).findLast((step) => step.thread === thread);
  if (last === undefined) return 1;
  return last.index + (last.index === at ? spanOf(last.operation.text) : 1);
}
