/** Names in lines: how wide they are, and where they are broken. Pure. */
import { textWidth } from '../score/words';

/** Of a letter of the proportional font, per px of size: the widest that is usual for its kind. */
const letterWidth = (letter: string): number =>
  /[iljtfrI.,:;'|!()[\]\s]/.test(letter)
    ? 0.36
    : /[mwMW@%]/.test(letter)
      ? 0.92
      : /[A-Z_]/.test(letter)
        ? 0.7
        : 0.58;

/** Width in the font of what is no code. */
export function uiWidth(text: string, size = 10.5): number {
  return [...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * size;
}

/** Where a name may go on in the next line: before a word, a member, an index and a blank. */
const BREAKS = /(?=\s|\[|\.\w|->|::)|(?<=_)(?=\w)|(?<=[a-z0-9\])])(?=[A-Z])/;

/** All of a text in lines no wider than `width`: broken at blanks, then where its words end, and within a word only where that is wider than a line. */
export function wrapped(text: string, width: number, measure: Measure = textWidth): string[] {
  const lines = [''];
  for (const phrase of text.split(/(?=\s)/)) pushParts(lines, [phrase], width, measure);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

type Measure = (text: string) => number;

function pushParts(lines: string[], parts: readonly string[], width: number, measure: Measure): void {
  for (const part of parts) {
    const line = lines[lines.length - 1] + part;
    const smaller = part.split(BREAKS);
    if (measure(line.trim()) <= width) lines[lines.length - 1] = line;
    else if (measure(part.trim()) <= width) lines.push(part);
    else if (smaller.length > 1) pushParts(lines, smaller, width, measure);
    else for (const letter of part) pushLetter(lines, letter, width, measure);
  }
}

function pushLetter(lines: string[], letter: string, width: number, measure: Measure): void {
  const line = lines[lines.length - 1] + letter;
  if (measure(line.trim()) <= width || lines[lines.length - 1] === '') lines[lines.length - 1] = line;
  else lines.push(letter);
}
