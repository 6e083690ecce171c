import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ThreadId } from '../engine';
import { EngineError } from '../host/client';
import * as act from './actions';
import { destinationOf } from './address';
import { startComparing } from './comparer';
import { brokenBy, findingsAt, isIdle, plannedThread, statusText, stepAt } from './derive';
import { connectEngine, resetSession } from './queue';
import { session } from './session';
import { createFakeEngine, type FakeEngine, letters } from './testing/fakeEngine';
import { addressOf, parseAddress } from './url';
import { openLink } from './visit';

vi.mock('../scenarios', () => import('./testing/fakeScenario'));

const [a, b, c] = [0, 1, 2] as ThreadId[];
let engine: FakeEngine;
const now = () => session.getState();
/** The line with the place on it: 'aa|bcc'. */
const where = (): string => {
  const line = letters(now().schedule.choices);
  return `${line.slice(0, now().at)}|${line.slice(now().at)}`;
};
const settled = (): Promise<void> => vi.waitFor(() => expect(now().pending).toBe(false), { interval: 1 });
const lines = () =>
  now().branches.map(({ id, name, schedule }) => `${id} ${name}: ${letters(schedule.choices)}`);

async function opened(variant = 'before'): Promise<void> {
  act.openScenario('demo', variant);
  await settled();
  engine.asked.length = 0;
}

beforeEach(() => {
  resetSession();
  engine = createFakeEngine();
  connectEngine(engine);
});
afterEach(() => {
  act.pause();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('opening', () => {
  test('shows the whole line of the story, at its start', async () => {
    await opened();
    expect(where()).toBe('|aabcc');
    expect(now()).toMatchObject({ phase: 'ready', onRails: true, beat: -1 });
    expect(isIdle(now())).toBe(true);
    expect(lines()).toEqual(['0 story: aabcc']);
  });

  test('shows the run without preemptions where there is no story', async () => {
    engine.lengths = [1, 2];
    act.openScenario('bare');
    await settled();
    expect(where()).toBe('|abb');
    expect(now()).toMatchObject({ onRails: false, notice: null });
    expect(lines()).toEqual(['0 first line: abb']);
  });

  test('says where the story ends when the file has changed', async () => {
    engine.lengths = [1, 2];
    await opened();
    expect(where()).toBe('|a');
    expect(now().notice?.text).toBe('The story fits this file up to step 1 only.');
  });

  test('drops what was asked before, and the answers to it', async () => {
    await opened();
    engine.held = true;
    act.seek(3);
    act.seek(4);
    act.openScenario('demo', 'landed');
    engine.held = false;
    engine.release();
    await settled();
    expect(engine.asked).toEqual(['seek 3', 'open aab']);
    expect(where()).toBe('|aab');
  });

  test('of something that does not exist leads home and says so', () => {
    act.openScenario('mb-0');
    expect(now()).toMatchObject({
      route: { page: 'home' },
      notice: { text: "There is no bug 'mb-0' here." },
    });
    expect(isIdle(now())).toBe(true);
  });

  test('waits for an engine that comes later', async () => {
    resetSession();
    act.openScenario('demo');
    expect(now()).toMatchObject({ phase: 'working', pending: true });
    connectEngine(engine);
    await settled();
    expect(where()).toBe('|aabcc');
  });
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
    act.chooseVariant('landed');
    engine.defect = null;
    await settled();
    expect(now()).toMatchObject({ finding: null, nowPane: 'objects' });
  });
});

