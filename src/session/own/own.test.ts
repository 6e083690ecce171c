import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { StepIndex, ThreadId } from '../../engine';
import { collectionOf, documentOf, isIdle, keyHere } from '../model/selectors';
import { urlOf } from '../navigation/address';
import { fakeDocuments } from '../testing/fakeScenario';
import { createHarness } from '../testing/harness';
import { createPageShelf, type Program, type Shelf } from './shelf';

/** As the browser's, and with what may go wrong there. */
function createShelf() {
  const inner = createPageShelf();
  const shelf = {
    ...inner,
    lasting: true as boolean,
    failure: null as Error | null,
    write: (program: Program) => (shelf.failure ? Promise.reject(shelf.failure) : inner.write(program)),
  };
  return shelf satisfies Shelf;
}

let shelf = createShelf();
const create = (on: Shelf = shelf) => createHarness([fakeDocuments()], on);
let { act, engine, follow, idle, lines, now, settled, where } = create();
beforeEach(() => {
  shelf = createShelf();
  ({ act, engine, follow, idle, lines, now, settled, where } = create());
});
afterEach(() => vi.unstubAllGlobals());

const text = (): string | undefined => documentOf(now())?.source;
const stored = async (): Promise<string[]> =>
  (await shelf.list()).map((each) => `${each.name}: ${each.text}`);
async function write(source: string): Promise<void> {
  act.editText(source);
  expect(isIdle(now())).toBe(false);
  await idle();
}

async function linkHere(): Promise<string> {
  vi.stubGlobal('location', { href: 'https://example.org/#/' });
  const written: string[] = [];
  vi.stubGlobal('navigator', { clipboard: { writeText: async (url: string) => written.push(url) } });
  await act.copyLink();
  return written[0] ?? '';
}

describe('a text that is edited', () => {
  test('of a starting point becomes a program that is kept, under a name of its own', async () => {
    await follow('#/new/bank-account');
    expect(collectionOf(now())?.documents.map(({ title }) => title)).toEqual(['Wrong', 'Right']);
    await write('int main() {}');
    const { route } = now();
    expect(route).toMatchObject({ page: 'document', collection: 'p' });
    expect(collectionOf(now())?.documents.map(({ title }) => title)).toEqual(['Yours', 'Original']);
    await expect.poll(stored).toEqual(['Bank account: int main() {}']);
    await write('int main() { f(); }');
    expect(now().route).toBe(route);
    await expect.poll(stored).toEqual(['Bank account: int main() { f(); }']);
  });

  test('runs on the same steps as far as they fit, and on to its end', async () => {
    engine.lengths = [2, 2];
    await follow('#/new');
    act.seek(1);
    act.stepThread(1 as ThreadId);
    act.stepThread(1 as ThreadId);
    await idle();
    expect(where()).toBe('abb|');
    engine.lengths = [2, 1, 1];
    await write('int main() { g(); }');
    expect(where()).toBe('ab|ac');
    expect(lines()).toEqual(['0 first line: abac']);
  });

  test('that does not compile leaves the last run as it was, and nobody steps in it', async () => {
    await follow('#/new');
    act.seek(2);
    await idle();
    engine.refuses = `${text()}oops`;
    await write(engine.refuses);
    expect(now()).toMatchObject({ phase: 'failed', diagnostics: [{ message: 'it is wrong' }] });
    expect(where()).toBe('aa|abbbccc');
    engine.asked.length = 0;
    act.stepForward();
    act.play();
    await settled();
    expect(engine.asked).toEqual([]);
    expect(now().notice?.text).toContain('does not compile');
    await write('int main() {}');
    expect(now()).toMatchObject({ phase: 'ready', diagnostics: [], at: 2 });
  });

  test('to another program that does not compile leaves nothing of the run of the one before', async () => {
    await follow('#/new');
    act.seek(2);
    await idle();
    engine.refuses = 'int main() { oops }';
    await write(engine.refuses);
    expect(now()).toMatchObject({ phase: 'failed', trace: null, snapshot: null, findings: [], at: 0 });
    await write('int main() { f(); }');
    expect(now()).toMatchObject({ phase: 'ready', diagnostics: [] });
    expect(now().trace?.steps.length).toBeGreaterThan(0);
  });

  test('is given to the engine once, when the keys have paused', async () => {
    await follow('#/new');
    engine.asked.length = 0;
    for (const source of ['a', 'ab', 'abc']) act.editText(source);
    await idle();
    expect(text()).toBe('abc');
    expect(engine.asked).toEqual(['open aaabbbccc']);
  });

  test('is another document for whoever explores it, and the same again when it is undone', async () => {
    await follow('#/new');
    const first = text() ?? '';
    const key = keyHere(now());
    act.editText(`${first}//`);
    expect(keyHere(now())).not.toBe(key);
    act.editText(first);
    expect(keyHere(now())).toBe(key);
    await idle();
  });

  test('may not be longer than there is room for', async () => {
    await follow('#/new');
    const before = text();
    act.editText('x'.repeat(300_000));
    expect(text()).toBe(before);
    expect(now().notice?.text).toContain('200,000 characters');
  });
});

