import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { compile } from '.';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What a program of many classes and function types leaves behind: a new one of its kind for each number. */
const program = (n: number): string => `
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>
struct Item${n} { std::string name; std::vector<int> parts; };
int sum(const std::map<int, Item${n}>& all) { return static_cast<int>(all.size()); }
int main() {
  std::map<int, Item${n}> all;
  std::function<int(const std::map<int, Item${n}>&)> f = sum;
  std::thread t([&] { all[1].parts.push_back(f(all)); });
  t.join();
}`;

test('who writes a program compiles it with every key: nothing of the texts before is kept', () => {
  const megabytes = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  for (let n = 0; n < 2; n++) expect(compile(program(n))).toHaveProperty('program');
  const before = megabytes();
  for (let n = 2; n < 6; n++) compile(program(n));
  expect((megabytes() - before) / 4).toBeLessThan(0.5);
});
