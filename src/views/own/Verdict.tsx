/** What is known of the text as it stands: why it does not compile, or whether it can go wrong and how that is known; and the ways on. */
import {
  askedHere,
  documentOf,
  exploredHere,
  isKnownToFail,
  isUnderWay,
  type SessionState,
  weakHere,
} from '../../session';
import { ChallengeButton } from '../challenge/Challenge';
import { applyFix, goToPlace } from '../code/commands';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { Sentence } from '../parts/Sentence';
import { Lines } from '../story/Story';
import storyCss from '../story/Story.module.css';
import { useActions, useSession } from '../useSession';
import { AnswerButtons, AskButton } from './Ask';
import css from './Own.module.css';
import { problemsOf, queryWords, type StripWords, strip } from './words';

const compiles = (s: SessionState): boolean => s.diagnostics.length === 0;

export function Verdict() {
  const sound = useSession(compiles);
  const asked = useSession(askedHere) !== null;
  return (
    <>
      <VerdictWords />
      {sound && <Lines />}
      <div className={storyCss.buttons}>
        {asked ? (
          <AnswerButtons />
        ) : (
          <>
            {sound && <AskButton />}
            {sound && <ChallengeButton />}
            <Fix />
            <FailingRun />
          </>
        )}
      </div>
    </>
  );
}

export function VerdictWords() {
  const asked = useSession(askedHere);
  const sound = useSession(compiles);
  if (asked !== null) return <Words words={queryWords(asked)} />;
  return sound ? <Answer /> : <Problems />;
}

interface FailingRunProps {
  readonly className?: string;
  /** Where there is little room, and no keyboard. */
  readonly short?: boolean;
}

/** While the text does not compile, the way to what is wrong with it. */
export function FailingRun({ className, short = false }: FailingRunProps) {
  const { openFailing } = useActions();
  const explored = useSession(exploredHere);
  const problems = useProblems();
  const fails = useSession(isKnownToFail);
  const settled = explored !== undefined && !isUnderWay(explored);
  const all = { look: 'primary', className } as const;
  if (problems !== null)
    return (
      <Button {...all} onClick={() => goToPlace(problems.first.start)}>
        Go to {problems.first.place}
      </Button>
    );
  return (
    <Button {...all} shortcut={short ? undefined : 'N'} off={!fails} onClick={() => openFailing()}>
      {settled && !fails ? 'No failing run' : short ? 'Failing run' : 'Show a failing run'}
    </Button>
  );
}

/** What the first thing that is wrong wants, where that is certain. */
export function Fix() {
  const fix = useProblems()?.fix ?? null;
  return fix && <Button onClick={() => applyFix(fix)}>{fix.label}</Button>;
}

function Answer() {
  const explored = useSession(exploredHere);
  const weak = useSession(weakHere);
  const unsettled = useSession((s) => s.typing || s.phase !== 'ready');
  const source = useSession((s) => documentOf(s)?.source ?? '');
  return <Words words={strip(unsettled ? undefined : explored, source, weak)} />;
}

function Words({ words: { tone, icon, title, text } }: { readonly words: StripWords }) {
  return (
    <div className={cx(storyCss.words, css.words)} aria-live="polite">
      <h2 className={css[tone]}>
        <Icon name={icon} size={15} />
        <span>
          <Sentence>{title}</Sentence>
        </span>
      </h2>
      <p>
        <Sentence>{text}</Sentence>
      </p>
    </div>
  );
}

function useProblems(): ReturnType<typeof problemsOf> | null {
  const diagnostics = useSession((s) => s.diagnostics);
  const source = useSession((s) => documentOf(s)?.source ?? '');
  return diagnostics.length === 0 ? null : problemsOf(diagnostics, source);
}

function Problems() {
  const problems = useProblems();
  if (problems === null) return null;
  const { title, first, more } = problems;
  return (
    <div className={cx(storyCss.words, css.words)} aria-live="polite">
      <h2 className={css.fail}>
        <Icon name="x" size={15} />
        {title}
      </h2>
      <p>
        <b>{first.place}:</b> <Sentence>{first.text}</Sentence> {more}
      </p>
    </div>
  );
}
