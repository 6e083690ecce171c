import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ThreadId } from '../../engine';
import { isIdle } from '../model/selectors';
import { createSession } from '../session';
import { letters } from '../testing/fakeEngine';
import { fakeDocuments } from '../testing/fakeScenario';
import { createHarness } from '../testing/harness';
import { shareUrl } from './address';
import { addressOf } from './url';

const c = 2 as ThreadId;

let { act, engine, follow, lines, now, opened, settled, where } = createHarness();
beforeEach(() => {
  ({ act, engine, follow, lines, now, opened, settled, where } = createHarness());
});
afterEach(() => vi.unstubAllGlobals());

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
    act.openDocument('bare');
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
    act.openDocument('demo', 'landed');
    engine.held = false;
    engine.release();
    await settled();
    expect(engine.asked).toEqual(['seek 3', 'open aab']);
    expect(where()).toBe('|aab');
  });

  test('of a document that its collection does not have shows another one, and says so', async () => {
    act.openDocument('demo', 'nonsense');
    await settled();
    expect(now().route).toMatchObject({ slug: 'before' });
    expect(now().notice?.text).toBe('“demo” has no variant ‘nonsense’. This is ‘before’, “before”.');
    engine.lengths = [1, 2];
    await follow('#/demo/nonsense?s=b9');
    expect(now().notice?.text).toMatch(/^“demo” has no variant ‘nonsense’.*“before”\. ./);
    act.openDocument('demo', 'landed');
    await settled();
    expect(now().notice?.text).not.toContain('no variant');
  });

  test('of something that does not exist leads home and says so', () => {
    act.openDocument('mb-0');
    expect(now()).toMatchObject({
      route: { page: 'home' },
      notice: { text: "There is no bug 'mb-0' here." },
    });
    expect(isIdle(now())).toBe(true);
  });

  test('waits for an engine that comes later', async () => {
    const session = createSession([fakeDocuments()]);
    session.actions.openDocument('demo');
    expect(session.store.getState()).toMatchObject({ phase: 'working', pending: true });
    session.connect({ engine });
    await expect.poll(() => session.store.getState()).toMatchObject({ phase: 'ready', at: 0 });
    expect(letters(session.store.getState().schedule.choices)).toBe('aabcc');
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
    act.chooseDocument('landed');
    await settled();
    expect(where()).toBe('aab|');
    expect(now().notice?.text).toBe(
      'The same steps are possible in this variant up to step 3. Then it is over here.',
    );
    engine.lengths = [3, 3, 3];
    act.nextDocument(1);
    await settled();
    expect(now().route).toMatchObject({ slug: 'before' });
    expect(where()).toBe('aab|cc');
  });
});

describe('a link', () => {
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
    expect(shareUrl(now())).toBe(
      'https://example.org/app/?x=1#/demo/before?s=a2bc2&at=2&v=1&h=aabcc&part=1&mode=guided',
    );
  });
});
