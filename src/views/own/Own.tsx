/** A person's own program: the page of a scenario, with a text that can be written and a verdict in place of a story. */
import { Suspense } from 'react';
import { askedHere, collectionOf, isBehindText, type SessionState } from '../../session';
import { Challenge } from '../challenge/Challenge';
import { Status, StatusBar } from '../Notices';
import { Coming } from '../parts/lazyPane';
import { useMedia, useRoom } from '../parts/useMedia';
import { layouts } from '../scenario/layouts';
import { PhoneFrame, Sheet } from '../scenario/Phone';
import phoneCss from '../scenario/Phone.module.css';
import { Print } from '../scenario/Print';
import scenarioCss from '../scenario/Scenario.module.css';
import { SkipList } from '../scenario/SkipList';
import { Presenter } from '../sheets/lazy';
import storyCss from '../story/Story.module.css';
import { useSession } from '../useSession';
import { AnswerButtons, AskButton, Asking } from './Ask';
import { Bar, FileButtons, Forms, Name } from './Bar';
import { Dropping } from './Dropping';
import { ExerciseHelp, ExerciseStrip, ExerciseWords, HandIn, useExercise } from './Exercise';
import css from './Own.module.css';
import { Settings } from './Settings';
import { FailingRun, Fix, Verdict, VerdictWords } from './Verdict';

export function Own() {
  const here = useSession((s) => collectionOf(s) !== undefined);
  const room = useRoom();
  const printing = useMedia('print');
  const presenting = useSession((s) => s.sheet === 'presenter');
  if (!here) return <Absent />;
  if (printing) return <Print />;
  if (presenting)
    return (
      <Suspense fallback={<Coming />}>
        <Presenter />
      </Suspense>
    );
  return <Dropping>{room === 'phone' ? <OnPhone /> : <OnDesk room={room} />}</Dropping>;
}

const isChallenge = (s: SessionState): boolean => s.challenge !== 'off';

function OnDesk({ room }: { readonly room: keyof typeof layouts }) {
  const behind = useSession(isBehindText);
  const challenge = useSession(isChallenge);
  const exercise = useExercise();
  const Layout = layouts[room];
  return (
    <div className={scenarioCss.page} data-behind={behind || undefined}>
      <SkipList />
      <Bar room={room} />
      <StatusBar />
      <section className={storyCss.story} aria-label="Verdict" tabIndex={-1}>
        {challenge ? <Challenge /> : exercise ? <ExerciseStrip exercise={exercise} /> : <Verdict />}
      </section>
      <main className={scenarioCss.main}>
        <Layout />
      </main>
      <Asking />
      <Status />
    </div>
  );
}

function OnPhone() {
  const asked = useSession((s) => askedHere(s) !== null);
  const challenge = useSession(isChallenge);
  const exercise = useExercise();
  const choices = (
    <>
      <Forms room={0} />
      <span className={css.grow} />
      <FileButtons square settings={false} />
    </>
  );
  const verdict = (
    <section className={css.sheet} aria-label="Verdict" tabIndex={-1}>
      {exercise ? <ExerciseWords exercise={exercise} /> : <VerdictWords />}
      <div className={css.help}>
        {exercise ? <ExerciseHelp exercise={exercise} /> : asked ? <AnswerButtons /> : <PhoneHelp />}
      </div>
      <Asking />
    </section>
  );
  const inChallenge = { sheet: <Sheet /> };
  const onward = exercise ? (
    <HandIn className={phoneCss.onward} />
  ) : (
    <FailingRun className={phoneCss.onward} short />
  );
  const outside = { sheet: verdict, onward };
  return <PhoneFrame title={<Name />} choices={choices} {...(challenge ? inChallenge : outside)} />;
}

function PhoneHelp() {
  const sound = useSession((s) => s.diagnostics.length === 0);
  return (
    <>
      {sound && <AskButton short />}
      <Settings look="plain" />
      <Fix />
    </>
  );
}

/** While it is looked for, and where it could not be had: the message says why. */
function Absent() {
  const failed = useSession((s) => s.phase === 'failed');
  return (
    <div className={scenarioCss.page}>
      <Bar room="phone" />
      <StatusBar />
      <main className={css.absent}>
        {failed && (
          <>
            <p>There is nothing to show here.</p>
            <p>
              <a href="#/new">Write a new program</a> or <a href="#/">see what you have</a>.
            </p>
          </>
        )}
      </main>
      <Status />
    </div>
  );
}
