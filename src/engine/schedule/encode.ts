/**
 * A Schedule as a word for URLs, stories and reports: short, and readable by whoever knows the threads.
 *
 *     a2b4c10     main takes 2 steps, thread 1 takes 4, thread 2 takes 10
 *     a2b4c-1b    … and c's step wakes the second waiter (pick 1); a pick belongs to every step of its run
 *     -a2b4       the same granularity 'access': every access another thread could see is a step
 *     .a2b4-1     … 'rc11': atomics as RC11 has them; a pick says how many newer writes a load leaves out (rc11/weak-machine.ts)
 *
 *     schedule = ["-" | "."] {run}      run = thread [count ≥ 2] ["-" pick ≥ 1]
 *     thread   = "a"…"z" for 0…25, "A"…"Z" for 26…51, "_" number "_" above
 *
 * All characters survive both URLSearchParams and encodeURIComponent. The URL's version covers this format too.
 */
import type { ThreadId } from '../bytecode/program';
import type { Choice, Granularity, Schedule } from './schedule';

/** A link may ask for this many steps and no more: a damaged count must not fill the memory. */
export const MAX_ENCODED_STEPS = 1_000_000;

const PREFIXES: Readonly<Record<Granularity, string>> = { sync: '', access: '-', rc11: '.' };
const LOWER = 'a'.charCodeAt(0);
const UPPER = 'A'.charCodeAt(0);
const LETTERS = 26;

const letterOf = (thread: number): string => {
  if (thread < LETTERS) return String.fromCharCode(LOWER + thread);
  if (thread < 2 * LETTERS) return String.fromCharCode(UPPER + thread - LETTERS);
  return `_${thread}_`;
};

/** The one text of a schedule: equal schedules have equal texts. */
export function encodeSchedule({ granularity, choices }: Schedule): string {
  let text = PREFIXES[granularity];
  for (let at = 0; at < choices.length; ) {
    const { thread, pick } = choices[at];
    let end = at + 1;
    while (end < choices.length && choices[end].thread === thread && choices[end].pick === pick) end++;
    text += letterOf(thread);
    if (end - at > 1) text += end - at;
    if (pick > 0) text += `-${pick}`;
    at = end;
  }
  return text;
}

export interface Decoded {
  readonly schedule: Schedule;
  /** True if the text was not one of a schedule: then `schedule` is what its beginning says. */
  readonly damaged: boolean;
}

const RUN =
  /(?:(?<letter>[a-zA-Z])|_(?<number>0|[1-9]\d{0,3})_)(?<count>[1-9]\d*)?(?:-(?<pick>0|[1-9]\d{0,3}))?/y;

/** Reads any text, as far as it is a schedule. Never throws. */
export function decodeSchedule(text: string): Decoded {
  const granularity = granularityOf(text);
  const choices: Choice[] = [];
  RUN.lastIndex = PREFIXES[granularity].length;
  let read = RUN.lastIndex;
  while (read < text.length) {
    const run = RUN.exec(text)?.groups;
    if (run === undefined) break;
    const count = Number(run.count ?? 1);
    if (choices.length + count > MAX_ENCODED_STEPS) break;
    const choice = { thread: threadOf(run), pick: Number(run.pick ?? 0) };
    for (let i = 0; i < count; i++) choices.push(choice);
    read = RUN.lastIndex;
  }
  return { schedule: { granularity, choices }, damaged: read < text.length };
}

const granularityOf = (text: string): Granularity =>
  text.startsWith(PREFIXES.access) ? 'access' : text.startsWith(PREFIXES.rc11) ? 'rc11' : 'sync';

function threadOf({ letter, number }: Record<string, string | undefined>): ThreadId {
  if (letter === undefined) return Number(number) as ThreadId;
  const code = letter.charCodeAt(0);
  return (code >= LOWER ? code - LOWER : code - UPPER + LETTERS) as ThreadId;
}
