/** The editor for whom it is out of reach: keys and what is told elsewhere of a place in the text. Nothing happens while none is on the page. */
import type { QuickFix } from './quick-fix';

interface Mounted {
  /** The cursor goes to a place of the text, or stays where it is. */
  readonly goTo: (place: number | null) => void;
  readonly apply: (changes: QuickFix['changes']) => void;
  /** Where the cursor is, from 1. */
  readonly line: () => number;
}
const mounted = new Set<Mounted>();

/** Returns the way to take it out again. */
export function mountEditor(editor: Mounted): () => void {
  mounted.add(editor);
  return () => mounted.delete(editor);
}

export function goToPlace(place: number | null): void {
  for (const { goTo } of mounted) goTo(place);
}

export function applyFix({ changes }: QuickFix): void {
  for (const { apply } of mounted) apply(changes);
}

export function cursorLine(): number {
  const [editor] = mounted;
  return editor?.line() ?? 1;
}

/** Who is told of a line that somebody wants to ask about. */
let asking: ((line: number) => void) | null = null;

/** Returns the way to take it out again. */
export function mountAsking(ask: (line: number) => void): () => void {
  asking = ask;
  return () => {
    if (asking === ask) asking = null;
  };
}

/** About the line of the cursor, where none is named. */
export const askAbout = (line = cursorLine()): void => asking?.(line);
