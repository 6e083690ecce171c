/** The scenario on a phone: one pane at a time, threads as tiles, the story as a sheet, the steps in reach of the thumb. */
import { type ReactNode, useState } from 'react';
import {
  findingsAt,
  isBehindText,
  partHere,
  type Scenario,
  scenarioOf,
  storyOf,
  variantOf,
} from '../../session';
import { ChallengeButton, ChallengeButtons, useChallenge } from '../challenge/Challenge';
import { Status, StatusBar } from '../Notices';
import { Button } from '../parts/Button';
import { cx } from '../parts/cx';
import { findingTitles } from '../parts/findings';
import { hueStyle } from '../parts/hue';
import { Icon } from '../parts/Icon';
import { Pill } from '../parts/Pill';
import { Sentence } from '../parts/Sentence';
import { Score } from '../score/Score';
import { Dots, Fork, PartWords, stripOf } from '../story/Story';
import type { ThreadCard } from '../threads/cards';
import { OtherPicks, stateChips, useCards } from '../threads/Threads';
import { Mode } from '../transport/Mode';
import { atEnd, atStart, PlayButton } from '../transport/Transport';
import { useActions, useSession } from '../useSession';
import { type Front, FrontTabs, useFront } from './FrontTabs';
import { ModeSwitch } from './ModeSwitch';
import { More } from './More';
import css from './Phone.module.css';
import { SkipList } from './SkipList';
import { HelpButton, ThemeButton } from './TopBar';
import { Variants } from './Variants';

export function Phone({ scenario }: { readonly scenario: Scenario }) {
  const { editCopy } = useActions();
  const title = (
    <>
      <code>{scenario.bug}</code>
      <h1>{scenario.title}</h1>
    </>
  );
  const choices = (
    <>
      <Variants scenario={scenario} room={0} />
      <span className={css.grow} />
      <Button look="ghost" square aria-label="Edit" onClick={editCopy}>
        <Icon name="write" />
      </Button>
      <ModeSwitch />
    </>
  );
  return <PhoneFrame {...{ title, choices }} sheet={<Sheet />} />;
}

interface PhoneFrameProps {
  readonly title: ReactNode;
  /** Between the title and the messages, beside what every page has. */
  readonly choices: ReactNode;
  /** Above the steps: what there is to say. */
  readonly sheet: ReactNode;
  /** The large button at the end of the steps, in place of the story's. */
  readonly onward?: ReactNode;
}

/** A program on a phone, whoever it is of. */
export function PhoneFrame({ title, choices, sheet, onward }: PhoneFrameProps) {
  const { copyLink } = useActions();
  const behind = useSession(isBehindText);
  const [front, choose] = useFront();
  return (
    <div className={css.page} data-behind={behind || undefined}>
      <SkipList />
      <header>
        <div className={css.top}>
          <a href="#/" aria-label="All bugs" className={css.back}>
            <Icon name="back" size={18} />
          </a>
          <div className={css.title}>{title}</div>
          <Button look="ghost" square aria-label="Share" onClick={() => void copyLink()}>
            <Icon name="share" size={18} />
          </Button>
          <More />
        </div>
        <div className={css.choices}>
          {choices}
          <ThemeButton />
          <HelpButton />
        </div>
      </header>
      <StatusBar />
      <Verdict onReport={() => choose('report')} />
      <main className={css.main}>
        <FrontTabs front={front} onChoose={choose} />
      </main>
      <Tiles />
      <div className={css.score}>
        <Score />
      </div>
      {sheet}
      <Steps>{onward ?? <Onward />}</Steps>
      <Status />
    </div>
  );
}

function Verdict({ onReport }: { readonly onReport: (front: Front) => void }) {
  const { showFinding } = useActions();
  const finding = useSession((s) => findingsAt(s).at(-1) ?? null);
  const index = useSession((s) => (finding === null ? -1 : s.findings.indexOf(finding)));
  if (finding === null) return null;
  return (
    <section className={css.verdict} aria-label="Verdict">
      <Icon name="x" size={16} />
      <div>
        <b>
          {findingTitles[finding.kind]} at step {finding.step}
        </b>
        <span>
          <Sentence>{finding.sentence}</Sentence>
        </span>
      </div>
      <button
        type="button"
        onClick={() => {
          showFinding(index);
          onReport('report');
        }}
      >
        Why?
      </button>
    </section>
  );
}

/** Each thread is its own step button. */
function Tiles() {
  const cards = useCards();
  return (
    <section className={css.tiles} aria-label="Threads">
      {cards?.map((card) => (
        <Tile key={card.thread.id} card={card} />
      ))}
    </section>
  );
}

