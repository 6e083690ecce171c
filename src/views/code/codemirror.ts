/**
 * The editor, to read only unless it is given what it takes to write: C++ in the colours of the page, pills in a gutter, the inline sentence under a failing line. Marks come in by one
 * effect and replace all that stood there; the view scrolls only when the executed line is out of sight.
 */
import { cpp } from '@codemirror/lang-cpp';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { getChunks, unifiedMergeView } from '@codemirror/merge';
import {
  type ChangeDesc,
  EditorState,
  type Extension,
  type Range,
  RangeSet,
  StateEffect,
  StateField,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  GutterMarker,
  gutter,
  gutterLineClass,
  lineNumbers,
  WidgetType,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { cx } from '../parts/cx';
import { hueClass, hueOf, hueRepeats } from '../parts/hue';
import pillCss from '../parts/Pill.module.css';
import { proseOf } from '../parts/prose';
import css from './Code.module.css';
import type { LineMark, Marks, PillMark } from './marks';

export interface CodeEditor {
  readonly view: EditorView;
  /** Another text, of which nothing was undone yet. */
  readonly reset: (source: string) => void;
  readonly show: (marks: Marks) => void;
  readonly scrollTo: (line: number) => void;
  readonly destroy: () => void;
}

interface Options {
  readonly source: string;
  /** The file to compare with; null shows the source alone. */
  readonly other: string | null;
  readonly onVisible: (lines: readonly [first: number, last: number]) => void;
  /** The number of a line was clicked. */
  readonly onLine?: (line: number) => void;
  /** How it was left with this text, if it was. */
  readonly asLeft?: (doc: string, extensions: Extension) => EditorState | null;
  /** What it takes to write, where one may. */
  readonly writing?: Extension;
}

/** Lines below a failing one that have to be in sight, so that its sentence is. */
const BELOW = 2;

export function createEditor(parent: HTMLElement, options: Options): CodeEditor {
  const { other, onVisible, onLine, asLeft, writing } = options;
  const source = writing === undefined ? options.source.trimEnd() : options.source;
  const tellVisible = (view: EditorView) => onVisible(visibleLines(view));
  const extensions: Extension = [
    shownMarks,
    lineNumbers(
      onLine && {
        domEventHandlers: {
          click: (view, { from }) => {
            onLine(view.state.doc.lineAt(from).number);
            return true;
          },
        },
      },
    ),
    writing ?? reading,
    EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': 'Source' }),
    cpp(),
    syntaxHighlighting(colours),
    theme,
    EditorView.updateListener.of((update) => {
      if (update.geometryChanged || update.viewportChanged) tellVisible(update.view);
    }),
    EditorView.domEventHandlers({ scroll: (_event, scrolled) => tellVisible(scrolled) }),
    other === null
      ? []
      : unifiedMergeView({ original: other.trimEnd(), mergeControls: false, highlightChanges: false }),
  ];
  const stateOf = (doc: string) => asLeft?.(doc, extensions) ?? EditorState.create({ doc, extensions });
  const view = new EditorView({ parent, state: stateOf(source) });
  // A diff opens at its first change, and follows the steps from there.
  let firstChange = firstChangedLine(view.state);
  const scrollTo = (line: number) => {
    if (line > view.state.doc.lines) return;
    view.dispatch({ effects: EditorView.scrollIntoView(view.state.doc.line(line).from, { y: 'center' }) });
  };
  return {
    view,
    reset: (text) => view.setState(stateOf(text)),
    scrollTo,
    show: (marks) => {
      view.dispatch({ effects: setMarks.of(marks) });
      // Who writes looks at what he writes.
      if (writing !== undefined && view.hasFocus) return;
      const { executed } = marks;
      // The sentence under a failing line is read with it.
      const told = marks.lines.some(({ line, error }) => line === executed && error !== null);
      const last = executed === null ? 0 : Math.min(view.state.doc.lines, executed + (told ? BELOW : 0));
      if (firstChange !== null) scrollTo(firstChange);
      else if (executed !== null && !(isVisible(view, executed) && isVisible(view, last))) scrollTo(executed);
      firstChange = null;
    },
    destroy: () => view.destroy(),
  };
}

const reading: Extension = [EditorState.readOnly.of(true), EditorView.editable.of(false)];

function firstChangedLine(state: EditorState): number | null {
  const chunk = getChunks(state)?.chunks[0];
  return chunk === undefined ? null : state.doc.lineAt(Math.min(chunk.fromB, state.doc.length)).number;
}

function isVisible(view: EditorView, line: number): boolean {
  const [first, last] = visibleLines(view);
  return line >= first && line <= last;
}

/** Those that are shown whole. */
function visibleLines(view: EditorView): readonly [number, number] {
  const { scrollDOM, documentTop, state } = view;
  const box = scrollDOM.getBoundingClientRect();
  const top = box.top - documentTop;
  const bottom = box.top + scrollDOM.clientHeight - documentTop;
  const firstBlock = view.lineBlockAtHeight(top);
  const lastBlock = view.lineBlockAtHeight(bottom);
  const first = state.doc.lineAt(firstBlock.from).number;
  const last = state.doc.lineAt(lastBlock.from).number;
  return [firstBlock.top < top - 4 ? first + 1 : first, lastBlock.bottom > bottom + 4 ? last - 1 : last];
}

const setMarks = StateEffect.define<Marks>();

interface Shown {
  readonly lines: DecorationSet;
  readonly pills: RangeSet<GutterMarker>;
  /** The same tint for the gutters, which are not part of the line. */
  readonly tints: RangeSet<GutterMarker>;
}

const shownMarks = StateField.define<Shown>({
  create: () => ({ lines: Decoration.none, pills: RangeSet.empty, tints: RangeSet.empty }),
  update(shown, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setMarks)) return drawn(effect.value, transaction.state);
    // Until the text has been run anew its marks stay with what they were at.
    return transaction.docChanged ? moved(shown, transaction.changes) : shown;
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ lines }) => lines),
    gutterLineClass.from(field, ({ tints }) => tints),
    gutter({
      class: css.gutter,
      markers: (view) => view.state.field(field).pills,
      initialSpacer: () => spacer,
    }),
  ],
});

