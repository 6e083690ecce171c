import { beforeEach, describe, expect, test } from 'vitest';
import { createHarness } from '../testing/harness';

let { act, engine, now, opened, settled, where } = createHarness();
beforeEach(() => {
  ({ act, engine, now, opened, settled, where } = createHarness());
});

describe('comparing', () => {
  beforeEach(() => opened());
  const sides = () => now().comparison?.sides;
  const compared = (): Promise<void> =>
    expect.poll(() => now().comparison?.schedule === now().schedule).toBe(true);

  test('runs the line in the fix too, and leaves the open run alone', async () => {
    act.seek(2);
    await settled();
    expect(engine.asked).toEqual(['seek 2']);
    act.compareWith('');
    await compared();
    expect(engine.asked).toEqual(['seek 2', 'aside aabcc', 'aside aabcc']);
    expect(now().comparison).toMatchObject({ here: 'before', there: 'landed' });
    expect(sides()?.there.trace.steps).toHaveLength(5);
    expect(where()).toBe('aa|bcc');
  });

  test('where one has ended or cannot the other goes on to its end', async () => {
    act.runToEnd();
    act.compareWith('landed');
    await compared();
    expect(sides()?.here.snapshot.status).toBe('finished');
    expect(sides()?.there.trace.steps).toHaveLength(9);
    engine.lengths = [3, 1, 3];
    act.chooseDocument('landed');
    await settled();
    await compared();
    expect(sides()?.there).toMatchObject({ stopped: null });
    expect(sides()?.there.trace.steps).toHaveLength(7);
  });

  test('a line that cannot be run is no reason to try for ever', async () => {
    engine.aside = async () => {
      engine.asked.push('aside');
      throw new Error('no');
    };
    act.compareWith('landed');
    await compared();
    expect(sides()).toBeNull();
    expect(engine.asked).toEqual(['aside']);
  });
});
