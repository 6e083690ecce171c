/**
 * An exercise: a program that is to be made clean. Pure: which of its lines are given, whether they still stand in an answer, and whether
 * the answer still does the program's work, so that who deletes it has not mended it.
 */
import type { FieldView, Snapshot, TraceView } from '../../engine';
import type { Exercise } from '../model/document';
import { givenLines } from '../model/given';
import { damaged, packText, unpackText } from './codec';

/** The first given line that an answer has not kept, with its number in the text it was given in, from 1; null if all stand, in their order. */
export function changedLine(given: string, answer: string): { line: number; text: string } | null {
  const before = given.split('\n').map((line) => line.trimEnd());
  const after = answer.split('\n').map((line) => line.trimEnd());
  const locked = givenLines(given);
  let from = 0;
  for (let start = 0; start < before.length; start++) {
    if (!locked[start]) continue;
    let end = start;
    while (end < before.length && locked[end]) end++;
    // Nobody minds empty lines at the end of a file.
    while (end > start && before[end - 1] === '') end--;
    const block = before.slice(start, end);
    const at = indexOfBlock(after, block, from);
    if (at < 0) {
      const rest = after.slice(from);
      const gone = block.findIndex((line) => !rest.includes(line));
      const line = start + Math.max(0, gone);
      return { line: line + 1, text: before[line].trim() };
    }
    from = at + block.length;
    start = end;
  }
  return null;
}

function indexOfBlock(lines: readonly string[], block: readonly string[], from: number): number {
  for (let at = from; at + block.length <= lines.length; at++)
    if (block.every((line, i) => lines[at + i] === line)) return at;
  return -1;
}

/** An answer may not turn the tests off. */
export const turnsOffTests = (answer: string): boolean => /#\s*define\s+(?:assert|NDEBUG)\b/.test(answer);

/** What the threads beside main write in a run of single accesses: names of variables and members. */
export function workOf({ steps }: TraceView): ReadonlySet<string> {
  const written = steps.filter(
    ({ thread, operation }) => thread !== 0 && /^(?:store|rmw|write)$/.test(operation.kind),
  );
  return new Set(
    written.flatMap(({ operation }) => /([A-Za-z_]\w*)(?:\[\d+\])*$/.exec(operation.target)?.[1] ?? []),
  );
}

/** What variables and members are in the end, by name: of the same name, each of them. */
export function valuesOf({ status, roots }: Snapshot): ReadonlyMap<string, string> | null {
  // What comes of the work is known where the program comes to its end.
  if (status !== 'finished') return null;
  const values = new Map<string, string>();
  const add = ({ name, text, fields }: FieldView): void => {
    values.set(name, `${values.get(name) ?? ''} ${text}`.trim());
    fields.forEach(add);
  };
  for (const { thread, field } of roots) if (thread === null) add(field);
  return values;
}

/**
 * Of what is missing, all that the run does not come to either: who lets main write what the threads have found out, or keeps it in
 * another way, does the work as long as the same comes of it.
 */
export const notCome = (
  missing: readonly string[],
  before: ReadonlyMap<string, string> | null,
  after: ReadonlyMap<string, string> | null,
): readonly string[] =>
  missing.filter((name) => before?.get(name) === undefined || before.get(name) !== after?.get(name));

/**
 * What of the work is not done any more: of what the given lines speak of, each; where they speak of none of it, all, if nothing at all is
 * written. Empty if the work is done.
 */
export function missingWork(
  given: string,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): readonly string[] {
  const locked = givenLines(given);
  const spoken = given
    .split('\n')
    .filter((_, at) => locked[at])
    .join('\n');
  const tested = [...before].filter((name) => new RegExp(`\\b${name}\\b`).test(spoken));
  if (tested.length > 0) return tested.filter((name) => !after.has(name));
  return before.size > 0 && after.size === 0 ? [...before] : [];
}

/** For a link: '' where it adds nothing to the text that travels beside it. */
export function packExercise({ given, task, hints, hidden }: Exercise, text: string): string {
  return packText(JSON.stringify({ ...(given === text ? {} : { given }), task, hints, hidden }));
}

/** Out of a link, where anything may stand. */
export function unpackExercise(packed: string, text: string): Exercise {
  const { given, task, hints, hidden } = fieldsIn(unpackText(packed));
  return {
    given: typeof given === 'string' ? given : text,
    task: typeof task === 'string' ? task : '',
    hints: Array.isArray(hints) ? hints.filter((hint) => typeof hint === 'string') : [],
    hidden: hidden === true,
  };
}

function fieldsIn(json: string): Partial<Record<string, unknown>> {
  try {
    const said: unknown = JSON.parse(json);
    return typeof said === 'object' && said !== null ? said : {};
  } catch {
    throw damaged();
  }
}
