/** The label column: brackets that fold their staff, a name for each lane, and its value at the cursor. */
import { memo } from 'react';
import type { ObjectInterval } from '../../engine';
import type { FileHistory } from '../files/history';
import { cx } from '../parts/cx';
import { Icon, type IconName } from '../parts/Icon';
import { Pill } from '../parts/Pill';
import { BESIDE_NAME, NAME } from './geometry';
import css from './Labels.module.css';
import type {
  Arrangement,
  FileLane,
  Lane,
  LockLane,
  ObjectLane,
  Staff,
  StaffName,
  ThreadLane,
} from './staffs';
import { heldAt, phaseAt, spansAt, type Timeline } from './timeline';
import { plural, shortName } from './words';

/** The names of staffs this high are written large. */
const ROOMY = 76;
/** Room for the name of a lane that stands above its spans, where no value is in its way. */
const CAPTION_NAME = 300;

interface Props {
  readonly arrangement: Arrangement;
  readonly timeline: Timeline;
  readonly at: number;
  readonly focus: number | null;
  readonly narrow: boolean;
  /** Of the column, px. */
  readonly width: number;
  /** Locks that no longer exist. */
  readonly goneLocks: ReadonlySet<number>;
  /** Threads that cannot go on at the cursor. */
  readonly resting: ReadonlyMap<number, 'blocked' | 'waiting'>;
  readonly onFold: (staff: StaffName) => void;
  readonly onFocus: (thread: number | null) => void;
  readonly onAllLocks: () => void;
}

export const Labels = memo(function Labels(props: Props) {
  const { arrangement, narrow } = props;
  return (
    <div className={cx(css.labels, narrow && css.narrow)}>
      {arrangement.staffs.map((staff) => (
        <StaffLabel key={staff.name} staff={staff} {...props} />
      ))}
      {arrangement.lanes.map((lane) => (
        <div
          key={lane.key}
          className={cx(css.lane, lane.caption > 0 && css.captioned)}
          style={{ top: lane.y - lane.caption, height: lane.caption > 0 ? lane.caption : lane.height }}
        >
          <LaneLabel lane={lane} {...props} />
        </div>
      ))}
    </div>
  );
});

function StaffLabel({ staff, timeline, at, narrow, onFold }: Props & { readonly staff: Staff }) {
  const { name, y, height, folded, size } = staff;
  return (
    <>
      <button
        type="button"
        className={folded ? css.foldedStaff : css.staff}
        style={{ top: y, height: folded ? undefined : height }}
        aria-expanded={!folded}
        aria-label={name}
        onClick={() => onFold(name)}
      >
        <Icon name={folded ? 'chevr' : 'chev'} size={10} />
        <span
          className={css.rail}
          style={folded || narrow || height >= ROOMY ? undefined : { fontSize: NAME.small }}
        >
          {name}
        </span>
      </button>
      {folded && (
        <span className={css.summary} style={{ top: y }}>
          {summaryOf(name, size, timeline, at)}
        </span>
      )}
    </>
  );
}

function summaryOf(name: StaffName, size: number, timeline: Timeline, at: number): string {
  if (name === 'threads') return String(size);
  if (name === 'locks') {
    const held = [...timeline.heldOf.values()].filter(
      (track) => heldAt(track, at, timeline.length).length > 0,
    ).length;
    return held === 0 ? 'all free' : `${held} of ${size} held`;
  }
  if (name === 'files') {
    const now = timeline.files?.rows[Math.min(at, timeline.length)];
    return now === undefined ? '' : `persisted ${now.persisted}, readable ${now.readable}`;
  }
  const states = [...timeline.livesOf.values()].map(
    (track) => spansAt(track, at, timeline.length).at(-1)?.phase,
  );
  const live = states.filter((phase) => phase === 'alive').length;
  const gone = states.filter((phase) => phase === 'gone').length;
  return `${live} alive${gone === 0 ? '' : `, ${gone} gone`}`;
}

function LaneLabel({ lane, ...props }: Props & { readonly lane: Lane }) {
  if (lane.kind === 'thread') return <ThreadLabel lane={lane} {...props} />;
  if (lane.kind === 'lock') return <LockLabel lane={lane} {...props} />;
  if (lane.kind === 'file') return <FileLabel lane={lane} {...props} />;
  if (lane.kind === 'meter') return <MeterLabel {...props} />;
  return <ObjectLabel lane={lane} {...props} />;
}

interface StateIcon {
  readonly icon: IconName;
  readonly className: string;
  readonly word: string;
}
const stateIcons = {
  running: { icon: 'play', className: css.run, word: 'running' },
  ready: { icon: 'ready', className: css.ready, word: 'ready' },
  blocked: { icon: 'lock', className: css.blocked, word: 'blocked' },
  waiting: { icon: 'wait', className: css.wait, word: 'waiting' },
  crashed: { icon: 'x', className: css.fail, word: 'crashed' },
  finished: { icon: 'done', className: css.done, word: 'finished' },
} satisfies Record<string, StateIcon>;

