/** Texts in the room that there is: how wide they are, which of them fits, where one is cut, and where it is broken into lines. Pure. */

/** Width of a character of the widest label font, per px of size: enough to know what fits. */
const CHARACTER = 0.6;

export function textWidth(text: string, size = 10.5): number {
  return text.length * size * CHARACTER;
}

/** The first of the texts that fits, or ''. */
export function fitting(texts: readonly string[], width: number, size = 10.5): string {
  return texts.find((text) => textWidth(text, size) <= width) ?? '';
}

/** `text`, cut with an ellipsis where it is longer than `width`; '' where not even three letters fit. */
export function clipped(text: string, width: number, size = 10.5): string {
  if (textWidth(text, size) <= width) return text;
  const room = Math.floor(width / textWidth('m', size)) - 1;
  return room < 3 ? '' : `${text.slice(0, room).trimEnd()}…`;
}

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
