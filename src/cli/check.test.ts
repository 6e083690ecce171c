import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { Runner } from '../engine';
import { parseArguments } from './arguments';
import { main } from './check';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
afterEach(() => {
  vi.restoreAllMocks();
});

interface Output {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function check(...argv: string[]): Promise<Output> {
  let out = '';
  let err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
  // What is found does not depend on how fast the machine is.
  const status = await main(['--max-seconds=0', ...argv]);
  return { status, out, err };
}

function program(name: string, text: string): string {
  const path = join(folder, `${name}.cpp`);
  writeFileSync(path, text);
  return path;
}

const LOST_UPDATE = `#include <atomic>
#include <cassert>
#include <thread>
std::atomic<int> n{0};
void work() { int r = n.load(); n.store(r + 1); }
int main() { std::thread a(work), b(work); a.join(); b.join(); assert(n == 2); }
`;

test('a scenario variant: verdict, counts and the simplest schedule as one JSON object', async () => {
  const { status, out } = await check('mb-38521/before', '--json', '--max-executions', '1000');
  expect(status).toBe(1);
  const judgement = JSON.parse(out);
  expect(judgement).toMatchObject({
    verdict: 'null-dereference',
    complete: true,
    executions: 45,
    failing: 21,
    findings: [{ kind: 'null-dereference', line: 61, thread: 'bucket_del', reached: true }],
    failures: [{ kind: 'null-dereference', line: 61, preemptions: 1, proven: true, schedule: 'a3b6c17b' }],
    minimal: { kind: 'null-dereference', preemptions: 1, proven: true, steps: 27, schedule: 'a3b6c17b' },
    model: 'sc',
    limit: null,
    notes: [],
  });
  expect(judgement.minimal.url).toContain('#/mb-38521/before?s=a3b6c17b');
});

test('the first failure is told when the search goes on behind it, with what is still unknown', async () => {
  const small = await check(program('small', LOST_UPDATE));
  expect(small.out).toMatch(/^small.cpp: assertion-failure\n/);
  const rounds = 'for (int i = 0; i < 6; i++) { int r = n.load(); n.store(r + 1); }';
  const { out } = await check(
    program('first', LOST_UPDATE.replace(/int r.*1\);/, rounds).replace('n == 2', 'n == 12')),
  );
  const [first, second] = out.split('\n');
  expect(first).toMatch(/^first.cpp: assertion-failure met in line 6 by a schedule of \d+ steps: /);
  expect(second).toBe('  still unknown: the simplest schedule and what else may fail; looking');
});

test('main is given the arguments that are asked for', async () => {
  const asks = `#include <cassert>
#include <cstdlib>
int main(int argc, char* argv[]) {
  if (argc != 2) return 0;
  assert(atoi(argv[1]) != 3 && argv[2] == nullptr);
}
`;
  const path = program('asks', asks);
  expect((await check(path)).status).toBe(0);
  expect((await check(path, '--args', '3')).status).toBe(1);
  expect((await check(path, '--args', ' 4 ')).status).toBe(0);
  expect((await check(path, '--args', '3 3')).status).toBe(0);
});

test('options among them are parsed', async () => {
  const asks = `#include <getopt.h>
#include <cassert>
#include <cstdlib>
#include <cstring>
int main(int argc, char* argv[]) {
  int n = 0, verbose = 0, size = 0, wrong = 0, o;
  option known[] = {{"size", required_argument, nullptr, 's'}, {"verbose", no_argument, &verbose, 2}, {nullptr, 0, nullptr, 0}};
  while ((o = getopt_long(argc, argv, "n:vx", known, nullptr)) != -1) {
    if (o == 'n') n = atoi(optarg);
    else if (o == 's') size = atoi(optarg);
    else if (o == 'v') verbose = 1;
    else if (o == '?') wrong++;
  }
  assert(n == 5 && size == 7 && verbose == 2 && wrong == 1);
  assert(optind == argc - 1 && strcmp(argv[optind], "rest") == 0);
}
`;
  const path = program('options', asks);
  for (const args of ['-vn5 --size=7 --verbose -q rest', '-n 5 --size 7 -xq --verbose -- rest'])
    expect([args, (await check(path, '--args', args)).status]).toEqual([args, 0]);
  expect((await check(path, '--args', '-n 6 rest')).status).toBe(1);
});

test('a scenario without a variant is all of its variants', async () => {
  const { status, out } = await check('mb-33463');
  expect(status).toBe(1);
  expect(out).toContain('mb-33463/none: use-after-free');
  expect(out).toContain('mb-33463/logical-delete: clean');
});

test('exit status 0 without a defect', async () => {
  expect(await check('mb-38521/landed', '--json')).toMatchObject({ status: 0, err: '' });
});

test('exit status 1 with a defect, and a few lines that say it', async () => {
  const { status, out } = await check(program('lost-update', LOST_UPDATE));
  expect(status).toBe(1);
  expect(out).toContain('lost-update.cpp: assertion-failure\n  complete: ');
  expect(out).toContain('2 of 4 executions fail');
  expect(out).toContain('1 preemption (the fewest, proven)');
  expect(out).toContain('  line 6, main: assertion-failure: ');
});

