import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NO_PROGRESS } from '../../host/client';
import { collectionOf, documentOf, isOpenChallenge, keyHere } from '../model/selectors';
import type { Explored } from '../model/state';
import { createHarness } from '../testing/harness';

const GIVEN = '// yours\nint x; void work() { x++; }\n// given\nint main() { assert(x); }\n';
const ANSWER = GIVEN.replace('int x;', 'int x = 1;');
const DELETED = ANSWER.replace('x++;', '');

/** x is 1 in the end of who counts, however he does it. */
const endOf = (source: string) => ({
  status: 'finished',
  roots: [
    { thread: null, field: { name: 'x', text: /x\+\+|x = work/.test(source) ? '1' : '0', fields: [] } },
  ],
});

let { act, engine, follow, idle, now, settled, store } = createHarness();
let written: string[] = [];
const linkCopied = (): string => new URL(written.at(-1) ?? '').hash;
beforeEach(() => {
  ({ act, engine, follow, idle, now, settled, store } = createHarness());
  written = [];
  // A thread writes x where the text does.
  const writes = { thread: 1, operation: { kind: 'write', target: 'x' } };
  engine.aside = async ({ source }) =>
    ({
      kind: 'run',
      run: { trace: { steps: source.includes('x++') ? [writes] : [] }, snapshot: endOf(source) },
    }) as never;
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => written.push(text) } });
  vi.stubGlobal('location', { href: 'http://here/', hash: '', pathname: '/', origin: 'http://here' });
});
afterEach(() => vi.unstubAllGlobals());

/** What the search knows of the text as it stands. */
const know = (verdict: object | null, more: Partial<Explored> = {}): void =>
  store.setState({
    explored: {
      [keyHere(now())]: { ...NO_PROGRESS, phase: 'done', further: false, verdict: verdict as never, ...more },
    },
  });
const clean = { complete: true, limit: null, findings: [], failures: [], minimal: null };
const openFailing = vi.fn();
const handIn = async (): Promise<string> => {
  act.handIn(openFailing);
  await settled();
  await expect.poll(() => now().assessment).not.toBeNull();
  return now().assessment?.text ?? '';
};
async function write(text: string): Promise<void> {
  act.editText(text);
  await idle();
}
const exercise = () => documentOf(now())?.exercise;

test('an exercise begins with the program shown, and its first text is what was given', async () => {
  await follow('#/new/bank-account');
  const given = documentOf(now())?.source;
  act.fixIt();
  await expect.poll(() => exercise()?.given).toBe(given);
  await idle();
  expect(collectionOf(now())?.title).toBe('Fix Bank account');
  await write(`${given}\n// mine`);
  expect(collectionOf(now())?.documents.map(({ title }) => title)).toEqual(['Yours', 'Given']);
  expect(exercise()?.given).toBe(given);
});

test('it is refused for what is wrong with it, and accepted when nothing is', async () => {
  openFailing.mockClear();
  await follow('#/new');
  await write(GIVEN);
  act.fixIt();
  await expect.poll(() => exercise()?.given).toBe(GIVEN);
  await idle();
  expect(await handIn()).toContain('still being tried');
  know(null, { phase: 'exploring', met: { kind: 'data-race' } as never });
  expect(await handIn()).toContain('Some order still fails');
  expect(openFailing).toHaveBeenCalledOnce();
  await write(GIVEN.replace('assert(x);', ''));
  expect(now().assessment).toBeNull();
  know(clean);
  expect(await handIn()).toBe('Line 4 was given and has to stay as it was: int main() { assert(x); }');
  await write(`#define assert(x)\n${ANSWER}`);
  know(clean);
  expect(await handIn()).toContain('assert may not be defined anew');
  await write(ANSWER);
  know({ ...clean, complete: false, limit: 'states' });
  expect(await handIn()).toContain('Not every order could be tried');
  know(clean);
  expect(await handIn()).toContain('Every order was tried and none fails');
  expect(now().assessment?.accepted).toBe(true);
  await write(DELETED);
  know(clean);
  expect(await handIn()).toBe('No thread writes `x` any more: the program has to do its work.');
});
test('a teacher’s link hides what the search knows until an answer is accepted, and the answer is a link back', async () => {
  await follow('#/new');
  await write(GIVEN);
  await act.copyExercise({ task: 'Mend x.', hints: ['Give it a value.'], hidden: true });
  await follow(linkCopied());
  expect(exercise()).toEqual({ given: GIVEN, task: 'Mend x.', hints: ['Give it a value.'], hidden: true });
  expect(isOpenChallenge(now())).toBe(true);
  act.showExerciseHint();
  act.showExerciseHint();
  expect(now().hints).toBe(1);
  await write(ANSWER);
  expect(now().route).toMatchObject({ collection: 'p' });
  know(clean);
  expect(await handIn()).toContain('none fails');
  expect(isOpenChallenge(now())).toBe(false);
  await act.copyLink();
  await follow(linkCopied());
  expect(documentOf(now())?.source).toBe(ANSWER);
  expect(collectionOf(now())?.documents.map(({ title }) => title)).toEqual(['Answer', 'Given']);
  expect(exercise()?.given).toBe(GIVEN);
});

test('who does the work in another way, of which the same comes, has done it', async () => {
  await follow('#/new');
  await write(GIVEN);
  act.fixIt();
  await expect.poll(() => exercise()?.given).toBe(GIVEN);
  await write(GIVEN.replace('x; void work() { x++; }', 'work() { return 1; } int x = work();'));
  know(clean);
  expect(await handIn()).toContain('Every order was tried and none fails');
});

test('where the text names weaker memory orders, they are asked too', async () => {
  await follow('#/new');
  await write(GIVEN);
  act.fixIt();
  await expect.poll(() => exercise()?.given).toBe(GIVEN);
  await write(`${ANSWER}// std::memory_order_relaxed`);
  await write(ANSWER.replace('x++', 'x++; y.store(1, std::memory_order_relaxed)'));
  know(clean);
  expect(await handIn()).toContain('still being tried');
  const say = (weak: object): void => store.setState({ weak: { [keyHere(now())]: weak as never } });
  say({ verdict: 'data-race', complete: true, failures: [{ schedule: '.a' }] });
  expect(await handIn()).toContain('Some order still fails. It is opened here');
  say({ verdict: 'limit', complete: false, failures: [] });
  expect(await handIn()).toContain('Not all that its memory orders allow');
  say({ verdict: 'clean', complete: true, failures: [] });
  expect(await handIn()).toContain('none fails');
});
