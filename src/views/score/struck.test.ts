import { expect, test } from 'vitest';
import { isShownObject, struckObject } from './struck';
import { finding, OBJECTS, scene, step } from './testing/scene';

test('a finding strikes the object that one of its places ended', () => {
  expect(struckObject(scene, finding)).toBe(OBJECTS.manager);
  expect(struckObject(scene, null)).toBeNull();
});

test('a store of null ends the object with the next step of that thread', () => {
  const later = scene.lives.map((life) =>
    life.object === OBJECTS.manager && life.phase === 'gone' ? { ...life, from: step(16) } : life,
  );
  const stored = {
    ...finding,
    sentence: '',
    report: '',
    places: finding.places.map((p) => (p.step === 16 ? { ...p, step: step(15) } : p)),
  };
  expect(struckObject({ ...scene, lives: later }, stored)).toBe(OBJECTS.manager);
});

test('without a place that ended one, its words decide, if they name only one', () => {
  const vague = { ...finding, places: [], sentence: 'uses a BackfillManager', report: '' };
  expect(struckObject(scene, vague)).toBe(OBJECTS.manager);
  expect(struckObject(scene, { ...vague, sentence: 'stops' })).toBeNull();
});

test('what ends only after the finding is not struck by it', () => {
  expect(struckObject(scene, { ...finding, step: step(14) })).toBeNull();
});

test('the task of a std::thread has no row', () => {
  expect(['thread task', 'thread task 2', 'Stream 1'].map(isShownObject)).toEqual([false, false, true]);
});

test('only an access that came too late strikes an object: no assertion, race or leak does', () => {
  for (const kind of ['assertion-failure', 'data-race', 'memory-leak', 'deadlock'] as const)
    expect(struckObject(scene, { ...finding, kind })).toBeNull();
});
