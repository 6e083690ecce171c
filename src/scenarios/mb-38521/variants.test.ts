import { expect, test } from 'vitest';
import { kindsIn } from '../testing/explored.ts';
import closedFlag from './closed-flag.cpp?raw';
import landed from './landed.cpp?raw';
import lateStream from './late-stream.cpp?raw';

const FLAG = '  std::atomic<bool> closed{false};\n';
const LEAVE = /^ {4}if \(closed\.exchange\(true\)\)\n.*return;.*\n/m;
const [MEMBER = '', GUARD = ''] = landed.match(/^.*closeAllStreamsLock.*\n/gm) ?? [];

test('the fix keeps the promise that the closed flag breaks: no stream is alive when closeAllStreams returns', () => {
  const fixed = closedFlag.replace(FLAG, MEMBER).replace(LEAVE, GUARD);
  expect(fixed).not.toContain('closed.exchange');
  expect(fixed.match(/assert\(.*liveStreams == 0\)/g)).toHaveLength(2);
  expect(kindsIn(fixed)).toEqual(new Set());
});

test('the fix with a check of a copy is safe from late streams too', () => {
  const use = 'backfillMgr.load()->bytesSent(bytes);';
  const checked = lateStream.replace(use, 'if (auto m = backfillMgr.load()) m->bytesSent(bytes);');
  expect(checked).not.toContain(use);
  expect(kindsIn(checked)).toEqual(new Set());
});
