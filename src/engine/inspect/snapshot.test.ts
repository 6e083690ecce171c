import { describe, expect, test } from 'vitest';
import { faultOf } from '../machine';
import { line, run } from '../machine/testing/cpp';
import type { Snapshot } from './view';

/** The variables of main as they are behind `body`. */
function mainAfter(body: string, before = ''): { view: Snapshot; locals: string[] } {
  const headers =
    'atomic cassert condition_variable deque functional map memory mutex optional queue set string thread vector';
  const includes = headers.split(' ').map((name) => `#include <${name}>`);
  const stopped = run(`${includes.join('\n')}\n${before}\nint main() {\n${body}\nassert(false);\n}\n`);
  stopped.finish();
  expect(faultOf(stopped.machine)?.text).toBe('false');
  const view = stopped.look();
  return { view, locals: view.threads[0].frames[0].locals.map(line) };
}

describe('values', () => {
  test.each<[string, string]>([
    ['bool yes = true;', 'yes = true'],
    ["char c = 'x';", "c = 'x'"],
    ['unsigned u = 4000000000u;', 'u = 4000000000'],
    ['long l = -5000000000;', 'l = -5000000000'],
    ['Color color = Color::green;', 'color = green'],
    ['int raw;', 'raw = uninitialised'],
    ['Point p;', 'p = {…} [x = 1, y = uninitialised]'],
    [
      'int grid[2][2] = {{1, 2}, {3, 4}};',
      'grid = {2 elements} [[0] = {2 elements} [[0] = 1, [1] = 2], [1] = {2 elements} [[0] = 3, [1] = 4]]',
    ],
    ['std::string s = "abc";', 's = "abc"'],
    ['std::vector<int> v{1, 2};', 'v = {2 elements} [[0] = 1, [1] = 2]'],
    ['std::vector<int> v;', 'v = {0 elements}'],
    ['std::deque<int> d{1, 2}; d.pop_front(); d.push_back(7);', 'd = {2 elements} [[0] = 2, [1] = 7]'],
    ['std::queue<int> q; q.push(9);', 'q = {1 element} [[0] = 9]'],
    ['std::map<std::string, int> ages{{"bob", 3}};', 'ages = {1 element} [["bob"] = 3]'],
    ['std::set<int> set{6, 5};', 'set = {2 elements} [[0] = 5, [1] = 6]'],
    ['std::optional<int> o;', 'o = empty'],
    ['std::optional<int> o = 4;', 'o = 4'],
    ['std::pair<int, bool> pr{1, false};', 'pr = {…} [first = 1, second = false]'],
    ['int (*fp)(int) = twice;', 'fp = twice'],
    ['std::function<int(int)> f;', 'f = empty'],
    ['std::function<int(int)> f = twice;', 'f = twice'],
    ['std::atomic<int> a{8};', 'a = 8'],
    ['std::atomic<std::shared_ptr<Point>> a;', 'a = null'],
    ['std::thread t;', 't = not joinable'],
    ['std::condition_variable cv;', 'cv = nobody waits'],
    ['const char* text = "hi";', 'text = "hi"'],
    ['Point* none = nullptr;', 'none = null'],
    ['auto owner = std::make_unique<Point>();', 'owner = → Point'],
    ['std::shared_ptr<Point> owner(new Point());', 'owner = → Point'],
  ])('%s', (declaration, shown) => {
    const types =
      'enum class Color { red, green };\nstruct Point { int x = 1; int y; };\nint twice(int n) { return 2 * n; }';
    expect(mainAfter(declaration, types).locals).toEqual([shown]);
  });

  test('a pointer says which variable, member or element it points to', () => {
    const { locals } = mainAfter(
      `Point p; int& member = p.x; Point* whole = &p; int* global = &counter;
       std::vector<int> v{1, 2}; int* element = &v[1];
       std::map<int, Point> m; m[4] = Point(); Point* mapped = &m[4];
       auto owner = std::make_unique<Point>(); int* inside = &owner->y;`,
      'struct Point { int x = 1; int y = 2; };\nint counter = 3;',
    );
    const arrows = locals.filter((local) => local.includes('→'));
    expect(arrows).toEqual([
      'member = → p.x',
      'whole = → p',
      'global = → counter',
      'element = → v[1]',
      'mapped = → m[4]',
      'owner = → Point',
      'inside = → y',
    ]);
  });

  test('locks say who has them, guards what they have', () => {
    const { locals, view } = mainAfter(
      'std::mutex a; std::mutex b; std::unique_lock<std::mutex> one(a); std::unique_lock<std::mutex> two(b); two.unlock(); std::lock_guard<std::mutex> three(b);',
    );
    expect(locals).toEqual([
      'a = held by main',
      'b = held by main',
      'one = holds a',
      'two = does not hold b',
      'three = holds b',
    ]);
    expect(view.threads[0].holds).toMatchObject([{ name: 'a', mode: 'exclusive' }, { name: 'b' }]);
  });
});

