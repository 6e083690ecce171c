/**
 * The strip above the work: the part of the story one stands at, or, off the rails, the fork and the way back. Where there is no story, what
 * the variant does; in a challenge, how that goes.
 */
import { useState } from 'react';
import {
  askedFor,
  type Beat,
  brokenBy,
  isAnswered,
  isAsked,
  isKnownToFail,
  isWeak,
  nounOf,
  partHere,
  type Question,
  replyOf,
  SAME_STEPS,
  type SessionState,
  scenarioOf,
  standingHere,
  storyOf,
  variantOf,
} from '../../session';
import { Challenge, ChallengeButton, inChallenge } from '../challenge/Challenge';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { Pill } from '../parts/Pill';
import { useActions, useSession } from '../useSession';
import { askedAt, forkOf, replayWords, replyTitles, replyWords } from './fork';
import { Predict } from './Predict';
import css from './Story.module.css';
import { Told } from './Told';

export function Story() {
  const kind = useSession(stripOf);
  const Strip = strips[kind];
  return (
    <section className={cx(css.story, kind === 'fork' && css.fork)} aria-label="Story" tabIndex={-1}>
      <Strip />
    </section>
  );
}

/** What there is to say where one stands. */
export function stripOf(s: SessionState): 'challenge' | 'untold' | 'part' | 'fork' {
  if (inChallenge(s)) return 'challenge';
  if (storyOf(s).length === 0) return 'untold';
  return s.onRails || s.trace === null ? 'part' : 'fork';
}
const strips = { challenge: Challenge, untold: Untold, part: Part, fork: Fork };

function Part() {
  const { continueStory, storyBack } = useActions();
  const beat = useSession((s) => s.beat);
  const story = useSession(storyOf);
  const asked = useSession(isAsked);
  return (
    <>
      <div className={css.words} aria-live="polite">
        <PartWords />
      </div>
      <div className={css.nav}>
        <div className={css.buttons}>
          <ChallengeButton />
          <Button look="ghost" off={beat < 0} onClick={storyBack}>
            Back
          </Button>
          <Button look="primary" shortcut="Enter" off={beat >= story.length - 1} onClick={continueStory}>
            Continue
          </Button>
        </div>
        <div className={css.progress}>
          <span className={css.hint}>{hintOf(beat, story.length, asked)}</span>
          <Dots story={story} beat={beat} />
        </div>
      </div>
    </>
  );
}

function hintOf(beat: number, parts: number, asked: boolean): string {
  if (asked) return 'Step a thread to answer';
  if (beat >= parts - 1) return 'The story ends here';
  return 'Step any thread to leave the story';
}

export function Dots({ story, beat }: { readonly story: readonly Beat[]; readonly beat: number }) {
  const { goToBeat } = useActions();
  return (
    <ol className={css.dots} aria-label="Parts of the story">
      {story.map((part, index) => (
        <li key={part.title}>
          <button
            type="button"
            aria-label={`Part ${index + 1}: ${part.title}`}
            aria-current={index === beat ? 'step' : undefined}
            className={cx(index === beat && css.current, index > beat && css.todo)}
            onClick={() => goToBeat(index)}
          />
        </li>
      ))}
    </ol>
  );
}

/** The title and words of the part, and its question; before the first, what the variant is. */
export function PartWords({ titled = true }: { readonly titled?: boolean }) {
  const part = useSession(partHere);
  return (
    <>
      {titled && <PartTitle />}
      {part === undefined ? (
        <About />
      ) : (
        <p>
          <Told>{part.text}</Told>
        </p>
      )}
      {part?.question && <Asked question={part.question} />}
      {part?.predict && <Predict key={part.title} prediction={part.predict} />}
    </>
  );
}

function PartTitle() {
  const { title } = useSession(scenarioOf) ?? { title: '' };
  const variant = useSession(variantOf);
  const beat = useSession((s) => s.beat);
  const part = useSession(partHere);
  const story = useSession(storyOf);
  const teller = useSession((s) => scenarioOf(s)?.variants.find(({ slug }) => slug === s.story));
  const parts = `${story.length} parts`;
  const count = teller === variant ? parts : `told in the story of ${teller?.title}, ${parts}`;
  return (
    <h2>
      <span className={css.count}>{part === undefined ? count : `${beat + 1} of ${story.length}`}</span>
      {part?.title ?? (variant?.role === 'before' ? title : variant?.title)}
    </h2>
  );
}

/** What the variant shown does differently, and what that costs; of the first one, what the bug is. */
export function About() {
  const scenario = useSession(scenarioOf);
  const variant = useSession(variantOf);
  if (scenario === undefined || variant === undefined) return null;
  return (
    <p>
      {variant.role === 'before' && `${scenario.sentence} `}
      {variant.sentence}
      {variant.cost !== undefined && (
        <>
          {' '}
          <b>The cost:</b> {variant.cost}
        </>
      )}
    </p>
  );
}

/** The user answers by stepping; the thread that is right is also the one the story goes on with. */
function Asked({ question }: { readonly question: Question }) {
  const answered = useSession(isAnswered);
  const asked = useSession(isAsked);
  if (answered)
    return (
      <p className={css.right}>
        <Icon name="check" size={13} />
        That is the answer: {question.answer}. Step further, or Continue to the next part.
      </p>
    );
  if (!asked) return null;
  return (
    <div className={css.question}>
      <b>{question.text}</b>
      <details>
        <summary>Hint</summary>
        {question.hint}
      </details>
    </div>
  );
}

