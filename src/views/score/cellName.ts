/** Every cell of the Score in words: for a screen reader, and for the tooltip. */
import type { Finding, Owner } from '../../engine';
import { gapText, stateText } from '../files/words';
import type { FileLane, Lane, LockLane, ObjectLane, ThreadLane } from './staffs';
import { spansAt, type Timeline } from './timeline';
import { plural } from './words';

/** 'worker, step 16, stores null to backfillMgr, cause 3' */
export function cellName(timeline: Timeline, lane: Lane, step: number, finding: Finding | null): string {
  const isCause = (cause: Finding['causes'][number]): boolean =>
    lane.kind === 'thread' && cause.thread === lane.thread && cause.step === step;
  const parts = [lane.name, `step ${step}`, cellWords(timeline, lane, step)];
  finding?.causes.forEach((cause, index) => {
    if (isCause(cause)) parts.push(`cause ${index + 1}`);
  });
  return parts.join(', ');
}

/** What a lane shows at a step, without its name. */
export function cellWords(timeline: Timeline, lane: Lane, step: number): string {
  if (step > timeline.length) return 'not reached';
  switch (lane.kind) {
    case 'thread':
      return threadWords(timeline, lane, step);
    case 'lock':
      return lockWords(timeline, lane, step);
    case 'object':
      return objectWords(timeline, lane, step);
    case 'file':
      return fileWords(timeline, lane, step);
    case 'meter':
      return meterWords(timeline, step);
  }
}

function threadWords(timeline: Timeline, { thread }: ThreadLane, step: number): string {
  const taken = timeline.trace.steps[step - 1];
  if (taken.thread === thread) return taken.operation.text;
  const track = timeline.statesOf.get(thread);
  const span = spansAt(track, step, timeline.length).at(-1);
  if (span === undefined) {
    const started = timeline.trace.threads.find(({ id }) => id === thread)?.startedAt ?? 0;
    return step < started ? 'not started' : 'finished';
  }
  return span.reason === '' ? span.state : `${span.state}: ${span.reason}`;
}

function lockWords(timeline: Timeline, lane: LockLane, step: number): string {
  const words = lane.locks.flatMap((lock) => {
    const name = timeline.trace.locks.find(({ id }) => id === lock)?.name ?? '?';
    const of = lane.locks.length > 1 ? `${name} ` : '';
    return spansAt(timeline.heldOf.get(lock), step, timeline.length).map(({ mode, thread }) => {
      const who = timeline.trace.threads.find(({ id }) => id === thread)?.name ?? '?';
      if (mode === 'waiting') return `${of}${who} waits`;
      if (mode === 'failed-try') return `${of}${who} tries in vain`;
      return `${of}held by ${who}${mode === 'shared' ? ', shared' : ''}`;
    });
  });
  return words.length === 0 ? 'free' : words.join('; ');
}

function objectWords(timeline: Timeline, { object }: ObjectLane, step: number): string {
  const span = spansAt(timeline.livesOf.get(object), step, timeline.length).at(-1);
  if (span === undefined) return 'not made yet';
  if (span.phase === 'gone') return 'gone';
  const names = span.owners.map((owner) => ownerWords(timeline, owner));
  if (span.strong === null) return names.length === 0 ? 'alive' : `owned by ${names.join(', ')}`;
  const weak = span.weak === null || span.weak === 0 ? '' : plural(span.weak, 'weak', 'weak');
  const listed = names.length === 0 ? '' : `: ${names.join(', ')}`;
  return `${plural(span.strong, 'strong owner')}${listed}${weak === '' ? '' : `${listed === '' ? ', ' : '; '}${weak}`}`;
}

/** 'mapCopy of bucket_del', 'DcpProducer.streams[0]'; main's variables by their name alone. */
function ownerWords({ trace }: Timeline, { thread, name }: Owner): string {
  if (thread === null || (thread === 0 && name !== '')) return name;
  const who = trace.threads.find(({ id }) => id === thread)?.name ?? '?';
  return name === '' ? `a temporary of ${who}` : `${name} of ${who}`;
}

/** What a step wrote to a file, and what the file is then. */
function fileWords({ files }: Timeline, { object }: FileLane, step: number): string {
  const file = files?.rows[step]?.files.find((each) => each.object === object);
  if (file === undefined) return 'not made yet';
  const written = file.blocks
    .filter((block) => block.step === step)
    .map(({ header, seqno, time }) =>
      header ? `header ${seqno}${time === undefined ? '' : ` of second ${time}`}` : `document ${seqno}`,
    );
  return [...written, stateText(file, file.state !== 'gone')].join(', ');
}

function meterWords({ files }: Timeline, step: number): string {
  const row = files?.rows[step];
  if (row === undefined) return '';
  const gap = gapText(row);
  return `persisted ${row.persisted}, readable ${row.readable}${gap === '' ? '' : `: ${gap}`}`;
}
