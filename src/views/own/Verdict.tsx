/** What is known of the text as it stands: why it does not compile, or whether it can go wrong and how that is known; and the ways on. */
import { documentOf, exploredHere, isUnderWay } from '../../session';
import { ChallengeButton } from '../challenge/Challenge';
import { goToPlace } from '../code/commands';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { Sentence } from '../parts/Sentence';
import { Lines } from '../story/Story';
import storyCss from '../story/Story.module.css';
import { useActions, useSession } from '../useSession';
import css from './Own.module.css';
import { problemsOf, strip } from './words';

export function Verdict() {
  const compiles = useSession((s) => s.diagnostics.length === 0);
  return compiles ? <Answer /> : <Problems />;
}

function Answer() {
  const { openFailing } = useActions();
  const explored = useSession(exploredHere);
  const typing = useSession((s) => s.typing || s.phase !== 'ready');
  const { tone, icon, title, text } = strip(typing ? undefined : explored);
  const fails = explored?.verdict?.minimal != null;
  return (
    <>
      <div className={cx(storyCss.words, css.words)} aria-live="polite">
        <h2 className={css[tone]}>
          <Icon name={icon} size={15} />
          {title}
        </h2>
        <p>{text}</p>
      </div>
      <Lines />
      <div className={storyCss.buttons}>
        <ChallengeButton />
        <Button look="primary" shortcut="N" off={!fails} onClick={() => openFailing()}>
          {isUnderWay(explored) || fails ? 'Show a failing run' : 'No failing run'}
        </Button>
      </div>
    </>
  );
}

function Problems() {
  const diagnostics = useSession((s) => s.diagnostics);
  const source = useSession((s) => documentOf(s)?.source ?? '');
  const { title, first, more } = problemsOf(diagnostics, source);
  return (
    <>
      <div className={cx(storyCss.words, css.words)} aria-live="polite">
        <h2 className={css.fail}>
          <Icon name="x" size={15} />
          {title}
        </h2>
        <p>
          <b>{first.place}:</b> <Sentence>{first.text}</Sentence> {more}
        </p>
      </div>
      <div className={storyCss.buttons}>
        <Button onClick={() => goToPlace(first.start)}>Go to {first.place}</Button>
      </div>
    </>
  );
}