function ThreadLabel({
  lane,
  timeline,
  at,
  focus,
  narrow,
  resting,
  onFocus,
}: Props & { readonly lane: ThreadLane }) {
  const phase = resting.get(lane.thread) ?? phaseAt(timeline, lane.thread, at);
  const state = phase === null ? null : stateIcons[phase];
  const focused = focus === lane.thread;
  return (
    <button
      type="button"
      className={cx(css.thread, focused && css.focused)}
      aria-pressed={focused}
      aria-label={`${lane.name}${state === null ? '' : `, ${state.word}`}: only this thread`}
      title={lane.name}
      onClick={() => onFocus(focused ? null : lane.thread)}
    >
      <Pill thread={lane.thread} letter={lane.letter} />
      {!narrow && <b>{lane.name}</b>}
      {!narrow && state !== null && (
        <span className={cx(css.value, state.className)} title={state.word}>
          <Icon name={state.icon} size={13} />
        </span>
      )}
    </button>
  );
}

function LockLabel({
  lane,
  timeline,
  at,
  narrow,
  width,
  goneLocks,
  onAllLocks,
}: Props & { readonly lane: LockLane }) {
  const holders = lane.locks.flatMap((lock) => heldAt(timeline.heldOf.get(lock), at, timeline.length));
  const gone = lane.locks.every((lock) => goneLocks.has(lock));
  return (
    <>
      <Icon name="lock" size={12} className={css.mark} />
      {lane.locks.length > 1 ? (
        <button type="button" className={css.more} onClick={onAllLocks}>
          {lane.name}
        </button>
      ) : (
        <span className={cx(css.mono, gone && css.struck)} title={lane.name}>
          {shortName(lane.name, narrow ? CAPTION_NAME : width - BESIDE_NAME)}
        </span>
      )}
      <span className={css.value}>
        {holders.length === 0
          ? gone
            ? 'gone'
            : 'free'
          : holders.map(({ thread }) => (
              <Pill
                key={thread}
                small
                thread={thread}
                letter={letterOf(timeline, thread)}
                label={`held by ${nameOf(timeline, thread)}`}
              />
            ))}
      </span>
    </>
  );
}

const letterOf = ({ trace }: Timeline, thread: number): string =>
  trace.threads.find(({ id }) => id === thread)?.letter ?? '?';
const nameOf = ({ trace }: Timeline, thread: number): string =>
  trace.threads.find(({ id }) => id === thread)?.name ?? '?';

function ObjectLabel({ lane, timeline, at, narrow, width }: Props & { readonly lane: ObjectLane }) {
  const state = objectState(spansAt(timeline.livesOf.get(lane.object), at, timeline.length));
  const gone = state === 'gone';
  return (
    <>
      <svg className={css.mark} width={12} height={12} aria-hidden="true">
        <circle className={gone || state === '' ? css.ring : css.dot} cx={6} cy={6} r={4.2} />
      </svg>
      <span className={cx(css.mono, gone && css.struck)} title={lane.name}>
        {shortName(lane.name, narrow ? CAPTION_NAME : width - BESIDE_NAME)}
      </span>
      <span className={css.value}>{state === '' ? 'not yet' : state}</span>
    </>
  );
}

/** '1 strong', 'alive', 'gone', '' before it is made. */
function objectState(spans: readonly ObjectInterval[]): string {
  const span = spans.at(-1);
  if (span === undefined) return '';
  if (span.phase === 'gone') return 'gone';
  return span.strong === null ? 'alive' : plural(span.strong, 'strong', 'strong');
}

function FileLabel({ lane, timeline, at }: Props & { readonly lane: FileLane }) {
  const now = timeline.files?.rows[Math.min(at, timeline.length)];
  const file = now?.files.find(({ object }) => object === lane.object);
  return (
    <>
      <Icon name="copy" size={12} className={css.mark} />
      <span className={cx(css.mono, file?.state === 'gone' && css.struck)} title={lane.name}>
        {lane.name}
      </span>
      <span className={css.value}>{file === undefined ? 'not yet' : shortState(file)}</span>
    </>
  );
}

const shortState = ({ state, currentTo }: FileHistory): string => {
  if (state === 'unnamed') return currentTo === null ? 'new' : 'unlinked';
  return state === 'closed' ? 'at rest' : state;
};

function MeterLabel({ timeline, at, narrow }: Props) {
  const now = timeline.files?.rows[Math.min(at, timeline.length)];
  if (now === undefined || narrow) return null;
  const tone = now.readable < now.persisted ? css.lost : css.readable;
  return (
    <dl className={css.meter}>
      <dt>persisted</dt>
      <dd>{now.persisted}</dd>
      <dt className={tone}>readable</dt>
      <dd className={tone}>{now.readable}</dd>
    </dl>
  );
}
