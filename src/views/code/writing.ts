/** What the editor needs so that one can write in it: undo, search, brackets, indents, marks of what does not compile. */
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands';
import { bracketMatching, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { type Diagnostic as Lint, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, keymap } from '@codemirror/view';
import type { Diagnostic } from '../../engine';
import { givenLines } from '../../session';
import { quickFixOf } from './quick-fix';
import { keepUndo } from './undo';

/** `onChange`: the whole text, after each change of it. */
export const writing = (onChange: (text: string) => void): Extension => [
  history(),
  keepUndo(),
  indentUnit.of('    '),
  EditorState.tabSize.of(4),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  search({ top: true }),
  lintGutter(),
  keymap.of([
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...foldKeymap,
    ...lintKeymap,
    indentWithTab,
  ]),
  EditorView.contentAttributes.of({
    'aria-description': 'Tab indents. Escape, then Tab leaves the editor.',
  }),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) onChange(update.state.doc.toString());
  }),
  theme(),
];

/** Shades the lines of an exercise that have to stay as they are. */
export const shadeGiven: Extension = EditorView.decorations.compute(['doc'], ({ doc }) =>
  Decoration.set(
    givenLines(doc.toString()).flatMap((given, at) =>
      given ? [Decoration.line({ class: 'cm-given' }).range(doc.line(at + 1).from)] : [],
    ),
  ),
);

/** More marks than that tell nobody more, and thousands take seconds to draw. */
const MOST_MARKS = 100;

/** Marks what the compiler says of the text. What it says of a header of the library stands at the start. */
export function showDiagnostics(view: EditorView, diagnostics: readonly Diagnostic[]): void {
  const { length } = view.state.doc;
  const text = view.state.doc.toString();
  const lints = diagnostics.slice(0, MOST_MARKS).map((wrong): Lint => {
    const { span, message, hint } = wrong;
    const fix = quickFixOf(wrong, diagnostics, text);
    const [start, end] = span.file === 0 ? [span.start, span.end] : [0, 0];
    const from = Math.min(start, length);
    return {
      ...{ from, to: Math.min(Math.max(end, from), length), severity: 'error' },
      message: hint === '' ? message : `${message}. ${hint}`,
      ...(fix && {
        actions: [
          {
            name: fix.label,
            apply: (on) => on.dispatch({ changes: fix.changes, annotations: isolateHistory.of('full') }),
          },
        ],
      }),
    };
  });
  view.dispatch(setDiagnostics(view.state, lints));
}

const theme = (): Extension =>
  EditorView.theme({
    '.cm-content': { caretColor: 'var(--ink)' },
    '.cm-lineNumbers .cm-gutterElement': { cursor: 'pointer' },
    '.cm-lineNumbers .cm-gutterElement:hover': { color: 'var(--ink)' },
    '.cm-gutter-lint': { width: '14px' },
    '.cm-gutter-lint .cm-gutterElement': { padding: '0 1px' },
    '.cm-lint-marker': { width: '12px', height: '12px', marginTop: '3px' },
    '.cm-lintRange-error': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--fail) 1px',
      textUnderlineOffset: '3px',
    },
    '.cm-tooltip': {
      backgroundColor: 'var(--panel)',
      border: '1px solid var(--line2)',
      borderRadius: 'var(--r2)',
      color: 'var(--ink)',
      maxWidth: 'min(560px, 90vw)',
      font: '12.5px / 18px var(--ui)',
    },
    '.cm-diagnosticAction': {
      backgroundColor: 'var(--ink)',
      color: 'var(--panel)',
      borderRadius: 'var(--r2)',
    },
    '.cm-diagnostic-error': { borderLeftColor: 'var(--fail)' },
    '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': {
      backgroundColor: 'color-mix(in srgb, var(--ready) 18%, var(--panel))',
    },
    '&.cm-focused .cm-nonmatchingBracket': {
      backgroundColor: 'color-mix(in srgb, var(--fail) 14%, var(--panel))',
    },
    '.cm-panels': {
      backgroundColor: 'var(--sunken)',
      borderColor: 'var(--line)',
      color: 'var(--ink)',
      font: '12.5px / 18px var(--ui)',
    },
    '.cm-textfield, .cm-button': {
      backgroundColor: 'var(--panel)',
      backgroundImage: 'none',
      border: '1px solid var(--line2)',
      borderRadius: 'var(--r2)',
      color: 'var(--ink)',
    },
    '.cm-given': { backgroundColor: 'var(--sunken)' },
    '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--wait) 22%, var(--panel))' },
  });
