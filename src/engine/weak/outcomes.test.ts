/** What a run can still become: fewer with each step, and in the end what it is. */
import { expect, test } from 'vitest';
import { compiled } from '../compiler/testing/execute';
import { programsIn } from '../explore/testing/fixtures';
import { decodeSchedule } from '../schedule/encode';
import { weakOutcomes, weakOutlook } from './outcomes';
import { judgeWeak } from './report';

const litmus = programsIn('../weak/fixtures').filter(([, text]) => !/executions-rc11: \d{3}/.test(text));

test.each(litmus)(
  '%s: each failing run begins as all executions do, and ends as one that fails',
  (file, text) => {
    const program = compiled(text, file);
    const { executions, failing, failures } = judgeWeak(program);
    for (const { schedule } of failures) {
      const outcomes = weakOutcomes(program, decodeSchedule(schedule).schedule.choices);
      expect(outcomes[0]).toEqual({ left: executions, failing, exact: true });
      for (const [i, { left, failing }] of outcomes.entries()) {
        expect(left).toBeLessThanOrEqual(outcomes[Math.max(0, i - 1)].left);
        expect(failing).toBeGreaterThan(0);
      }
      const last = outcomes[outcomes.length - 1];
      expect(last.failing).toBe(last.left);
    }
  },
);

const SB = `#include <atomic>
#include <thread>
std::atomic<int> x{0}, y{0};
int main() {
  std::thread a([] { x.store(1, std::memory_order_release); (void)y.load(std::memory_order_acquire); });
  std::thread b([] { y.store(1, std::memory_order_release); (void)x.load(std::memory_order_acquire); });
  a.join();
  b.join();
}`;

test('a choice leaves the executions that have it, and a step that is not possible leaves none', () => {
  const program = compiled(SB, 'sb.cpp');
  const left = (schedule: string) =>
    weakOutcomes(program, decodeSchedule(schedule).schedule.choices).at(-1)?.left;
  // Both have stored; a then reads y as it was at first, or what b stored; then b has the same choice.
  expect(left('.a3b2c2')).toBe(4);
  expect(left('.a3b2c2b-1')).toBe(2);
  expect(left('.a3b2c2b-1c')).toBe(1);
  expect(left('.a3b2c2b-7')).toBe(0);
});

test('each step that can follow, and whether it can still fail behind it', () => {
  const asserted = `#include <cassert>\n${SB}`
    .replaceAll('(void)y', 'int r = y')
    .replaceAll('(void)x', 'int r = x')
    .replaceAll('acquire); });', 'acquire); if (r == 0) missed++; });')
    .replace('y{0};', 'y{0}, missed{0};')
    .replace('b.join();', 'b.join();\n  assert(missed < 2);');
  const program = compiled(asserted, 'sb-asserted.cpp');
  const outlook = (schedule: string) =>
    weakOutlook(program, decodeSchedule(schedule).schedule.choices).map(
      ({ thread, pick, fails }) => `${thread}-${pick} ${fails}`,
    );
  // Both have stored.
  expect(outlook('.a3b2c2')).toEqual(['1-0 cannot', '1-1 can', '2-0 cannot', '2-1 can']);
  // What a read was new: whatever b reads, one of them has not missed.
  expect(outlook('.a3b2c2b')).toEqual(['0-0 cannot', '2-0 cannot', '2-1 cannot']);
  expect(outlook('.a3b2c2b-1')).toEqual(['1-0 can', '2-0 cannot', '2-1 can']);
});
