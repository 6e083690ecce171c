/**
 * Lost updates and ABA: a thread stores by what it had read of a word, and another has changed the word in between. A chain of causes
 * that reaches such a store goes on to both threads.
 */
import { EV_ALLOC, EV_ATOMIC_RMW, EV_FREE } from '../bytecode/event';
import { ACAS, ARMW } from '../bytecode/opcodes';
import { EXCHANGE, operationOf } from '../bytecode/rmw';
import type { Cause } from '../detect/finding';
import { backwards, covers, isRead, isWrite, lastEvent, type PastEvent } from '../detect/history';
import { type Past, sameEvent } from './past';

/** A thread read a word, another one wrote to it, and the first wrote over that. */
interface Lost {
  readonly seen: PastEvent;
  readonly between: PastEvent;
  readonly over: PastEvent;
  /** The other put back what was there, and a compare-and-exchange took the word for unchanged. */
  readonly back: boolean;
}

/** Writes to look at, backwards. */
const MAX_WRITES = 64;

/** Words to look at. */
const MAX_WORDS = 64;

/** The update that is missing in what a write left: lost by that write, or by one that it builds on. */
export function lostUpdate(past: Past, last: PastEvent): Lost | undefined {
  const { history } = past.scene;
  let written: PastEvent | undefined = last;
  for (let tried = 0; written !== undefined && tried < MAX_WRITES; tried++) {
    const lost = lostBy(past, written);
    if (lost !== undefined) return lost;
    const { address } = written;
    const before = lastEvent(history, (event) => isWrite(event) && covers(event, address), written);
    if (before === undefined || !buildsOn(past, written, before)) return undefined;
    written = before;
  }
  return undefined;
}

/** The last ABA in a word that a thread has read before an event. */
export function putBackBefore(past: Past, before: PastEvent): Lost | undefined {
  const tried = new Set<number>();
  for (const read of backwards(past.scene.history, before)) {
    if (tried.size === MAX_WORDS) return undefined;
    if (read.thread !== before.thread || !isRead(read) || tried.has(read.address)) continue;
    tried.add(read.address);
    const source = past.sourceOf(read);
    const lost = source?.kind === EV_ATOMIC_RMW ? lostUpdate(past, source) : undefined;
    if (lost?.back) return lost;
  }
  return undefined;
}

/** Both threads, in order of time. */
export function ofLost(past: Past, { seen, between, over, back }: Lost): Cause[] {
  const other = past.name(between.thread);
  const interrupted = past.interruption(seen.thread, seen.step, between.step);
  const knew = `what it had ${seen.kind === EV_ATOMIC_RMW ? 'left' : 'read'} there in step ${seen.step}`;
  const end = back
    ? `and takes it for unchanged since step ${seen.step}, though ${other} has changed it and put it back in step ${between.step}`
    : `by ${knew}: what ${other} wrote in step ${between.step} is lost`;
  const saw = past.said(seen) ?? (isRead(seen) ? `reads ${past.thing(seen)}` : past.writing(seen));
  return [
    past.cause(seen, saw),
    ...(interrupted ? [interrupted] : []),
    past.cause(between, past.writing(between)),
    past.cause(over, `${past.writing(over)}, ${end}`),
  ];
}

/** What a write lost: its thread last knew the word before another changed it. */
function lostBy(past: Past, over: PastEvent): Lost | undefined {
  const opcode = past.scene.program.code[over.pc];
  // It answers what was there.
  if (opcode === ARMW) return undefined;
  let between: PastEvent | undefined;
  for (const event of backwards(past.scene.history, over)) {
    if ((event.kind === EV_ALLOC || event.kind === EV_FREE) && event.address === over.address)
      return undefined;
    if (!(isRead(event) || isWrite(event)) || !covers(event, over.address)) continue;
    if (event.thread !== over.thread) {
      if (isWrite(event)) between ??= event;
      continue;
    }
    if (between === undefined || (isWrite(event) && event.kind !== EV_ATOMIC_RMW)) return undefined;
    if (!isSameVariable(past, event, over)) return undefined;
    const lost = { seen: event, between, over, back: opcode === ACAS };
    return (lost.back ? putBack(past, lost) : makesDifference(past, lost)) ? lost : undefined;
  }
  return undefined;
}

/** Not where the other wrote what was there, as who tries a lock in vain. */
function makesDifference(past: Past, { seen, between, over }: Lost): boolean {
  const [first, then] = [seen, between].map((event) =>
    past.scene.wordsAt(event, over.address, Math.max(over.words, 1)).join(),
  );
  return first !== then;
}

/** Only where what is exchanged was read elsewhere meanwhile, as the next of a node: else unchanged is as good as untouched. */
function putBack(past: Past, { seen, over }: Lost): boolean {
  for (const event of backwards(past.scene.history, over)) {
    if (sameEvent(event, seen)) return false;
    const elsewhere = event.thread === over.thread && isRead(event) && !covers(event, over.address);
    if (elsewhere && event.value === over.value) return true;
  }
  return false;
}

/** Storage of a stack is used again. */
function isSameVariable(past: Past, a: PastEvent, b: PastEvent): boolean {
  const [one, other] = [a, b].map((event) => past.scene.thingAt(event, b.address));
  return one.storage !== 'stack' || one.whole.name === other.whole.name;
}

/** Whether a write is of what the one before it left. */
function buildsOn(past: Past, written: PastEvent, before: PastEvent): boolean {
  const { program, history } = past.scene;
  if (written.kind === EV_ATOMIC_RMW)
    return program.code[written.pc] !== ARMW || operationOf(program.code[written.pc + 2]) !== EXCHANGE;
  const known = lastEvent(
    history,
    (event) =>
      (isRead(event) || isWrite(event)) && event.thread === written.thread && covers(event, written.address),
    written,
  );
  if (known === undefined || !isRead(known)) return false;
  return known.step > before.step || (known.step === before.step && known.event > before.event);
}
