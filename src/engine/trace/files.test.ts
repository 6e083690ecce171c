import { expect, test } from 'vitest';
import { compile } from '../compiler';
import type { FilesDeclaration } from './files';
import { Runner } from './runner';

const SOURCE = `
#include <map>
#include <memory>
struct Block { bool header = false; int seqno = 0; char key = ' '; int time = 7; };
struct File {
  int rev; Block blocks[4]; int size = 0; int committed = 0;
  explicit File(int rev) : rev(rev) {}
  void save(int seqno, char key) { blocks[size++] = Block{false, seqno, key}; }
  void commit(int seqno) { blocks[size++] = Block{true, seqno, ' '}; committed = size; }
};
struct Store {
  std::map<int, std::shared_ptr<File>> directory;
  int current = 1;
  int persisted = 0;
  std::shared_ptr<File> copying;
  int copied = 0;
  int end = 0;
};
#include <mutex>
#include <thread>
std::mutex m;
void point() { m.lock(); m.unlock(); }
int main() {
  Store store;
  std::thread other([] {});
  store.directory[1] = std::make_shared<File>(1);
  store.directory[1]->save(1, 'a');
  point();
  store.directory[1]->commit(1);
  store.persisted = 1;
  store.copying = std::make_shared<File>(2);
  store.copying->save(1, 'a');
  store.copied = store.end = 1;
  point();
  store.end = 2;
  point();
  store.directory[2] = store.copying;
  store.current = 2;
  store.copying = nullptr;
  store.directory.erase(1);
  point();
  other.join();
  std::thread reader([&] { auto mine = store.directory[2]; point(); });
  reader.join();
}
`;

const declared: FilesDeclaration = {
  ...{ type: 'File', prefix: '0.couch.', rev: 'rev', blocks: 'blocks', size: 'size' },
  ...{ committed: 'committed', header: 'header', seqno: 'seqno', key: 'key' },
  ...{ directory: 'store.directory', current: 'store.current', persisted: 'store.persisted' },
  cursors: [{ thread: 'main', label: 'copies', file: 'store.copying', at: 'store.copied' }],
  copy: { file: 'store.copying', end: 'store.end' },
};

function filesOf(files = declared) {
  const compiled = compile(SOURCE, 'files.cpp');
  if (!('program' in compiled)) throw new Error(compiled.diagnostics[0]?.message);
  const runner = new Runner(compiled.program, { files });
  runner.runToEnd();
  return runner.view().files;
}

/** '1 current [1a] 0' */
const words = ({ files }: ReturnType<typeof filesOf>[number]) =>
  files.map(
    ({ rev, state, blocks, committed }) =>
      `${rev} ${state} [${blocks.map(({ header, seqno, key }) => `${header ? 'H' : ''}${seqno}${key}`)}] ${committed}`,
  );

test('there is one view before the first step and one after each', () => {
  const compiled = compile(SOURCE, 'files.cpp');
  if (!('program' in compiled)) throw new Error();
  const runner = new Runner(compiled.program, { files: declared });
  runner.runToEnd();
  expect(runner.view().files).toHaveLength(runner.length + 1);
  expect(new Runner(compiled.program).view().files).toEqual([]);
});

test('a document, its header, a copy without a name, the switch, and the deleted file', () => {
  const seen = filesOf();
  const stages = seen.map(words).filter((each, i, all) => String(each) !== String(all[i - 1]));
  expect(stages).toEqual([
    [],
    ['1 current [1a] 0'],
    ['1 current [1a,H1] 2', '2 unnamed [1a] 0'],
    ['1 gone [1a,H1] 2', '2 current [1a] 0'],
    ['1 gone [1a,H1] 2', '2 closed [1a] 0'],
  ]);
});

test('headers have a time where it is declared and the program keeps it', () => {
  const blocks = filesOf({ ...declared, time: 'time' }).at(-1)?.files[0].blocks;
  expect(blocks?.map(({ time }) => time)).toEqual([undefined, 7]);
  expect(filesOf({ ...declared, time: 'clock' }).at(-1)?.files[0].blocks[1]).not.toHaveProperty('time');
});

test('a cursor stands in its file while the file is open', () => {
  const seen = filesOf();
  const open = seen.filter(({ cursors }) => cursors.length > 0);
  expect(open.length).toBeGreaterThan(0);
  for (const { cursors, files, copy } of open) {
    expect(copy?.object).toBe(files[1].object);
    expect(cursors).toEqual([{ thread: 'main', label: 'copies', object: files[1].object, at: 1 }]);
  }
  expect(seen.at(-1)?.copy).toBeNull();
  expect(seen.at(-1)?.persisted).toBe(1);
});

test('a copy begins a new round when it is to go further', () => {
  const rounds = filesOf().flatMap(({ copy }) => (copy === null ? [] : [`${copy.end}: ${copy.round}`]));
  expect([...new Set(rounds)]).toEqual(['1: 1', '2: 2']);
});

test("a cursor may be a variable of its own thread, and of no other's", () => {
  const mine = (thread: string) =>
    filesOf({ ...declared, cursors: [{ thread, label: 'reads', file: 'mine' }] }).flatMap(
      ({ cursors, files }) => cursors.map(({ object }) => files.findIndex((file) => file.object === object)),
    );
  expect(new Set(mine('reader'))).toEqual(new Set([1]));
  expect(mine('main')).toEqual([]);
});
