/** Every deadlock that a story comes to has its ring, also where one of its threads spins; and nobody in it is said to get anywhere. */
import { expect, test } from 'vitest';
import { spinnersIn } from '../parts/findings';
import { allParts, runTo } from '../testing/told';
import { cardsOf, summaryOf } from '../threads/cards';
import { edgesInWords, judge, waitGraph } from './waits';

const deadlocks = allParts.filter(({ beat }) => beat.claims.some(({ finding }) => finding === 'deadlock'));

test('there are such stories, one of them with a spin', () => {
  expect(deadlocks.length).toBeGreaterThan(2);
  expect(deadlocks.map(({ name }) => name)).toContain('mb-33463/nested-acquire: Round and round');
});

test.each(deadlocks.map((part) => [part.name, part] as const))('%s', (_, part) => {
  const { runner, at, trace, findings } = runTo(part);
  const snapshot = runner.snapshotAt(at);
  const found = findings.find(({ kind, reached }) => kind === 'deadlock' && reached)!;
  const graph = waitGraph(snapshot, found);
  expect(graph.cycles).toHaveLength(1);
  expect(judge(graph, snapshot.status, found)).toMatchObject({ deadlock: true });
  const cards = cardsOf(snapshot, trace, at, spinnersIn(found));
  expect(summaryOf(cards)).toMatch(/^none/);
  for (const { thread, state } of cards)
    if (graph.cycles[0].includes(thread.id)) expect(['blocked', 'waiting', 'spinning']).toContain(state);
});

test('a thread that waits for a notify is drawn waiting, from its own step on', () => {
  const part = allParts.find(({ name }) => name === 'lost-wakeup/before: Waiting for ever')!;
  const { runner, at } = runTo(part);
  const graph = waitGraph(runner.snapshotAt(at));
  expect(graph.locks).toMatchObject([{ name: 'bell', kind: 'condition', waiters: [2] }]);
  expect(edgesInWords(graph)).toContain('waiting waits for bell');
});

test('a wait for a lock is drawn from the step that ends at it, though no step follows', () => {
  const part = allParts.find(({ name }) => name === 'deadlock-by-order/before: Each waits for the other')!;
  const { at, trace } = runTo(part);
  const waits = trace.held.filter(({ mode }) => mode === 'waiting');
  expect(waits.map(({ thread, from, to }) => [thread, from, to])).toContainEqual([2, at, null]);
});
