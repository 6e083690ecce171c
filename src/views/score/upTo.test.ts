import { expect, test } from 'vitest';
import { longTrace } from './testing/longTrace';
import { indexTrace, phaseAt } from './timeline';
import { traceUpTo } from './upTo';

test('a run up to a step knows nothing of what comes behind it', () => {
  const whole = longTrace(40);
  const { steps, threads, states, held, lives } = traceUpTo(whole, 12);
  expect(steps).toEqual(whole.steps.slice(0, 12));
  for (const { startedAt } of threads) expect(startedAt).toBeLessThanOrEqual(12);
  for (const { from, to } of [...states, ...held, ...lives]) {
    expect(from).toBeLessThanOrEqual(12);
    expect(to ?? 0).toBeLessThanOrEqual(12);
  }
  expect(traceUpTo(whole, 40)).toEqual(whole);
});

test('a thread that goes on has not ended', () => {
  const whole = longTrace(40);
  for (let at = 1; at < 30; at++) {
    const timeline = indexTrace(traceUpTo(whole, at));
    for (const { id } of timeline.trace.threads) expect(phaseAt(timeline, id, at)).not.toBe('finished');
  }
});
