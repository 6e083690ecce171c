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
  directory: 'bucket.kvstore.directory',
  current: 'bucket.kvstore.currentRev',
  persisted: 'bucket.persistedSeqno',
  cursors: [
    { thread: 'flusher', label: 'writes', file: 'bucket.flushing' },
    {
      thread: 'compactor',
      label: 'copied up to here',
      file: 'bucket.kvstore.compaction.source',
      at: 'bucket.kvstore.compaction.copiedTo',
    },
    { thread: 'compactor', label: 'writes the copy', file: 'bucket.kvstore.compaction.target' },
  ],
  copy: { file: 'bucket.kvstore.compaction.target', round: 'bucket.kvstore.compaction.round' },
};
