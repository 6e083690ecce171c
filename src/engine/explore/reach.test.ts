import { expect, test } from 'vitest';
import { compiled } from '../compiler/testing/execute';
import { schedulePoints } from '../machine';
import { decodeSchedule } from '../schedule/encode';
import { canFail } from './reach';

const programOf = (threads: readonly string[]) =>
  compiled(
    [
      '#include <atomic>\n#include <mutex>\n#include <thread>\nstd::atomic<int> x{0}, y{0}; std::mutex m;',
      ...threads.map((body, t) => `void t${t}() { ${body} }`),
      `int main() { ${threads.map((_, t) => `std::thread h${t}(t${t});`).join(' ')} ${threads.map((_, t) => `h${t}.join();`).join(' ')} }`,
    ].join('\n'),
    'reach.cpp',
  );
function fates(threads: readonly string[], ...lines: string[]): string[] {
  const program = programOf(threads);
  return lines.map((line) => canFail(program, schedulePoints(program), decodeSchedule(line).schedule));
}

test('threads that go round for ever are a bad end, as long as they can still come to it', () => {
  const claims = ['x = 1; while (y != 0);', 'y = 1; if (x != 0) return; y = 0;'];
  // main starts both; then one of them claims its flag and looks at the other's before that one has claimed, or behind.
  expect(fates(claims, '', 'a3b2', 'a3c2b2', 'a3c4')).toEqual(['can', 'can', 'can', 'cannot']);
});

test('a thread that goes round while another one can still help it is no bad end', () => {
  expect(fates(['while (x == 0 || y == 0);', 'x = 1; y = 1;'], '', 'a3b4')).toEqual(['cannot', 'cannot']);
});

test('a spin that keeps a lock from who could end it is one', () => {
  const holds = ['m.lock(); while (x == 0); m.unlock();', 'm.lock(); x = 1; m.unlock();'];
  expect(fates(holds, '', 'a3b2', 'a3c2')).toEqual(['can', 'can', 'cannot']);
});
