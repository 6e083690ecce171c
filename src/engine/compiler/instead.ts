/** What to write in place of a header that is not there, or of what is missing in one that is. */
const INSTEAD: Record<string, string> = {
  expected: 'use std::variant or std::optional',
  filesystem: 'there are no files: keep the names in a std::map',
  flat_map: 'use std::map',
  generator: 'return a std::vector',

  mdspan: 'compute the index',
  random: 'use std::rand',
  ranges: 'use the algorithms of <algorithm> on begin() and end()',
  'sys/mman.h': 'keep what threads share in variables: there is one process',
  'sys/socket.h': 'pass messages through a queue: there are no sockets',
  'sys/wait.h': 'start a thread where the program forks: there is one process',
  'signal.h': 'let the other thread read a flag: std::atomic<bool>, or volatile sig_atomic_t in one thread',
  regex: 'search with std::string::find',
  scoped_allocator: 'leave the allocator out',

  stacktrace: 'leave it out',
  valarray: 'use std::vector',
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

export function instead(header: string): string {
  const library = header.toLowerCase().split(/[/.]/)[0] ?? '';
  return INSTEAD[header] ?? LIBRARIES[library] ?? 'write what you need of it into this file';
}
