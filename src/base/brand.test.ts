import { expectTypeOf, test } from 'vitest';
import type { Brand } from './brand';

type Pc = Brand<number, 'Pc'>;
type ThreadId = Brand<number, 'ThreadId'>;

test('a branded number reads as a number, and neither a number nor another brand passes for it', () => {
  expectTypeOf<Pc>().toExtend<number>();
  expectTypeOf<number>().not.toExtend<Pc>();
  expectTypeOf<ThreadId>().not.toExtend<Pc>();
});
