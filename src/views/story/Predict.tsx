/** A prediction: chosen from a few options, judged by the engine, and never in the way. */
import { guessHere, isKnownToFail, judgedOptions, type Prediction, type SessionState } from '../../session';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { Sentence } from '../parts/Sentence';
import { useActions, useSession } from '../useSession';
import css from './Predict.module.css';

export function Predict({ prediction }: { readonly prediction: Prediction }) {
  const { openFailing, predict } = useActions();
  const guess = useSession(guessHere);
  const { options, known } = useJudged(prediction);
  const fails = useSession(isKnownToFail);
  const decided = guess !== null && known !== '';
  const right = decided && options[guess]?.right === true;
  return (
    <div className={css.predict} data-asks="" data-decided={decided || undefined}>
      <h3>{prediction.text}</h3>
      <div className={css.options}>
        {options.map(({ text, code, right: isRight }, index) => (
          <button
            key={text}
            type="button"
            className={cx(css.option, decided && isRight && css.right, guess === index && css.chosen)}
            aria-pressed={guess === index}
            onClick={(event) => {
              predict(index);
              // Who points goes on with Enter; who has only keys keeps his place.
              if (event.detail > 0) event.currentTarget.blur();
            }}
          >
            {decided && isRight && <Icon name="check" size={13} />}
            {decided && !isRight && guess === index && <Icon name="x" size={13} />}
            {code ? <code>{text}</code> : text}
          </button>
        ))}
      </div>
      <div aria-live="polite">
        {guess !== null && known === '' && (
          <p>All orders are still being tried: the answer comes when they are.</p>
        )}
        {decided && (
          <p>
            <b>{right ? 'Right.' : 'Not so.'}</b>{' '}
            <Sentence>{`${known} ${prediction.because ?? ''}`}</Sentence>
          </p>
        )}
      </div>
      {decided && prediction.kind === 'fate' && fails && (
        <Button onClick={() => openFailing()}>Show a failing run</Button>
      )}
    </div>
  );
}

/** The state changes with every step, and the judgement seldom: what is compared is what it says. */
function useJudged(prediction: Prediction) {
  const said = useSession((s: SessionState) => JSON.stringify(judgedOptions(s, prediction)));
  return JSON.parse(said) as ReturnType<typeof judgedOptions>;
}
