/** What is said at the step one stands at: a part of the story, its question, or what came of a step away from it. One primary button. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { PickView } from '../../engine';
import {
  brokenBy,
  isAnswered,
  isAsked,
  isKnownToFail,
  partHere,
  type Question,
  replyOf,
  type SessionState,
  scenarioOf,
  stepsBehindPart,
  storyOf,
  variantOf,
} from '../../session';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { hueStyle } from '../parts/hue';
import { Icon } from '../parts/Icon';
import { Pill } from '../parts/Pill';
import { forkOf, replyTitles } from '../story/fork';
import { Predict } from '../story/Predict';
import { About, wordsOfReplay, wordsOfReply } from '../story/Story';
import { Told } from '../story/Told';
import type { ThreadCard } from '../threads/cards';
import { useCards } from '../threads/Threads';
import { useActions, useSession } from '../useSession';
import css from './Card.module.css';

/** The words end where one left the story. */
const isAway = (s: SessionState): boolean => !s.onRails && s.trace !== null;

export function Card() {
  const away = useSession(isAway);
  return (
    <section className={css.card} aria-label="Story" tabIndex={-1}>
      {away ? <Away /> : <Part />}
    </section>
  );
}

interface WordsProps {
  readonly about: string;
  readonly children: ReactNode;
  /** What is to be done, beneath what it is about. */
  readonly task?: ReactNode;
}

/** Scrolls back to its begin when it says something else: in its pane, or, where all panes stand in one column, the page. */
function Words({ about, children, task }: WordsProps) {
  const words = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text begins at its begin
  useEffect(() => {
    if (words.current !== null) words.current.scrollTop = 0;
    document.scrollingElement?.scrollTo(0, 0);
  }, [about]);
  return (
    <div ref={words} className={css.scroll}>
      <div className={css.words} aria-live="polite">
        {children}
      </div>
      {task}
    </div>
  );
}

function Part() {
  const { continueStory, storyBack } = useActions();
  const beat = useSession((s) => s.beat);
  const part = useSession(partHere);
  const story = useSession(storyOf);
  const answered = useSession(isAnswered);
  const asked = useSession(isAsked);
  const last = beat >= story.length - 1;
  const title = useTitle();
  return (
    <>
      <Words
        about={part?.title ?? ''}
        task={
          <>
            {asked && part?.question && <Asked question={part.question} />}
            {part?.predict && <Predict key={part.title} prediction={part.predict} />}
          </>
        }
      >
        <div className={css.count}>
          {part === undefined ? `${story.length} parts` : `${beat + 1} of ${story.length}`}
          <Progress />
        </div>
        <h2>{title}</h2>
        <div className={css.text}>
          {part === undefined ? (
            <About />
          ) : (
            <p>
              <Told>{part.text}</Told>
            </p>
          )}
        </div>
        {part?.question && answered && <Right question={part.question} />}
        {!answered && <Further />}
      </Words>
      <div className={css.nav}>
        {beat >= 0 && (
          <Button look="ghost" onClick={storyBack}>
            Back
          </Button>
        )}
        <Button look={asked ? 'plain' : 'primary'} shortcut="Enter" onClick={continueStory}>
          {last ? 'What now?' : 'Continue'}
        </Button>
      </div>
    </>
  );
}

/** Words are true at one step: who stands behind it is told so. */
function Further() {
  const steps = useSession(stepsBehindPart);
  const playing = useSession((s) => s.playing);
  const at = useSession((s) => s.at);
  if (steps === 0 || playing) return null;
  return (
    <p className={css.further}>
      These words are about step {at - steps}. You stand at step {at}, on the way to the next part.
    </p>
  );
}

function useTitle(): string | undefined {
  const part = useSession(partHere);
  const variant = useSession(variantOf);
  const scenario = useSession(scenarioOf);
  return part?.title ?? (variant?.role === 'before' ? scenario?.title : variant?.title);
}

