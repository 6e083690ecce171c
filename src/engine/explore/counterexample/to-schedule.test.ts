/** A schedule means the same thing everywhere: what the search calls the simplest, a recorded run follows to its end and finds. */
import { expect, test } from 'vitest';
import { everyNth } from '../../../base/testing/few';
import { compiled } from '../../compiler/testing/execute';
import { explore } from '../explore';
import { pointsOf } from '../refinement/points';
import { endingIn } from '../testing/fixtures';
import { expectFollowed, follow } from '../testing/follow';

const programs = ['fixtures', '../detect/fixtures', '../../scenarios'].flatMap(endingIn);

test.each(everyNth(8, programs))('a Runner follows the schedules of the search: %s', expectFollowed);

test('a stopping point that is found too late for a Schedule makes it one of single accesses', () => {
  // The two increments race in one of the 3,432 orders of the rounds.
  const program = compiled(
    `#include <mutex>
    #include <thread>
    std::mutex m; int order = 1, plain = 0;
    void take(int me) {
      for (int i = 0; i < 7; i++) { std::lock_guard<std::mutex> g(m); order = 2 * order + me; }
      bool rare; { std::lock_guard<std::mutex> g(m); rare = order == ${0b1_0110100_1101001}; }
      if (rare) plain++;
    }
    int main() { std::thread a(take, 0), b(take, 1); a.join(); b.join(); }`,
    'rare.cpp',
  );
  expect(pointsOf(program, 'sync').pcs).toEqual([]);
  const { points, findings } = explore(program, { noMinimal: true });
  expect(points.pcs).toHaveLength(2);
  const { kind, schedule } = findings[0];
  expect([kind, schedule.granularity]).toEqual(['data-race', 'access']);
  expect(follow(program, schedule)).toMatchObject({ complete: true, kinds: expect.arrayContaining([kind]) });
});
