/**
 * The standard library: C++ headers that our own compiler compiles. What is written in C++ needs no opcode and no special case, and its
 * objects have lifetimes like the user's: a freed vector block is freed. Intrinsics (`__…`) are in check/builtins.ts.
 */
import algorithm from './algorithm.hpp?raw';
import any from './any.hpp?raw';
import array from './array.hpp?raw';
import atomic from './atomic.hpp?raw';
import barrier from './barrier.hpp?raw';
import bit from './bit.hpp?raw';
import bitset from './bitset.hpp?raw';
import calendar from './calendar.hpp?raw';
import cancel from './cancel.hpp?raw';
import cctype from './cctype.hpp?raw';
import cerrno from './cerrno.hpp?raw';
import cfloat from './cfloat.hpp?raw';
import charconv from './charconv.hpp?raw';
import chrono from './chrono.hpp?raw';
import cinttypes from './cinttypes.hpp?raw';
import climits from './climits.hpp?raw';
import cmath from './cmath.hpp?raw';
import compare from './compare.hpp?raw';
import complex from './complex.hpp?raw';
import concepts from './concepts.hpp?raw';
import conditionVariable from './condition_variable.hpp?raw';
import core from './core.hpp?raw';
import coroutine from './coroutine.hpp?raw';
import csignal from './csignal.hpp?raw';
import cstdarg from './cstdarg.hpp?raw';
import cstdio from './cstdio.hpp?raw';
import cstdlib from './cstdlib.hpp?raw';
import cstring from './cstring.hpp?raw';
import cwchar from './cwchar.hpp?raw';
import deque from './deque.hpp?raw';
import err from './err.hpp?raw';
import exception from './exception.hpp?raw';
import execution from './execution.hpp?raw';
import format from './format.hpp?raw';
import fstream from './fstream.hpp?raw';
import functional from './functional.hpp?raw';
import future from './future.hpp?raw';
import getopt from './getopt.hpp?raw';
import hash from './hash.hpp?raw';
import immintrin from './immintrin.hpp?raw';
import iomanip from './iomanip.hpp?raw';
import ios from './ios.hpp?raw';
import iostream from './iostream.hpp?raw';
import iterator from './iterator.hpp?raw';
import latch from './latch.hpp?raw';
import limits from './limits.hpp?raw';
import locale from './locale.hpp?raw';
import map from './map.hpp?raw';
import memory from './memory.hpp?raw';
import memoryResource from './memory_resource.hpp?raw';
import mutex from './mutex.hpp?raw';
import newHeader from './new.hpp?raw';
import numbers from './numbers.hpp?raw';
import numerals from './numerals.hpp?raw';
import numeric from './numeric.hpp?raw';
import optional from './optional.hpp?raw';
import posix from './posix.hpp?raw';
import pthread from './pthread.hpp?raw';
import queue from './queue.hpp?raw';
import queueLists from './queue_h.hpp?raw';
import random from './random.hpp?raw';
import ranges from './ranges.hpp?raw';
import ratio from './ratio.hpp?raw';
import resource from './resource.hpp?raw';
import semaphore from './semaphore.hpp?raw';
import posixSemaphore from './semaphore_h.hpp?raw';
import sequences from './sequences.hpp?raw';
import sharedMutex from './shared_mutex.hpp?raw';
import sourceLocation from './source_location.hpp?raw';
import span from './span.hpp?raw';
import sstream from './sstream.hpp?raw';
import stdatomic from './stdatomic.hpp?raw';
import stdexcept from './stdexcept.hpp?raw';
import stopToken from './stop_token.hpp?raw';
import string from './string.hpp?raw';
import syscall from './syscall.hpp?raw';
import systemError from './system_error.hpp?raw';
import thread from './thread.hpp?raw';
import threads from './threads_h.hpp?raw';
import tuple from './tuple.hpp?raw';
import typeTraits from './type_traits.hpp?raw';
import typeindex from './typeindex.hpp?raw';
import unistd from './unistd.hpp?raw';
import unordered from './unordered.hpp?raw';
import utility from './utility.hpp?raw';
import variant from './variant.hpp?raw';
import vector from './vector.hpp?raw';

// A builtin of the compiler, declared so that its name is known.
const ASSERT = 'void assert(bool);\n';
const TIME = '#include <sys/types.h>\n#include <__calendar>\n';
const PRCTL =
  '// A name of a thread, which nobody shows.\n#define PR_SET_NAME 15\ntemplate <class... A> int prctl(int, A...) { return 0; }\n';
const IN_CORE = '// in core.hpp\n';
const OFFSETS = '#define offsetof(T, member) __offset_of(&T::member)\nunsigned long __offset_of(int);\n';

/** What <cmath> declares in std alone: in C these are macros. */
const MATH_H = `#include <cmath>\n${'abs fpclassify isfinite isgreater isgreaterequal isinf isless islessequal islessgreater isnan isnormal isunordered signbit'
  .split(' ')
  .map((name) => `using std::${name};\n`)
  .join('')}typedef double double_t;\ntypedef float float_t;\n`;

/** The strings of wchar_t: what <string> says of char, between the lines that say so. */
const WIDE = `#include <ios>
#include <string>
namespace std {
${[...string.matchAll(/\/\/ wide:\n([\s\S]*?)\/\/ :wide\n/g)]
  .map(([, text = '']) =>
    text
      .replace(/\bchar\b/g, 'wchar_t')
      .replace(/\bstring(?=_view\b|\b)/g, 'wstring')
      .replace(/(?<![\w"])""/g, 'L""'),
  )
  .join('')}
inline wstring to_wstring(long n) {
  string digits = to_string(n);
  return wstring(digits.begin(), digits.end());
}
inline ostream& operator<<(ostream& out, const wstring& text) {
  for (wchar_t c : text) out << c;
  return out;
}
}  // namespace std
`;

