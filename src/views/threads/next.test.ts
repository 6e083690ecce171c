/** What a thread is said to do next is what its next step does: over all steps of the stories. */
import { expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import type { StepIndex } from '../../engine';
import { allParts, runTo } from '../testing/told';

const ends = allParts.filter(({ name }, i) => allParts[i + 1]?.name.split(':')[0] !== name.split(':')[0]);
const parts = few(
  ends.filter(({ name }) => /^(mb-43708|mb-33463)\/\w+:/.test(name)),
  ends,
);

test.each(parts.map((part) => [part.name, part] as const))('%s', (_, part) => {
  const { runner, at, trace } = runTo(part);
  const wrong: string[] = [];
  for (const { index, thread, operation } of trace.steps.slice(0, at)) {
    const { threads } = runner.snapshotAt((index - 1) as StepIndex);
    const next = threads.find(({ id }) => id === thread)?.next;
    if (next && operation.kind !== 'crash' && next.kind !== operation.kind)
      wrong.push(`${index}: ${next.kind} is ${operation.text}`);
  }
  expect(wrong).toEqual([]);
});

test('what is freed is not said to be written', () => {
  const part = allParts.find(({ name }) => name === 'mb-43708/before: The write fails')!;
  const { runner, at } = runTo(part);
  const auxio = runner.snapshotAt(at).threads.find(({ name }) => name === 'auxio');
  expect(auxio?.next).toMatchObject({ kind: 'end', target: 'Manifest' });
});