test('exit status 2 and file:line:column for what does not compile', async () => {
  const { status, out, err } = await check(program('wrong', 'int main() {\n  return nothing;\n}\n'));
  expect([status, out]).toEqual([2, '']);
  expect(err).toMatch(/^wrong\.cpp:2:10: /);
});

test('what does not compile, and a mistake of ours, have the same status and are valid JSON', async () => {
  const wrong = await check(program('wrong', 'int main() {\n  return nothing;\n}\n'), '--json');
  expect(wrong.status).toBe(2);
  expect(JSON.parse(wrong.out)).toMatchObject({
    verdict: 'not-compiled',
    diagnostics: [{ line: 2, column: 10 }],
  });
  const path = program('lost-update', LOST_UPDATE);
  const broken = vi.spyOn(Runner.prototype, 'open').mockImplementation(() => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  const { status, out, err } = await check(path, '--json');
  broken.mockRestore();
  expect(status).toBe(2);
  expect(err).toBe('lost-update.cpp:1:1: internal error: Maximum call stack size exceeded\n');
  expect(JSON.parse(out)).toMatchObject({ verdict: 'internal-error', complete: false });
});

test('several kinds of failure: how many, each with its fewest preemptions, and the fewest of all', async () => {
  const path = 'src/engine/explore/fixtures/fewest-of-another-kind.cpp';
  const { status, out } = await check(path);
  expect(status).toBe(1);
  expect(out).toContain('fewest-of-another-kind.cpp: use-after-free\n');
  expect(out).toContain(
    '2 kinds of failure, gravest first; double-free needs 1 preemption (the fewest of all, proven)',
  );
  expect(out).toContain('  use-after-free: 2 preemptions (the fewest, proven), ');
  expect(out).toContain('  double-free: 1 preemption (the fewest, proven), ');
  const judgement = JSON.parse((await check(path, '--json', '--preemptions', '1')).out);
  expect(judgement.minimal).toMatchObject({ kind: 'double-free', preemptions: 1, proven: true });
  // What needs two is beyond what was asked for, and no more is said of it.
  expect(judgement.failures).toMatchObject([{ kind: 'double-free', preemptions: 1 }]);
  expect(judgement).toMatchObject({ complete: false, verdict: 'double-free' });
  const { status: none, out: words } = await check(path, '--preemptions', '0');
  expect([none, words]).toEqual([3, expect.stringContaining('without preemptions')]);
});

test('what was predicted and no order reaches is a note, and no defect', async () => {
  const path = 'src/engine/explore/fixtures/lock-order-fresh-object.cpp';
  const { status, out } = await check(path);
  expect(status).toBe(0);
  expect(out).toContain('  note: Opposite lock orders in lines 13 and 21; no interleaving');
  expect(JSON.parse((await check(path, '--json')).out)).toMatchObject({
    verdict: 'clean',
    findings: [],
    notes: [{ kind: 'lock-order-inversion', line: 13, reached: false }],
  });
});

test('exit status 3 where a limit was met without a defect', async () => {
  const text = '#include <thread>\nint main() { std::thread t([] { for (;;) {} }); t.join(); }';
  const { status, out } = await check(program('endless', text), '--json');
  expect(status).toBe(3);
  expect(JSON.parse(out)).toMatchObject({
    verdict: 'limit',
    complete: false,
    limit: { kind: 'step', reason: 'a step of a run does not end, in line 2' },
    executions: null,
    minimal: null,
  });
});

test('an execution with a race fails too, as on the page', async () => {
  const racy = '#include <thread>\nint x; int main() { std::thread a([] { x = 1; }); x = 2; a.join(); }';
  expect((await check(program('racy', racy))).out).toContain('2 of 2 executions fail');
});

test('threads that go round: the rounds in which they only wait are left out, and what has no number gets none', async () => {
  const spin = (condition: string): string =>
    `#include <atomic>\n#include <thread>\nstd::atomic<int> x{0}, y{0};
    int main() { std::thread a([] { x = 1; y = 1; }); while (${condition}) std::this_thread::yield(); a.join(); }`;
  expect((await check(program('waits', spin('x == 0')))).out).toContain(
    '0 of 1 execution fails\n  rounds in which a thread only waits are not counted',
  );
  const { out } = await check(program('round', spin('x == 0 || y == 0')));
  expect(out).toContain('  executions cannot be counted: a thread may go round any number of times');
  expect(out).not.toContain('fail');
});

test('counts no more executions than asked for', async () => {
  const { out } = await check(program('capped', LOST_UPDATE), '--max-executions', '2');
  expect(out).toContain('of at least 2 executions fail');
  expect(
    JSON.parse((await check(program('capped', LOST_UPDATE), '--max-executions=2', '--json')).out),
  ).toMatchObject({
    executions: null,
  });
});

test.each([
  [[], 'which program?'],
  [['a.cpp', 'b.cpp'], 'one program at a time'],
  [['a.cpp', '--granularity', 'fine'], 'sync or access'],
  [['a.cpp', '--preemptions', 'few'], 'needs a number'],
  [['a.cpp', '--max-seconds'], 'needs a value'],
  [['a.cpp', '--fast'], 'unknown option --fast'],
  [['a.cpp', '--workers', '0'], '--workers is 1 at least'],
])('wrong usage is told: %j', async (argv, message) => {
  expect(parseArguments(argv)).toContain(message);
});

test('a file or scenario that is not there is told', async () => {
  expect(await check('nowhere.cpp')).toMatchObject({
    status: 2,
    err: expect.stringContaining('cannot read'),
  });
  expect(await check('mb-0')).toMatchObject({ status: 2, err: expect.stringContaining('neither') });
});

test.each([['nowhere.cpp'], ['mb-0'], ['--fast'], []])(
  'with --json it is told as an object too: %j',
  async (...argv) => {
    const { status, out } = await check(...argv, '--json');
    expect(status).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'not-compiled',
      complete: false,
      diagnostics: [{ line: 1 }],
    });
  },
);

