/** Which header declares a well-known name, so that a forgotten #include can be named. Used for diagnostics only. */
import type { SymbolKind } from './scope';

/** header → types | class templates | values and functions | function templates | namespaces. Without `std::`. */
const HEADERS: Record<string, string> = {
  mutex:
    'mutex recursive_mutex timed_mutex recursive_timed_mutex once_flag defer_lock_t try_to_lock_t adopt_lock_t | lock_guard unique_lock scoped_lock | defer_lock try_to_lock adopt_lock | call_once lock try_lock',
  shared_mutex: 'shared_mutex shared_timed_mutex | shared_lock',
  condition_variable: 'condition_variable condition_variable_any cv_status',
  thread: 'thread jthread | | | | this_thread',
  stop_token: 'stop_token stop_source | stop_callback',
  atomic:
    'atomic_flag atomic_bool atomic_int atomic_uint atomic_long atomic_size_t memory_order | atomic atomic_ref | memory_order_relaxed memory_order_acquire memory_order_release memory_order_acq_rel memory_order_seq_cst memory_order_consume atomic_thread_fence atomic_signal_fence',
  semaphore: 'binary_semaphore | counting_semaphore',
  latch: 'latch',
  barrier: ' | barrier',
  future: 'future_status launch | future promise shared_future packaged_task | | async',
  memory:
    ' | shared_ptr weak_ptr unique_ptr enable_shared_from_this default_delete allocator | | addressof make_shared make_unique static_pointer_cast dynamic_pointer_cast const_pointer_cast',
  functional: ' | function reference_wrapper less greater hash | | ref cref bind invoke',
  vector: ' | vector',
  array: ' | array | | to_array',
  deque: ' | deque',
  queue: ' | queue priority_queue',
  stack: ' | stack',
  map: ' | map multimap',
  unordered_map: ' | unordered_map unordered_multimap',
  set: ' | set multiset',
  unordered_set: ' | unordered_set unordered_multiset',
  list: ' | list',
  forward_list: ' | forward_list',
  string: 'string | basic_string | to_string stoi stol getline',
  string_view: 'string_view',
  optional: 'nullopt_t | optional | nullopt | make_optional',
  variant: 'monostate | variant | visit | get_if holds_alternative',
  any: 'any | | | any_cast',
  tuple: ' | tuple | ignore | make_tuple tie apply get',
  utility: ' | pair | in_place | move forward swap exchange make_pair declval as_const',
  algorithm:
    ' | | | min max minmax clamp sort find find_if count count_if all_of any_of none_of for_each fill copy remove_if reverse min_element max_element',
  numeric: ' | | | accumulate iota',
  iterator: ' | | | back_inserter begin end next prev distance advance',
  chrono:
    'chrono::milliseconds chrono::seconds chrono::microseconds chrono::nanoseconds chrono::minutes chrono::hours chrono::steady_clock chrono::system_clock chrono::high_resolution_clock | chrono::duration chrono::time_point | | chrono::duration_cast chrono::time_point_cast | chrono chrono_literals literals',
  iostream: 'ostream istream | | cout cerr clog cin endl flush hex dec',
  sstream: 'stringstream ostringstream istringstream',
  exception: 'exception exception_ptr | | terminate current_exception rethrow_exception',
  stdexcept: 'runtime_error logic_error out_of_range invalid_argument',
  system_error: 'system_error error_code errc',
  limits: ' | numeric_limits',
  initializer_list: ' | initializer_list',
  type_traits:
    'true_type false_type | is_same decay_t remove_reference_t enable_if_t conditional_t | is_same_v',
  random: 'mt19937 random_device | uniform_int_distribution',
  new: ' nothrow_t | | nothrow',
  cassert: ' | | assert',
  cstdio: ' | | printf puts putchar fprintf snprintf stdout stderr',
  cstdlib: ' | | malloc calloc realloc free abort exit rand EXIT_SUCCESS EXIT_FAILURE',
  cstring: ' | | memset memcpy memmove strlen strcmp',
  cstddef: 'size_t ptrdiff_t nullptr_t byte max_align_t | | offsetof NULL',
  cstdint:
    'int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t | | INT32_MAX INT64_MAX UINT32_MAX UINT64_MAX SIZE_MAX',
  climits: ' | | INT_MAX INT_MIN LONG_MAX LONG_MIN UINT_MAX',
  'pthread.h':
    'pthread_t pthread_mutex_t pthread_cond_t pthread_attr_t pthread_mutexattr_t pthread_rwlock_t | | pthread_create pthread_join pthread_detach pthread_self pthread_exit pthread_mutex_init pthread_mutex_lock pthread_mutex_trylock pthread_mutex_unlock pthread_mutex_destroy pthread_cond_init pthread_cond_wait pthread_cond_signal pthread_cond_broadcast pthread_cond_destroy PTHREAD_MUTEX_INITIALIZER PTHREAD_COND_INITIALIZER',
  'unistd.h': ' | | sleep usleep',
};
const KINDS: readonly SymbolKind[] = ['type', 'typeTemplate', 'value', 'valueTemplate', 'namespace'];
/** Headers whose names also stand outside std. */
const C_HEADER = /^(?:c[a-z]+|.*\.h)$/;

export interface StdName {
  readonly header: string;
  readonly kind: SymbolKind;
  /** Usable without `std::`. */
  readonly global: boolean;
}

const names = new Map<string, StdName>();
for (const [header, row] of Object.entries(HEADERS))
  for (const [column, list] of row.split('|').entries())
    for (const name of list.split(' ').filter(Boolean)) {
      const kind = KINDS[column] ?? 'value';
      names.set(name, { header, kind, global: C_HEADER.test(header) && header !== 'chrono' });
    }

/** `path` is written without `std::`: 'mutex', 'chrono::seconds'. */
export function stdName(path: string): StdName | undefined {
  return names.get(path);
}
/** For tests, and for scopes that stand in for the library. */
export function stdNames(): ReadonlyMap<string, StdName> {
  return names;
}
