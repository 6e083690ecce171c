/**
 * Why: from a finding back through the few steps that matter, each as one sentence. Derived from what the run did: the write that was
 * read, the owner that was the last, the lock that somebody kept, the thread that was interrupted in between. Only what the events
 * show is said; where they show no more than the places of the finding, these are the causes.
 */
import {
  EV_COUNT_DROP,
  EV_CV_WAIT,
  EV_DEATH,
  EV_FREE,
  EV_LOCK,
  EV_LOCK_SHARED,
  EV_NOTIFY,
} from '../bytecode/event';
import type { StepIndex } from '../bytecode/program';
import type { Cause, Finding, Place } from '../detect/finding';
import { backwards, covers, eventsOf, lastEvent, type PastEvent } from '../detect/history';
import { faultOf } from '../detect/lifetimes';
import { originOfNull } from '../detect/null-origin';
import { listed, one } from '../detect/report';
import type { Scene } from '../detect/scene';
import { type Crossing, isRead, isWrite, Past } from './past';
import type { StepView } from './view';

/** More is no explanation. */
const MAX_CAUSES = 6;

/** In order of time; the last is the finding itself. */
export function causesOf(scene: Scene, steps: readonly StepView[], finding: Finding): readonly Cause[] {
  const past = new Past(scene, steps);
  const found = explain(past, finding);
  const causes = found.length > 0 ? found : byPlaces(past, finding);
  const ordered = causes
    .filter((cause) => cause.step >= 1 && cause.step <= finding.step)
    .sort((a, b) => a.step - b.step);
  const distinct = ordered.filter(
    ({ step, text }, i) => !ordered.slice(0, i).some((other) => other.step === step && other.text === text),
  );
  // The end of the chain is what it is about.
  return distinct.slice(-MAX_CAUSES);
}

function explain(past: Past, finding: Finding): Cause[] {
  const { kind } = finding;
  if (kind === 'data-race') return ofRace(past, finding);
  if (kind === 'deadlock' && finding.places.some(({ role }) => role === 'Holds'))
    return ofDeadlock(past, finding);
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
      return ofAssertion(past, fault, finding);
    default:
      return [];
  }
}

/** What was stored, why the thread that stored it could think so, what went with it, and who used it. */
function ofNull(past: Past, fault: PastEvent): Cause[] {
  const origin = originOfNull(past.scene, fault);
  if (origin === undefined) return [];
  const { stored, read } = origin;
  const name = past.thing(read, 'a pointer');
  const use = past.cause(fault, `reads ${name}, which is null, and uses it`);
  const store = past.cause(stored, `stores null in ${name}`);
  return [...wayTo(past, stored, fault, `reads ${name}`), store, ...destroyedBy(past, stored), use];
}

/** What another thread did that this one relied on, and where the thread that suffers from it was interrupted meanwhile. */
function wayTo(past: Past, deed: PastEvent, victim: PastEvent, goal = ''): Cause[] {
  const crossing = past.crossing(deed);
  const causes: Cause[] = [];
  let from = 1;
  if (crossing !== undefined && crossing.written.thread === victim.thread) {
    causes.push(...crossed(past, crossing));
    from = crossing.written.step;
  }
  if (deed.thread !== victim.thread) {
    const interrupted = past.interruption(victim.thread, from, deed.step + 1, goal);
    if (interrupted !== undefined) causes.push(interrupted);
  }
  return causes;
}

/** The object that the word led to before, if the thread that changed the word ended its life with that. */
function destroyedBy(past: Past, stored: PastEvent): Cause[] {
  const { history } = past.scene;
  const before = lastEvent(
    history,
    (event) => (isRead(event) || isWrite(event)) && event.value !== 0 && covers(event, stored.address),
    stored,
  );
  if (before === undefined) return [];
  // Where its end races with a use it is a step of its own.
  for (let step = stored.step; step <= Math.min(stored.step + 2, history.length); step++) {
    for (const event of eventsOf(history, step)) {
      const later = step > stored.step || event.event > stored.event;
      const end = event.kind === EV_FREE || event.kind === EV_DEATH;
      if (!later || !end || event.thread !== stored.thread) continue;
      if (before.value < event.address || before.value >= endOf(past, event)) continue;
      const { object, type } = past.scene.thingAt(event, event.address);
      return [
        past.cause(event, `lets go of ${one(object || type)}: nobody else owns it, and it is destroyed`),
      ];
    }
  }
  return [];
}

