/** Words that not everybody knows, of the domain and of concurrency: a sentence for each. Plain text. */

export interface Entry {
  readonly word: string;
  /** What it looks like in a text, where it is not the word alone or with an s. */
  readonly forms?: readonly string[];
  readonly sentence: string;
}

export const glossary: readonly Entry[] = [
  { word: 'atomic', sentence: 'An operation that no other thread can see half done.' },
  {
    word: 'backfill',
    sentence: 'Reading from disk what a client has missed, to send it to him.',
  },
  { word: 'bucket', sentence: 'A set of data that belongs together, as a database does.' },
  {
    word: 'compaction',
    sentence: 'Copying what still counts of a file to a new one, so that the old one can be deleted.',
  },
  {
    word: 'condition variable',
    sentence:
      'What a thread waits on until another one notifies it; a notification that nobody waits for is lost.',
  },
  {
    word: 'cookie',
    sentence: 'What the server keeps for one command of one client while that command is under way.',
  },
  {
    word: 'data race',
    sentence: 'Two threads access the same memory, one of them writes, and nothing orders the two.',
  },
  { word: 'deadlock', sentence: 'Threads wait for each other in a circle, so none of them can ever go on.' },
  {
    word: 'executor pool',
    sentence: 'Threads that take up tasks one after the other; which of them runs a task is left to chance.',
  },
  {
    word: 'handle',
    sentence: 'What somebody holds while he uses a thing, so that others can tell that it is in use.',
  },
  {
    word: 'happens-before',
    forms: ['happens before'],
    sentence: 'One step is ordered before another one in every run, by a lock, a join, or an atomic.',
  },
  {
    word: 'header',
    sentence:
      'A block of a data file that closes a commit: what stands before it counts, what stands behind it does not yet.',
  },
  {
    word: 'interleaving',
    sentence: 'An order in which the steps of all threads can come.',
  },
  {
    word: 'lost wakeup',
    sentence: 'A notification that came before the thread it was meant for had begun to wait.',
  },
  {
    word: 'manifest',
    sentence: 'The list of the collections, into which the data of a bucket are divided.',
  },
  {
    word: 'mutex',
    forms: ['mutexes'],
    sentence: 'A lock: one thread has it, and others who want it wait.',
  },
  {
    word: 'preempted',
    forms: ['preemption', 'preemptions'],
    sentence: 'A thread that could go on is left for another one; the scheduler may do that at any step.',
  },
  {
    word: 'producer',
    sentence: 'The server side of one connection over which a client is sent what has changed.',
  },
  {
    word: 'seqno',
    forms: ['seqnos', 'sequence number', 'sequence numbers'],
    sentence: 'The number of a change: each one has a higher one than the change before.',
  },
  {
    word: 'stream',
    sentence: 'What of one vbucket is sent to one client, over a producer.',
  },
  {
    word: 'use after free',
    sentence: 'Memory is used through an address that was kept after the memory had been given back.',
  },
  {
    word: 'vbucket',
    sentence: 'A slice of the data; each is kept by one server, and may move to another.',
  },
  {
    word: 'weak_ptr',
    forms: ['weak pointer', 'weak pointers'],
    sentence: 'It knows an object without keeping it alive; lock() makes an owner of it, or gives null.',
  },
];

export interface TextPiece {
  readonly text: string;
  /** What the piece is explained by; null for what needs no words. */
  readonly entry: Entry | null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const formsOf = ({ word, forms = [] }: Entry): readonly string[] => [word, `${word}s`, ...forms];
const entryOf: ReadonlyMap<string, Entry> = new Map(
  glossary.flatMap((entry) => formsOf(entry).map((form) => [form, entry] as const)),
);
/** The longest first: 'use after free' before 'free'. A part of a name in the code, as in `closeAllStreams` or `vb_mutex`, is no word. */
const anyForm = new RegExp(
  `(?<![\\w.:>-])(${[...entryOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?![\\w(]|::|->|\\.\\w)`,
  'i',
);

/** A text in pieces: the first time a word of the glossary occurs, it is a piece of its own. */
export function explained(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const seen = new Set<Entry>();
  let plain = '';
  let rest = text;
  for (;;) {
    const found = anyForm.exec(rest);
    if (found === null) break;
    const [form] = found;
    const entry = entryOf.get(form.toLowerCase()) ?? null;
    plain += rest.slice(0, found.index);
    rest = rest.slice(found.index + form.length);
    if (entry === null || seen.has(entry)) {
      plain += form;
      continue;
    }
    seen.add(entry);
    if (plain !== '') pieces.push({ text: plain, entry: null });
    pieces.push({ text: form, entry });
    plain = '';
  }
  return plain + rest === '' ? pieces : [...pieces, { text: plain + rest, entry: null }];
}
