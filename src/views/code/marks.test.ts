import { expect, test } from 'vitest';
import type { Finding, Snapshot, ThreadView, TraceView } from '../../engine';
import { marksOf, offScreen } from './marks';

const span = { file: 0, start: 0, end: 0 };
const operation = (line: number) => ({ line, span, kind: 'lock', target: 'm', text: 'locks m' });
const thread = (
  id: number,
  name: string,
  lines: readonly number[],
  next: number | null,
  state = 'ready',
) => ({
  id,
  name,
  letter: name[0].toUpperCase(),
  state,
  frames: lines.map((line) => ({ function: 'f', line, span })),
  next: next === null ? null : operation(next),
});
const snapshot = (...threads: unknown[]) =>
  ({ status: 'running', threads, locks: [] }) as unknown as Snapshot;
const trace = (...steps: [thread: number, line: number][]) =>
  ({
    steps: steps.map(([id, line], index) => ({
      index: index + 1,
      thread: id,
      operation: operation(line),
      text: `t${id} does`,
    })),
  }) as unknown as TraceView;
const nothing = { diagnostics: [], source: '', findings: [], shown: null, focus: null };

test('the executed line is filled and strongly tinted, the next ones are outlined', () => {
  const { lines, executed } = marksOf({
    ...nothing,
    snapshot: snapshot(thread(0, 'main', [9], 9, 'waiting'), thread(1, 'worker', [4], 5)),
    trace: trace([1, 4]),
    at: 1,
  });
  expect(executed).toBe(4);
  expect(
    lines.map(({ line, pills, tint }) => [line, pills.map(({ letter, look }) => letter + look), tint]),
  ).toEqual([
    [4, ['Wdone'], { thread: 1, strong: true }],
    [5, ['Wnext'], { thread: 1, strong: false }],
    [9, ['Mnext'], { thread: 0, strong: false }],
  ]);
});

test('callers are marked at the line of their call', () => {
  const { lines } = marksOf({
    ...nothing,
    snapshot: snapshot(thread(1, 'worker', [4, 20, 30], 4)),
    trace: null,
    at: 0,
  });
  expect(lines.flatMap(({ line, pills }) => pills.map(({ look }) => [line, look]))).toEqual([
    [4, 'next'],
    [20, 'frame'],
    [30, 'frame'],
  ]);
});

test('a crash marks the line as failing, with its sentence, and numbers the causes', () => {
  const finding = {
    kind: 'null-dereference',
    line: 51,
    step: 2,
    sentence: 'B calls a null manager.',
    causes: [
      { step: 1, thread: 2, line: 44, text: 'worker stores null in `mgr`.' },
      { step: 2, thread: 1, line: 51, text: 'bucket reads `mgr`.' },
    ],
  } as unknown as Finding;
  const { lines } = marksOf({
    snapshot: snapshot(thread(1, 'bucket', [51, 42], null, 'crashed')),
    trace: trace([2, 44], [1, 51]),
    at: 2,
    ...nothing,
    findings: [finding],
    shown: finding,
  });
  expect(lines.map(({ line, causes, failing, note }) => [line, causes, failing, note?.text])).toEqual([
    [42, [], false, undefined],
    [44, [1], false, 'step 1: worker stores null in mgr'],
    [51, [2], true, undefined],
  ]);
  expect(lines[2].pills.map(({ look }) => look)).toEqual(['crash']);
  expect(lines[2].error).toEqual({ title: 'Null dereference', sentence: 'B calls a null manager.' });
});

test('a diagnostic stands under its line, with what to write instead', () => {
  const source = 'int main() {\n  goto end;\n}\n';
  const diagnostics = [
    {
      span: { file: 0, start: 15, end: 19 },
      message: 'goto is not supported',
      hint: 'Use a loop.',
      unsupported: true,
    },
  ];
  const { lines, underlined } = marksOf({
    ...nothing,
    snapshot: null,
    trace: null,
    at: 0,
    source,
    diagnostics,
  });
  expect(lines.map(({ line, error }) => [line, error?.sentence])).toEqual([
    [2, 'goto is not supported. Use a loop.'],
  ]);
  expect(underlined).toEqual([{ start: 15, end: 19 }]);
});

test('with one thread in focus the others have no marks', () => {
  const { lines } = marksOf({
    ...nothing,
    snapshot: snapshot(thread(0, 'main', [9], 9), thread(1, 'worker', [4], 5)),
    trace: trace([1, 4]),
    at: 1,
    focus: 0,
  });
  expect(lines.map(({ line }) => line)).toEqual([9]);
});

test('threads whose next line is out of sight are told above and below', () => {
  const threads = [thread(0, 'main', [9], 79), thread(1, 'worker', [4], 5), thread(2, 'bucket', [], null)];
  const { above, below } = offScreen(threads as unknown as ThreadView[], [10, 40]);
  expect(above.map(({ letter, line }) => letter + line)).toEqual(['W5']);
  expect(below.map(({ letter, line }) => letter + line)).toEqual(['M79']);
});

test('what stands in the library has no mark in this text', () => {
  const inLibrary = { ...operation(9), span: { ...span, file: 13 } };
  const begins = { ...thread(1, 'worker', [], null), next: inLibrary };
  const steps = [{ index: 1, thread: 1, operation: inLibrary, text: 'worker begins' }];
  const { lines, executed } = marksOf({
    ...nothing,
    snapshot: snapshot(begins),
    trace: { steps } as unknown as TraceView,
    at: 1,
  });
  expect({ lines, executed }).toEqual({ lines: [], executed: null });
});