test('what is no text is told once', async () => {
  const { status, out } = await check(program('binary', `\x7fELF\0\x01\0${'\0\x02<'.repeat(500)}`), '--json');
  expect(status).toBe(2);
  expect(JSON.parse(out).diagnostics).toHaveLength(1);
});

test.each(['-h', '--help'])('%s tells the usage', async (option) => {
  expect(await check(option)).toMatchObject({
    status: 0,
    out: expect.stringContaining('exit status'),
    err: '',
  });
});

test('a link is the part behind the address, and begins with the address of the page where that is known', async () => {
  const bare = JSON.parse((await check('mb-38521/before', '--json')).out);
  expect(bare.minimal.url).toMatch(/^#\/mb-38521\/before\?s=/);
  const whole = JSON.parse(
    (await check('mb-38521/before', '--json', '--page', 'https://host.test/race/')).out,
  );
  expect(whole.minimal.url).toBe(`https://host.test/race/${bare.minimal.url}`);
});

test('the causes of a failure stand below it', async () => {
  const { out } = await check(program('causes', LOST_UPDATE));
  expect(out).toContain('is lost.\n');
  expect(out).toMatch(/\n {4}step \d+, line 6: main finds that `n == 2` does not hold: `n` is 1\.\n/);
});

test('what the standard allows for no reason is tried where it is asked for', async () => {
  const path = program(
    'weak',
    '#include <atomic>\n#include <cassert>\nstd::atomic<int> n{0};\nint main() { int e = 0; assert(n.compare_exchange_weak(e, 1)); }',
  );
  expect((await check(path, '--json')).status).toBe(0);
  expect((await check(path, '--json', '--spurious')).status).toBe(1);
});

test('that weaker orders were executed as seq_cst is said, in JSON too, and where they make no difference', async () => {
  const ordered = (more: string) =>
    program(
      'orders',
      `#include <atomic>\n#include <thread>\nstd::atomic<int> n{0}, m{0};\nint main() { std::thread t([] { n.store(1, std::memory_order_release); ${more} }); n.load(); ${more} t.join(); }`,
    );
  const two = ordered('m++;');
  expect((await check(two)).out).toContain('--memory rc11 tries what they allow');
  expect(JSON.parse((await check(two, '--json')).out)).toMatchObject({ model: 'sc', weakerOrders: true });
  const one = ordered('');
  expect((await check(one)).out).toContain('holds with the weaker memory orders');
  expect(JSON.parse((await check(one, '--json')).out)).toMatchObject({ robust: true, weakerOrders: false });
});

test('what is proven for sequentially consistent memory is not left open under RC11 where orders make no difference', async () => {
  const path = program(
    'counter',
    `#include <atomic>
#include <thread>
std::atomic<int> n{0};
void work() { for (int i = 0; i < 300; i++) n.fetch_add(1, std::memory_order_relaxed); }
int main() { std::thread a(work), b(work), c(work); a.join(); b.join(); c.join(); }`,
  );
  const judged = JSON.parse((await check(path, '--memory', 'rc11', '--json')).out);
  expect(judged).toMatchObject({ verdict: 'clean', complete: true, counted: false, model: 'rc11' });
  expect((await check(path, '--memory', 'rc11')).out).toContain('share nothing but one atomic');
});

test('an input may have several values, and another function may be run', async () => {
  const path = program(
    'inputs',
    `#include <cassert>
namespace tests { void transfer() { assert(RACECOURSE_ANY(1, 2, 3) != 2); } }
int main() {}
`,
  );
  expect((await check(path, '--json')).status).toBe(0);
  const { status, out } = await check(path, '--json', '--entry', 'tests::transfer');
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    executions: 3,
    failing: 1,
    failures: [{ preemptions: 0, schedule: 'aa-1' }],
  });
  const missing = await check(path, '--entry=tests::none');
  expect([missing.status, missing.err]).toEqual([
    2,
    expect.stringContaining('there is no tests::none function'),
  ]);
});