describe('lines', () => {
  beforeEach(() => opened());

  test('switching goes to where the two lines part', async () => {
    act.seek(2);
    act.stepThread(c);
    act.runToEnd();
    act.switchBranch(0);
    await settled();
    act.switchBranch(0);
    await settled();
    expect(where()).toBe('aa|bcc');
    act.deleteBranch(0);
    act.deleteBranch(1);
    expect(lines()).toEqual(['0 story: aabcc']);
  });

  test('a variant keeps the steps as far as it allows them, and gives them back', async () => {
    act.seek(4);
    await settled();
    engine.lengths = [2, 1, 0];
    act.chooseVariant('landed');
    await settled();
    expect(where()).toBe('aab|');
    expect(now().notice?.text).toBe(
      'The same steps are possible in this variant up to step 3. Then it is over here.',
    );
    engine.lengths = [3, 3, 3];
    act.nextVariant(1);
    await settled();
    expect(now().route).toMatchObject({ variant: 'before' });
    expect(where()).toBe('aab|cc');
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

describe('the story', () => {
  beforeEach(async () => {
    await opened();
    vi.useFakeTimers();
    act.setSpeed(10);
  });

  test('Continue plays to the next part, and a second Continue jumps there', async () => {
    act.continueStory();
    await vi.advanceTimersByTimeAsync(1000);
    expect(where()).toBe('aa|bcc');
    expect(now()).toMatchObject({ beat: 0, playing: false });
    act.continueStory();
    await vi.advanceTimersByTimeAsync(1000);
    act.continueStory();
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('aabc|c');
    act.continueStory();
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('aabcc|');
    expect(now()).toMatchObject({ beat: 2, playing: false, read: { 'demo/before': 2 } });
  });

  test('goes over to the other file, from the part before or its start', async () => {
    act.goToBeat(2);
    act.continueStory();
    await vi.advanceTimersByTimeAsync(0);
    expect(now()).toMatchObject({ beat: 3, route: { variant: 'landed' } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(where()).toBe('aab|');
    act.storyBack();
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('aabcc|');
    expect(now()).toMatchObject({ beat: 2, route: { variant: 'before' }, onRails: true });
  });

  test('jumps where motion is unwelcome', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    act.continueStory();
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('aa|bcc');
    expect(now().playing).toBe(false);
  });

  test('its words follow the steps a user takes along it', async () => {
    for (let step = 0; step < 3; step++) act.stepForward();
    await vi.advanceTimersByTimeAsync(0);
    expect(now()).toMatchObject({ beat: 1, read: { 'demo/before': 1 } });
  });

  test('its words follow to the end of the run, by one leap too', async () => {
    act.runToEnd();
    await vi.advanceTimersByTimeAsync(0);
    expect(now()).toMatchObject({ beat: 2, onRails: true, read: { 'demo/before': 2 } });
    act.goToBeat(-1);
    act.setSpeed(Number.POSITIVE_INFINITY);
    act.play();
    await vi.advanceTimersByTimeAsync(0);
    expect(now().beat).toBe(2);
    act.pause();
  });

  test('of a variant is opened from anywhere, and so is the step that shows why somebody said something', async () => {
    act.openEvidence({ variant: 'before', schedule: 'a2bc' });
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('aabc|c');
    expect(now()).toMatchObject({ onRails: true, beat: 1 });
    act.openEvidence({ variant: 'before', schedule: 'c2' });
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('cc|');
    expect(now()).toMatchObject({ onRails: false });
    expect(lines().at(-1)).toBe('1 the run of a quote: cc');
    act.openStory('before');
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('|aabcc');
    expect(now()).toMatchObject({ onRails: true, beat: -1, story: 'before' });
  });

  test('takes back who left it, at the step where he did', async () => {
    act.goToBeat(1);
    act.stepThread(a);
    act.stepForward();
    await vi.advanceTimersByTimeAsync(0);
    expect(now()).toMatchObject({ onRails: false, beat: 1 });
    act.backToStory();
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('aab|cc');
    expect(now()).toMatchObject({ onRails: true, beat: 1 });
    expect(now().branches).toHaveLength(2);
  });
});

describe('a challenge', () => {
  beforeEach(() => opened());

  test('starts with nothing planned, off the rails, and every step is the user\u2019s', async () => {
    act.startChallenge();
    await settled();
    expect(where()).toBe('|');
    expect(now()).toMatchObject({ challenge: 'on', onRails: false });
    act.stepThread(a);
    act.stepThread(a);
    act.stepBack();
    act.stepBack();
    act.stepThread(b);
    await settled();
    expect(where()).toBe('b|');
    act.stepBack();
    act.stepThread(a);
    await settled();
    expect(where()).toBe('a|'); // and not 'a|abcc', which the story knows
  });

  test('keeps the fewest preemptions that broke the variant', async () => {
    act.startChallenge();
    engine.defect = 'abab';
    engine.preempts = 'ab';
    for (const thread of [a, b, a, b]) act.stepThread(thread);
    await settled();
    expect(brokenBy(now())).toMatchObject({ finding: { kind: 'null-dereference' }, preemptions: 1 });
    expect(now().best).toEqual({ 'demo/before': 1 });
    engine.defect = 'ab';
    engine.preempts = null;
    act.startChallenge();
    act.stepThread(a);
    act.stepThread(b);
    await settled();
    expect(now().best).toEqual({ 'demo/before': 0 });
  });

  test('goes on in another variant, and ends where something else is shown', async () => {
    act.startChallenge();
    act.chooseVariant('landed');
    await settled();
    expect(where()).toBe('|');
    expect(now()).toMatchObject({ challenge: 'on', route: { variant: 'landed' } });
    act.goToBeat(0);
    await settled();
    expect(now()).toMatchObject({ challenge: 'off', onRails: true });
    expect(now().best).toEqual({});
  });

  test('that it cannot fail is right only if all was tried and nothing fails', async () => {
    const know = (verdict: object) =>
      session.setState({
        explored: {
          'demo/before': {
            phase: 'done',
            states: 1,
            transitions: 1,
            further: false,
            verdict: verdict as never,
          },
        },
      });
    act.claimSafe();
    expect(now().challenge).toBe('off');
    act.startChallenge();
    await settled();
    act.claimSafe();
    know({ complete: false, findings: [] });
    act.claimSafe();
    know({ complete: true, findings: [{ reached: true }] });
    act.claimSafe();
    expect(now()).toMatchObject({ challenge: 'claimed', best: {} });
    know({ complete: true, findings: [{ reached: false }] });
    act.claimSafe();
    expect(now().best).toEqual({ 'demo/before': 'safe' });
  });
});

describe('comparing', () => {
  beforeEach(() => opened());
  const sides = () => now().comparison?.sides;
  const compared = (): Promise<void> =>
    vi.waitFor(() => expect(now().comparison?.schedule).toBe(now().schedule), { interval: 1 });

  test('runs the line in the fix too, and leaves the open run alone', async () => {
    const stop = startComparing(engine);
    act.seek(2);
    await settled();
    expect(engine.asked).toEqual(['seek 2']);
    act.compareWith('');
    await compared();
    expect(engine.asked).toEqual(['seek 2', 'aside aabcc', 'aside aabcc']);
    expect(now().comparison).toMatchObject({ variant: 'before', other: 'landed' });
    expect(sides()?.there.trace.steps).toHaveLength(5);
    expect(where()).toBe('aa|bcc');
    stop();
  });

  test('where one has ended or cannot follow, the other goes on to its end', async () => {
    const stop = startComparing(engine);
    act.runToEnd();
    act.compareWith('landed');
    await compared();
    expect(sides()?.here.snapshot.status).toBe('finished');
    expect(sides()?.there.trace.steps).toHaveLength(9);
    engine.lengths = [3, 1, 3];
    act.chooseVariant('landed');
    await settled();
    await compared();
    expect(sides()?.there).toMatchObject({ stopped: null });
    expect(sides()?.there.trace.steps).toHaveLength(7);
    stop();
  });

  test('a line that cannot be run is no reason to try for ever', async () => {
    const stop = startComparing(engine);
    engine.aside = async () => {
      engine.asked.push('aside');
      throw new Error('no');
    };
    act.compareWith('landed');
    await compared();
    expect(sides()).toBeNull();
    expect(engine.asked).toEqual(['aside']);
    stop();
  });
});

describe('a link', () => {
  const follow = async (address: string): Promise<void> => {
    openLink(destinationOf(parseAddress(address)!));
    await settled();
  };

  test('opens at its step, with what was shown there', async () => {
    await follow('#/demo/before?s=abc&at=2&v=1&h=abc&now=locks');
    expect(where()).toBe('ab|c');
    expect(now()).toMatchObject({ nowPane: 'locks', onRails: false, notice: null });
    expect(lines()).toEqual(['0 a run from a link: abc']);
  });

  test('to the step of a defect opens the report, unless it says what else was open', async () => {
    engine.defect = 'aab';
    await follow('#/demo/before?s=aab&at=3');
    expect(now()).toMatchObject({ finding: 0, nowPane: 'report' });
    await follow('#/demo/before?s=aab&at=3&now=locks&finding=0');
    expect(now()).toMatchObject({ finding: 0, nowPane: 'locks' });
  });

  test.each([
    ['s=abd4&at=3', 'ab|', 'This link was made for another version of the file. It fits up to step 2.'],
    ['s=ab%%%&at=9', 'ab|', 'This link is damaged. It can be read up to step 2.'],
    [
      's=ab&at=1&h=other',
      'a|b',
      'This link was made for another version of the file. Its steps fit, but may do other things.',
    ],
    ['s=ab&at=1&v=9', 'a|b', 'This link was made by a newer version of this page. Reload to get it.'],
  ])('%s opens as far as it fits and says so', async (query, place, text) => {
    await follow(`#/demo/before?${query}`);
    expect(where()).toBe(place);
    expect(now().notice?.text).toBe(text);
  });

  test('to a challenge opens it at its start', async () => {
    await follow('#/demo/before?challenge=1');
    expect(where()).toBe('|');
    expect(now()).toMatchObject({ challenge: 'on', onRails: false });
    expect(addressOf(now())).toContain('challenge=1');
  });

  test('to this step can be had', async () => {
    vi.stubGlobal('location', { href: 'https://example.org/app/?x=1#/old' });
    await opened();
    act.seek(2);
    await settled();
    expect(act.shareUrl()).toBe('https://example.org/app/?x=1#/demo/before?s=a2bc2&at=2&v=1&h=aabcc');
  });
});
