/** Programs too large for a search, or without an end: each gets an answer, and the answer says which limit was met. */
import { afterEach, describe, expect, test } from 'vitest';
import { compile, type Program } from '../engine';
import type { Judgement, SearchSize } from './client';
import { createSearchClient } from './searchClient';

/** As the page searches without being asked (session/explorer.ts). */
const SIZE: SearchSize = { states: 300_000, bytes: 256 * 2 ** 20 };

let client = createSearchClient();
afterEach(() => {
  client.dispose();
  client = createSearchClient();
});

/** Threads that all run the same body. */
const threads = (count: number, globals: string, body: string): string => {
  const each = (text: (n: number) => string): string =>
    Array.from({ length: count }, (_, n) => text(n)).join('\n');
  return `#include <atomic>
#include <mutex>
#include <thread>
${globals}
void work() { ${body} }
int main() {
${each((n) => `std::thread t${n}(work);`)}
${each((n) => `t${n}.join();`)}
}`;
};

async function judged(source: string, size: Partial<SearchSize> = {}): Promise<Judgement | null> {
  return client.explore(programOf(source), { ...SIZE, ...size }, () => {});
}

function programOf(source: string): Program {
  const compiled = compile(source, 'limits.cpp');
  if ('diagnostics' in compiled) throw new Error(JSON.stringify(compiled.diagnostics));
  return compiled.program;
}

describe('a program with more states than wanted', () => {
  const counting = threads(3, 'std::atomic<int> x{0};', 'for (int i = 0; i < 12; i++) x = x * 3 + i;');

  test('meets the limit of states, and holds about as many', async () => {
    const verdict = await judged(counting, { states: 20_000 });
    expect(verdict).toMatchObject({ complete: false, limit: 'states' });
    expect(verdict?.states).toBeGreaterThanOrEqual(20_000);
    expect(verdict?.states).toBeLessThan(30_000);
  });

  test('meets the limit of memory, where that is the first', async () => {
    expect(await judged(counting, { bytes: 4 * 2 ** 20 })).toMatchObject({
      complete: false,
      limit: 'memory',
    });
  });
});

describe('sixteen threads', () => {
  test('that each add once are judged: the additions are merged', async () => {
    const adding = programOf(threads(16, 'std::atomic<int> x{0};', 'x.fetch_add(1);'));
    const verdict = await client.explore(adding, SIZE, () => {});
    expect(verdict).toMatchObject({ kind: 'clean', complete: true, limit: null });
    // 16! of them.
    const found = await client.list(adding, verdict!, { counted: 2000, listed: 2000, transitions: 10_000 });
    expect(found?.count.exact).toBe(false);
  });

  test('that each add under a lock are proven: what they do commutes', async () => {
    const adding = threads(16, 'std::mutex m; int x = 0;', 'std::lock_guard<std::mutex> g(m); x++;');
    expect(await judged(adding)).toMatchObject({ kind: 'clean', complete: true, limit: null });
  });

  test('of which one could tell that a lock is held are more states than were asked for', async () => {
    const telling = threads(
      16,
      'std::mutex m; int x = 0;',
      'std::lock_guard<std::mutex> g(m); x = x * 3 + 1;',
    ).replace(/\}$/, '  if (m.try_lock()) m.unlock();\n}');
    const verdict = await judged(telling, { states: 20_000 });
    expect(verdict).toMatchObject({ kind: 'clean', complete: false, limit: 'states' });
  });

  test('that lose an update are found out, limit or not', async () => {
    const losing = threads(16, 'std::atomic<int> x{0};', 'x = x + 1;').replace(
      /\}$/,
      '  assert(x == 16);\n}',
    );
    const verdict = await judged(`#include <cassert>\n${losing}`, { states: 50_000 });
    expect(verdict).toMatchObject({ kind: 'assertion-failure' });
  });
});

describe('a program without an end', () => {
  test('that comes back to where it was is a livelock: nothing is left to try', async () => {
    const verdict = await judged(threads(2, 'std::atomic<int> x{0};', 'while (true) x = 1;'));
    expect(verdict).toMatchObject({ kind: 'livelock', complete: true });
  });

  test.each([
    ['counts in sight of others', 'std::atomic<long long> x{0};', 'while (true) x++;', 'run'],
    ['counts by itself', '', 'for (long long i = 0;; i++) {}', 'step'],
    ['fills the heap', 'std::atomic<int*> x{nullptr};', 'while (true) x = new int[20000];', 'heap'],
  ])('that %s meets a limit', async (_what, globals, body, limit) => {
    expect(await judged(threads(2, globals, body))).toMatchObject({ complete: false, limit });
  });

  test('that counts unprotected has a race all the same', async () => {
    const verdict = await judged(threads(2, 'long long x = 0;', 'while (true) x++;'), { states: 10_000 });
    expect(verdict).toMatchObject({ kind: 'data-race', complete: false, limit: 'states' });
  });
});