function Tile({ card }: { readonly card: ThreadCard }) {
  const { stepThread } = useActions();
  const { thread, state, canStep, why, lines } = card;
  const { icon, children, tone } = stateChips[state];
  const [next] = lines;
  const words = canStep && next ? `${next.before} ${next.code}`.trim() : why;
  const first = canStep ? thread.picks[0] : undefined;
  const tile = (
    <button
      type="button"
      className={css.tile}
      style={hueStyle(thread.id)}
      aria-label={`Step ${thread.name}${first === undefined ? '' : `: ${first.text}`}`}
      aria-description={`${children}. ${words}`}
      aria-disabled={!canStep || undefined}
      onClick={() => {
        if (canStep) stepThread(thread.id);
      }}
    >
      <span className={css.who}>
        <Pill thread={thread.id} letter={thread.letter} />
        <b>{thread.name}</b>
      </span>
      <span className={css.state} style={{ color: `var(--${tone})` }}>
        <Icon name={icon} size={12} />
        {children}
      </span>
      <span className={css.why}>{first?.label ?? words}</span>
    </button>
  );
  return first === undefined ? (
    tile
  ) : (
    <div className={css.picks}>
      {tile}
      <OtherPicks card={card} />
    </div>
  );
}

/** The title stays; the words come up over the page. */
export function Sheet() {
  const { fixIt } = useActions();
  const kind = useSession(stripOf);
  const beat = useSession((s) => s.beat);
  const fresh = useSession((s) => s.beat < 0 && s.at === 0);
  // Who begins reads first; who comes to a step sees the step.
  const [open, setOpen] = useState(fresh);
  const story = useSession(storyOf);
  const part = useSession(partHere);
  const about = useSession((s) =>
    variantOf(s)?.role === 'before' ? scenarioOf(s)?.title : variantOf(s)?.title,
  );
  const challenge = useChallenge();
  if (kind === 'fork')
    return (
      <section className={css.sheet} aria-label="Story">
        <div className={css.fork}>
          <Fork compact />
        </div>
      </section>
    );
  const inChallenge = kind === 'challenge';
  // Whoever is asked answers on the tiles above: the words leave them free.
  const asked = !inChallenge && part?.question !== undefined;
  const title = inChallenge ? challenge.title : (part?.title ?? about);
  return (
    <section className={css.sheet} aria-label="Story">
      {open && (
        <div className={css.text} aria-live="polite">
          {inChallenge ? <p>{challenge.text}</p> : <PartWords titled={false} />}
          {inChallenge && <ChallengeButtons again={false} />}
          {!asked && (
            <div className={css.beside}>
              {!inChallenge && <ChallengeButton />}
              {!inChallenge && <Button onClick={() => fixIt()}>Fix it yourself</Button>}
              <p className={css.mode}>
                <Mode />
              </p>
            </div>
          )}
        </div>
      )}
      <button type="button" className={css.handle} aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>{title}</b>
        <Icon name="chev" className={cx(!open && css.up)} />
      </button>
      {inChallenge && <p className={css.facts}>{challenge.facts.join(' · ')}</p>}
      {kind === 'part' && <Dots story={story} beat={beat} />}
    </section>
  );
}

function Steps({ children }: { readonly children: ReactNode }) {
  const { restart, stepBack, stepForward } = useActions();
  const at = useSession((s) => s.at);
  const steps = useSession((s) => s.trace?.steps.length);
  const start = useSession(atStart);
  const end = useSession(atEnd);
  return (
    <section className={css.steps} aria-label="Transport">
      <Button square aria-label="Restart" off={start} onClick={restart}>
        <Icon name="first" size={20} />
      </Button>
      <Button square aria-label="Step back" off={start} onClick={stepBack}>
        <Icon name="prev" size={20} />
      </Button>
      <span className={css.position}>
        <b>{at}</b>
        <span>of {steps ?? '–'}</span>
      </span>
      <Button square aria-label="Step forward" off={end} onClick={stepForward}>
        <Icon name="next" size={20} />
      </Button>
      <PlayButton off={end} />
      {children}
    </section>
  );
}

function Onward() {
  const actions = useActions();
  const kind = useSession(stripOf);
  const told = useSession((s) => kind === 'part' && s.beat >= storyOf(s).length - 1);
  const [label, action] = onwards[kind];
  return (
    <Button look="primary" className={css.onward} off={told} onClick={() => actions[action]()}>
      {label}
    </Button>
  );
}
const onwards = {
  part: ['Continue', 'continueStory'],
  fork: ['Back to story', 'backToStory'],
  challenge: ['Start again', 'startChallenge'],
  untold: ['Challenge', 'startChallenge'],
} as const;
