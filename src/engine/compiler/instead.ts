/** What to write in place of a header that is not there, or of what is missing in one that is. */
const INSTEAD: Record<string, string> = {
  'alloca.h': 'declare an array: char text[n]',
  cfenv: 'leave the rounding as it is',
  'complex.h': 'keep the real and the imaginary part in two doubles',
  csetjmp: 'throw an exception, or return a code',
  expected: 'use std::variant or std::optional',
  filesystem: 'there are no files: keep the names in a std::map',
  flat_map: 'use std::map',
  generator: 'return a std::vector',

  mdspan: 'compute the index',
  random: 'use std::rand',
  ranges: 'use the algorithms of <algorithm> on begin() and end()',
  'setjmp.h': 'return a code from each call',
  'sys/mman.h': 'keep what threads share in variables: there is one process',
  'sys/socket.h': 'pass messages through a queue: there are no sockets',
  'sys/wait.h': 'start a thread where the program forks: there is one process',
  'signal.h': 'let the other thread read a flag: std::atomic<bool>, or volatile sig_atomic_t in one thread',
  regex: 'search with std::string::find',
  scoped_allocator: 'leave the allocator out',

  stacktrace: 'leave it out',
  valarray: 'use std::vector',
};

/** Of functions: what to write in place of one that is not there. */
const FUNCTIONS: Record<string, string> = {
  alarm: 'start a thread that sleeps: no signal comes from outside',
  fork: 'start a thread where the program forks: there is one process',
  pause: 'wait with pthread_join: no signal comes from outside',
  pipe: 'pass what is written through a queue between threads',
};

/** By the folder of a header, or its name without an ending. */
const LIBRARIES: Record<string, string> = {
  absl: 'use std::mutex and its like',
  boost: 'use what std has of it: std::thread, std::mutex, std::shared_ptr',
  catch2: 'call what is tested in main, and check it with assert',
  fmt: 'use std::cout or std::printf',
  folly: 'use what std has of it',
  gmock: 'call what is tested in main, and check it with assert',
  gtest: 'call what is tested in main, and check it with assert',
  omp: 'start the threads with std::thread',
  spdlog: 'use std::cout or std::printf',
  tbb: 'start the threads with std::thread',
  windows: 'use std::thread, std::mutex and std::condition_variable',
};

export const insteadOfFunction = (name: string): string | undefined => FUNCTIONS[name];

export function instead(header: string): string {
  const library = header.toLowerCase().split(/[/.]/)[0] ?? '';
  return INSTEAD[header] ?? LIBRARIES[library] ?? 'write what you need of it into this file';
}
