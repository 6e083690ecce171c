/**
 * The standard library: C++ headers that our own compiler compiles. What is written in C++ needs no opcode and no special case, and its
 * objects have lifetimes like the user's: a freed vector block is freed. Intrinsics (`__…`) are in check/builtins.ts.
 */
import algorithm from './algorithm.hpp?raw';
import array from './array.hpp?raw';
import atomic from './atomic.hpp?raw';
import chrono from './chrono.hpp?raw';
import conditionVariable from './condition_variable.hpp?raw';
import core from './core.hpp?raw';
import deque from './deque.hpp?raw';
import functional from './functional.hpp?raw';
import map from './map.hpp?raw';
import memory from './memory.hpp?raw';
import mutex from './mutex.hpp?raw';
import optional from './optional.hpp?raw';
import queue from './queue.hpp?raw';
import sharedMutex from './shared_mutex.hpp?raw';
import string from './string.hpp?raw';
import thread from './thread.hpp?raw';
import utility from './utility.hpp?raw';
import vector from './vector.hpp?raw';

// Builtins of the compiler, declared so that their names are known.
const ASSERT = 'void assert(bool);\n';
const PRINTF = 'int printf(const char*);\nnamespace std { using ::printf; }\n';
const ABORT = 'void abort();\nnamespace std { using ::abort; void terminate(); }\n';
const IN_CORE = '// in core.hpp\n';

/** Header name → text. */
export const headers: ReadonlyMap<string, string> = new Map([
  ['__core', core],
  ['algorithm', algorithm],
  ['array', array],
  ['atomic', atomic],
  ['cassert', ASSERT],
  ['assert.h', ASSERT],
  ['chrono', chrono],
  ['condition_variable', conditionVariable],
  ['cstddef', IN_CORE],
  ['cstdint', IN_CORE],
  ['stdint.h', IN_CORE],
  ['cstdio', PRINTF],
  ['stdio.h', PRINTF],
  ['cstdlib', ABORT],
  ['exception', ABORT],
  ['deque', deque],
  ['functional', functional],
  ['initializer_list', IN_CORE],
  ['list', map],
  ['map', map],
  ['memory', memory],
  ['mutex', mutex],
  ['optional', optional],
  ['queue', queue],
  ['set', map],
  ['shared_mutex', sharedMutex],
  ['stack', queue],
  ['string', string],
  ['thread', thread],
  ['unordered_map', map],
  ['unordered_set', map],
  ['utility', utility],
  ['vector', vector],
]);
