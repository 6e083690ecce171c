/** The strip while one tries to break the program: what to do, the par, one's own count, and what came of it. */
import {
  brokenBy,
  documentOf,
  exploredHere,
  keyHere,
  preemptionsUpTo,
  type SessionState,
  standingHere,
} from '../../session';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { Icon } from '../parts/Icon';
import { useActions, useSession } from '../useSession';
import css from './Challenge.module.css';
import { type ChallengeWords, challengeWords } from './words';

export const inChallenge = (s: SessionState): boolean => s.challenge !== 'off';

/** The way in, beside the story. */
export function ChallengeButton() {
  const { startChallenge } = useActions();
  return (
    <Button title="Break it yourself" shortcut="C" onClick={() => startChallenge()}>
      Challenge
    </Button>
  );
}

export function useChallenge(): ChallengeWords & { readonly open: boolean } {
  const challenge = useSession((s) => s.challenge);
  const trace = useSession((s) => s.trace);
  const findings = useSession((s) => s.findings);
  const at = useSession((s) => s.at);
  const status = useSession((s) => s.snapshot?.status ?? 'running');
  const explored = useSession(exploredHere);
  const best = useSession((s) => s.best[keyHere(s)]);
  const broken = brokenBy({ trace, findings, at });
  const preemptions = preemptionsUpTo(trace, at);
  const memory = useSession((s) => documentOf(s)?.memory ?? 'sc');
  const standing = useSession(standingHere);
  const so = { challenge, preemptions, steps: at, broken, status };
  const words = challengeWords({ ...so, explored, memory, standing, best });
  return { ...words, open: broken === null && challenge === 'on' };
}

export function Challenge() {
  const { tone, title, text, facts } = useChallenge();
  return (
    <>
      <div className={css.words} aria-live="polite">
        <h2 className={cx(tone && css[tone])}>
          <Icon name={tone === null ? 'flag' : tone === 'fail' ? 'x' : 'check'} size={15} />
          {title}
        </h2>
        <p>{text}</p>
      </div>
      <div className={css.side}>
        <ChallengeButtons />
        <ul className={css.facts} aria-label="The challenge so far">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** `again`: whether to start again is among them, and does not stand elsewhere. */
export function ChallengeButtons({ again = true }: { readonly again?: boolean }) {
  const { claimSafe, giveUp, leaveChallenge, startChallenge } = useActions();
  const { open } = useChallenge();
  const moved = useSession((s) => s.schedule.choices.length > 0 || s.challenge === 'claimed');
  return (
    <div className={css.buttons}>
      <Button look="ghost" shortcut="Esc" onClick={leaveChallenge}>
        Leave
      </Button>
      {open && (
        <Button look="ghost" onClick={giveUp}>
          Give up: show me
        </Button>
      )}
      {open && <Button onClick={claimSafe}>It cannot fail</Button>}
      {again && (
        <Button look={open ? 'plain' : 'primary'} off={!moved} onClick={() => startChallenge()}>
          Start again
        </Button>
      )}
    </div>
  );
}
