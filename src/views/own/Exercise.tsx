/** The strip of an exercise: what is asked, hints, and what came of handing it in. */
import type { Exercise as Task } from '../../session';
import { documentOf, isHiddenExercise, isKnownToFail } from '../../session';
import { goToPlace } from '../code/commands';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { Sentence } from '../parts/Sentence';
import storyCss from '../story/Story.module.css';
import { useActions, useSession } from '../useSession';
import css from './Own.module.css';
import { exerciseWords } from './words';

export function ExerciseStrip({ exercise }: { readonly exercise: Task }) {
  return (
    <>
      <ExerciseWords exercise={exercise} />
      <div className={storyCss.buttons}>
        <ExerciseHelp exercise={exercise} />
        <HandIn />
      </div>
    </>
  );
}

export function ExerciseWords({ exercise }: { readonly exercise: Task }) {
  const assessment = useSession((s) => s.assessment);
  const hints = useSession((s) => s.hints);
  const { tone, icon, title, text } = exerciseWords(exercise, assessment, hints);
  return (
    <div className={cx(storyCss.words, css.words)} aria-live="polite">
      <h2 className={css[tone]}>
        <Icon name={icon} size={15} />
        {title}
      </h2>
      <p>
        <Sentence>{text}</Sentence>
      </p>
    </div>
  );
}

/** What helps: hints, the place that is wrong, a run that fails. */
export function ExerciseHelp({ exercise }: { readonly exercise: Task }) {
  const { openFailing, showExerciseHint } = useActions();
  const assessment = useSession((s) => s.assessment);
  const hints = useSession((s) => s.hints);
  const shows = useSession((s) => !isHiddenExercise(s) && isKnownToFail(s));
  const start = assessment?.start ?? null;
  return (
    <>
      {hints < exercise.hints.length && (
        <Button onClick={showExerciseHint}>
          Hint {hints + 1} of {exercise.hints.length}
        </Button>
      )}
      {start !== null && <Button onClick={() => goToPlace(start)}>Go there</Button>}
      {shows && (
        <Button shortcut="N" onClick={() => openFailing()}>
          Show a failing run
        </Button>
      )}
    </>
  );
}

export function HandIn({ className }: { readonly className?: string }) {
  const { copyLink, handIn, openFailing } = useActions();
  const accepted = useSession((s) => s.assessment?.accepted === true);
  const all = { look: 'primary', className } as const;
  return accepted ? (
    <Button {...all} onClick={() => void copyLink()}>
      Copy a link to the answer
    </Button>
  ) : (
    <Button {...all} onClick={() => handIn(openFailing)}>
      Hand in
    </Button>
  );
}

export const useExercise = (): Task | undefined => useSession((s) => documentOf(s)?.exercise);
