/** No text that a user sees speaks of what the library keeps to itself: over all fixtures and a program of containers, by what the headers declare. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StepIndex } from '../bytecode/program';
import { compiled } from '../compiler/testing/execute';
import type { FieldView, Snapshot } from '../inspect/view';
import { sticky } from '../schedule/sticky';
import { Runner } from './runner';

const engine = join(import.meta.dirname, '..');
const texts = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(join(folder, file), 'utf8'));

/** Names with an underscore behind that some header declares. */
const privateNames = new Set(
  texts(join(engine, 'compiler/library'), '.hpp').flatMap((text) => text.match(/\b[a-z]\w*_\b/g) ?? []),
);
const INSIDES = /__\w|a word of memory|the library's memory|\bundefined\b|\bNaN\b/;

const FIXTURES = join(engine, 'detect/fixtures');
const CONTAINERS = `#include <atomic>
#include <future>
#include <latch>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <semaphore>
#include <string>
#include <thread>
struct Job : std::enable_shared_from_this<Job> { std::map<int, std::string> names; std::optional<int> result; };
std::list<int> list; std::queue<std::shared_ptr<Job>> jobs; std::counting_semaphore<4> slots(2); std::latch gate(2);
std::atomic<std::shared_ptr<Job>> last; std::once_flag once;
int main() {
  std::promise<int> answer; std::future<int> asked = answer.get_future();
  auto work = [&] {
    slots.acquire(); list.push_back(1); auto job = std::make_shared<Job>(); job->names[3] = "three"; job->result = 4;
    jobs.push(job); last.store(job); std::call_once(once, [&] { answer.set_value(5); }); slots.release(); gate.count_down();
  };
  std::thread one(work), two(work);
  gate.wait(); asked.get(); one.join(); two.join();
  auto left = new std::list<int>; left->push_back(1);
}
`;

function* said(runner: Runner): Generator<string> {
  const view = runner.view();
  for (const { text, operation } of view.steps) yield* [text, operation.target];
  for (const { reason } of view.states) yield reason;
  for (const { name } of [...view.locks, ...view.objects, ...view.threads]) yield name;
  for (const { owners } of view.lives) for (const { name } of owners) yield name;
  for (const { sentence, report, causes, places } of runner.findings()) {
    yield* [sentence, report, ...causes.map(({ text }) => text)];
    for (const { role, frames } of places) yield* [role, ...frames.map((frame) => frame.function)];
  }
  for (let step = 0; step <= runner.length; step += 6) yield* shown(runner.snapshotAt(step as StepIndex));
}
function* shown({ threads, locks, roots, objects }: Snapshot): Generator<string> {
  for (const { frames, next, reason } of threads) {
    yield* [reason, next?.text ?? ''];
    for (const frame of frames) {
      yield frame.function;
      for (const local of frame.locals) yield* fields(local);
    }
  }
  for (const { name } of locks) yield name;
  for (const { frame, field } of roots) yield* [frame, ...fields(field)];
  for (const { name, type, fields: members } of objects) {
    yield* [name, type];
    for (const member of members) yield* fields(member);
  }
}
function* fields({ name, type, text, fields: inner }: FieldView): Generator<string> {
  yield* [name, type, text];
  for (const field of inner) yield* fields(field);
}

test('no text tells of the inside of the library', () => {
  const wrong = new Set<string>();
  for (const source of [...texts(FIXTURES, '.cpp'), CONTAINERS]) {
    // A user may call his own members so.
    const inside = [...privateNames].filter((name) => !new RegExp(`\\b${name}\\b`).test(source));
    const pattern = new RegExp(`${INSIDES.source}|\\b(${inside.join('|')})(?!\\w)`);
    const runner = new Runner(compiled(source, 'file.cpp'));
    for (let seed = 0; seed < (source === CONTAINERS ? 3 : 1); seed++) {
      runner.open({ granularity: 'sync', choices: [] });
      runner.runToEnd(sticky(seed, 3), 120);
      for (const text of said(runner)) if (pattern.test(text)) wrong.add(text);
    }
  }
  expect([...wrong]).toEqual([]);
});