/** A variant that no story leads to: one line, and the way to one that has a story. */
function Untold() {
  const { openStory } = useActions();
  const title = useSession((s) => variantOf(s)?.title);
  const teller = useSession((s) => scenarioOf(s)?.variants.find(({ story }) => story !== undefined));
  return (
    <>
      <div className={cx(css.words, css.untold)}>
        <h2>{title}</h2>
        <About />
      </div>
      <Lines />
      <div className={css.buttons}>
        <ChallengeButton />
        {teller && <Button onClick={() => openStory(teller.slug)}>The story of {teller.title}</Button>}
      </div>
    </>
  );
}

/** `compact`: the title, what a question has come to and the list, where the way back stands elsewhere. */
export function Fork({ compact = false }: { readonly compact?: boolean }) {
  const { backToStory, openFailing } = useActions();
  const fails = useSession((s) => brokenBy(s) === null && isKnownToFail(s));
  const branches = useSession((s) => s.branches);
  const branch = useSession((s) => s.branch);
  const variant = useSession((s) => (s.route.page === 'document' ? s.route.slug : ''));
  const schedule = useSession((s) => s.schedule);
  const threads = useSession((s) => s.trace?.threads);
  // Which fork one chose to go on with: its strip stays folded.
  const [kept, setKept] = useState<number | null>(null);
  const fork = forkOf(branches, branch, variant, schedule);
  const asked = useSession((s) => askedAt(storyOf(s)[s.beat], variant, fork.step));
  const stepped = threads?.find(({ id }) => id === fork.steps[0]?.thread)?.name;
  const reply = useSession(wordsOfReply);
  const fate = useSession((s) => replyOf(s).fate);
  const replay = useSession(wordsOfReplay);
  const folded = compact || kept === branch;
  return (
    <>
      {!folded && (
        <span className={css.mark}>
          <Icon name="fork" size={18} />
        </span>
      )}
      <div className={css.words} aria-live="polite">
        <h2>{asked === null ? fork.title : replyTitles[fate]}</h2>
        {!folded && asked !== null && (
          <p>
            The question was: {asked.text} You stepped {stepped ?? 'another thread'}. {reply}
          </p>
        )}
        {folded && asked !== null && <p>{reply}</p>}
        {replay !== '' && <p>{replay}</p>}
        {!folded && asked === null && replay === '' && (
          <p>
            {fork.steps.length > 0 && (
              <>
                {fork.opened ? `You left the story at step ${fork.step}: ` : 'Since then: '}
                <span className={css.sequence}>
                  {fork.steps.map(({ step, thread }) => {
                    const who = threads?.find(({ id }) => id === thread);
                    return (
                      <Pill
                        key={step}
                        thread={thread}
                        letter={who?.letter ?? '?'}
                        label={who?.name ?? 'thread'}
                        small
                      />
                    );
                  })}
                  {fork.more > 0 && ` and ${fork.more} more`}
                </span>{' '}
              </>
            )}
            This run is kept. So is the story: Back to story leads there.
          </p>
        )}
      </div>
      <Lines />
      {!compact && (
        <div className={css.buttons}>
          <ChallengeButton />
          {replay !== '' && fails && <Button onClick={() => openFailing()}>Show a failing run</Button>}
          {!folded && <Button onClick={() => setKept(branch)}>Keep exploring</Button>}
          <Button look={folded ? 'plain' : 'primary'} shortcut="Esc" onClick={backToStory}>
            Back to story
          </Button>
        </div>
      )}
    </>
  );
}

/** '' but for a line that was taken along from another variant. */
export function wordsOfReplay(s: SessionState): string {
  const { name } = s.branches.find(({ id }) => id === s.branch) ?? {};
  const title = variantOf(s)?.title;
  if (name !== SAME_STEPS || title === undefined) return '';
  return replayWords(title, brokenBy(s)?.finding ?? null, standingHere(s));
}

export const wordsOfReply = (s: SessionState): string => {
  const wanted = askedFor(s);
  const outcome = nounOf(new Set(wanted === null ? [] : [wanted]));
  return replyWords(replyOf(s), outcome, isWeak(s) ? 'execution' : 'order');
};

/** All runs that were made or opened: switch to one, or delete it. */
export function Lines() {
  const { deleteBranch, switchBranch } = useActions();
  const branches = useSession((s) => s.branches);
  const branch = useSession((s) => s.branch);
  if (branches.length < 2) return null;
  return (
    <details className={css.lines}>
      <summary>{branches.length} runs kept</summary>
      <ul>
        {branches.map(({ id, name, slug, schedule }) => (
          <li key={id}>
            <button
              type="button"
              className={css.line}
              aria-current={id === branch || undefined}
              onClick={() => switchBranch(id)}
            >
              <b>{name}</b>
              <span>
                {slug}, {schedule.choices.length} steps
              </span>
            </button>
            {id !== branch && (
              <Button look="ghost" square aria-label={`Delete ${name}`} onClick={() => deleteBranch(id)}>
                <Icon name="x" size={14} />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
