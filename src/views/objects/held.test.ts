/** Whoever keeps an address of an object is drawn with it, from the step at which he took it: in every part of every story. */
import { expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import type { FieldView } from '../../engine';
import { allParts, runTo } from '../testing/told';
import { cardsOf } from './cards';

const STORIES = /^(kept-reference|weak-pointer|mb-52490\/patch-set-8|mb-38521\/before)/;
const parts = few(
  allParts.filter(({ name }) => STORIES.test(name)),
  allParts,
);

const targetsOf = (field: FieldView): FieldView['targets'] => [
  ...field.targets,
  ...field.fields.flatMap(targetsOf),
];

test.each(parts.map((part) => [part.name, part] as const))('%s', (_, part) => {
  const { runner, at, trace } = runTo(part);
  const snapshot = runner.snapshotAt(at);
  const { edges } = cardsOf(snapshot, trace, null);
  const drawn = new Set(snapshot.objects.map(({ id }) => id));
  for (const { id, name, frames } of snapshot.threads)
    for (const local of frames.flatMap(({ locals }) => locals))
      for (const { object } of targetsOf(local))
        if (drawn.has(object))
          expect(
            edges.some(({ from, to }) => from === `thread ${id}` && to === `object ${object}`),
            `${name}: ${local.name}`,
          ).toBe(true);
});

test('a reference is an edge as soon as there is one', () => {
  const part = allParts.find(({ beat }) => beat.title === 'guest knows where it is')!;
  const { runner, at, trace } = runTo(part);
  const edgesAt = (step: number) =>
    cardsOf(runner.snapshotAt(step as typeof at), trace, null).edges.filter(
      ({ from }) => from === 'thread 1',
    );
  expect(edgesAt(at - 2)).toEqual([]);
  expect(edgesAt(at)).toMatchObject([{ row: 'enter mine', kind: 'raw', dangling: false }]);
});