const moved = ({ lines, pills, tints }: Shown, changes: ChangeDesc): Shown => ({
  lines: lines.map(changes),
  pills: pills.map(changes),
  tints: tints.map(changes),
});

function drawn({ lines, underlined }: Marks, { doc }: EditorState): Shown {
  const decorations: Range<Decoration>[] = underlined
    .filter(({ start, end }) => start < end && end <= doc.length)
    .map(({ start, end }) => Decoration.mark({ class: css.underlined }).range(start, end));
  const pills: Range<GutterMarker>[] = [];
  const tints: Range<GutterMarker>[] = [];
  for (const mark of lines) {
    if (mark.line < 1 || mark.line > doc.lines) continue;
    const { from, to } = doc.line(mark.line);
    const tint = tintClass(mark);
    if (tint !== '') decorations.push(Decoration.line({ class: tint }).range(from));
    if (tint !== '' || mark.failing) tints.push(new Tint(cx(tint, mark.failing && css.failing)).range(from));
    if (mark.note !== null) {
      const widget = new Note(mark.note.text, hueOf(mark.note.thread));
      decorations.push(Decoration.widget({ widget, block: true, side: 1 }).range(to));
    }
    if (mark.error !== null) {
      const widget = new InlineError(mark.error.title, mark.error.sentence);
      decorations.push(Decoration.widget({ widget, block: true, side: 1 }).range(to));
    }
    if (mark.pills.length > 0 || mark.causes.length > 0) {
      pills.push(new Pills(mark).range(from));
      decorations.push(Decoration.widget({ widget: new Aloud(wordsOf(mark)), side: -1 }).range(from));
    }
  }
  return {
    lines: Decoration.set(decorations, true),
    pills: RangeSet.of(pills, true),
    tints: RangeSet.of(tints, true),
  };
}

function tintClass({ tint }: LineMark): string {
  return tint === null ? '' : cx(tint.strong ? css.strong : css.soft, css[hueClass(tint.thread)]);
}

class Tint extends GutterMarker {
  override readonly elementClass: string;
  constructor(elementClass: string) {
    super();
    this.elementClass = elementClass;
  }
  override eq(other: GutterMarker): boolean {
    return other instanceof Tint && other.elementClass === this.elementClass;
  }
}

