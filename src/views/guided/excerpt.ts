/** Of a text the lines that something is about, with what leads to them; between them how many were left out: pure. */
import { isCode, type LineDiff } from './diff';

export type Row =
  | {
      readonly kind: 'line';
      readonly line: number;
      readonly text: string;
      readonly look: 'named' | 'around';
      readonly added: boolean;
    }
  | { readonly kind: 'removed'; readonly before: number; readonly text: string }
  | { readonly kind: 'gap'; readonly after: number; readonly lines: number };

/** With more rows than these, what leads to the lines is left out too: they are to be seen at once, on a phone as well. */
const MOST = 16;

/** `named`: numbers of the lines it is about; all lines where `whole`. */
export function excerptOf(
  source: string,
  named: ReadonlySet<number>,
  diff: LineDiff,
  whole = false,
): readonly Row[] {
  const lines = source.trimEnd().split('\n');
  if (whole) return rowsOf(lines, () => true, named, diff);
  const led = new Set([...named].flatMap((line) => around(lines, line)));
  const rows = rowsOf(lines, (line) => led.has(line), named, diff);
  return rows.length > MOST ? rowsOf(lines, (line) => named.has(line), named, diff) : rows;
}

function rowsOf(
  lines: readonly string[],
  isShown: (line: number) => boolean,
  named: ReadonlySet<number>,
  diff: LineDiff,
): readonly Row[] {
  const rows: Row[] = [];
  let left = 0;
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    if (isShown(line)) {
      if (left > 0) rows.push({ kind: 'gap', after: line - left - 1, lines: left });
      left = 0;
      for (const gone of diff.removed.get(line) ?? [])
        if (isCode(gone)) rows.push({ kind: 'removed', before: line, text: gone });
      const look = named.has(line) ? 'named' : 'around';
      rows.push({ kind: 'line', line, text, look, added: diff.added.has(line) && isCode(text) });
    } else {
      left++;
    }
  }
  if (left > 0) rows.push({ kind: 'gap', after: lines.length - left, lines: left });
  return rows;
}

/** The line, and the one that opens the block it stands in. */
function around(lines: readonly string[], line: number): number[] {
  const depth = indent(lines[line - 1]);
  let opens = line - 1;
  while (opens > 0 && (!isCode(lines[opens - 1]) || indent(lines[opens - 1]) >= depth)) opens--;
  return opens > 0 && depth > 0 ? [opens, line] : [line];
}

const indent = (text: string): number => /^\s*/.exec(text)?.[0].length ?? 0;