/** Header name → text. */
export const headers: ReadonlyMap<string, string> = new Map([
  ['algorithm', algorithm],
  ['array', array],
  ['assert.h', ASSERT],
  ['atomic', atomic],
  ['barrier', barrier],
  ['cassert', ASSERT],
  ['chrono', chrono],
  ['climits', climits],
  ['cmath', cmath],
  ['compare', compare],
  ['complex', complex],
  ['concepts', concepts],
  ['condition_variable', conditionVariable],
  ['coroutine', coroutine],
  ['cstddef', OFFSETS],
  ['cstdint', climits],
  ['cctype', cctype],
  ['ctype.h', cctype],
  ['cstdio', cstdio],
  ['cstdlib', cstdlib],
  ['cstring', cstring],
  ['cwchar', cwchar],
  ['cwctype', cwchar],
  ['wchar.h', cwchar],
  ['wctype.h', cwchar],
  ['deque', deque],
  ['exception', exception],
  ['execution', execution],
  ['format', format],
  ['functional', functional],
  ['future', future],
  ['initializer_list', IN_CORE],
  ['iostream', iostream],
  ['latch', latch],
  ['limits', limits],
  ['limits.h', climits],
  ['list', map],
  ['map', map],
  ['math.h', MATH_H],
  ['memory', memory],
  ['memory_resource', memoryResource],
  ['mutex', mutex],
  ['new', newHeader],
  ['numeric', numeric],
  ['optional', optional],
  ['ostream', ios],
  ['print', format],
  ['queue', queue],
  ['semaphore', semaphore],
  ['set', map],
  ['shared_mutex', sharedMutex],
  ['stack', queue],
  ['stdatomic.h', stdatomic],
  ['stddef.h', OFFSETS],
  ['stdexcept', stdexcept],
  ['stdint.h', climits],
  ['stdio.h', cstdio],
  ['string', string],
  ['string.h', cstring],
  ['thread', thread],
  ['threads.h', threads],
  ['tuple', tuple],
  ['type_traits', typeTraits],
  ['typeinfo', IN_CORE],
  ['unordered_map', unordered],
  ['unordered_set', unordered],
  ['utility', utility],
  ['vector', vector],
  ['forward_list', map],
  ['iomanip', iomanip],
  ['ios', ios],
  ['istream', ios],
  ['iosfwd', ios],
  ['streambuf', ios],
  ['iterator', iterator],
  ['random', random],
  ['ranges', ranges],
  ['ratio', ratio],
  ['sstream', sstream],
  ['string_view', string],
  ['syncstream', sstream],
  ['stop_token', stopToken],
  ['ctime', TIME],
  ['cfloat', cfloat],
  ['float.h', cfloat],
  ['cinttypes', cinttypes],
  ['clocale', locale],
  ['csignal', csignal],
  ['cstdarg', cstdarg],
  ['emmintrin.h', immintrin],
  ['fstream', fstream],
  ['getopt.h', getopt],
  ['immintrin.h', immintrin],
  ['inttypes.h', cinttypes],
  ['locale', locale],
  ['locale.h', locale],
  ['signal.h', csignal],
  ['stdarg.h', cstdarg],
  ['x86intrin.h', immintrin],
  ['xmmintrin.h', immintrin],
  ['stdlib.h', cstdlib],
  ['time.h', TIME],
  ['unistd.h', unistd],
  ['err.h', err],
  ['error.h', err],
  [
    'sys/sysinfo.h',
    '#include <unistd.h>\ninline int get_nprocs() { return sysconf(_SC_NPROCESSORS_ONLN); }\ninline int get_nprocs_conf() { return get_nprocs(); }\n',
  ],
  ['sys/unistd.h', unistd],
  ['sched.h', posix],
  ['sys/time.h', posix],
  ['sys/types.h', posix],
  ['errno.h', cerrno],
  ['cerrno', cerrno],
  ['pthread.h', pthread],
  ['semaphore.h', posixSemaphore],
  ['fcntl.h', posixSemaphore],
  ['sys/stat.h', posix],
  ['sys/syscall.h', syscall],
  ['linux/futex.h', syscall],
  ['asm/unistd.h', syscall],
  ['sys/prctl.h', PRCTL],
  ['sys/queue.h', queueLists],
  ['sys/resource.h', resource],
  ['sys/times.h', resource],
  ['malloc.h', cstdlib],
  ['memory.h', cstring],
  ['strings.h', cstring],
  ['stdbool.h', '// words of C++\n'],
  ['stdalign.h', '// words of C++, too\n'],
  ['stdnoreturn.h', '#define noreturn\n'],
  ['any', any],
  ['bit', bit],
  ['bitset', bitset],
  ['charconv', charconv],
  ['numbers', numbers],
  ['source_location', sourceLocation],
  ['span', span],
  ['system_error', systemError],
  ['typeindex', typeindex],
  ['variant', variant],
  // Of all others, those with macros; what else a program names is brought along (parser/std-names.ts).
  [
    'bits/stdc++.h',
    '#include <cassert>\n#include <cerrno>\n#include <climits>\n#include <cinttypes>\n#include <cstdarg>\n#include <cstdio>\n#include <cstdlib>\n#include <cmath>\n#include <csignal>\n#include <iostream>\n#include <string>\n#include <vector>\n#include <chrono>\n',
  ],
  ['__cancel', cancel],
  ['__hash', hash],
  ['__numbers', numerals],
  ['__sequences', sequences],
  ['__calendar', calendar],
  ['__core', core],
  ['__wide', WIDE],
]);
