import { expect, test } from 'vitest';
import { compile, explore, type FindingKind } from '../../engine';
import closedFlag from './closed-flag.cpp?raw';
import landed from './landed.cpp?raw';
import lateStream from './late-stream.cpp?raw';

function kindsIn(source: string): FindingKind[] {
  const compiled = compile(source, 'variant.cpp');
  if (!('program' in compiled)) throw new Error(compiled.diagnostics.map((d) => d.message).join('\n'));
  const { complete, findings } = explore(compiled.program);
  expect(complete).toBe(true);
  return findings.map(({ kind }) => kind);
}

const FLAG = '  std::atomic<bool> closed{false};\n';
const LEAVE = /^ {4}if \(closed\.exchange\(true\)\)\n.*return;.*\n/m;
const [MEMBER = '', GUARD = ''] = landed.match(/^.*closeAllStreamsLock.*\n/gm) ?? [];

test('the fix keeps the promise that the closed flag breaks: no stream is alive when closeAllStreams returns', () => {
  const fixed = closedFlag.replace(FLAG, MEMBER).replace(LEAVE, GUARD);
  expect(fixed).not.toContain('closed.exchange');
  expect(fixed.match(/assert\(.*liveStreams == 0\)/g)).toHaveLength(2);
  expect(kindsIn(fixed)).toEqual([]);
});

test('the fix with a check of a copy is safe from late streams too', () => {
  const use = 'backfillMgr.load()->bytesSent(bytes);';
  const checked = lateStream.replace(use, 'if (auto m = backfillMgr.load()) m->bytesSent(bytes);');
  expect(checked).not.toContain(use);
  expect(kindsIn(checked)).toEqual([]);
});
