import { expect, test } from 'vitest';
import { changed, kindsIn } from '../testing/explored.ts';
import before from './before.cpp?raw';
import closedFlag from './closed-flag.cpp?raw';
import landed from './landed.cpp?raw';
import lateStream from './late-stream.cpp?raw';
import statsReader from './stats-reader.cpp?raw';

const FLAG = '  std::atomic<bool> closed{false};\n';
const LEAVE = /^ {4}if \(closed\.exchange\(true\)\)\n.*return;.*\n/m;
const [MEMBER = '', GUARD = ''] = landed.match(/^.*closeAllStreamsLock.*\n/gm) ?? [];

test('the fix keeps the promise that the closed flag breaks: no stream is alive when closeAllStreams returns', () => {
  const fixed = closedFlag.replace(FLAG, MEMBER).replace(LEAVE, GUARD);
  expect(fixed).not.toContain('closed.exchange');
  expect(fixed.match(/assert\(.*liveStreams == 0\)/g)).toHaveLength(2);
  expect(kindsIn(fixed)).toEqual(new Set());
});

test('all bytes are accounted for when the manager goes: in the fix, not before it', () => {
  const kept = '  ~BackfillManager() { assert(bytesRead == 0); }\n';
  const member = '  long bytesRead = 20;';
  expect(kindsIn(changed(landed, member, kept + member))).toEqual(new Set());
  expect(kindsIn(changed(before, member, kept + member))).toContain('assertion-failure');
});

test('statistics of one look are safe', () => {
  const twice = /if \(backfillMgr\.load\(\)\)\n.*return backfillMgr\.load\(\)->addStats\(\);.*\n/;
  const once = 'if (auto manager = backfillMgr.load())\n      return manager->addStats();\n';
  expect(kindsIn(changed(statsReader, twice, once))).toEqual(new Set());
});

test('the fix with a check of a copy is safe from late streams too', () => {
  const use = 'backfillMgr.load()->bytesSent(bytes);';
  const checked = lateStream.replace(use, 'if (auto m = backfillMgr.load()) m->bytesSent(bytes);');
  expect(checked).not.toContain(use);
  expect(kindsIn(checked)).toEqual(new Set());
});
