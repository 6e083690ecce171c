/**
 * What can be undone outlives a reload: it is kept in this tab, for the text that was written last. Where the browser keeps nothing, or it is
 * too much, undo ends with the page as it did before.
 */
import { historyField } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const KEY = 'racecourse.undo';
/** Characters: a tab has some five million. */
const MOST = 1_000_000;
/** ms without a change until it is written down. */
const PAUSE = 300;
const FIELDS = { history: historyField };

/** The editor as it was left, if it was left with this text; null otherwise. */
export function asLeft(doc: string, extensions: Extension): EditorState | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('doc' in kept) || kept.doc !== doc) return null;
    return EditorState.fromJSON(kept, { extensions }, FIELDS);
  } catch {
    return null;
  }
}

/** Writes down what can be undone, when the keys have paused and when the page is left. */
export function keepUndo(): Extension {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: EditorState | null = null;
  const write = (): void => {
    clearTimeout(timer);
    if (last === null) return;
    try {
      const text = JSON.stringify(last.toJSON(FIELDS));
      if (text.length > MOST) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, text);
    } catch {
      // Blocked or full: undo ends with the page.
    }
    last = null;
  };
  addEventListener('pagehide', write);
  return EditorView.updateListener.of(({ docChanged, state }) => {
    if (!docChanged) return;
    last = state;
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE);
  });
}
