/** The causes of what goes wrong between threads: a race, a deadlock, a lost wakeup. */
import { EV_CV_WAIT, EV_DEATH, EV_FREE } from '../bytecode/event';
import type { StepIndex, ThreadId } from '../bytecode/program';
import type { Cause, Finding } from '../detect/finding';
import { backwards, covers, isRead, isWrite, lastEvent, type PastEvent } from '../detect/history';
import { listed } from '../detect/report';
import { crossed, MAX_CAUSES, type Past } from './past';

/** Both accesses, and what each thread held. */
export function ofRace(past: Past, finding: Finding): Cause[] {
  const [now, before] = finding.places.map((place) => past.eventOf(place));
  if (now === undefined || before === undefined) return [];
  const pair = [before, now];
  const held = pair.map((event) => new Set(past.scene.holdsAt(event)));
  // Only what is held for reading keeps nobody out; mutexes of one name may be two, as those of a thread_local are.
  const common = [...held[0]].some((lock) => lock.startsWith('read ') && held[1].has(lock));
  return pair.map((event, i) => {
    const locks = [...held[i]];
    const holding = locks.length === 0 ? 'holding no lock' : `holding ${listed(locks.map(plainLock))}`;
    const what =
      event.kind === EV_FREE || event.kind === EV_DEATH ? 'frees' : isWrite(event) ? 'writes' : 'reads';
    const other = pair[1 - i];
    const free = common
      ? 'both hold it shared, which keeps neither of them out'
      : `nothing orders this and what ${past.name(other.thread)} did, so either may come first`;
    const end = i === 0 ? '' : `: ${free}`;
    return past.cause(
      event,
      `${what} ${past.thing(isWrite(event) || isRead(event) ? event : other)}, ${holding}${end}`,
    );
  });
}
/** 'write m1' as the reports say it, without the mode. */
const plainLock = (lock: string): string => {
  const name = lock.replace(/^(?:read|write) /, '').trim();
  return name === '' ? 'a mutex' : `\`${name}\``;
};

/** Each edge of the circle: who took what, and who waits for it. */
export function ofDeadlock(past: Past, finding: Finding): Cause[] {
  const holds = finding.places.filter(({ role }) => role === 'Holds');
  const waits = finding.places.filter(({ role }) => role === 'Waits');
  const taken = holds.flatMap((place) => past.eventOf(place) ?? []);
  if (taken.length === 0) return [];
  const causes = taken.map((event) => past.cause(event, `locks ${past.thing(event, 'a lock')} and keeps it`));
  const circle = taken.length === waits.length && waits.length > 1;
  waits.forEach((place, i) => {
    // In a circle each waits for what the next one holds; else the first one does.
    const wanted = circle ? taken[(i + 1) % taken.length] : taken[0];
    if (wanted.thread === place.thread) return;
    const step = Math.max(past.lastStepOf(place.thread, finding.step), wanted.step);
    const [frame] = place.frames;
    causes.push({
      step: step as StepIndex,
      thread: place.thread,
      line: frame.line,
      text: `${place.threadName} waits for ${past.thing(wanted, 'a lock')}, which ${past.name(wanted.thread)} holds.`,
    });
    const own = taken.find(({ thread }) => thread === place.thread);
    const goal = `locks ${past.thing(wanted, 'a lock')}`;
    const interrupted = own && past.interruption(place.thread, own.step, finding.step, goal);
    if (interrupted !== undefined && causes.length + waits.length - i <= MAX_CAUSES) causes.push(interrupted);
  });
  return causes;
}

/** The wait, the change that ended the reason for it, and the notify that woke another thread. */
export function ofMissingNotify(past: Past, finding: Finding): Cause[] {
  const { history } = past.scene;
  const [waiting] = finding.places;
  const at = (role: string): PastEvent | undefined => {
    const place = finding.places.find((each) => each.role === role);
    return place && past.eventOf(place);
  };
  const wait = lastEvent(history, ({ kind, thread }) => kind === EV_CV_WAIT && thread === waiting.thread);
  const changed = at('Changed by');
  if (wait === undefined || changed === undefined) return [];
  const other = at('Another notified by');
  const waiter = past.name(wait.thread);
  const condition = past.thing(wait, 'it');
  const { step, line } = finding;
  return [
    past.cause(wait, `waits for ${condition}`),
    past.cause(changed, `${past.writing(changed)}: what ${waiter} waits for is true now`),
    ...(other === undefined ? [] : [past.cause(other, `notifies ${past.name(other.value - 1)} only`)]),
    {
      step,
      thread: wait.thread as ThreadId,
      line,
      text: `${waiter} still waits, and nobody is left to notify ${condition}.`,
    },
  ];
}

/** What the thread that waits last had from another: by that it came to wait. */
export function ofStuck(past: Past, finding: Finding): Cause[] {
  if (finding.places.some(({ role }) => role !== 'Waits')) return [];
  const { step, thread, line, sentence: text } = finding;
  const last = lastEvent(past.scene.history, (event) => event.thread === thread);
  const came = last === undefined ? [] : crossed(past, past.crossing(last));
  return came.length === 0 ? [] : [...came, { step, thread, line, text }];
}

/** What was looked at too early, the notify that nobody heard, and the wait. */
export function ofLostWakeup(past: Past, finding: Finding): Cause[] {
  const { history } = past.scene;
  const [waiting] = finding.places;
  const notified = finding.places.find(({ role }) => role === 'Notified before by');
  const notify = notified && past.eventOf(notified);
  const wait = lastEvent(history, ({ kind, thread }) => kind === EV_CV_WAIT && thread === waiting.thread);
  if (notify === undefined || wait === undefined) return [];
  const causes = [
    past.cause(notify, 'notifies, and nobody is waiting'),
    past.cause(wait, `waits for ${past.thing(wait, 'a notify')}, and nobody is left to notify it`),
  ];
  for (const written of backwards(history, notify)) {
    if (written.thread !== notify.thread || !isWrite(written)) continue;
    const looks = (event: PastEvent): boolean =>
      event.thread === wait.thread && isRead(event) && covers(written, event.address);
    const seen = lastEvent(history, looks, written);
    if (seen === undefined) continue;
    const interrupted = past.interruption(wait.thread, seen.step, notify.step, 'waits');
    return [
      past.cause(seen, past.said(seen) ?? `reads ${past.thing(seen)}`),
      ...(interrupted ? [interrupted] : []),
      past.cause(written, past.writing(written)),
      ...causes,
    ];
  }
  return causes;
}
