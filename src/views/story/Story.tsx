/** The strip above the work: the part of the story one stands at, or, off the rails, the fork and the way back. */
import { useState } from 'react';
import {
  backToStory,
  continueStory,
  deleteBranch,
  goToBeat,
  storyBack,
  switchBranch,
} from '../../session/actions';
import type { Beat, Scenario } from '../../session/catalogue';
import { scenarioOf, storyOf } from '../../session/derive';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { Pill } from '../parts/Pill';
import { useSession } from '../useSession';
import { forkOf } from './fork';
import css from './Story.module.css';

export function Story() {
  const scenario = useSession(scenarioOf);
  const onRails = useSession((s) => s.onRails || s.trace === null);
  const told = useSession((s) => storyOf(s).length > 0);
  if (scenario === undefined || !told) return null;
  return (
    <section className={cx(css.story, !onRails && css.fork)} aria-label="Story" tabIndex={-1}>
      {onRails ? <Part scenario={scenario} /> : <Fork />}
    </section>
  );
}

function Part({ scenario }: { readonly scenario: Scenario }) {
  const beat = useSession((s) => s.beat);
  const story = useSession(storyOf);
  const { title, sentence } = scenario;
  const part = story[beat];
  return (
    <>
      <div className={css.words} aria-live="polite">
        <h2>
          <span className={css.count}>
            {beat < 0 ? `${story.length} parts` : `${beat + 1} of ${story.length}`}
          </span>
          {part?.title ?? title}
        </h2>
        <p>{part?.text ?? sentence}</p>
        {part?.question && (
          <div className={css.question}>
            <b>{part.question.text}</b>
            <details>
              <summary>Hint</summary>
              {part.question.hint}
            </details>
          </div>
        )}
      </div>
      <div className={css.nav}>
        <div className={css.buttons}>
          <Button look="ghost" off={beat < 0} onClick={storyBack}>
            Back
          </Button>
          <Button look="primary" shortcut="Enter" off={beat >= story.length - 1} onClick={continueStory}>
            Continue
          </Button>
        </div>
        <div className={css.progress}>
          <span className={css.hint}>{hintOf(beat, story.length, part?.question !== undefined)}</span>
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

/** `compact`: the title and the list alone, where the way back stands elsewhere. */
export function Fork({ compact = false }: { readonly compact?: boolean }) {
  const branches = useSession((s) => s.branches);
  const branch = useSession((s) => s.branch);
  const variant = useSession((s) => (s.route.page === 'scenario' ? s.route.variant : ''));
  const schedule = useSession((s) => s.schedule);
  const threads = useSession((s) => s.trace?.threads);
  // Which fork one chose to go on with: its strip stays folded.
  const [kept, setKept] = useState<number | null>(null);
  const fork = forkOf(branches, branch, variant, schedule);
  const folded = compact || kept === branch;
  const title = fork.step === null ? 'Your own run' : `You left the story at step ${fork.step}`;
  return (
    <>
      {!folded && (
        <span className={css.mark}>
          <Icon name="fork" size={18} />
        </span>
      )}
      <div className={css.words} aria-live="polite">
        <h2>{title}</h2>
        {!folded && (
          <p>
            {fork.steps.length > 0 && (
              <>
                Since then:{' '}
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
            The story is kept as it was, and so is this line.
          </p>
        )}
      </div>
      <Lines />
      {!compact && (
        <div className={css.buttons}>
          {!folded && <Button onClick={() => setKept(branch)}>Keep exploring</Button>}
          <Button look={folded ? 'plain' : 'primary'} shortcut="Esc" onClick={backToStory}>
            Back to story
          </Button>
        </div>
      )}
    </>
  );
}

/** All lines of steps that were made: switch to one, or delete it. */
function Lines() {
  const branches = useSession((s) => s.branches);
  const branch = useSession((s) => s.branch);
  if (branches.length < 2) return null;
  return (
    <details className={css.lines}>
      <summary>{branches.length} lines</summary>
      <ul>
        {branches.map(({ id, name, variant, schedule }) => (
          <li key={id}>
            <button
              type="button"
              className={css.line}
              aria-current={id === branch || undefined}
              onClick={() => switchBranch(id)}
            >
              <b>{name}</b>
              <span>
                {variant}, {schedule.choices.length} steps
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
