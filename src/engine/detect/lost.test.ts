/** What a finding is about, as views know it: the object that is gone, and the member that was null. */
import { expect, test } from 'vitest';
import { compile } from '../compiler';
import { Runner } from '../trace/runner';

/** 'Manager, null: Producer.mgr' of the first finding of a run without preemptions. */
function about(main: string): string {
  const compiled = compile(`
    #include <memory>
    #include <thread>
    struct Manager { int bytes = 1; };
    struct Producer { int id = 7; std::shared_ptr<Manager> mgr; Manager* raw = nullptr; };
    int main() { ${main} }
  `);
  if ('diagnostics' in compiled) throw new Error(compiled.diagnostics[0].message);
  const runner = new Runner(compiled.program);
  runner.open({ granularity: 'sync', choices: [] });
  runner.runToEnd();
  const { objects } = runner.view();
  const name = (address: number): string => objects.find(({ id }) => id === address)?.name ?? '?';
  const [{ lost, nullMember }] = runner.findings();
  const member = nullMember && `null: ${name(nullMember.object)}.${nullMember.path}`;
  return [lost && name(lost), member].filter(Boolean).join(', ');
}

test('a null dereference knows the member, and the object that went with the store of null', () => {
  const made = 'auto p = std::make_shared<Producer>(); p->mgr = std::make_shared<Manager>();';
  expect(about(`${made} p->mgr = nullptr; return p->mgr->bytes;`)).toBe('Manager, null: Producer.mgr');
  expect(about(`${made} p->mgr.reset(); return p->mgr->bytes;`)).toBe('Manager, null: Producer.mgr');
});

test('what others still own is not lost', () => {
  const made = 'auto p = std::make_unique<Producer>(); auto kept = std::make_shared<Manager>();';
  expect(about(`${made} p->mgr = kept; p->mgr = nullptr; return p->mgr->bytes;`)).toBe('null: Producer.mgr');
  expect(about(`${made} p->raw = kept.get(); p->raw = nullptr; return p->raw->bytes;`)).toBe(
    'null: Producer.raw',
  );
});

test('a weak_ptr that finds nobody leads to the object that it watched', () => {
  const watched = 'std::weak_ptr<Manager> seen = m; m.reset(); return seen.lock()->bytes;';
  expect(about(`auto m = std::make_shared<Manager>(); ${watched}`)).toBe('Manager');
  expect(about(`std::shared_ptr<Manager> m(new Manager); ${watched}`)).toBe('Manager');
});

test('a use of what is gone names it, though an object of its type is alive', () => {
  const two = 'auto* one = new Manager; auto* two = new Manager; delete two;';
  expect(about(`${two} int n = two->bytes; delete one; return n;`)).toBe('Manager 2');
  expect(about(`${two} delete two; delete one;`)).toBe('Manager 2');
});

test('where one side ends the life of what another uses, it is that', () => {
  const raced = 'auto* m = new Manager; std::thread t([m] { m->bytes = 2; }); delete m; t.join();';
  expect(about(raced)).toBe('Manager');
});

test('findings that are about no object name none', () => {
  expect(about('int* p = nullptr; return *p;')).toBe('');
  expect(about('auto* m = new Manager; m->bytes = 0; m = nullptr;')).toBe('');
});
