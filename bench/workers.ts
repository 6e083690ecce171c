/**
 * Large searches by one worker and by several, in turn: seconds, medians, and the ratio. What they answer must be the same to the byte.
 *
 *     node bench/workers.mjs [workers] [runs]
 */
import { startProvers } from '../src/cli/provers';
import { compile, exploreTogether, type Program, type Together } from '../src/engine';
import { median } from './measure';

const INCLUDES =
  '#include <atomic>\n#include <condition_variable>\n#include <mutex>\n#include <queue>\n#include <thread>\n';

/** A thread for each of these calls. */
function inThreads(calls: readonly string[]): string {
  const threads = calls.map((call, i) => `  std::thread t${i}(${call});\n`).join('');
  return `int main() {\n${threads}${calls.map((_, i) => `  t${i}.join();\n`).join('')}}\n`;
}

const repeated = (n: number, call: string): string[] => Array.from({ length: n }, () => call);

/** Each takes more than a second: values that depend on the order, retries, waits, locks. */
const programs: readonly (readonly [name: string, text: string])[] = [
  [
    '3 threads × 6 (load, store)',
    `std::atomic<int> x{0};
void work() { for (int i = 0; i < 6; i++) { int v = x.load(); x.store(v + 1); } }
${inThreads(repeated(3, 'work'))}`,
  ],
  [
    '4 threads × 4 compare_exchange',
    `std::atomic<int> x{0};
void work() { for (int i = 0; i < 4; i++) { int v = x.load(); while (!x.compare_exchange_strong(v, v + 1)) {} } }
${inThreads(repeated(4, 'work'))}`,
  ],
  [
    'queue, 2 producers and 2 consumers × 4',
    `std::mutex m; std::condition_variable cv; std::queue<int> q;
void produce() { for (int i = 0; i < 4; i++) { { std::lock_guard<std::mutex> g(m); q.push(i); } cv.notify_one(); } }
void consume() { for (int i = 0; i < 4; i++) { std::unique_lock<std::mutex> g(m); while (q.empty()) cv.wait(g); q.pop(); } }
${inThreads([...repeated(2, 'produce'), ...repeated(2, 'consume')])}`,
  ],
  [
    'B(8,3)',
    `std::mutex m; int x = 0;
void work() { for (int i = 0; i < 3; i++) { std::lock_guard<std::mutex> g(m); x++; } }
${inThreads(repeated(8, 'work'))}`,
  ],
];

async function timed(program: Program, together: Together): Promise<{ ms: number; answer: string }> {
  const start = performance.now();
  const verdict = await exploreTogether(program, { noMinimal: true }, together);
  return { ms: performance.now() - start, answer: JSON.stringify(verdict) };
}

export async function main(prover: URL, workers = 2, runs = 5): Promise<void> {
  const columns = [
    'program',
    'states',
    'transitions',
    'alone s',
    `${workers} workers s`,
    'ratio',
    'M trans/s',
    'same',
  ];
  const rows = [columns];
  // They stay, as they do in the page.
  const provers = startProvers(workers - 1, prover);
  const nobody = startProvers(0, null);
  for (const [name, text] of programs) {
    const compiled = compile(INCLUDES + text, 'bench.cpp');
    if ('diagnostics' in compiled) throw new Error(`${name}: ${compiled.diagnostics[0].message}`);
    const alone: number[] = [];
    const shared: number[] = [];
    const answers = new Set<string>();
    for (let run = 0; run < runs; run++) {
      for (const [{ together }, times] of [
        [nobody, alone],
        [provers, shared],
      ] as const) {
        const { ms, answer } = await timed(compiled.program, together);
        times.push(ms);
        answers.add(answer);
      }
    }
    const { states, allTransitions } = JSON.parse([...answers][0]);
    const [one, many] = [median(alone), median(shared)];
    const figures = [one / 1000, many / 1000, one / many, allTransitions / many / 1000];
    rows.push([
      name,
      states.toLocaleString('en'),
      allTransitions.toLocaleString('en'),
      ...figures.map((figure) => figure.toFixed(2)),
      answers.size === 1 ? 'yes' : 'NO',
    ]);
  }
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  for (const row of rows)
    console.log(
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
    );
  provers.dispose();
}
