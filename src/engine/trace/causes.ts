/**
 * Why: from a finding back through the few steps that matter, each as one sentence. Derived from what the run did: the write that was
 * read, the owner that was the last, the lock that somebody kept, the thread that was interrupted in between. Only what the events
 * show is said; where they show no more than the places of the finding, these are the causes.
 */
import type { Cause, Finding } from '../detect/finding';
import { isRead, isWrite, lastEvent } from '../detect/history';
import { faultOf } from '../detect/lifetimes';
import type { Scene } from '../detect/scene';
import { ofAssertion, ofFree, ofNull } from './causes-of-faults';
import { ofDeadlock, ofLostWakeup, ofMissingNotify, ofRace, ofStuck } from './causes-of-threads';
import { lostUpdate, ofLost, putBackBefore } from './lost';
import { MAX_CAUSES, Past } from './past';
import type { TraceView } from './view';

/** In order of time; the last is the finding itself. */
export function causesOf(scene: Scene, view: TraceView, finding: Finding): readonly Cause[] {
  const past = new Past(scene, view);
  const found = explain(past, finding);
  const causes = withLost(past, finding, found.length > 0 ? found : byPlaces(past, finding));
  const ordered = causes
    .filter((cause) => cause.step >= 1 && cause.step <= finding.step)
    .sort((a, b) => a.step - b.step);
  const distinct = ordered.filter(
    ({ step, text }, i) => !ordered.slice(0, i).some((other) => other.step === step && other.text === text),
  );
  // The end of the chain is what it is about.
  return distinct.slice(-MAX_CAUSES);
}

/** The same, and where a word comes in that was overwritten by who did not know of a change: how that came. */
function withLost(past: Past, { kind, thread, step }: Finding, causes: readonly Cause[]): readonly Cause[] {
  // A race is about the order of the two, whatever came of it.
  if (kind === 'data-race') return causes;
  for (const cause of causes.toReversed()) {
    const event = past.eventTold(cause);
    const written = event && (isWrite(event) ? event : isRead(event) ? past.sourceOf(event) : undefined);
    const lost = written && lostUpdate(past, written);
    if (lost === undefined) continue;
    // Said better now: what it lost, and what was done to the word up to then.
    const isTold = (each: Cause): boolean => {
      const event = past.eventTold(each);
      return event !== undefined && each !== causes.at(-1) && event.step <= written!.step;
    };
    return [...ofLost(past, lost), ...causes.filter((each) => !isTold(each))];
  }
  const last = lastEvent(past.scene.history, (event) => event.thread === thread && event.step <= step);
  const back = last && putBackBefore(past, last);
  return back === undefined ? causes : [...ofLost(past, back), ...causes];
}

function explain(past: Past, finding: Finding): Cause[] {
  const { kind } = finding;
  if (kind === 'data-race') return ofRace(past, finding);
  if (kind === 'deadlock' && finding.places.some(({ role }) => role === 'Holds'))
    return ofDeadlock(past, finding);
  if (kind === 'deadlock' && finding.places.some(({ role }) => role === 'Changed by'))
    return ofMissingNotify(past, finding);
  if (kind === 'deadlock') return ofStuck(past, finding);
  if (kind === 'lost-wakeup') return ofLostWakeup(past, finding);
  const fault = faultOf(past.scene.history);
  if (fault === undefined || fault.step !== finding.step) return [];
  switch (kind) {
    case 'null-dereference':
      return ofNull(past, fault);
    case 'use-after-free':
    case 'double-free':
      return ofFree(past, fault, kind === 'double-free');
    case 'assertion-failure':
      return ofAssertion(past, fault);
    default:
      return [];
  }
}

/** The places of a finding, and the finding itself. */
function byPlaces(past: Past, finding: Finding): Cause[] {
  const { step, thread, line, sentence, places } = finding;
  const others = places.flatMap((place): Cause[] => {
    const frame = place.frames[0];
    if (frame === undefined || place.step === null || place.step === step) return [];
    const event = past.eventOf(place);
    const words = roleWords[place.role] ?? past.textOf(place.step);
    if (event !== undefined)
      return [past.cause(event, words.replace('the mutex', past.thing(event, 'the mutex')))];
    return [
      { step: place.step, thread: place.thread, line: frame.line, text: `${place.threadName} ${words}.` },
    ];
  });
  return [...others, { step, thread, line, text: sentence }];
}

const roleWords: Readonly<Record<string, string>> = {
  'Freed by': 'frees it',
  'Thrown by': 'throws the exception',
  'Previously allocated by': 'allocates it',
  'Allocated by': 'allocates what is left behind',
  'Thread started by': 'starts the thread',
  'Notified before by': 'notifies while nobody is waiting',
  'Last changed by': 'changes it for the last time',
  'Mutex locked by': 'locks the mutex',
  'Null stored by': 'stores null',
  'Last used by': 'uses it for the last time while it lives',
  'Scope ended by': 'leaves the scope of the variable, which ends it',
  Waits: 'waits for that',
  Holds: 'holds the lock',
};