describe('a copy of a scenario', () => {
  test('opens at the same step, and says what it was', async () => {
    act.openDocument('demo');
    await idle();
    act.seek(3);
    await idle();
    act.editCopy();
    await expect.poll(() => now().route).toMatchObject({ collection: 'p' });
    await idle();
    expect(where()).toMatch(/^aab\|/);
    expect(text()).toBe('// before');
    await write('// better');
    expect(collectionOf(now())?.documents.map(({ source }) => source)).toEqual(['// better', '// before']);
  });
});

describe('what is kept', () => {
  test('is opened again where it was left, in another session', async () => {
    await follow('#/new');
    await write('int main() {}');
    const { slug } = documentOf(now())?.origin ?? { slug: '' };
    await expect.poll(stored).toHaveLength(1);
    const later = create(shelf);
    await later.follow(`#/p/${slug}?s=a2&at=1`);
    await later.idle();
    expect(documentOf(later.now())?.source).toBe('int main() {}');
    expect(later.where()).toBe('a|a');
  });

  test.each([1, 2])(
    'is all that was typed, however soon the page is left: %d programs unwritten',
    async (many) => {
      const tab = new Map<string, string>();
      const page = new EventTarget();
      vi.stubGlobal('sessionStorage', {
        getItem: (key: string) => tab.get(key) ?? null,
        setItem: (key: string, value: string) => tab.set(key, value),
        removeItem: (key: string) => tab.delete(key),
      });
      vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
      const slow = { ...shelf, write: () => new Promise<boolean>(() => {}) };
      const left = create(slow);
      for (let i = 0; i < many; i++) {
        left.act.openText(`mine ${i}`, 'int main() {}');
        await left.idle();
        left.act.editText('int main() { f(); }');
        await left.idle();
      }
      page.dispatchEvent(new Event('pagehide'));
      const { slug } = documentOf(left.now())?.origin ?? { slug: '' };
      const next = create(shelf);
      await next.follow(`#/p/${slug}`);
      await next.idle();
      expect(documentOf(next.now())?.source).toBe('int main() { f(); }');
      await expect.poll(stored).toHaveLength(many);
      // It is handed on once.
      expect(tab.size).toBe(0);
      // What the page wrote after all, or another one did later, stays.
      await next.act.editText('int main() { g(); }');
      await expect.poll(stored).toContain(`mine ${many - 1}: int main() { g(); }`);
      page.dispatchEvent(new Event('pagehide'));
      const last = create(shelf);
      await last.follow(`#/p/${slug}`);
      expect(documentOf(last.now())?.source).toBe('int main() { g(); }');
    },
  );

  test('is listed, renamed, deleted, and had back', async () => {
    act.openText('from a disk', 'int main() {}\r\n');
    await expect.poll(stored).toEqual(['from a disk: int main() {}\n']);
    await idle();
    act.renameProgram('mine');
    await expect.poll(stored).toEqual(['mine: int main() {}\n']);
    const [{ id }] = await shelf.list();
    act.deleteProgram(id);
    await expect.poll(() => now().route.page).toBe('home');
    expect(await stored()).toEqual([]);
    await expect.poll(() => now().notice?.text).toBe('‘mine’ is deleted.');
    now().notice?.action?.run();
    await expect.poll(() => now().kept?.map(({ name }) => name)).toEqual(['mine']);
  });

  test('is nothing where there is no room: the page says so once, and has the text', async () => {
    await follow('#/new');
    shelf.failure = new DOMException('full', 'QuotaExceededError');
    await write('int main() {}');
    await expect.poll(() => now().notice?.text).toContain('the storage of the browser is full');
    act.dismissNotice();
    await write('int main() { f(); }');
    expect(now().notice).toBeNull();
    expect(text()).toBe('int main() { f(); }');
  });

  test('is nothing where the browser keeps nothing, and the page says so', async () => {
    shelf.lasting = false;
    await follow('#/new');
    await write('int main() {}');
    await expect.poll(() => now().notice?.text).toContain('keeps nothing here');
  });

  test('in two tabs is kept twice when both write', async () => {
    act.openText('shared', 'one');
    await idle();
    await expect.poll(stored).toEqual(['shared: one']);
    const [{ id }] = await shelf.list();
    const other = create(shelf);
    await other.follow(`#/p/${id}`);
    await other.idle();
    await write('one, here');
    await expect.poll(stored).toEqual(['shared: one, here']);
    other.act.editText('one, there');
    await expect
      .poll(async () => (await stored()).toSorted())
      .toEqual(['shared (2): one, there', 'shared: one, here']);
    expect(other.now().notice?.text).toContain('changed in another tab');
    await other.idle();
    other.act.editText('one, there, more');
    await expect
      .poll(async () => (await stored()).toSorted())
      .toEqual(['shared (2): one, there, more', 'shared: one, here']);
  });

  test('elsewhere is not found here, and the page says why', async () => {
    await follow('#/p/none');
    await expect.poll(() => now().notice?.text).toContain('does not keep that program');
    expect(now().phase).toBe('failed');
  });
});

