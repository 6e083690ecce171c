import { expect, test } from 'vitest';
import { LOCKS, OBJECTS, scene, thread } from './testing/scene';
import { heldAt, indexTrace, nextStepOf, phaseAt, spansAt, spansIn, trackOf } from './timeline';

const timeline = indexTrace(scene);
const [M, B, W] = [0, 1, 2].map(thread);

test('steps are sorted by their thread', () => {
  expect([...(timeline.stepsOf.get(M) ?? [])]).toEqual([1, 2, 3]);
  expect([...(timeline.stepsOf.get(B) ?? [])]).toEqual([4, 5, 6, 7, 17]);
  expect(nextStepOf(timeline, W, 5)).toBe(8);
  expect(nextStepOf(timeline, W, 16)).toBeUndefined();
});

test('spans of a window are found, an open one lasting to the end', () => {
  const holders = (first: number, last: number) =>
    spansIn(timeline.heldOf.get(LOCKS.conns), first, last).map(({ thread, mode }) => [thread, mode]);
  expect(holders(1, 3)).toEqual([]);
  expect(holders(4, 8)).toEqual([
    [B, 'exclusive'],
    [W, 'waiting'],
    [W, 'exclusive'],
  ]);
  expect(holders(10, 17)).toEqual([]);
  expect(spansAt(timeline.heldOf.get(LOCKS.stream), 17, 17)).toHaveLength(1);
  expect(spansAt(timeline.livesOf.get(OBJECTS.manager), 17, 17)[0].phase).toBe('gone');
});

test('a long span that began far before the window is not lost behind short ones', () => {
  const span = (from: number, to: number | null) => ({ from, to }) as never as { from: never; to: never };
  const track = trackOf([span(1, 1), span(2, 90), span(3, 3), span(4, 4)], 100);
  expect(spansIn(track, 50, 60).map(({ from }) => from)).toEqual([2, 3, 4]);
  expect(spansAt(track, 50, 100).map(({ from }) => from)).toEqual([2]);
});

test('a thread is not there, then ready, blocked, running, and finished after its last step', () => {
  const phases = (id: typeof M, ...steps: number[]) => steps.map((step) => phaseAt(timeline, id, step));
  expect(phases(W, 0, 3, 4, 6, 8, 15, 16, 17)).toEqual([
    null,
    null,
    'blocked',
    'ready',
    'running',
    'running',
    'finished',
    'finished',
  ]);
  expect(phases(B, 16, 17)).toEqual(['ready', 'crashed']);
  expect(phases(M, 3, 17)).toEqual(['running', 'waiting']);
});

test('a thread that crashes in the last step has not finished', () => {
  const closed = indexTrace({
    ...scene,
    states: scene.states.map((span) => ({ ...span, to: span.to ?? (17 as never) })),
  });
  expect(phaseAt(closed, B, 17)).toBe('crashed');
});

test('after the step that unlocks it, a lock is free', () => {
  const holders = (step: number) =>
    heldAt(timeline.heldOf.get(LOCKS.conns), step, 17).map(({ thread }) => thread);
  expect([4, 5, 8, 9].map(holders)).toEqual([[B], [], [W], []]);
  expect(heldAt(timeline.heldOf.get(LOCKS.stream), 17, 17)).toHaveLength(1);
});
