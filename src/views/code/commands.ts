/**
 * The editor for whom it is out of reach: keys and what is told elsewhere of a place in the text. They are events of the page, which an editor
 * on it listens to; without one nothing happens.
 */
import type { QuickFix } from './quick-fix';

interface Mounted {
  /** The cursor goes to a place of the text, or stays where it is. */
  readonly goTo: (place: number | null) => void;
  readonly apply: (changes: QuickFix['changes']) => void;
  /** Where the cursor is, from 1. */
  readonly line: () => number;
}

type Act = (editor: Mounted) => void;
const EVENT = 'racecourse:editor';

const onEditor = (act: Act): void => {
  dispatchEvent(new CustomEvent<Act>(EVENT, { detail: act }));
};

/** Returns the way to take it out again. */
export function mountEditor(editor: Mounted): () => void {
  const listen = (event: Event): void => (event as CustomEvent<Act>).detail(editor);
  addEventListener(EVENT, listen);
  return () => removeEventListener(EVENT, listen);
}

export const goToPlace = (place: number | null): void => onEditor(({ goTo }) => goTo(place));

export const applyFix = ({ changes }: QuickFix): void => onEditor(({ apply }) => apply(changes));

/** Where the cursor of the editor is, from 1. */
export function cursorLine(): number {
  let at = 1;
  onEditor(({ line }) => {
    at = line();
  });
  return at;
}

const ASKED = 'racecourse:ask';

/** `ask` is told of a line that somebody wants to ask about. Returns the way to take it out again. */
export function mountAsking(ask: (line: number) => void): () => void {
  const listen = (event: Event): void => ask((event as CustomEvent<number>).detail);
  addEventListener(ASKED, listen);
  return () => removeEventListener(ASKED, listen);
}

/** About the line of the cursor, where none is named. */
export function askAbout(line = cursorLine()): void {
  dispatchEvent(new CustomEvent<number>(ASKED, { detail: line }));
}
