import { expect, test } from 'vitest';
import { address } from '../score/testing/scene';
import { isNull, pointerLeaves, scalarTexts } from './fields';
import { field } from './testing/snapshot';

const to = (object: number) => ({ object: address(object), edge: 'strong' as const, dangling: false });
const SHARED = 'std::shared_ptr<Stream>';

test.each([
  ['long', 0],
  ['std::mutex', 0],
  ['std::unique_lock<std::mutex>', 0],
  ['std::vector<int>', 0],
  ['std::string', 0],
  [`std::vector<${SHARED}>`, 1],
  ['std::map<int, std::shared_ptr<DcpProducer>>', 1],
  ['std::atomic<std::shared_ptr<BackfillManager>>', 1],
  ['BackfillManager*', 1],
  ['std::unique_ptr<std::mutex>', 1],
  ['std::array<Node*, 4>', 1],
])('%s has %i rows', (type, n) => {
  expect(pointerLeaves(field('x', type, 'null'))).toHaveLength(n);
});

test('whatever points to an object has a row, by any type', () => {
  expect(pointerLeaves(field('it', 'Iterator', '', [to(1)]))).toHaveLength(1);
});

test('a container is one row with all that is in it, a class gives its members by their paths', () => {
  const streams = field(
    'streams',
    `std::vector<${SHARED}>`,
    '{2 elements}',
    [],
    [field('[0]', SHARED, '', [to(1)]), field('[1]', SHARED, '', [to(2)])],
  );
  const containers = field(
    'containers',
    'StreamContainer[1]',
    '',
    [],
    [field('[0]', 'StreamContainer', '', [], [field('rwlock', 'std::shared_mutex', 'free'), streams])],
  );
  expect(pointerLeaves(containers)).toEqual([
    { path: 'containers[0].streams', text: '{2 elements}', targets: [to(1), to(2)] },
  ]);
});

test('an empty container reads { }', () => {
  expect(pointerLeaves(field('found', `std::vector<${SHARED}>`, '{0 elements}'))[0].text).toBe('{ }');
});

test('plain members are words', () => {
  const object = field(
    's',
    'Stream',
    '',
    [],
    [
      field('dead', 'bool', 'false'),
      field('streamMutex', 'std::mutex', 'free'),
      field('next', 'Stream*', 'null'),
      field('count', 'std::vector<int>', '{3 elements}'),
    ],
  );
  expect(scalarTexts(object, '')).toEqual(['dead false', 'count {3 elements}']);
});

test('null has several names', () => {
  expect(['null', 'nullptr', 'empty', '{ }', '0'].map(isNull)).toEqual([true, true, true, false, false]);
});