describe('objects', () => {
  const types = 'struct Node { std::shared_ptr<Node> next; std::weak_ptr<Node> back; int n = 0; };';

  test('have owners, edges and counts; several of a type are numbered', () => {
    const { view } = mainAfter(
      `auto a = std::make_shared<Node>(); auto b = std::make_shared<Node>(); a->next = b; b->back = std::weak_ptr<Node>(a);
       Node* raw = b.get();`,
      types,
    );
    expect(view.objects).toMatchObject([
      { name: 'Node 1', type: 'Node', state: 'alive', counts: { strong: 1, weak: 1 } },
      { name: 'Node 2', type: 'Node', state: 'alive', counts: { strong: 2, weak: 0 } },
    ]);
    const [one, two] = view.objects.map(({ id }) => id);
    expect(view.objects[0].fields[0].targets).toEqual([{ object: two, edge: 'strong', dangling: false }]);
    expect(view.objects[1].fields[1].targets).toEqual([{ object: one, edge: 'weak', dangling: false }]);
    expect(view.roots.map(({ field }) => [field.name, field.targets[0].edge])).toEqual([
      ['a', 'strong'],
      ['b', 'strong'],
      ['raw', 'raw'],
    ]);
  });

  test('that are gone are told apart: destroyed but counted by weak owners, and freed', () => {
    const { view, locals } = mainAfter(
      `std::weak_ptr<Node> watch; { auto a = std::make_shared<Node>(); watch = std::weak_ptr<Node>(a); }
       Node* p = new Node(); delete p;`,
      types,
    );
    expect(locals).toEqual(['watch = → Node 1 (destroyed)', 'p = → Node 2 (freed)']);
    expect(view.objects).toMatchObject([
      { state: 'destroyed', counts: { strong: 0, weak: 1 }, fields: [] },
      { state: 'freed', fields: [] },
    ]);
    expect(view.roots.every(({ field }) => field.targets[0].dangling)).toBe(true);
  });

  test('buffers, nodes, control blocks and kept lambdas are no objects', () => {
    const { view } = mainAfter(
      `std::vector<int> v{1}; std::map<int, int> m{{1, 2}}; std::string s = "long enough to need memory";
       std::function<int()> f = [v] { return v[0]; }; std::optional<int> o = 1;
       std::shared_ptr<Node> sp(new Node());`,
      types,
    );
    expect(view.objects.map(({ name }) => name)).toEqual(['Node']);
    expect(view.objects[0].counts).toEqual({ strong: 1, weak: 0 });
  });

  test('a container of pointers points to all of them', () => {
    const { view } = mainAfter(
      'std::vector<std::shared_ptr<Node>> all; for (int i = 0; i < 3; i++) all.push_back(std::make_shared<Node>());',
      types,
    );
    expect(view.roots).toHaveLength(1);
    expect(view.roots[0]).toMatchObject({ thread: 0, frame: 'main' });
    expect(view.roots[0].field.targets.map(({ object }) => object)).toEqual(view.objects.map(({ id }) => id));
  });
});

const race = `
#include <mutex>
#include <thread>
#include <vector>
struct Account { std::mutex lock; int money = 10; };
Account accounts[2];
std::mutex log;
void move(int from, int to) {
  std::lock_guard<std::mutex> one(accounts[from].lock);
  std::lock_guard<std::mutex> two(accounts[to].lock);
  accounts[from].money--;
}
int main() {
  std::vector<std::thread> movers;
  for (int i = 0; i < 2; i++)
    movers.emplace_back([i] { move(i, 1 - i); });
  std::thread reader([] { std::lock_guard<std::mutex> l(log); });
  reader.join();
  for (auto& mover : movers) mover.join();
}
`;

describe('threads and locks', () => {
  const stuck = run(race);
  stuck.go([0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 3, 0]);
  const view = stuck.look();

  test('threads have the names of their variables, and letters', () => {
    expect(view.threads.map(({ name }) => name)).toEqual(['main', 'movers[0]', 'movers[1]', 'reader']);
    expect(view.threads.map(({ letter }) => letter)).toEqual(['M', 'M2', 'M3', 'R']);
  });

  test('locks have the shortest names that are unique', () => {
    expect(view.locks.map(({ name, kind }) => [name, kind])).toEqual([
      ['accounts[0].lock', 'mutex'],
      ['accounts[1].lock', 'mutex'],
      ['log', 'mutex'],
    ]);
  });

  test('a deadlock says who waits for what, and why', () => {
    expect(view.status).toBe('stuck');
    const [main, one, two] = view.threads;
    expect(one).toMatchObject({
      state: 'blocked',
      waitsFor: 2,
      reason: 'waiting for accounts[1].lock, held by movers[1]',
    });
    expect(two).toMatchObject({ state: 'blocked', waitsFor: 1, waitsLock: view.locks[0].id });
    expect(main).toMatchObject({ state: 'waiting', waitsFor: 1, reason: 'waiting for movers[0] to finish' });
    expect(view.locks[0]).toMatchObject({ state: 'held', holder: 1, waiters: [2] });
  });

  test('frames are the user’s, each with its line', () => {
    const lineOf = (text: string): number => race.slice(0, race.indexOf(text)).split('\n').length;
    expect(view.threads[1].frames.map((frame) => [frame.function, frame.line])).toEqual([
      ['move', lineOf('two(')],
      ['lambda in main', lineOf('move(i, 1')],
    ]);
    expect(view.threads[1].frames[0].locals.map(line)).toEqual([
      'from = 0',
      'to = 1',
      'one = holds accounts[0].lock',
    ]);
    expect(view.threads[1].frames[1].locals.map(line)).toEqual(['i = 0']);
    expect(view.threads[1].next).toMatchObject({
      kind: 'lock',
      line: lineOf('two('),
      text: 'locks accounts[1].lock',
    });
  });

  test('everything is frozen', () => {
    const check = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      expect(Object.isFrozen(value)).toBe(true);
      Object.values(value).forEach(check);
    };
    check(view);
  });
});