describe('a link', () => {
  test('carries the program, its name and the step; a stranger changes a copy', async () => {
    act.openText('to share', 'int main() {}');
    await idle();
    act.seek(1);
    act.stepThread(2 as ThreadId);
    await idle();
    const link = await linkHere();
    expect(link).toMatch(/^https:\/\/example\.org\/#\/link\//);

    const stranger = create(createShelf());
    await stranger.follow(link.slice(link.indexOf('#')));
    await stranger.idle();
    expect(documentOf(stranger.now())).toMatchObject({ source: 'int main() {}' });
    expect(collectionOf(stranger.now())?.title).toBe('to share');
    expect(stranger.where()).toBe('ac|');
    expect(stranger.now().notice).toBeNull();
    stranger.act.editText('int main() { f(); }');
    await stranger.idle();
    expect(stranger.now().route).toMatchObject({ collection: 'p' });
  });

  test.each(['#/link', '#/link/x?n=a', '#/link/x?c=1zzzz', '#/link/x?c='])(
    'that is damaged says so: %s',
    async (link) => {
      await follow(link);
      await expect.poll(() => now().notice?.text).toContain('This link is damaged');
      expect(now()).toMatchObject({ phase: 'failed', at: 0 as StepIndex });
    },
  );

  test('of 60 ordinary lines is shorter than 2 kB', async () => {
    const { loadStarter, starters } = await import('../../starters');
    for (const { slug } of starters)
      for (const { source } of (await loadStarter(slug)).forms) {
        act.openText(slug, source);
        await idle();
        expect((await linkHere()).length).toBeLessThan(2000);
      }
  });

  test('that would be too long is not copied: the page offers a file', async () => {
    const random = Array.from({ length: 20_000 }, (_, i) =>
      ((i * 2654435761) % 4294967296).toString(36),
    ).join(' ');
    act.openText('long', random);
    await idle();
    expect(await linkHere()).toBe('');
    expect(now().notice).toMatchObject({ action: { label: 'Save as a file' } });
    expect(urlOf('#/')).toContain('#/');
  });
});

describe('settings', () => {
  const wanted = {
    granularity: 'access',
    entry: 'check',
    args: '',
    rounds: 2,
    preemptions: null,
    seconds: null,
    memory: null,
    steps: null,
    seed: null,
    spurious: true,
  } as const;

  test('are part of the program: kept with it, another key for what is known of it, and steps of their own', async () => {
    await follow('#/new/bank-account');
    const before = keyHere(now());
    act.configure(wanted);
    await idle();
    expect(documentOf(now())?.settings).toEqual(wanted);
    expect(keyHere(now())).not.toBe(before);
    await expect.poll(async () => (await shelf.list())[0]?.settings).toEqual(wanted);
    await write('void check() {}');
    expect(documentOf(now())?.settings).toEqual(wanted);
  });

  test('travel in links, and links without them are as they were', async () => {
    await follow('#/new/bank-account');
    act.configure(wanted);
    await idle();
    const url = await linkHere();
    const link = url.slice(url.indexOf('#'));
    expect(link).toContain('o=steps%3Aaccess%2Crun%3Acheck%2Cspurious%2Crounds%3A2');
    await follow(link);
    expect(documentOf(now())?.settings).toEqual(wanted);
    await follow(link.replace(/&o=[^&]*/, ''));
    expect(documentOf(now())?.settings).toBeUndefined();
  });
});
