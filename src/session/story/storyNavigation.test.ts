import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ThreadId } from '../../engine';
import {
  isAnswered,
  isAsked,
  isAtStoryQuestion,
  modeOf,
  partHere,
  stepsBehindPart,
} from '../model/selectors';
import { library } from '../testing/fakeScenario';
import { createHarness } from '../testing/harness';

const a = 0 as ThreadId;

let { act, lines, now, opened, store, where } = createHarness();
beforeEach(() => {
  ({ act, lines, now, opened, store, where } = createHarness());
});
afterEach(() => {
  act.pause();
  vi.useRealTimers();
  vi.unstubAllGlobals();
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
    expect(now()).toMatchObject({ beat: 2, route: { slug: 'landed' } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(where()).toBe('aab|');
    expect(now().beat).toBe(3);
    act.storyBack();
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('aabcc|');
    expect(now()).toMatchObject({ beat: 2, route: { slug: 'before' }, onRails: true });
  });

  test('a second Continue jumps to the same part while its file is being compiled', async () => {
    act.goToBeat(2);
    await vi.advanceTimersByTimeAsync(0);
    act.continueStory();
    act.continueStory();
    await vi.advanceTimersByTimeAsync(0);
    expect(now()).toMatchObject({ beat: 3, route: { slug: 'landed' }, playing: false });
    expect(where()).toBe('aab|');
  });

  test('Continue goes on from where the user went while a file was being compiled', async () => {
    act.goToBeat(2);
    await vi.advanceTimersByTimeAsync(0);
    act.continueStory();
    act.goToBeat(0);
    act.continueStory();
    await vi.advanceTimersByTimeAsync(1000);
    expect(now()).toMatchObject({ beat: 1, route: { slug: 'before' } });
    expect(where()).toBe('aab|cc');
  });

  test('Continue does not play past its part, where the user went there while its file was being compiled', async () => {
    act.goToBeat(2);
    await vi.advanceTimersByTimeAsync(0);
    act.continueStory();
    act.seek(3);
    await vi.advanceTimersByTimeAsync(1000);
    expect(where()).toBe('aab|');
  });

  test('jumps where motion is unwelcome', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    act.continueStory();
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('aa|bcc');
    expect(now().playing).toBe(false);
  });

  test('asks, and Play waits there; what comes next is the answer until one has been past it', async () => {
    const [first, ...rest] = library.demo.scenario?.variants[0].story ?? [];
    const asking = { ...first, question: { text: 'Who?', answer: 'b', hint: '' } };
    const demo = structuredClone(library.demo);
    Object.assign(demo.scenario?.variants[0] ?? {}, { story: [asking, ...rest] });
    store.setState({ library: { demo } });
    act.setSpeed(Number.POSITIVE_INFINITY);
    act.play();
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('aa|bcc');
    expect(now()).toMatchObject({ beat: 0, playing: false });
    expect(isAtStoryQuestion(now())).toBe(true);
    act.stepForward();
    await vi.advanceTimersByTimeAsync(0);
    expect(isAtStoryQuestion(now())).toBe(false);
    act.stepBack();
    await vi.advanceTimersByTimeAsync(0);
    expect(where()).toBe('aa|bcc');
    expect(isAtStoryQuestion(now())).toBe(false);
  });

  test('is answered by a step that has not been read past, and goes on being told on another way from there', async () => {
    const [first, second, ...rest] = library.demo.scenario?.variants[0].story ?? [];
    const asking = { ...second, question: { text: 'Who?', answer: 'c', hint: '' } };
    const demo = structuredClone(library.demo);
    Object.assign(demo.scenario?.variants[0] ?? {}, { story: [first, asking, ...rest] });
    store.setState({ library: { demo } });
    const told = async () => {
      await vi.advanceTimersByTimeAsync(0);
      const state = now();
      return [isAsked(state), isAnswered(state), stepsBehindPart(state), modeOf(state)];
    };
    act.goToBeat(1);
    expect(await told()).toEqual([true, false, 0, 'guided']);
    act.stepForward();
    expect(await told()).toEqual([false, true, 1, 'guided']);
    // Off the story between its question and its next part: an answer too.
    act.stepThread(a);
    expect(await told()).toEqual([false, false, 0, 'guided']);
    expect(now().onRails).toBe(false);
    act.backToStory();
    expect(await told()).toEqual([false, true, 1, 'guided']);
    act.goToBeat(2);
    act.stepBack();
    // Nobody has answered anything: he was past it, and has come back.
    expect(await told()).toEqual([false, false, 1, 'guided']);
    act.stepBack();
    expect(await told()).toEqual([true, false, 0, 'guided']);
  });

  test('its words follow the steps a user takes along it', async () => {
    for (let step = 0; step < 3; step++) act.stepForward();
    await vi.advanceTimersByTimeAsync(0);
    expect(now()).toMatchObject({ beat: 1, read: { 'demo/before': 1 } });
  });

  test('its words belong to the step one stands at, whichever way one came: back, by the slider, to the start, from another file', async () => {
    const told = async (): Promise<number> => {
      await vi.advanceTimersByTimeAsync(0);
      return now().beat;
    };
    act.seek(5);
    expect(await told()).toBe(2);
    act.stepBack();
    expect(await told()).toBe(1);
    act.restart();
    expect(await told()).toBe(-1);
    // What lies before it was only passed by.
    expect(now().read).toEqual({});
    act.goToBeat(3);
    expect(await told()).toBe(3);
    act.seek(2);
    expect(await told()).toBe(2);
    expect(partHere(now())).toBeUndefined();
    act.nextDocument(-1);
    expect(now().route).toMatchObject({ slug: 'before' });
    expect(await told()).toBe(0);
    expect(partHere(now())?.title).toBe('one');
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

  test('is told until one steps away freely or tries to break it, and again when one is back', async () => {
    const shown = async (): Promise<string> => {
      await vi.advanceTimersByTimeAsync(0);
      return modeOf(now());
    };
    expect(await shown()).toBe('guided');
    act.goToBeat(1);
    act.stepThread(a);
    expect(await shown()).toBe('explore');
    act.backToStory();
    expect(await shown()).toBe('guided');
    act.startChallenge();
    expect(await shown()).toBe('explore');
    act.chooseMode('guided');
    expect(await shown()).toBe('guided');
    expect(now()).toMatchObject({ onRails: true, challenge: 'off', usualMode: 'guided' });
    act.chooseMode('explore');
    expect(await shown()).toBe('explore');
    expect(now().usualMode).toBe('explore');
    // A document of which nothing is told has nothing but its panes.
    act.chooseMode('guided');
    act.openDocument('bare');
    expect(await shown()).toBe('explore');
  });

  test('ends with what is left to do, until one does it', async () => {
    act.goToBeat(3);
    await vi.advanceTimersByTimeAsync(0);
    expect(now().ended).toBe(false);
    act.continueStory();
    expect(now()).toMatchObject({ ended: true, beat: 3 });
    act.storyBack();
    await vi.advanceTimersByTimeAsync(0);
    expect(now()).toMatchObject({ ended: false, beat: 2 });
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