/** A part that was read leads back to itself; what comes is only counted. */
function Progress() {
  const { goToBeat } = useActions();
  const story = useSession(storyOf);
  const beat = useSession((s) => s.beat);
  return (
    <ol className={css.dots} aria-label="Parts of the story">
      {story.map((part, index) => (
        <li key={part.title} className={cx(index > beat && css.todo)}>
          {index <= beat && (
            <button
              type="button"
              aria-label={`Part ${index + 1}: ${part.title}`}
              aria-current={index === beat ? 'step' : undefined}
              onClick={() => goToBeat(index)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

/** Answered by a step; any that keeps possible what was asked for is right. */
function Asked({ question }: { readonly question: Question }) {
  const { stepThread } = useActions();
  const cards = useCards() ?? [];
  return (
    <div className={css.question} data-asks="">
      <h3>{question.text}</h3>
      {cards.flatMap(choicesOf).map(
        ({
          card: {
            thread,
            canStep,
            why,
            lines: [next],
            key,
          },
          pick,
        }) => (
          <button
            key={`${thread.id} ${pick?.pick ?? 0}`}
            type="button"
            className={css.choice}
            style={hueStyle(thread.id)}
            aria-label={`Step ${thread.name}${pick === undefined ? '' : `: ${pick.text}`}`}
            aria-description={canStep ? `${next?.before ?? ''} ${next?.code ?? ''}` : why}
            aria-disabled={!canStep || undefined}
            onClick={canStep ? () => stepThread(thread.id, pick?.pick) : undefined}
          >
            <Pill thread={thread.id} letter={thread.letter} />
            <b>{thread.name}</b>
            <span>
              {canStep ? (pick?.text ?? next?.before) : why}{' '}
              {canStep && pick === undefined && <code>{next?.code}</code>}
            </span>
            {canStep && key !== '' && (pick?.pick ?? 0) < 2 && (
              <span className="kbd" aria-hidden="true">
                {pick?.pick === 1 ? `⇧${key}` : key}
              </span>
            )}
          </button>
        ),
      )}
      <details>
        <summary>Hint</summary>
        {question.hint}
      </details>
    </div>
  );
}

/** A thread, or each way that its next step can go. */
function choicesOf(card: ThreadCard): readonly { readonly card: ThreadCard; readonly pick?: PickView }[] {
  const { picks } = card.thread;
  return card.canStep && picks.length > 1 ? picks.map((pick) => ({ card, pick })) : [{ card }];
}

function Right({ question }: { readonly question: Question }) {
  return (
    <p className={css.right}>
      <Icon name="check" size={14} />
      That is the answer: {question.answer}. Step further, or Continue to the next part.
    </p>
  );
}

/** Off the story: what the steps came to, and the way back. */
function Away() {
  const { backToStory, chooseMode, openFailing } = useActions();
  const branches = useSession((s) => s.branches);
  const branch = useSession((s) => s.branch);
  const slug = useSession((s) => (s.route.page === 'document' ? s.route.slug : ''));
  const schedule = useSession((s) => s.schedule);
  const part = useSession(partHere);
  const reply = useSession((s) => (partHere(s)?.question === undefined ? '' : wordsOfReply(s)));
  const fate = useSession((s) => replyOf(s).fate);
  const replay = useSession(wordsOfReplay);
  const fails = useSession((s) => brokenBy(s) === null && isKnownToFail(s));
  const fork = forkOf(branches, branch, slug, schedule);
  const title = replay === '' && reply !== '' ? replyTitles[fate] : fork.title;
  return (
    <>
      <Words about={title}>
        <h2>{title}</h2>
        <div className={css.text}>
          {replay !== '' && <p>{replay}</p>}
          {replay === '' && reply !== '' && (
            <>
              <p>The question was: {part?.question?.text}</p>
              <p>{reply}</p>
            </>
          )}
          {replay === '' && reply === '' && (
            <p>Step on with → and back with ←. Esc takes you back to the story.</p>
          )}
        </div>
      </Words>
      <div className={css.nav}>
        <span className={css.grow} />
        {replay !== '' && fails && <Button onClick={() => openFailing()}>Show a failing run</Button>}
        <Button onClick={() => chooseMode('explore')}>Explore</Button>
        <Button look="primary" shortcut="Esc" onClick={backToStory}>
          Back to story
        </Button>
      </div>
    </>
  );
}
