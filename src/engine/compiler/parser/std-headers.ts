/**
 * The names of the standard library by header, and which other headers of libstdc++ 12 bring each along, as g++ was asked for each name
 * and header.
 */

/**
 * header → who else brings the names ('' nobody, '*' every header of C++, 'string' all that bring std::string) → types | class templates |
 * values and functions | function templates | namespaces | concepts. Without `std::`.
 */
export const HEADERS: Record<string, Record<string, string>> = {
  algorithm: {
    '*': ' | | | copy copy_backward equal fill fill_n is_permutation iter_swap lexicographical_compare lower_bound max min mismatch move_backward remove swap_ranges',
    'barrier chrono complex condition_variable filesystem fstream functional future iomanip ios iostream istream iterator locale memory ostream ranges regex sstream stop_token syncstream thread valarray':
      ' | | | find',
    'functional queue regex valarray': ' | | | is_heap make_heap pop_heap push_heap sort_heap',
    'functional regex valarray':
      ' | | | adjacent_find all_of any_of binary_search clamp copy_if copy_n count count_if equal_range find_end find_first_of find_if find_if_not for_each for_each_n generate generate_n includes inplace_merge is_heap_until is_partitioned is_sorted is_sorted_until max_element merge min_element minmax minmax_element next_permutation none_of nth_element partial_sort partition partition_copy partition_point prev_permutation remove_copy remove_copy_if remove_if replace replace_copy_if replace_if reverse reverse_copy rotate rotate_copy sample search search_n set_difference set_intersection set_symmetric_difference set_union shuffle sort stable_partition stable_sort transform unique unique_copy upper_bound',
  },
  any: {
    '': 'any bad_any_cast | | | any_cast make_any',
  },
  array: {
    '': ' | | | to_array',
    'barrier condition_variable filesystem functional future map memory memory_resource mutex ranges regex scoped_allocator span stop_token thread unordered_map unordered_set':
      ' | array',
  },
  cassert: { '': ' | | assert' },
  atomic: {
    'barrier condition_variable future latch memory semaphore stop_token thread':
      'atomic_flag memory_order | atomic | ATOMIC_FLAG_INIT ATOMIC_VAR_INIT atomic_signal_fence atomic_thread_fence memory_order_acq_rel memory_order_acquire memory_order_consume memory_order_relaxed memory_order_release memory_order_seq_cst | kill_dependency',
    'condition_variable future memory stop_token thread':
      ' | | | atomic_compare_exchange_strong atomic_compare_exchange_strong_explicit atomic_compare_exchange_weak atomic_compare_exchange_weak_explicit atomic_exchange atomic_exchange_explicit atomic_is_lock_free atomic_load atomic_load_explicit atomic_store atomic_store_explicit',
    'condition_variable future stop_token thread':
      'atomic_bool atomic_char atomic_int atomic_int16_t atomic_int32_t atomic_int64_t atomic_int8_t atomic_intptr_t atomic_llong atomic_long atomic_ptrdiff_t atomic_short atomic_size_t atomic_uchar atomic_uint atomic_uint16_t atomic_uint32_t atomic_uint64_t atomic_uint8_t atomic_uintptr_t atomic_ullong atomic_ulong atomic_ushort | atomic_ref | atomic_flag_clear atomic_flag_clear_explicit atomic_flag_test_and_set atomic_flag_test_and_set_explicit | atomic_fetch_add atomic_fetch_add_explicit atomic_fetch_and atomic_fetch_or atomic_fetch_sub atomic_fetch_sub_explicit atomic_fetch_xor atomic_init',
  },
  barrier: {
    '': ' | barrier',
  },
  bit: {
    '': ' | | | bit_floor countl_one countr_one countr_zero rotr',
    'charconv condition_variable filesystem future memory memory_resource numeric random regex':
      'endian | | | bit_cast bit_ceil bit_width countl_zero has_single_bit popcount rotl',
  },
  bitset: {
    regex: ' | bitset',
  },
  cctype: {
    string:
      ' | | isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit tolower toupper',
  },
  cerrno: {
    'string charconv': 'errno',
  },
  charconv: {
    '': 'from_chars_result to_chars_result | | | from_chars to_chars',
  },
  chrono: {
    '': ' | | | | chrono::chrono_literals',
    'condition_variable filesystem future memory_resource mutex semaphore shared_mutex stop_token thread':
      'chrono::days chrono::high_resolution_clock chrono::hours chrono::microseconds chrono::milliseconds chrono::minutes chrono::nanoseconds chrono::seconds chrono::steady_clock chrono::system_clock | chrono::duration chrono::time_point | | chrono::ceil chrono::duration_cast chrono::floor chrono::round chrono::time_point_cast | chrono chrono_literals',
    string: ' | | | | literals',
  },
  climits: {
    'atomic barrier condition_variable future latch memory semaphore stop_token thread':
      ' | | CHAR_BIT CHAR_MAX CHAR_MIN INT_MAX INT_MIN LLONG_MAX LLONG_MIN LONG_MAX LONG_MIN SHRT_MAX SHRT_MIN SCHAR_MAX SCHAR_MIN UCHAR_MAX USHRT_MAX UINT_MAX ULLONG_MAX ULONG_MAX',
    'string cinttypes ratio string_view':
      ' | | INTMAX_MAX PTRDIFF_MAX INT16_MAX INT32_MAX INT32_MIN INT64_MAX INT64_MIN INT8_MAX SIZE_MAX UINT16_MAX UINT32_MAX UINT64_MAX UINT8_MAX',
  },
  cmath: {
    '*': ' | | abs',
    'complex random valarray':
      ' | | HUGE_VAL INFINITY M_E M_LN10 M_LN2 M_PI M_PI_2 M_PI_4 M_SQRT1_2 M_SQRT2 NAN ldexp modf frexp ilogb logb scalbn nan | acosh asinh atanh remainder fpclassify isnormal isgreater isgreaterequal isless islessequal islessgreater isunordered acos asin atan atan2 cbrt ceil copysign cos cosh exp exp2 expm1 fabs fdim floor fma fmax fmin fmod hypot isfinite isinf isnan llround log log10 log1p log2 lrint lround nearbyint pow rint round signbit sin sinh sqrt tan tanh trunc',
  },
  compare: {
    '*': 'partial_ordering strong_ordering weak_ordering',
  },
  complex: {
    '': ' | complex',
  },
  concepts: {
    '*': ' | | | | | assignable_from common_with constructible_from convertible_to copy_constructible copyable default_initializable derived_from destructible equality_comparable equality_comparable_with floating_point integral invocable movable move_constructible predicate regular regular_invocable relation same_as semiregular signed_integral strict_weak_order swappable totally_ordered totally_ordered_with unsigned_integral',
  },
  condition_variable: {
    future: 'condition_variable condition_variable_any cv_status',
  },
  coroutine: {
    '': 'coroutine_handle suspend_always suspend_never',
  },
  csignal: {
    '': 'raise signal',
  },
  cstddef: {
    '': ' | | offsetof',
    '*': 'byte nullptr_t ptrdiff_t size_t | | NULL',
    'memory_resource ranges span': 'to_integer',
    'string exception optional span stddef.h': 'max_align_t',
  },
  cstdint: {
    '': 'int16_t int64_t int8_t uint16_t uint32_t',
    '*': 'int32_t',
    'string cinttypes csignal ratio stdint.h string_view unistd.h': 'intptr_t',
    'string cinttypes ratio stdint.h string_view': 'uint64_t uint8_t uintptr_t',
  },
  cstdio: {
    '': 'fread fwrite vprintf vsnprintf | | clearerr fileno freopen fseek ftell rewind tmpfile ungetc | sscanf',
    string:
      ' | | BUFSIZ EOF fflush fgetc fgets fprintf fputc fputs getc getchar perror printf putc putchar puts setbuf setvbuf stderr stdin stdout | fscanf scanf snprintf sprintf',
    'string cwchar iosfwd string_view': 'FILE',
    'string stdio.h': 'fclose fopen rename',
  },
  cstdlib: {
    '': ' | | realloc setenv | bsearch',
    '*': '_Exit div_t ldiv_t quick_exit | | EXIT_FAILURE EXIT_SUCCESS RAND_MAX abort aligned_alloc at_quick_exit atexit atof atoi atol atoll calloc div exit free getenv labs ldiv llabs malloc rand rand_r srand random srandom strtod strtof strtol strtoll strtoul strtoull system | qsort',
  },
  cstring: {
    '': ' | | memchr strcasecmp strcat strchr strcmp strcoll strcpy strpbrk strxfrm strndup strncasecmp strcspn strdup strlen strncat strncmp strncpy strnlen strrchr strspn strstr strtok strtok_r | memcmp memcpy memmove memset',
    'string.h': 'strerror',
  },
  ctime: {
    '': 'ctime difftime gmtime mktime',
    '*': 'clock_t pid_t time_t timespec useconds_t',
    'atomic barrier condition_variable csignal future latch memory semaphore stop_token thread':
      ' | | getpid sleep usleep',
    'string cwchar iosfwd pthread.h string_view time.h': 'tm',
    'string pthread.h': ' | | CLOCKS_PER_SEC clock nanosleep sched_yield time',
    'string pthread.h time.h': 'localtime strftime',
  },
  deque: {
    'queue regex stack': ' | deque',
  },
  exception: {
    '*': 'exception',
    'string optional':
      'bad_exception exception_ptr nested_exception rethrow_if_nested set_terminate throw_with_nested | | current_exception rethrow_exception terminate uncaught_exception uncaught_exceptions | make_exception_ptr',
  },
  execution: {
    '': ' | | | | execution',
  },
  expected: {
    '': 'expected unexpected',
  },
  filesystem: {
    '': ' | | | | filesystem',
  },
  flat_map: {
    '': 'flat_map',
  },
  format: {
    '': 'format_args format_context format_error format_parse_context | basic_format_context basic_format_parse_context format_string format_to_n_result formatter | vformat | format format_to format_to_n formatted_size make_format_args vformat_to',
  },
  forward_list: {
    '': ' | forward_list',
  },
  fstream: {
    'string iosfwd string_view': 'fstream ifstream ofstream',
  },
  functional: {
    '': ' | binary_function move_only_function unary_function | | bind bind1st bind2nd bind_front invoke mem_fn mem_fun mem_fun_ref not1 not2 not_fn ptr_fun | placeholders',
    '*': 'identity | bit_or divides equal_to greater greater_equal hash less less_equal logical_and logical_not logical_or minus modulus multiplies negate not_equal_to plus reference_wrapper | | cref ref',
    'future regex': 'bad_function_call | function',
  },
  future: {
    '': 'future_errc future_error future_status launch | future packaged_task promise shared_future | | async',
  },
  generator: {
    '': 'generator',
  },
  initializer_list: {
    '*': ' | initializer_list',
  },
  iomanip: {
    filesystem: ' | | quoted resetiosflags setbase setfill setiosflags setprecision setw',
  },
  iostream: {
    '': 'wcin wcout | | cerr cin clog cout',
  },
  iterator: {
    '': 'forward_iterator input_iterator random_access_iterator',
    '*': 'bidirectional_iterator_tag forward_iterator_tag input_iterator_tag istreambuf_iterator output_iterator_tag random_access_iterator_tag | back_insert_iterator front_insert_iterator insert_iterator iterator iterator_traits move_iterator reverse_iterator | | advance back_inserter begin cbegin cend crbegin crend data distance empty end front_inserter inserter make_move_iterator make_reverse_iterator next prev rbegin rend size ssize',
    ranges: 'istream_iterator | ostream_iterator',
  },
  latch: {
    '': 'latch',
  },
  limits: {
    '*': ' | numeric_limits',
  },
  list: {
    '': ' | list',
  },
  locale: {
    string: 'locale',
  },
  map: {
    regex: ' | map multimap',
  },
  mdspan: {
    '': 'mdspan',
  },
  memory: {
    '': 'uninitialized_fill | auto_ptr raw_storage_iterator | | get_temporary_buffer make_shared_for_overwrite make_unique_for_overwrite return_temporary_buffer',
    '*': 'allocator_traits pointer_traits | allocator | | addressof construct_at destroy_at to_address',
    'barrier condition_variable filesystem future regex stop_token thread':
      ' | default_delete unique_ptr | | make_unique',
    'condition_variable deque filesystem functional future memory_resource queue random regex stack vector':
      'uninitialized_copy',
    'condition_variable filesystem future memory_resource regex': 'align',
    'condition_variable filesystem future regex':
      'bad_weak_ptr | enable_shared_from_this owner_less shared_ptr weak_ptr | | allocate_shared const_pointer_cast dynamic_pointer_cast get_deleter make_shared reinterpret_pointer_cast static_pointer_cast',
  },
  memory_resource: {
    '': ' | | | | pmr',
  },
  mutex: {
    'atomic barrier condition_variable future latch memory memory_resource semaphore shared_mutex stop_token syncstream thread':
      'adopt_lock_t defer_lock_t mutex try_to_lock_t | lock_guard | adopt_lock defer_lock try_to_lock',
    'condition_variable future': ' | unique_lock',
    future:
      'once_flag recursive_mutex recursive_timed_mutex timed_mutex | scoped_lock | | call_once lock try_lock',
  },
  new: {
    '*': 'align_val_t bad_alloc bad_array_new_length new_handler nothrow_t | | get_new_handler hardware_constructive_interference_size hardware_destructive_interference_size nothrow set_new_handler | launder',
  },
  numbers: {
    '': ' | | numbers::e numbers::inv_pi numbers::ln10 numbers::ln2 numbers::log10e numbers::log2e numbers::phi numbers::pi numbers::sqrt2 numbers::sqrt3 | numbers::e_v numbers::pi_v',
    '*': ' | | | | numbers',
  },
  numeric: {
    random:
      ' | | | accumulate adjacent_difference exclusive_scan gcd inclusive_scan inner_product iota lcm midpoint partial_sum reduce transform_reduce',
  },
  optional: {
    ranges: 'bad_optional_access nullopt_t | optional | nullopt | make_optional',
  },
  ostream: {
    'barrier chrono complex condition_variable filesystem fstream future iomanip iostream iterator locale memory ranges regex sstream stop_token streambuf syncstream thread':
      ' | | boolalpha dec defaultfloat fixed hex internal left noboolalpha noshowbase noshowpos nounitbuf nouppercase oct right scientific showbase showpoint showpos skipws unitbuf uppercase',
    'barrier chrono complex condition_variable filesystem fstream future iomanip iostream memory regex sstream stop_token syncstream thread':
      ' | | endl ends flush',
    'chrono complex filesystem fstream iomanip iostream regex sstream syncstream': ' | | ws',
    'string iosfwd string_view':
      'ios ios_base istream ostream streambuf streamsize | basic_istream basic_ostream',
  },
  print: {
    '': ' | | | print println',
  },
  'pthread.h': {
    string:
      'pthread_attr_t pthread_cond_t pthread_mutex_t pthread_mutexattr_t pthread_rwlock_t pthread_t | | PTHREAD_COND_INITIALIZER PTHREAD_MUTEX_INITIALIZER pthread_cond_broadcast pthread_cond_destroy pthread_cond_init pthread_cond_signal pthread_cond_wait pthread_create pthread_detach pthread_exit pthread_join pthread_mutex_destroy pthread_mutex_init pthread_mutex_lock pthread_mutex_trylock pthread_mutex_unlock pthread_self',
  },
  queue: {
    '': ' | priority_queue queue',
  },
  random: {
    '': 'bernoulli_distribution default_random_engine seed_seq minstd_rand minstd_rand0 mt19937 mt19937_64 random_device | binomial_distribution discrete_distribution exponential_distribution geometric_distribution lognormal_distribution normal_distribution poisson_distribution uniform_real_distribution',
    'algorithm functional regex valarray': ' | uniform_int_distribution',
  },
  ranges: {
    '': ' | | | | views',
    '*': ' | | | | ranges',
  },
  ratio: {
    'chrono condition_variable filesystem future memory_resource mutex semaphore shared_mutex stop_token thread':
      'atto centi deca deci exa femto giga hecto kilo mega micro milli nano peta pico tera | ratio ratio_add ratio_divide ratio_equal ratio_less ratio_multiply ratio_subtract | | ratio_equal_v ratio_less_v',
  },
  'unistd.h': {
    '': ' | | alarm fork pause pipe',
  },
  regex: {
    '': 'regex regex_match regex_replace regex_search smatch',
  },
  semaphore: {
    'condition_variable future stop_token thread': 'binary_semaphore | counting_semaphore',
  },
  'signal.h': {
    '': ' | | pthread_kill sigsuspend sigwait',
  },
  set: {
    '': ' | multiset set',
  },
  shared_mutex: {
    memory_resource: 'shared_mutex shared_timed_mutex | shared_lock',
  },
  source_location: {
    '': 'source_location',
  },
  span: {
    ranges: ' | span | dynamic_extent',
  },
  sstream: {
    'string iosfwd string_view': 'iostream istringstream ostringstream osyncstream stringstream',
  },
  stack: {
    regex: ' | stack',
  },
  stacktrace: {
    '': 'stacktrace',
  },
  stdexcept: {
    string:
      'domain_error invalid_argument length_error logic_error out_of_range overflow_error range_error runtime_error underflow_error',
  },
  stop_token: {
    'condition_variable future thread': 'nostopstate_t stop_source stop_token | stop_callback | nostopstate',
  },
  string: {
    string: 'string_view to_wstring | basic_string_view | stoi stol stoll stoul stoull to_string',
    'string cstdio stdio.h': ' | | getline',
    'string iosfwd': 'string | basic_string',
    'string iosfwd string_view': 'u8string wstring',
  },
  system_error: {
    '': ' | is_error_code_enum is_error_condition_enum | make_error_condition',
    string:
      'error_category error_code error_condition system_error | | generic_category make_error_code system_category',
    'string charconv': 'errc',
  },
  thread: {
    '': 'jthread',
    'barrier condition_variable future semaphore stop_token': ' | | | | this_thread',
    'barrier condition_variable future stop_token': 'thread | | this_thread::get_id this_thread::yield',
    'condition_variable future semaphore stop_token':
      ' | | | this_thread::sleep_for this_thread::sleep_until',
  },
  tuple: {
    '*': ' | tuple tuple_element tuple_element_t tuple_size | | get tuple_size_v',
    'barrier condition_variable filesystem functional future map memory memory_resource mutex ranges regex scoped_allocator stop_token thread unordered_map unordered_set':
      ' | | ignore | apply forward_as_tuple make_tuple tie tuple_cat',
  },
  type_traits: {
    '': ' | remove_reference_t',
    '*': 'false_type true_type | add_const add_const_t add_lvalue_reference add_lvalue_reference_t add_pointer add_pointer_t add_rvalue_reference add_rvalue_reference_t aligned_storage aligned_storage_t alignment_of bool_constant common_type common_type_t conditional conditional_t conjunction decay decay_t disjunction enable_if enable_if_t extent has_virtual_destructor integral_constant invoke_result invoke_result_t is_abstract is_aggregate is_arithmetic is_array is_assignable is_base_of is_class is_const is_constructible is_convertible is_copy_assignable is_copy_constructible is_default_constructible is_destructible is_empty is_enum is_floating_point is_function is_fundamental is_integral is_invocable is_invocable_r is_lvalue_reference is_member_function_pointer is_member_pointer is_move_assignable is_move_constructible is_nothrow_constructible is_nothrow_copy_assignable is_nothrow_copy_constructible is_nothrow_default_constructible is_nothrow_destructible is_nothrow_invocable is_nothrow_move_assignable is_nothrow_move_constructible is_null_pointer is_object is_pointer is_polymorphic is_reference is_rvalue_reference is_same is_scalar is_signed is_standard_layout is_swappable is_nothrow_swappable is_trivial is_trivially_assignable is_trivially_constructible is_trivially_copy_assignable is_trivially_move_assignable is_trivially_copy_constructible is_trivially_copyable is_trivially_default_constructible is_trivially_destructible is_trivially_move_constructible is_union is_unsigned is_void is_volatile make_signed make_signed_t make_unsigned make_unsigned_t negation rank remove_all_extents remove_all_extents_t remove_const remove_cv remove_cvref remove_extent remove_extent_t remove_pointer remove_pointer_t type_identity type_identity_t underlying_type underlying_type_t void_t | is_constant_evaluated | alignment_of_v conjunction_v disjunction_v extent_v has_virtual_destructor_v is_abstract_v is_aggregate_v is_arithmetic_v is_array_v is_assignable_v is_base_of_v is_class_v is_const_v is_constructible_v is_convertible_v is_copy_assignable_v is_copy_constructible_v is_default_constructible_v is_destructible_v is_empty_v is_enum_v is_floating_point_v is_function_v is_fundamental_v is_integral_v is_invocable_r_v is_invocable_v is_lvalue_reference_v is_member_function_pointer_v is_member_pointer_v is_move_assignable_v is_move_constructible_v is_nothrow_constructible_v is_nothrow_copy_assignable_v is_nothrow_copy_constructible_v is_nothrow_default_constructible_v is_nothrow_destructible_v is_nothrow_invocable_v is_nothrow_move_assignable_v is_nothrow_move_constructible_v is_null_pointer_v is_object_v is_pointer_v is_polymorphic_v is_reference_v is_rvalue_reference_v is_same_v is_scalar_v is_signed_v is_standard_layout_v is_swappable_v is_nothrow_swappable_v is_trivial_v is_trivially_assignable_v is_trivially_constructible_v is_trivially_copy_assignable_v is_trivially_move_assignable_v is_trivially_copy_constructible_v is_trivially_copyable_v is_trivially_default_constructible_v is_trivially_destructible_v is_trivially_move_constructible_v is_union_v is_unsigned_v is_void_v negation_v rank_v',
  },
  typeindex: {
    '': 'type_index',
  },
  typeinfo: {
    '*': 'bad_cast bad_typeid type_info',
  },
  unordered_map: {
    '': ' | unordered_multiset unordered_set',
    functional: ' | unordered_map unordered_multimap',
  },
  utility: {
    '': ' | in_place_index_t in_place_type_t | | as_const cmp_equal cmp_greater cmp_less exchange to_underlying',
    '*': 'in_place_t piecewise_construct_t | index_sequence index_sequence_for integer_sequence make_index_sequence pair | in_place piecewise_construct | declval forward in_place_index in_place_type make_pair move move_if_noexcept swap',
  },
  valarray: {
    '*': ' | valarray',
  },
  variant: {
    '': 'bad_variant_access monostate | variant variant_alternative variant_alternative_t variant_size | variant_npos | get_if holds_alternative variant_size_v visit',
  },
  vector: {
    'functional memory_resource queue random regex': ' | vector',
  },
};
