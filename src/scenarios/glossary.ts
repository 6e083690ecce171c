/** Words that not everybody knows, of the domain and of concurrency: a sentence for each. Plain text. */

export interface Entry {
  readonly word: string;
  /** What it looks like in a text, where it is not the word alone or with an s. */
  readonly forms?: readonly string[];
  readonly sentence: string;
}

export const glossary: readonly Entry[] = [
  {
    word: 'acq_rel',
    sentence:
      'A memory order of an operation that reads and writes in one step, such as exchange: its read is acquire, and its write is release.',
  },
  { word: 'atomic', sentence: 'An operation that no other thread can observe half done.' },
  {
    word: 'backfill',
    sentence: 'Reading from disk the changes that a client has missed, in order to send them to it.',
  },
  {
    word: 'bucket',
    sentence: 'A named set of documents, much like a database; its data is divided into vbuckets.',
  },
  {
    word: 'coherence',
    sentence:
      'All threads see the stores to one location in one and the same order: who has seen a store sees none before it any more.',
  },
  {
    word: 'compaction',
    sentence: 'Copying the live data of a file into a new file, so that the old one can be deleted.',
  },
  {
    word: 'condition variable',
    sentence:
      'A thread waits on it until another thread notifies it; a notification is not stored, so one that comes while nobody waits is lost.',
  },
  {
    word: 'cookie',
    sentence:
      'The state that the server keeps for one command of one client while that command is in progress.',
  },
  {
    word: 'data race',
    sentence:
      'Two threads access the same memory location, at least one of them writes, at least one of the accesses is not atomic, and neither happens before the other: undefined behaviour in C++.',
  },
  {
    word: 'deadlock',
    sentence: 'Threads wait for each other in a cycle, so none of them can ever continue.',
  },
  {
    word: 'executor pool',
    sentence: 'A set of threads that run queued tasks; any thread may run any task.',
  },
  {
    word: 'fence',
    sentence:
      'A statement that accesses no variable: a release fence lets the stores behind it, relaxed as they are, publish what stands before it; an acquire fence lets the loads before it, relaxed as they are, take what was published.',
  },
  {
    word: 'handle',
    sentence: 'A token that is held while a resource is in use, so that others can tell that it is.',
  },
  {
    word: 'happens-before',
    forms: ['happens before'],
    sentence:
      'The order that C++ guarantees between two operations: within a thread by program order, and between threads by synchronization, as of an unlock with the next lock, of a thread’s end with its join, or of a release store with the acquire load that reads it.',
  },
  {
    word: 'header',
    sentence:
      'The block of a data file that completes a commit: what precedes the last header is committed, and what follows it is not.',
  },
  {
    word: 'interleaving',
    sentence: 'One order in which the steps of all threads may be executed.',
  },
  {
    word: 'lost wakeup',
    sentence:
      'A notification that is sent before the thread it was meant for has begun to wait, so that this thread waits for ever.',
  },
  {
    word: 'manifest',
    sentence: 'The list of a bucket’s scopes and collections, into which its documents are grouped.',
  },
  {
    word: 'mutex',
    forms: ['mutexes'],
    sentence: 'A lock: one thread at a time holds it, and others that want it wait.',
  },
  {
    word: 'preempted',
    forms: ['preemption', 'preemptions'],
    sentence:
      'A thread that could continue is suspended so that another can run; the scheduler may do that at any step.',
  },
  {
    word: 'producer',
    sentence: 'The server’s end of one DCP connection, over which it sends changes to a client.',
  },
  {
    word: 'relaxed',
    sentence: 'A memory order: the access itself is atomic, and nothing else is ordered by it.',
  },
  {
    word: 'release and acquire',
    forms: ['acquire and release', 'release store', 'acquire load'],
    sentence:
      'Memory orders of a store and a load: where the load reads that store, what came before the store happens before what comes after the load.',
  },
  {
    word: 'seq_cst',
    sentence:
      'The strongest memory order, and the one where none is named: all such operations stand in one order that every thread agrees on.',
  },
  {
    word: 'seqno',
    forms: ['seqnos', 'sequence number', 'sequence numbers'],
    sentence:
      'The sequence number of a change within its vbucket: each change gets a higher number than the one before.',
  },
  {
    word: 'stream',
    sentence:
      'The changes of one vbucket on their way to one client; a producer has one stream for each vbucket that the client asked for.',
  },
  {
    word: 'synchronizes with',
    forms: ['synchronize with'],
    sentence:
      'What makes one thread’s past known to another: an unlock with the next lock, a thread’s end with its join, a release store with the acquire load that reads it.',
  },
  {
    word: 'use after free',
    sentence: 'Accessing memory after it has been freed, through a pointer or a reference that was kept.',
  },
  {
    word: 'vbucket',
    sentence:
      'A shard of a bucket: each key belongs to exactly one. One server has its active copy, others may have replicas, and it can be moved from server to server.',
  },
  {
    word: 'weak_ptr',
    forms: ['weak pointer', 'weak pointers'],
    sentence:
      'A pointer that refers to a shared object without owning it; lock() returns a shared_ptr to the object, or an empty one if it is gone.',
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
