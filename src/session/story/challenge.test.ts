import { beforeEach, describe, expect, test } from 'vitest';
import type { ThreadId } from '../../engine';
import { NO_PROGRESS } from '../../host/client';
import { brokenBy } from '../model/selectors';
import { createHarness } from '../testing/harness';

const [a, b] = [0, 1] as ThreadId[];

let { act, engine, now, opened, settled, store, where } = createHarness();
beforeEach(() => {
  ({ act, engine, now, opened, settled, store, where } = createHarness());
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
    act.chooseDocument('landed');
    await settled();
    expect(where()).toBe('|');
    expect(now()).toMatchObject({ challenge: 'on', route: { slug: 'landed' } });
    act.goToBeat(0);
    await settled();
    expect(now()).toMatchObject({ challenge: 'off', onRails: true });
    expect(now().best).toEqual({});
  });

  test('that it cannot fail is right only if all was tried and nothing fails', async () => {
    const know = (verdict: object) =>
      store.setState({
        explored: {
          'demo/before': {
            ...NO_PROGRESS,
            phase: 'done',
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
