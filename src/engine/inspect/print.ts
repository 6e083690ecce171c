/** How a text and its arguments become a line of output. */
import { EVENT_WORDS, eventWords } from '../bytecode/event';
import type { Machine } from '../machine';
import { CONVERSION, ELLIPSIS, FLOAT, float, integer, isWide, pad } from '../machine/printf';

/** The line of the PRINT event that stands at `at` in the log. */
export function printedText(machine: Machine, at: number): string {
  const { words, program } = machine;
  let next = at + EVENT_WORDS;
  const end = next + eventWords(words[at]);
  const text = program.texts[words[at + 2]];
  return text.replace(CONVERSION, (_all, flags, width, point, length, letter) => {
    if (letter === '%') return '%';
    if (next >= end) return String.fromCharCode(ELLIPSIS);
    let wide = width === '*' ? words[next++] : Number(width);
    const leftmost = wide < 0 ? `${flags}-` : flags;
    wide = Math.abs(wide);
    const given = point === undefined ? -1 : point === '*' ? words[next++] : Number(point);
    const precision = given < 0 ? null : given;
    if (letter === 's') {
      const count = words[next++];
      const shown = count < 0 ? '(null)' : String.fromCharCode(...words.subarray(next, next + count));
      next += Math.max(count, 0);
      return pad('', shown.slice(0, precision ?? shown.length), leftmost.replace('0', ''), wide);
    }
    const low = words[next++];
    const isPair = isWide(length) || FLOAT.test(letter);
    const high = isPair ? words[next++] : /[di]/.test(letter) ? low >> 31 : 0;
    const conversion = { letter, flags: leftmost, width: wide, precision };
    return FLOAT.test(letter) ? float(low, high, conversion) : integer(low, high, conversion);
  });
}
