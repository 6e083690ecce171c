/** How the programs of this scenario keep their files: what the page draws as Files. */
import type { FilesDeclaration } from '../../engine';

export const files: FilesDeclaration = {
  type: 'File',
  prefix: '0.couch.',
  rev: 'rev',
  blocks: 'blocks',
  size: 'size',
  committed: 'committed',
  header: 'header',
  seqno: 'seqno',
  key: 'key',
  time: 'time',
  period: 10,
  directory: 'bucket.kvstore.directory',
  current: 'bucket.kvstore.currentRev',
  persisted: 'bucket.persistedSeqno',
  cursors: [
    { thread: 'flusher', label: 'writes', file: 'db' },
    { thread: 'worker', label: 'writes', file: 'db' },
    {
      thread: 'compactor',
      label: 'copies up to here',
      file: 'bucket.kvstore.compaction.source',
      at: 'bucket.kvstore.compaction.end',
    },
    { thread: 'compactor', label: 'writes the copy', file: 'bucket.kvstore.compaction.target' },
  ],
  copy: { file: 'bucket.kvstore.compaction.target', end: 'bucket.kvstore.compaction.end' },
};
