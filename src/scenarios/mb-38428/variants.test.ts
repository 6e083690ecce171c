import { expect, test } from 'vitest';
import { changed, kindsIn } from '../testing/explored.ts';
import blocked from './blocked.cpp?raw';
import landed from './bounded-rounds.cpp?raw';
import deleteAndRecreate from './delete-and-recreate.cpp?raw';
import noCatchUp from './no-catch-up.cpp?raw';
import pitrSquashed from './pitr-squashed.cpp?raw';
import rollbackAbort from './rollback-abort.cpp?raw';
import unlockedErrorReturn from './unlocked-error-return.cpp?raw';

const LAST_ROUND = /^ {4}if \(rounds > 2\)\n {6}compaction\.copy\(\);.*\n/m;

test('the tempting change is to unlock during the copy, and nothing else', () => {
  const tempting = changed(
    blocked,
    '    compaction.copy();\n',
    '    vbLock.unlock();\n    compaction.copy();\n    vbLock.lock();\n',
  );
  const code = (text: string) => text.replace(/\/\/.*/g, '');
  expect(code(tempting)).toBe(code(noCatchUp));
});

test('the landed rounds are used up by some order: without the locked one a change is lost', () => {
  expect(kindsIn(changed(landed, LAST_ROUND, ''))).toEqual(new Set(['assertion-failure']));
});

test('rounds without the lock need no bound while flusher comes to an end', () => {
  const unbounded = changed(changed(landed, ' && ++rounds <= 2', ''), LAST_ROUND, '');
  expect(kindsIn(unbounded)).toEqual(new Set());
});

test('catching up by periods is all that point-in-time recovery lacks', () => {
  expect(kindsIn(changed(pitrSquashed, 'INT_MAX', 'granularity'))).toEqual(new Set());
});

test('an error returned with the lock held leaves no flag behind', () => {
  const returned = changed(
    unlockedErrorReturn,
    '    if (!copy())\n      return false;',
    '    if (!copy()) {\n      vbLock.lock();\n      return false; }',
  );
  expect(kindsIn(returned)).toEqual(new Set());
});

test('a deletion during a compaction is safe if it aborts it', () => {
  const member = '  Compaction compaction;\n';
  const flag = changed(deleteAndRecreate, member, `${member}  bool abort = false;\n`);
  const set = changed(flag, '    exists = false;\n', '    exists = false;\n    kvstore.abort = true;\n');
  const begun = changed(
    set,
    '    compaction.seekEnd();\n',
    '    abort = false;\n    compaction.seekEnd();\n',
  );
  const given = changed(
    begun,
    '    updateDbFileMap(compaction.target);\n',
    '    if (!abort)\n      updateDbFileMap(compaction.target);\n',
  );
  expect(kindsIn(given)).toEqual(new Set());
});

test('a rollback during a compaction is safe only if it aborts it', () => {
  const unset = changed(rollbackAbort, /^.*vbAbortCompaction = kvstore\.vbCompactionRunning;\n/m, '');
  expect(kindsIn(unset)).toEqual(new Set(['assertion-failure']));
});
