/** One card for each thread, in start order: who it is, where it stands, what it would do next, and the button that lets it. */
import { useId, useState } from 'react';
import type { Finding, FrameView } from '../../engine';
import { findingsAt, type SessionState } from '../../session';
import { Button } from '../parts/Button';
import { Chip, type ChipProps } from '../parts/Chip';
import { cx } from '../parts/cx';
import { spinnersIn } from '../parts/findings';
import { hueStyle } from '../parts/hue';
import { Icon } from '../parts/Icon';
import { Empty, Panel } from '../parts/Panel';
import { Pill } from '../parts/Pill';
import { Mode } from '../transport/Mode';
import { useActions, useSession } from '../useSession';
import { type CardLine, type CardState, cardsOf, summaryOf, type ThreadCard } from './cards';
import css from './Threads.module.css';

export const stateChips: Record<CardState, ChipProps> = {
  running: { tone: 'run', icon: 'play', children: 'Running' },
  spinning: { tone: 'blocked', icon: 'dots', children: 'Loops' },
  ready: { tone: 'ready', icon: 'ready', children: 'Ready' },
  blocked: { tone: 'blocked', icon: 'lock', children: 'Blocked' },
  waiting: { tone: 'wait', icon: 'wait', children: 'Waiting' },
  finished: { tone: 'done', icon: 'done', children: 'Finished' },
  crashed: { tone: 'fail', icon: 'x', children: 'Crashed', solid: true },
};

/** The deadlock or livelock that the run has had by now: from then on nothing new can happen to who is in it. */
export const endlessNow = (session: SessionState): Finding | null =>
  findingsAt(session).find(({ kind }) => kind === 'deadlock' || kind === 'livelock') ?? null;

/** Selecting parts keeps a render for what changed; the cards themselves are cheap to make. */
export function useCards(): readonly ThreadCard[] | null {
  const snapshot = useSession((s: SessionState) => s.snapshot);
  const trace = useSession((s) => s.trace);
  const at = useSession((s) => s.at);
  const found = useSession(endlessNow);
  return snapshot && cardsOf(snapshot, trace, at, spinnersIn(found));
}

/** `row`: cards side by side, where there is no room for a column. */
export function Threads({ row = false }: { readonly row?: boolean }) {
  const cards = useCards();
  const stuck = useSession((s) => s.snapshot?.status === 'stuck' || spinnersIn(endlessNow(s)).length > 0);
  return (
    <Panel
      title="Threads"
      sub={cards === null ? 'step 0' : summaryOf(cards)}
      aside={row ? <Mode /> : undefined}
      className={cx(row && css.inRow)}
    >
      {cards === null ? (
        <Waiting />
      ) : (
        <div className={cx(css.cards, row && css.row)}>
          {stuck && <Stuck cards={cards} />}
          {cards.map((card) => (
            <Card key={card.thread.id} card={card} folded={cards.length > 4 && card.state === 'finished'} />
          ))}
        </div>
      )}
    </Panel>
  );
}

/** Before the first answer: every program begins with main. */
function Waiting() {
  const failed = useSession((s) => s.phase === 'failed');
  if (failed) return <Empty>No threads: there is no run</Empty>;
  return (
    <div className={css.cards}>
      <article className={css.card} style={hueStyle(0)} aria-label="Thread main">
        <div className={css.head}>
          <Pill thread={0} letter="M" />
          <b className={css.name}>main</b>
        </div>
        <div className={css.frame}>main</div>
      </article>
    </div>
  );
}

function Stuck({ cards }: { readonly cards: readonly ThreadCard[] }) {
  const spins = cards.some(({ state }) => state === 'spinning');
  const waiting = cards.filter(({ state }) => state !== 'finished').map(({ thread }) => thread);
  return (
    <div className={css.stuck}>
      <Icon name="x" size={14} />
      <p>
        <b>{spins ? 'No thread gets anywhere.' : 'No thread can go on.'}</b>{' '}
        {waiting.map(({ name, reason }) => `${name}: ${reason || 'loops and changes nothing'}.`).join(' ')}
      </p>
    </div>
  );
}

