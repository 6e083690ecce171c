import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ThreadId } from '../../engine';
import { EngineError } from '../../host/client';
import { findingsAt, isIdle, plannedThread, statusText, stepAt } from '../model/selectors';
import { createHarness } from '../testing/harness';

const [a, b, c] = [0, 1, 2] as ThreadId[];

let { act, engine, lines, now, opened, session, settled, where } = createHarness();
beforeEach(() => {
  ({ act, engine, lines, now, opened, session, settled, where } = createHarness());
});
afterEach(() => {
  act.pause();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('stepping', () => {
  beforeEach(() => opened());

  test('the planned thread only advances', async () => {
    act.stepThread(a);
    await settled();
    expect(where()).toBe('a|abcc');
    expect(engine.asked).toEqual(['seek 1']);
    expect(stepAt(now())?.index).toBe(1);
    expect(plannedThread(now())).toBe(a);
    expect(statusText(now())).toBe('Step 1 of 5: a steps');
  });

  test('one may go along the steps of one thread', async () => {
    act.seek(2);
    await settled();
    act.stepOfThread(-1);
    await settled();
    expect(where()).toBe('a|abcc');
    act.focusThread(c);
    act.stepOfThread(1);
    await settled();
    expect(where()).toBe('aabc|c');
    act.stepOfThread(-1);
    await settled();
    expect(where()).toBe('aabc|c');
  });

  test('the number of a line leads to the steps that stand there, one after the other', async () => {
    const { trace } = now();
    const steps = trace?.steps.map((step) => ({ ...step, operation: { line: step.index % 2 } })) ?? [];
    session.store.setState({ trace: { ...trace, steps } as unknown as NonNullable<typeof trace> });
    const reached: number[] = [];
    for (let click = 0; click < 4; click++) {
      act.seekLine(1);
      await settled();
      reached.push(now().at);
      session.store.setState({ trace: { ...trace, steps } as unknown as NonNullable<typeof trace> });
    }
    expect(reached).toEqual([1, 3, 5, 1]);
    act.seekLine(100_000);
    expect(now().notice?.text).toBe('No step of this run is at line 100000.');
  });

  test('another thread forks, and the line that was left is kept', async () => {
    act.seek(2);
    act.stepThread(c);
    await settled();
    expect(where()).toBe('aac|');
    expect(now()).toMatchObject({ onRails: false, branch: 1 });
    expect(lines()).toEqual(['0 story: aabcc', '1 fork at step 2: aac']);
    act.stepForward();
    await settled();
    expect(where()).toBe('aacc|');
    expect(lines()[1]).toBe('1 fork at step 2: aacc');
  });

  test('a turn that was taken before leads along its line again', async () => {
    act.seek(2);
    act.stepThread(c);
    act.stepThread(c);
    act.stepBack();
    act.stepBack();
    act.stepThread(b);
    await settled();
    expect(where()).toBe('aab|cc');
    expect(now()).toMatchObject({ branch: 0, onRails: true });
    act.stepBack();
    act.stepThread(c);
    await settled();
    expect(where()).toBe('aac|c');
    expect(now().branches).toHaveLength(2);
  });

  test('keys may be pressed faster than the engine answers', async () => {
    for (let press = 0; press < 4; press++) act.stepForward();
    act.stepBack();
    await settled();
    expect(where()).toBe('aab|cc');
  });

  test('only the last of many seeks counts', async () => {
    for (let at = 0; at < 5; at++) act.seek(at);
    act.seek(99);
    await settled();
    expect(where()).toBe('aabcc|');
    expect(engine.asked).toEqual(['seek 5']);
  });

  test('a step that is refused changes nothing and is told', async () => {
    engine.lengths = [0, 0, 0];
    act.stepThread(b);
    await settled();
    expect(where()).toBe('|aabcc');
    expect(now()).toMatchObject({ phase: 'ready', notice: { level: 'info', text: 'it cannot step' } });
    act.seek(1);
    await settled();
    expect(now().notice).toBeNull();
  });

  test('to the end goes beyond the line, without preemptions', async () => {
    act.runToEnd();
    await settled();
    expect(where()).toBe('aabcccabb|');
    expect(now().onRails).toBe(true);
    act.restart();
    await settled();
    expect(now().at).toBe(0);
  });

  test('a lost worker is told with a way on, which repeats the line', async () => {
    act.seek(3);
    await settled();
    engine.failure = new EngineError('lost', 'a worker stopped');
    act.stepForward();
    await settled();
    expect(now()).toMatchObject({ phase: 'ready', at: 3, notice: { text: 'a worker stopped' } });
    now().notice?.action?.run();
    await settled();
    expect(where()).toBe('aab|cc');
    expect(engine.asked.at(-1)).toBe('open aabcc');
    expect(now().notice).toBeNull();
  });

  test('arriving at a defect opens its report, leaving it closes it', async () => {
    engine.defect = 'aab';
    act.retry();
    act.seek(2);
    await settled();
    expect(findingsAt(now())).toHaveLength(0);
    act.stepForward();
    await settled();
    expect(now()).toMatchObject({ finding: 0, nowPane: 'report' });
    expect(findingsAt(now())).toBe(findingsAt(now()));
    act.stepBack();
    await settled();
    expect(now()).toMatchObject({ finding: null, nowPane: 'objects' });
    act.stepForward();
    act.chooseDocument('landed');
    engine.defect = null;
    await settled();
    expect(now()).toMatchObject({ finding: null, nowPane: 'objects' });
  });
});

describe('play', () => {
  beforeEach(async () => {
    await opened();
    vi.useFakeTimers();
    act.setSpeed(10);
  });

  test('takes a step each 1/speed seconds, and stops at a finding', async () => {
    engine.defect = 'aab';
    act.retry();
    await vi.advanceTimersByTimeAsync(0);
    act.play();
    await vi.advanceTimersByTimeAsync(0);
    expect(now().at).toBe(1);
    expect(isIdle(now())).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(now().at).toBe(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(where()).toBe('aab|cc');
    expect(now().playing).toBe(false);
  });

  test('goes on beyond the line to the end of the program', async () => {
    act.play();
    await vi.advanceTimersByTimeAsync(5000);
    expect(where()).toBe('aabcccabb|');
    expect(now().playing).toBe(false);
  });

  test('stops for whatever else the user does', async () => {
    act.play();
    await vi.advanceTimersByTimeAsync(150);
    act.stepBack();
    await vi.advanceTimersByTimeAsync(1000);
    expect(where()).toBe('a|abcc');
  });

  test('at full speed leaps to the place where it would stop', async () => {
    engine.defect = 'aabc';
    act.retry();
    await vi.advanceTimersByTimeAsync(0);
    act.setSpeed(Number.POSITIVE_INFINITY);
    act.play();
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('aabc|c');
  });
});
