import { expect, test } from 'vitest';
import type { Address } from '../../engine';
import { finding, OBJECTS, scene } from '../score/testing/scene';
import { cardsOf } from './cards';
import { crashed, field } from './testing/snapshot';
import { sentenceOf, tableRows } from './words';

const calm = cardsOf(crashed, scene, null);
const struck = cardsOf(crashed, scene, finding);
const rowsOf = (cards: typeof calm, key: string) =>
  [...cards.roots, ...cards.objects]
    .find((card) => card.key === key)
    ?.rows.map(({ name, text }) => [name, text]);

test('a thread has a card with what its frames own or could own; scalars and this are left out', () => {
  expect(calm.roots.map(({ key }) => key)).toEqual(['thread 0', 'thread 1']);
  expect(rowsOf(calm, 'thread 0')).toEqual([
    ['connMap.map_', '{ }'],
    ['connMap.deadConnections', '{ }'],
    ['watched', ''],
  ]);
  expect(rowsOf(calm, 'thread 1')).toEqual([
    ['mapCopy', ''],
    ['found', ''],
  ]);
});

test('an object shows its members, counts, plain values and who holds its lock', () => {
  const [producer, , stream] = calm.objects;
  expect(rowsOf(calm, producer.key)).toEqual([
    ['containers[0].streams', '{ }'],
    ['containers[1].streams', '{ }'],
    ['mgr', 'null'],
  ]);
  expect([producer.counts, ...producer.notes.slice(0, 2)]).toEqual(['1 owner', '1 owner', '1 watcher']);
  expect([stream.counts, stream.notes, stream.heldBy]).toEqual(['1 owner', ['1 owner', 'dead false'], [1]]);
});

test('an object that is gone says since when and through whom', () => {
  expect(calm.objects.filter(({ gone }) => gone).map(({ title, notes }) => [title, notes])).toEqual([
    ['BackfillManager', ['gone at 16, W']],
    ['Stream 2', ['gone at 15, W']],
  ]);
});

test('arrows know how they own, and whether they lead to nothing', () => {
  expect(
    calm.edges.map(({ from, row, to, kind, dangling }) => [from, row.trim(), to, kind, dangling]),
  ).toEqual(
    [
      ['object 20', 'producerPtr', 'object 20', 'weak', false],
      ['thread 0', 'main watched', 'object 21', 'weak', true],
      ['thread 1', 'shutdownAll mapCopy', 'object 20', 'strong', false],
      ['thread 1', 'closeAllStreams found', 'object 22', 'strong', false],
    ].map((row, i) => (i === 0 ? ['object 22', ...row.slice(1)] : row)),
  );
});

test('a null dereference strikes the null member, and shows who reached for it', () => {
  const producer = struck.objects[0];
  expect(producer.rows.filter((row) => row.struck).map(({ name }) => name)).toEqual(['mgr']);
  expect(struck.roots[1].rows.at(-1)).toMatchObject({ name: 'mgr', struck: true });
  expect(struck.edges.at(-1)).toMatchObject({
    from: 'thread 1',
    to: `object ${OBJECTS.producer}`,
    toRow: 'mgr',
  });
  expect(struck.objects.some((card) => card.struck)).toBe(false);
});

test('a use after free strikes the object itself', () => {
  const freed = {
    ...finding,
    kind: 'use-after-free' as const,
    nullMember: null,
  };
  const other = {
    ...scene,
    steps: scene.steps.map((step) => ({
      ...step,
      operation: { ...step.operation, target: 'bytesRead', text: 'writes bytesRead' },
    })),
  };
  const cards = cardsOf(crashed, other, freed);
  expect(cards.objects.filter((card) => card.struck).map(({ title }) => title)).toEqual(['BackfillManager']);
  expect(cards.edges.at(-1)).toMatchObject({ to: `object ${OBJECTS.manager}`, toRow: null, struck: true });
});

test('the picture has a sentence', () => {
  expect(sentenceOf(struck, 17)).toBe(
    'Ownership at step 17: bucket_del owns Producer and Stream 1; mgr of Producer is null; BackfillManager is gone at 16, W; Stream 2 is gone at 15, W.',
  );
});

test('the table says the same, a row for each member', () => {
  const rows = tableRows(struck).map(({ owner, member, value }) => `${owner} | ${member} | ${value}`);
  expect(rows).toContain('bucket_del | found | owns Stream 1');
  expect(rows).toContain('main | watched | watches BackfillManager, which is gone');
  expect(rows).toContain('Producer (1 owner) | mgr | null');
  expect(rows).toContain('bucket_del | mgr | reaches for Producer');
});

test('a leak strikes the circle of owners, and nothing else', () => {
  const owner = crashed.objects[0];
  const pointer = (object: Address) =>
    field('other', 'std::shared_ptr<Node>', '', [{ object, edge: 'strong', dangling: false }]);
  const leak = { ...finding, kind: 'memory-leak' } as const;
  const circle = [20, 30].map((id, i) => ({
    ...owner,
    id: id as Address,
    fields: [pointer([30, 20][i] as Address)],
  }));
  const { edges, objects } = cardsOf({ ...crashed, objects: circle }, scene, leak);
  const red = edges.filter((edge) => edge.struck).map(({ from, to }) => `${from} > ${to}`);
  expect(red).toEqual(['object 20 > object 30', 'object 30 > object 20']);
  expect(objects.some((card) => card.struck)).toBe(false);
});
