/** What to write in place of a header that is not there, or of what is missing in one that is. */
const INSTEAD: Record<string, string> = {
  expected: 'use std::variant or std::optional',
  filesystem: 'there are no files: keep the names in a std::map',
  flat_map: 'use std::map',
  format: 'use << with the manipulators of <iomanip>, or std::snprintf',

  generator: 'return a std::vector',

  mdspan: 'compute the index',
  print: 'use std::cout or std::printf',
  random: 'use std::rand',
  ranges: 'use the algorithms of <algorithm> on begin() and end()',
  regex: 'search with std::string::find',
  scoped_allocator: 'leave the allocator out',

  source_location: 'use __FILE__ and __LINE__',
  stacktrace: 'leave it out',
  valarray: 'use std::vector',
};

export const instead = (header: string): string =>
  INSTEAD[header] ?? 'write what you need of it into this file';
