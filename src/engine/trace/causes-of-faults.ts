/** The causes of what stopped a program: a null, an object that was gone, an assertion. */
import { EV_DEATH, EV_FREE } from '../bytecode/event';
import { failedCondition } from '../detect/assertion';
import type { Cause } from '../detect/finding';
import { backwards, eventsOf, isRead, isWrite, lastEvent, type PastEvent } from '../detect/history';
import { endOfLife, lostPart } from '../detect/lifetimes';
import { originOfNull, pointerBefore } from '../detect/null-origin';
import { one } from '../detect/report';
import { crossed, endOf, type Past, sameEvent } from './past';
import { releasesOf } from './releases';

/** What was stored, why the thread that stored it could think so, what went with it, and who used it. */
export function ofNull(past: Past, fault: PastEvent): Cause[] {
  const origin = originOfNull(past.scene, fault);
  if (origin === undefined) return [];
  const { stored, read, gone } = origin;
  if (gone !== null)
    return [
      ...wayTo(past, gone.dropped, fault, 'asks weak_ptr::lock'),
      past.cause(gone.dropped, 'lets go of the last owner: the object is destroyed'),
      past.cause(gone.asked, 'asks weak_ptr::lock for the object, and is given null'),
      past.cause(fault, 'uses that null'),
    ];
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
  const before = pointerBefore(history, stored);
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
export function ofFree(past: Past, fault: PastEvent, twice: boolean): Cause[] {
  const { scene } = past;
  const { history } = scene;
  const thing = scene.thingAt(fault, fault.address);
  const freed = endOfLife(history, fault, thing);
  if (freed === undefined || thing.block === 0) return [];
  const object = freed.kind === EV_FREE ? one(thing.object || thing.type) : lostPart(thing);
  const inBlock = (value: number): boolean => thing.block <= value && value <= fault.address;
  const got = lastEvent(
    history,
    (event) => event.thread === fault.thread && isRead(event) && inBlock(event.value),
    fault,
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
  const releases = releasesOf(past, freed, thing.whole, object);
  causes.push(
    ...(releases.length > 0
      ? releases
      : [past.cause(freed, `${freed.kind === EV_FREE ? 'frees' : 'ends'} ${object}`)]),
  );
  if (got !== undefined && got.step > freed.step && from !== '')
    causes.push(past.cause(got, `reads its address from ${from}, where it still stands`));
  causes.push(past.cause(fault, `${twice ? 'frees' : 'uses'} ${object} that is gone`));
  return causes;
}

/** What the condition read, and who wrote that last. */
export function ofAssertion(past: Past, fault: PastEvent): Cause[] {
  const end = past.cause(fault, `finds that ${failedCondition(past.scene, fault)}`);
  const read = readByCondition(past, fault);
  const written = read && past.sourceOf(read);
  if (read === undefined || written === undefined) return [...crossed(past, past.crossing(fault)), end];
  const apart = past.line(read) !== past.line(fault);
  const reads = apart ? [past.cause(read, past.reading(read, written.thread))] : [];
  const wrote = past.writing(written, past.thing(read));
  const last = past.cause(written, apart ? wrote : `${wrote}; nobody changes it after that`);
  const stale = staleRead(past, written);
  if (stale.length > 0) return [...stale, last, ...reads, end];
  const crossing = past.crossing(written) ?? past.crossing(fault);
  const known = crossing !== undefined && sameEvent(crossing.written, written);
  return [...(known ? [] : crossed(past, crossing)), last, ...reads, end];
}

/** What the thread of a write had read before another changed it, and did not look at again: the last of that. */
function staleRead(past: Past, written: PastEvent): Cause[] {
  const looked = new Set<number>();
  const changed = new Map<number, PastEvent>();
  for (const event of backwards(past.scene.history, written)) {
    const own = event.thread === written.thread;
    if (!own && isWrite(event)) {
      for (let word = 0; word < Math.max(event.words, 1); word++) {
        const at = event.address + word;
        if (!looked.has(at) && !changed.has(at)) changed.set(at, event);
      }
    } else if (own && (isRead(event) || isWrite(event))) {
      const between = changed.get(event.address);
      const fresh = looked.has(event.address);
      looked.add(event.address);
      if (fresh || between === undefined || !isRead(event) || !past.hasName(event)) continue;
      const interrupted = past.interruption(event.thread, event.step, between.step);
      return [
        past.cause(event, past.said(event) ?? `looks at ${past.thing(event)}`),
        ...(interrupted ? [interrupted] : []),
        past.cause(
          between,
          `${past.writing(between, past.thing(event))}, which ${past.name(event.thread)} does not look at again`,
        ),
      ];
    }
  }
  return [];
}

/** Most events that a condition is looked for in. */
const MAX_READS = 1024;

/** The last read of something with a name while the condition of an assert was evaluated, preferred where another thread wrote it. */
function readByCondition(past: Past, fault: PastEvent): PastEvent | undefined {
  const { scene } = past;
  const asserting = scene.framesAt(fault);
  let first: PastEvent | undefined;
  let left = MAX_READS;
  for (const event of backwards(scene.history, fault)) {
    if (event.thread !== fault.thread || event.pc < 0 || !isRead(event)) continue;
    const frame = scene.framesAt(event).at(-asserting.length);
    const outside = frame?.function !== asserting[0].function || frame.line !== asserting[0].line;
    if (outside || left-- === 0) return first;
    const source = past.sourceOf(event);
    if (source === undefined || !past.hasName(event)) continue;
    if (source.thread !== fault.thread) return event;
    first ??= event;
  }
  return first;
}
