/** What the two sides of a comparison are, for a thread that stands right before it. */
import type { Comparison, Side } from '../bytecode/program';
import { recordOf, T_SP } from '../machine/layout';
import type { Machine } from '../machine/memory';
import type { Names } from './names';
import { fieldView, valueText } from './values';

/** 'seen is 0x100000001', for each side that is not a literal and has a text. */
export function comparedText(
  machine: Machine,
  thread: number,
  comparison: Comparison,
  names: Names,
): string[] {
  const { words, program } = machine;
  const sp = words[recordOf(thread) + T_SP];
  const told = ({ span, type, literal }: Side, at: number): string[] => {
    const scope = { machine, names };
    const info = program.types[type];
    const value =
      info.kind === 'reference'
        ? fieldView(scope, '', info.to, words[at]).text
        : valueText(scope, type, { low: words[at], high: words[at + 1] });
    const shown = info.kind === 'pointer' && words[at] !== 0 ? `→ ${value}` : value;
    const text = program.sources[span.file].text.slice(span.start, span.end).replace(/\s+/g, ' ');
    return literal || value === '' || text === value ? [] : [`\`${text}\` is ${shown}`];
  };
  const { words: size, left, right } = comparison;
  return [...told(left, sp - 2 * size), ...told(right, sp - size)];
}
