import { expect, test } from 'vitest';
import { changed, kindsIn } from '../testing/explored.ts';
import closedFlag from './closed-flag.cpp?raw';
import { scenario } from './index.ts';
import strongTask from './strong-task.cpp?raw';

test('a backfill looks for its stream before it reads anything, and closing drops the stream', () => {
  for (const { slug, source } of scenario.variants) {
    expect(source, slug).toMatch(
      /void run\(\) \{\n {4}(auto stream = streamPtr\.lock\(\);|if \(stream->active\))\n/,
    );
    expect(source, slug).toMatch(
      /void closeAllStreams\(\) \{\n {4}stream->setDead\(\);\n {4}stream\.reset\(\);\n/,
    );
  }
});

test('the fix decides under the lock: a run may begin after the close, if its backfill was taken before', () => {
  const counted = '    if (connectionClosed)\n      ++runsAfterClose;\n';
  const unlocked = changed(
    changed(closedFlag, counted, ''),
    '    backfill->run();\n',
    `${counted}    backfill->run();\n`,
  );
  expect(kindsIn(closedFlag)).toEqual(new Set());
  expect(kindsIn(unlocked)).toContain('assertion-failure');
});

test('the task that owns its manager lacks one line of 2016', () => {
  const line = 'managerTask.reset();';
  expect(kindsIn(strongTask)).toEqual(new Set(['memory-leak']));
  expect(kindsIn(changed(strongTask, `  // and in 2016 the next line was: ${line}`, `\n  ${line}`))).toEqual(
    new Set(),
  );
});