function Card({ card, folded }: { readonly card: ThreadCard; readonly folded: boolean }) {
  const { thread, state, lines } = card;
  return (
    <article
      className={cx(css.card, state === 'finished' && css.quiet)}
      style={hueStyle(thread.id)}
      aria-label={`Thread ${thread.name}`}
    >
      <div className={css.head}>
        <Pill thread={thread.id} letter={thread.letter} />
        <ThreadName card={card} />
        <Chip {...stateChips[state]} />
      </div>
      {!folded && (
        <>
          <Stack frames={thread.frames} shown={state === 'running' || state === 'crashed' ? 2 : 1} />
          <dl className={css.lines}>
            {lines.map((line) => (
              <Line key={line.term} line={line} />
            ))}
          </dl>
          <StepRow card={card} />
        </>
      )}
    </article>
  );
}

/** The frame it is in; for the thread that just moved also who called it. Further callers come on demand, and stand as pills in the code. */
function Stack({ frames, shown }: { readonly frames: readonly FrameView[]; readonly shown: number }) {
  const [all, setAll] = useState(false);
  const more = frames.length - shown;
  return frames.slice(0, all ? undefined : shown).map((frame, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the depth is what tells frames of a recursion apart
    <div key={index} className={index === 0 ? css.frame : css.caller}>
      <span className={css.function}>{frame.function}</span>
      {frame.span.file === 0 && <span className={css.at}>:{frame.line}</span>}
      {index === shown - 1 && more > 0 && (
        <button
          type="button"
          className={css.more}
          aria-expanded={all}
          aria-label={`${more} more callers`}
          onClick={() => setAll(!all)}
        >
          {all ? 'less' : `+${more}`}
        </button>
      )}
    </div>
  ));
}

/** A click shows this thread alone in the code and the Score; another one shows all again. */
function ThreadName({ card }: { readonly card: ThreadCard }) {
  const { focusThread } = useActions();
  const { id, name } = card.thread;
  const focused = useSession((s) => s.focus === id);
  return (
    <button
      type="button"
      className={css.name}
      aria-pressed={focused}
      title={focused ? 'Show all threads' : `Show ${name} alone`}
      onClick={() => focusThread(focused ? null : id)}
    >
      {name}
    </button>
  );
}

function Line({ line: { term, before, code, after } }: { readonly line: CardLine }) {
  return (
    <>
      <dt>{term}</dt>
      <dd title={`${before} ${code}${after}`}>
        {before}
        {code !== '' && (
          <>
            {before !== '' && ' '}
            <code>{code}</code>
          </>
        )}
        {after}
      </dd>
    </>
  );
}

function StepRow({ card }: { readonly card: ThreadCard }) {
  const { stepThread } = useActions();
  const { thread, canStep, why, key } = card;
  const reason = useId();
  const first = canStep ? thread.picks[0] : undefined;
  return (
    <div className={css.step}>
      <Button
        aria-label={`Step ${thread.name}${first === undefined ? '' : `: ${first.text}`}`}
        aria-describedby={reason}
        off={!canStep}
        shortcut={key === '' ? undefined : key}
        onClick={() => stepThread(thread.id)}
      >
        {first?.label ?? 'Step'}
      </Button>
      <OtherPicks card={card} />
      <span id={reason}>{why}</span>
    </div>
  );
}

/** The ways that the next step of a thread can go besides its first. */
export function OtherPicks({ card: { thread, canStep, key } }: { readonly card: ThreadCard }) {
  const { stepThread } = useActions();
  if (!canStep) return null;
  return thread.picks.slice(1).map(({ pick, label, text }) => (
    <Button
      key={pick}
      aria-label={`Step ${thread.name}: ${text}`}
      shortcut={key === '' || pick !== 1 ? undefined : `⇧${key}`}
      onClick={() => stepThread(thread.id, pick)}
    >
      {label}
    </Button>
  ));
}