/** Where the address came from, who ended the object, and who touched it then. */
function ofFree(past: Past, fault: PastEvent, twice: boolean): Cause[] {
  const { scene } = past;
  const { history } = scene;
  const thing = scene.thingAt(fault, fault.address);
  const freed = lastEvent(history, ({ kind, address }) => kind === EV_FREE && address === thing.block, fault);
  if (freed === undefined || thing.block === 0) return [];
  const object = one(thing.object || thing.type);
  const inBlock = (value: number): boolean => thing.block <= value && value <= fault.address;
  const got = [...backwards(history, fault)].find(
    (event) => event.thread === fault.thread && isRead(event) && inBlock(event.value),
  );
  const causes: Cause[] = [];
  const from = got === undefined ? '' : past.thing(got, '');
  if (got !== undefined && got.step < freed.step)
    causes.push(past.cause(got, `reads the address of ${object}${from && ` from ${from}`}`));
  if (freed.thread !== fault.thread) {
    const from = got !== undefined && got.step < freed.step ? got.step : 1;
    const interrupted = past.interruption(fault.thread, from, freed.step + 1, `uses ${object}`);
    if (interrupted !== undefined) causes.push(interrupted);
  }
  const dropped = eventsOf(history, freed.step).findLast(
    ({ kind, value, event }) => kind === EV_COUNT_DROP && value === 0 && event < freed.event,
  );
  causes.push(
    past.cause(
      freed,
      dropped ? `lets go of the last owner of ${object}: it is destroyed` : `frees ${object}`,
    ),
  );
  if (got !== undefined && got.step > freed.step && from !== '')
    causes.push(past.cause(got, `reads its address from ${from}, where it still stands`));
  causes.push(past.cause(fault, `${twice ? 'frees' : 'uses'} ${object} that is gone`));
  return causes;
}