class Pills extends GutterMarker {
  readonly mark: LineMark;
  constructor(mark: LineMark) {
    super();
    this.mark = mark;
  }
  override eq(other: GutterMarker): boolean {
    return other instanceof Pills && JSON.stringify(other.mark) === JSON.stringify(this.mark);
  }
  override toDOM(): HTMLElement {
    const box = element('span', css.pills);
    const crowded = this.mark.pills.length + this.mark.causes.length > 3;
    for (const cause of this.mark.causes) {
      box.append(element('b', css.cause, String(cause)));
    }
    for (const pill of this.mark.pills) box.append(pillElement(pill, crowded));
    return box;
  }
}

class Spacer extends GutterMarker {
  override toDOM(): HTMLElement {
    return element('span', css.spacer);
  }
}
const spacer = new Spacer();

function pillElement({ thread, letter, look, label }: PillMark, small: boolean): HTMLElement {
  const className = cx(
    pillCss.pill,
    pillCss[look],
    small && pillCss.small,
    hueRepeats(thread) && pillCss.repeated,
  );
  const pill = element('span', className, letter);
  pill.style.setProperty('--h', hueOf(thread));
  pill.title = label;
  return pill;
}

const wordsOf = ({ causes, pills }: LineMark): string =>
  [...causes.map((cause) => `cause ${cause}`), ...pills.map(({ label }) => label)].join(', ');

/** The gutter is hidden from screen readers, so the line itself says what stands there. */
class Aloud extends WidgetType {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override eq(other: Aloud): boolean {
    return other.text === this.text;
  }
  override toDOM(): HTMLElement {
    return element('span', 'only-read', this.text);
  }
}

/** What happened here, under the line: it keeps to the visible width. */
class Note extends WidgetType {
  readonly text: string;
  readonly hue: string;
  constructor(text: string, hue: string) {
    super();
    this.text = text;
    this.hue = hue;
  }
  override eq(other: Note): boolean {
    return other.text === this.text && other.hue === this.hue;
  }
  override toDOM(): HTMLElement {
    const note = element('div', css.note, this.text);
    note.style.setProperty('--h', this.hue);
    const room = element('div', '');
    room.append(note);
    return room;
  }
}

/** The sentence under the failing line: it keeps to the visible width, however long the lines are. */
class InlineError extends WidgetType {
  readonly title: string;
  readonly sentence: string;
  constructor(title: string, sentence: string) {
    super();
    this.title = title;
    this.sentence = sentence;
  }
  override eq(other: InlineError): boolean {
    return other.title === this.title && other.sentence === this.sentence;
  }
  override toDOM(): HTMLElement {
    const words = element('span', '');
    words.append(element('b', '', `${this.title}.`), ' ');
    for (const { text, code } of proseOf(this.sentence))
      words.append(code ? element('code', '', text) : text);
    const box = element('div', css.error);
    box.append(cross(), words);
    // Padding, not margin: the editor measures the outer box.
    const room = element('div', css.room);
    room.append(box);
    return room;
  }
}

function cross(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', '#i-x');
  svg.setAttribute('width', '13');
  svg.setAttribute('height', '13');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.bool, tags.null, tags.self], color: 'var(--k-kw)' },
  { tag: [tags.standard(tags.typeName)], color: 'var(--k-kw)' },
  { tag: [tags.typeName, tags.namespace, tags.className], color: 'var(--k-type)' },
  { tag: [tags.number, tags.string, tags.character], color: 'var(--k-num)' },
  { tag: [tags.processingInstruction, tags.macroName, tags.meta], color: 'var(--k-kw)' },
  { tag: tags.comment, color: 'var(--k-com)' },
]);

const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--panel)', color: 'var(--ink)', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit', overflow: 'auto' },
  '.cm-content': { padding: '4px 0' },
  '.cm-line': { padding: '0 12px 0 0' },
  '.cm-gutters': { backgroundColor: 'var(--panel)', border: 'none', color: 'var(--ink3)' },
  '.cm-lineNumbers .cm-gutterElement': {
    width: 'var(--numbers)',
    minWidth: 'var(--numbers)',
    padding: '0 10px 0 0',
    fontSize: '11px',
    textAlign: 'right',
  },
});
