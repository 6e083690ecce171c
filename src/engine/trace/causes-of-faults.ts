/** The causes of what stopped a program: a null, an object that was gone, an assertion. */
import { EV_COUNT_DROP, EV_DEATH, EV_FREE } from '../bytecode/event';
import type { Cause, Finding } from '../detect/finding';
import { backwards, covers, eventsOf, isRead, isWrite, lastEvent, type PastEvent } from '../detect/history';
import { originOfNull } from '../detect/null-origin';
import { one } from '../detect/report';
import { type Crossing, endOf, type Past, sameEvent } from './past';

/** What was stored, why the thread that stored it could think so, what went with it, and who used it. */
export function ofNull(past: Past, fault: PastEvent): Cause[] {
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
export function ofFree(past: Past, fault: PastEvent, twice: boolean): Cause[] {
  const { scene } = past;
  const { history } = scene;
  const thing = scene.thingAt(fault, fault.address);
  const freed = lastEvent(history, ({ kind, address }) => kind === EV_FREE && address === thing.block, fault);
  if (freed === undefined || thing.block === 0) return [];
  const object = one(thing.object || thing.type);
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

/** What the condition read, who wrote that last, and what the write did not know of. */
export function ofAssertion(past: Past, fault: PastEvent, finding: Finding): Cause[] {
  const end = past.cause(fault, finding.sentence.replace(/^.*?: (?=`)/, 'finds that ').replace(/\.$/, ''));
  const read = readByCondition(past, fault);
  if (read === undefined) return [...crossed(past, past.crossing(fault)), end];
  const written = past.sourceOf(read);
  if (written === undefined) return [end];
  const lost = lostUpdate(past, written);
  if (lost === undefined) {
    const last = past.cause(written, `${past.writing(written)}; nobody changes it after that`);
    const crossing = past.crossing(written) ?? past.crossing(fault);
    const known = crossing !== undefined && sameEvent(crossing.written, written);
    return [...(known ? [] : crossed(past, crossing)), last, end];
  }
  const { seen, between, over } = lost;
  const interrupted = past.interruption(seen.thread, seen.step, between.step);
  const other = past.name(between.thread);
  return [
    past.cause(seen, past.said(seen) ?? `reads ${past.thing(seen)}`),
    ...(interrupted ? [interrupted] : []),
    past.cause(between, past.writing(between)),
    past.cause(
      over,
      `${past.writing(over)}, which it had read before ${other} wrote: what ${other} wrote is lost`,
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

/** A thread read a word, another one wrote to it, and the first wrote over that. */
interface Lost {
  readonly seen: PastEvent;
  readonly between: PastEvent;
  readonly over: PastEvent;
}

/** Writes to look at, backwards. */
const MAX_WRITES = 64;

/** The last lost update of a word, up to a write to it. */
function lostUpdate(past: Past, last: PastEvent): Lost | undefined {
  let written: PastEvent | undefined = last;
  for (let tried = 0; written !== undefined && tried < MAX_WRITES; tried++) {
    const lost = lostBy(past, written);
    if (lost !== undefined) return lost;
    written = lastEvent(
      past.scene.history,
      (event) => isWrite(event) && event.address === last.address,
      written,
    );
  }
  return undefined;
}

function lostBy(past: Past, written: PastEvent): Lost | undefined {
  let between: PastEvent | undefined;
  for (const event of backwards(past.scene.history, written)) {
    if (event.address !== written.address) continue;
    if (event.thread === written.thread && isRead(event))
      return between === undefined ? undefined : { seen: event, between, over: written };
    if (event.thread === written.thread && isWrite(event)) return undefined;
    if (event.thread !== written.thread && isWrite(event)) between ??= event;
  }
  return undefined;
}
