import { expect, test } from 'vitest';
import { assert, assertNever, InternalError } from './assert';

test('a failed assertion says whose fault it is', () => {
  expect(() => assert(false, 'the pool is empty')).toThrow(new InternalError('the pool is empty'));
  expect(new InternalError('x').message).toBe('bug in the visualizer: x');
});

test('a message function is only called on failure', () => {
  assert(1, () => {
    throw new Error('must not be called');
  });
  expect(() => assert(0, () => 'built late')).toThrow('bug in the visualizer: built late');
});

test('assertNever names the value that no case took', () => {
  expect(() => assertNever({ kind: 'fork' } as never, 'step')).toThrow('unexpected step: {"kind":"fork"}');
  expect(() => assertNever(7n as never)).toThrow('unexpected value: 7');
  expect(() => assertNever(undefined as never)).toThrow('unexpected value: undefined');
});