/** Both accesses, and what each thread held. */
function ofRace(past: Past, finding: Finding): Cause[] {
  const [now, before] = finding.places;
  if (now?.step == null || before?.step == null) return [];
  const pair = conflict(past, before, now);
  if (pair === undefined) return [];
  const held = pair.map((event) => new Set(past.scene.holdsAt(event)));
  const common = [...held[0]].some((lock) => held[1].has(lock));
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
const plainLock = (lock: string): string => `\`${lock.replace(/^(?:read|write) /, '')}\``;

/** The two events that a race is made of. */
function conflict(past: Past, before: Place, now: Place): [PastEvent, PastEvent] | undefined {
  const touching = ({ step, thread, frames }: Place): PastEvent[] =>
    past
      .inLine(step ?? 0, frames[0]?.line ?? 0)
      .filter((event) => event.thread === thread && (isRead(event) || changesStorage(event)));
  for (const second of touching(now)) {
    for (const first of touching(before)) {
      const meet = first.address < endOf(past, second) && second.address < endOf(past, first);
      if (meet && (changesStorage(first) || changesStorage(second))) return [first, second];
    }
  }
  return undefined;
}
const changesStorage = (event: PastEvent): boolean =>
  isWrite(event) || event.kind === EV_FREE || event.kind === EV_DEATH;
const endOf = (past: Past, { kind, address, words, step, thread, pc, event }: PastEvent): number => {
  if (kind !== EV_FREE) return address + Math.max(words, 1);
  return address + Math.ceil(past.scene.thingAt({ step, thread, pc, event }, address).bytes / 4);
};

/** Each edge of the circle: who took what, and who waits for it. */
function ofDeadlock(past: Past, finding: Finding): Cause[] {
  const holds = finding.places.filter(({ role }) => role === 'Holds');
  const waits = finding.places.filter(({ role }) => role === 'Waits');
  const taken = holds.flatMap((place) => {
    const event = past
      .inLine(place.step ?? 0, place.frames[0]?.line ?? 0)
      .find(({ kind, thread }) => thread === place.thread && (kind === EV_LOCK || kind === EV_LOCK_SHARED));
    return event === undefined ? [] : [event];
  });
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

/** What the condition read, who wrote that last, and what the write did not know of. */
function ofAssertion(past: Past, fault: PastEvent, finding: Finding): Cause[] {
  const end = past.cause(fault, finding.sentence.replace(/^.*?: (?=`)/, 'finds that ').replace(/\.$/, ''));
  const read = readByCondition(past, fault);
  if (read === undefined) return [...crossed(past, past.crossing(fault)), end];
  const written = past.sourceOf(read);
  if (written === undefined) return [end];
  const lost = lostUpdate(past, written);
  if (lost === undefined) {
    const last = past.cause(written, `${past.writing(written)}; nobody changes it after that`);
    const crossing = past.crossing(written) ?? past.crossing(fault);
    const known = crossing?.written.step === written.step && crossing.written.event === written.event;
    return [...(known ? [] : crossed(past, crossing)), last, end];
  }
  const { seen, between } = lost;
  const interrupted = past.interruption(seen.thread, seen.step, between.step);
  const other = past.name(between.thread);
  return [
    past.cause(seen, past.said(seen) ?? `reads ${past.thing(seen)}`),
    ...(interrupted ? [interrupted] : []),
    past.cause(between, past.writing(between)),
    past.cause(
      written,
      `${past.writing(written)}, made of what it had read before: what ${other} wrote is lost`,
    ),
    end,
  ];
}

/** Both sides of what one thread had from another. */
const crossed = (past: Past, crossing: Crossing | undefined): Cause[] =>
  crossing === undefined
    ? []
    : [
        past.cause(crossing.written, past.writing(crossing.written)),
        past.cause(crossing.read, past.reading(crossing.read, crossing.written.thread)),
      ];

/** The last read of memory in the line of a failed assertion that another thread has written to as well. */
function readByCondition(past: Past, fault: PastEvent): PastEvent | undefined {
  const line = past.line(fault);
  let first: PastEvent | undefined;
  for (let step = fault.step; step > 0 && step > fault.step - 8; step--) {
    if (past.scene.history.threadAt(step) !== fault.thread) continue;
    for (const event of eventsOf(past.scene.history, step).reverse()) {
      if (event === fault || event.pc < 0 || !isRead(event)) continue;
      if (past.line(event) !== line) return first;
      const source = past.sourceOf(event);
      if (source !== undefined && source.thread !== fault.thread) return event;
      first ??= source === undefined ? undefined : event;
    }
  }
  return first;
}

/** Another thread's write that came between a thread's read of a word and its write to it. */
function lostUpdate(past: Past, written: PastEvent): { seen: PastEvent; between: PastEvent } | undefined {
  let between: PastEvent | undefined;
  for (const event of backwards(past.scene.history, written)) {
    if (event.address !== written.address) continue;
    if (event.thread === written.thread && isRead(event))
      return between === undefined ? undefined : { seen: event, between };
    if (event.thread === written.thread && isWrite(event)) return undefined;
    if (event.thread !== written.thread && isWrite(event)) between ??= event;
  }
  return undefined;
}

/** What was looked at too early, the notify that nobody heard, and the wait. */
function ofLostWakeup(past: Past, finding: Finding): Cause[] {
  const { history } = past.scene;
  const [waiting] = finding.places;
  const notified = finding.places.find(({ role }) => role === 'Notified before by');
  if (notified?.step == null) return [];
  const notify = eventsOf(history, notified.step).find(({ kind }) => kind === EV_NOTIFY);
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

/** The places of a finding, and the finding itself. */
function byPlaces(past: Past, finding: Finding): Cause[] {
  const { step, thread, line, sentence, places } = finding;
  const others = places.flatMap((place): Cause[] => {
    const frame = place.frames[0];
    if (frame === undefined || place.step === null || place.step === step) return [];
    const words = roleWords[place.role] ?? past.textOf(place.step);
    return [
      { step: place.step, thread: place.thread, line: frame.line, text: `${place.threadName} ${words}.` },
    ];
  });
  return [...others, { step, thread, line, text: sentence }];
}

const roleWords: Readonly<Record<string, string>> = {
  'Freed by': 'frees it',
  'Previously allocated by': 'allocates it',
  'Allocated by': 'allocates what is left behind',
  'Thread started by': 'starts the thread',
  'Notified before by': 'notifies while nobody is waiting',
  'Mutex locked by': 'locks the mutex',
  'Null stored by': 'stores null',
  'Last used by': 'uses it for the last time while it lives',
  Waits: 'waits for that',
  Holds: 'holds the lock',
};
