import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StepView, TraceView } from '../../engine';
import type { Answer } from '../../session';
import { align } from './align';
import { differenceWords, endWords, stoppedWords } from './words';

/** 'aLb' : thread a does L, …: one letter for the thread, one for what it does. */
const run = (text: string): StepView[] =>
  (text.match(/../g) ?? []).map(
    (step, at) =>
      ({
        index: at + 1,
        thread: 'abc'.indexOf(step[0]),
        operation: { text: `does ${step[1]}` },
      }) as unknown as StepView,
  );
const written = (step: StepView | null): string =>
  step === null ? '..' : 'abc'[step.thread] + step.operation.text.slice(-1);
const rows = (a: string, b: string): string =>
  align(run(a), run(b))
    .map(({ left, right, same }) => `${written(left)}${same ? '=' : '|'}${written(right)}`)
    .join(' ');

describe('alignment', () => {
  test('equal runs are equal in each row', () => {
    expect(rows('a1b1', 'a1b1')).toBe('a1=a1 b1=b1');
    expect(rows('', '')).toBe('');
  });

  test('a step that only one has stands alone, and what follows stands side by side again', () => {
    expect(rows('a1b1b2', 'a1bLb1b2')).toBe('a1=a1 ..|bL b1=b1 b2=b2');
    expect(rows('a1b1', 'a1')).toBe('a1=a1 b1|..');
  });

  test('the same words of another thread are another step', () => {
    expect(rows('a1a2', 'a1b2')).toBe('a1=a1 a2|b2');
  });

  test('no step is lost, none is moved, and same means alike', () => {
    const line = fc
      .array(fc.constantFrom('a1', 'a2', 'b1', 'b2', 'c1'), { maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(line, line, (a, b) => {
        const all = align(run(a), run(b));
        const side = (which: 'left' | 'right') =>
          all
            .flatMap((row) => row[which] ?? [])
            .map(written)
            .join('');
        expect([side('left'), side('right')]).toEqual([a, b]);
        for (const { left, right, same } of all) if (same) expect(written(left)).toBe(written(right));
      }),
    );
  });
});

describe('words', () => {
  const threads = ['main', 'worker'].map((name, id) => ({ id, name })) as unknown as TraceView['threads'];
  const parting = (a: string, b: string) => differenceWords(run(a)[1], run(b)[1], threads);

  test('name what each does where they part', () => {
    expect(parting('a1b1', 'a1bL')).toBe('Step 2: here worker does 1; there it does L.');
    expect(parting('a1b1', 'a1a2')).toBe('Step 2: here worker does 1; there main does 2.');
    expect(parting('a1', 'a1b1')).toBe('Step 2: here the run is over; there worker does 1.');
    expect(parting('a1b1', 'a1')).toBe('Step 2: here worker does 1; there the run is over.');
  });

  test('tell why a line could not be followed', () => {
    const side = {
      stopped: { at: 13, reason: 'worker is blocked here (waiting for m)' },
    } as unknown as Answer;
    expect(stoppedWords(side)).toMatch(
      /^There, step 14 cannot be taken: worker is blocked \(waiting for m\)\./,
    );
    expect(stoppedWords({ stopped: null } as Answer)).toBeNull();
  });

  test('tell how a run ends, and claim nothing of one that goes on', () => {
    const side = (status: string, findings: object[] = []) =>
      ({ findings, snapshot: { status }, trace: { steps: run('a1b1') } }) as unknown as Answer;
    const failed = { reached: true, kind: 'deadlock', step: 7 };
    expect(endWords(side('stuck', [{ ...failed, reached: false }, failed])).text).toBe('Deadlock at step 7.');
    expect(endWords(side('finished')).tone).toBe('pass');
    expect(endWords(side('running'))).toEqual({
      tone: null,
      text: 'Nothing failed in 2 steps; the threads can go on.',
    });
  });
});
