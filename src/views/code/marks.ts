/** Which marks stand at which line of the listing: pure. One entry for each line that has any, in order of lines. */
import type { Diagnostic, Finding, Snapshot, Span, StepView, ThreadView, TraceView } from '../../engine';
import { findingTitles } from '../parts/findings';

export interface PillMark {
  readonly thread: number;
  readonly letter: string;
  /** done: just executed. next: executes next. frame: a caller. crash: the violation is here. */
  readonly look: 'done' | 'next' | 'frame' | 'crash';
  readonly label: string;
}
export interface LineMark {
  readonly line: number;
  readonly pills: readonly PillMark[];
  /** Numbers of the causes of the verdict that stand here. */
  readonly causes: readonly number[];
  /** Whose hue the line takes; strong for the executed one. */
  readonly tint: { readonly thread: number; readonly strong: boolean } | null;
  /** At the end of the line, in the hue of its thread. */
  readonly note: { readonly thread: number; readonly text: string } | null;
  readonly failing: boolean;
  /** The sentence beneath the line. */
  readonly error: { readonly title: string; readonly sentence: string } | null;
}
export interface Marks {
  readonly lines: readonly LineMark[];
  /** Ranges of the source that a diagnostic is about. */
  readonly underlined: readonly { readonly start: number; readonly end: number }[];
  /** The line of the last step, which the view keeps in sight; null before the first. */
  readonly executed: number | null;
}

export interface MarksInput {
  readonly snapshot: Snapshot | null;
  readonly trace: TraceView | null;
  readonly at: number;
  /** The findings up to here. */
  readonly findings: readonly Finding[];
  /** Why the source does not compile, and the source they speak of. */
  readonly diagnostics: readonly Diagnostic[];
  readonly source: string;
  /** The one whose causes are numbered. */
  readonly shown: Finding | null;
  /** Only this thread, if any. */
  readonly focus: number | null;
}

type Draft = { -readonly [K in keyof LineMark]: LineMark[K] } & { pills: PillMark[]; causes: number[] };

export function marksOf(input: MarksInput): Marks {
  const { snapshot, trace, at, findings, diagnostics, source, shown, focus } = input;
  const lines = new Map<number, Draft>();
  const at_ = (line: number): Draft => {
    const found = lines.get(line) ?? emptyLine(line);
    lines.set(line, found);
    return found;
  };
  const step = trace?.steps[at - 1] ?? null;
  const executed = step !== null && isHere(step.operation) ? step.operation.line : null;
  const threads = (snapshot?.threads ?? []).filter(({ id }) => focus === null || id === focus);

  for (const thread of threads)
    for (const pill of pillsOf(thread, step)) at_(pill.line).pills.push(pill.mark);
  for (const thread of threads) {
    if (thread.next === null || !isHere(thread.next)) continue;
    const line = at_(thread.next.line);
    line.tint ??= { thread: thread.id, strong: false };
  }
  if (executed !== null && step !== null && (focus === null || step.thread === focus)) {
    at_(executed).tint = { thread: step.thread, strong: true };
  }
  for (const finding of findings) {
    const line = at_(finding.line);
    line.failing = true;
    line.error ??= { title: findingTitles[finding.kind], sentence: finding.sentence };
  }
  if (shown !== null) {
    shown.causes.forEach(({ line: at, step, thread, text }, index) => {
      const line = at_(at);
      line.causes.push(index + 1);
      if (at === executed || at === shown.line) return;
      line.note ??= { thread, text: `step ${step}: ${text.replace(/`|\.$/g, '')}` };
      line.tint ??= { thread, strong: false };
    });
  }
  const own = diagnostics.filter(({ span }) => span.file === 0);
  for (const { span, message, hint } of own) {
    const line = at_(source.slice(0, span.start).split('\n').length);
    line.failing = true;
    line.error ??= { title: 'Does not compile', sentence: hint === '' ? message : `${message}. ${hint}` };
  }
  const underlined = own.map(({ span: { start, end } }) => ({ start, end }));
  return { underlined, lines: [...lines.values()].sort((a, b) => a.line - b.line), executed };
}

const emptyLine = (line: number): Draft => ({
  line,
  pills: [],
  causes: [],
  tint: null,
  note: null,
  failing: false,
  error: null,
});

/** What begins in the library, as a thread that was given a function and its arguments does, has no line in this text. */
const isHere = ({ span }: { readonly span: Span }): boolean => span.file === 0;

/** Callers first, then what comes next, then what was done: the gutter reads towards the line. */
function pillsOf(thread: ThreadView, step: StepView | null): { line: number; mark: PillMark }[] {
  const { id, name, letter, frames, next, state } = thread;
  const mark = (look: PillMark['look'], words: string): PillMark => ({
    thread: id,
    letter,
    look,
    label: `${name} ${words}`,
  });
  const pills = frames
    .slice(1)
    .filter(isHere)
    .map(({ line }) => ({ line, mark: mark('frame', 'is inside this call') }));
  if (state === 'crashed') {
    const line = frames[0]?.line ?? step?.operation.line;
    if (line !== undefined) pills.push({ line, mark: mark('crash', 'crashed here') });
    return pills;
  }
  if (next !== null && isHere(next))
    pills.push({ line: next.line, mark: mark('next', 'executes this line next') });
  if (step?.thread === id && isHere(step.operation))
    pills.push({ line: step.operation.line, mark: mark('done', 'just executed this line') });
  return pills;
}

export interface OffScreen {
  readonly thread: number;
  readonly letter: string;
  readonly line: number;
}

/** Who executes next out of sight, above and below the lines that are shown. */
export function offScreen(
  threads: readonly ThreadView[],
  [first, last]: readonly [number, number],
): { readonly above: readonly OffScreen[]; readonly below: readonly OffScreen[] } {
  const next = threads.flatMap(({ id, letter, next: operation }) =>
    operation === null || !isHere(operation) ? [] : [{ thread: id as number, letter, line: operation.line }],
  );
  return { above: next.filter(({ line }) => line < first), below: next.filter(({ line }) => line > last) };
}
