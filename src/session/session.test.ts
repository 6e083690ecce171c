import { expect, test, vi } from 'vitest';
import type { ThreadId } from '../engine';
import type { DocumentProvider } from './documents/provider';
import { keyOf } from './model/document';
import { collectionOf, documentOf, statusText } from './model/selectors';
import { shareUrl } from './navigation/address';
import { createHarness } from './testing/harness';

test('two sessions live in one page, and neither notices the other', async () => {
  const [left, right] = [createHarness(), createHarness()];
  await left.opened('before');
  await right.opened('landed');
  left.act.seek(2);
  left.act.stepThread(2 as ThreadId);
  right.act.stepForward();
  right.act.play();
  await left.settled();
  expect(left.where()).toBe('aac|');
  expect(left.now().playing).toBe(false);
  right.act.pause();
  await right.settled();
  expect(right.now()).toMatchObject({ route: { slug: 'landed' }, branches: [{ name: 'story' }] });
  expect(right.engine.asked).not.toContain('step c');
  left.act.setTheme('dark');
  expect(right.now().theme).toBe('system');

  left.session.dispose();
  right.act.restart();
  await right.settled();
  expect(right.where()).toBe('|aab');
});

/** Programs that nobody keeps: their text travels in the link. */
const linkedDocuments: DocumentProvider = {
  listed: [],
  find: (collection, _slug, { src }) =>
    collection === 'code' && src !== undefined ? { collection, slug: `n${src.length}` } : null,
  fetch: async (origin, { src }) => {
    const document = {
      key: keyOf(origin),
      title: 'A program',
      file: 'code.cpp',
      source: src,
      memory: 'sc' as const,
      origin,
      carried: { src },
    };
    return { id: 'code', title: 'A program', documents: [document], scenario: null };
  },
};

test('a further provider of documents is one file: its programs are opened, stepped, shared and found again', async () => {
  const { follow, where, now, act, engine, settled, idle } = createHarness([linkedDocuments]);
  vi.stubGlobal('location', { href: 'https://example.org/#/' });
  await follow('#/code?src=int main() {}');
  await idle();
  expect(documentOf(now())).toMatchObject({ key: 'code/n13', source: 'int main() {}' });
  expect(where()).toBe('|aaabbbccc');
  act.seek(2);
  act.stepThread(2 as ThreadId);
  await settled();
  expect(where()).toBe('aac|');
  expect(statusText(now())).toBe('Step 3 of 3: c steps');
  expect(now()).toMatchObject({ story: '', onRails: false });

  const link = shareUrl(now());
  const other = createHarness([linkedDocuments]);
  await other.follow(link.slice(link.indexOf('#')));
  await other.idle();
  expect(documentOf(other.now())?.source).toBe('int main() {}');
  expect(other.where()).toBe('aac|');

  // Another text under the same name is another document.
  engine.asked.length = 0;
  await follow('#/code?src=int main() { f(); }');
  await idle();
  expect(collectionOf(now())?.documents.map(({ source }) => source)).toEqual(['int main() { f(); }']);
  expect(engine.asked).toHaveLength(1);
  vi.unstubAllGlobals();
});
