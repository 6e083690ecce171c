import type { Beat } from '../../scenario.ts';

/** The fix as it landed, but with counted owners. Now the write that succeeds goes wrong. */
export const story: readonly Beat[] = [
  {
    title: 'Count the owners',
    text: 'Here the task holds the manifest by shared_ptr, and the cookie has a weak_ptr, which is empty once the manifest is gone. So nothing can point to freed memory. The rest is the fix as it landed.',
    variant: 'weak-cookie',
    schedule: 'a3c8',
    goal: 'worker waits on pendingIo for a report; auxio has not run',
    claims: [
      { thread: 'worker', state: 'waiting', line: 'cond.wait(lh' },
      { thread: 'auxio', state: 'ready' },
    ],
    lines: [
      'std::weak_ptr<Manifest> engineSpecific;',
      'std::shared_ptr<Manifest> manifest;',
      'if (auto manifest = cookie.engineSpecific.lock()) {',
    ],
  },
  {
    title: 'A write that fails is handled',
    text: 'auxio finds no directory, cleans up, reports and destroys the task. worker reads the report and answers cannot_apply. Nothing is left behind.',
    variant: 'weak-cookie',
    schedule: 'a3c8b17c2',
    goal: 'auxio has destroyed the task and waits on auxQ; worker has answered cannot_apply and has finished',
    claims: [
      { thread: 'worker', state: 'finished' },
      { thread: 'auxio', state: 'waiting' },
      { thread: 'main', state: 'ready', line: 'worker.join();' },
    ],
    lines: [
      'enum class Status',
      'task.reset();',
      'bucket.manager.updatePersistManifestTaskDone(cookie, status);',
      'Status status = cookie.swapAiostat(Status::success);',
      'if (status != Status::success)\n    return status;',
    ],
  },
  {
    title: 'Now one that succeeds',
    text: 'main has repaired the directory and sets the collections as a second client. It has started its task, and its command is parked.',
    variant: 'weak-cookie',
    schedule: 'a3c8b17c2a8',
    goal: 'main waits on pendingIo for the report of its own task; auxio has been woken',
    claims: [
      { thread: 'main', state: 'waiting', line: 'cond.wait(lh' },
      { thread: 'auxio', state: 'ready' },
    ],
    lines: [
      'auto manifest = std::make_shared<Manifest>(uid);',
      'cookie.engineSpecific = manifest;',
      'Status second = execute(bucket, otherCookie, 2);',
    ],
  },
  {
    title: 'On disk',
    text: 'auxio has written the manifest and reported success. In memory the manifest is still alive, and its only owner is the task.',
    variant: 'weak-cookie',
    schedule: 'a3c8b17c2a8b5',
    goal: 'auxio has reported success and is about to destroy the manifest with the task; main can go on',
    claims: [
      { thread: 'auxio', state: 'ready', line: 'task.reset();' },
      { thread: 'main', state: 'ready' },
    ],
    lines: [
      'std::shared_ptr<Manifest> manifest;',
      'bucket.onDisk = manifest->uid;',
      'bucket.notifyIOComplete(cookie, status);',
    ],
    question: {
      text: 'Which thread must run now so that main will not find the manifest?',
      answer: 'auxio',
      hint: 'A weak_ptr leads to an object only as long as the object has an owner.',
    },
  },
  {
    title: 'The owner goes first',
    text: 'auxio destroys the task and waits for the next one, as it does after every task. The task takes the manifest with it. The weak_ptr in the cookie is empty now.',
    variant: 'weak-cookie',
    schedule: 'a3c8b17c2a8b12',
    goal: 'auxio has destroyed task and manifest and waits on auxQ; main has not moved since it was woken',
    claims: [
      { thread: 'auxio', state: 'waiting' },
      { thread: 'main', state: 'ready' },
    ],
    lines: [
      'std::weak_ptr<Manifest> engineSpecific;',
      'std::shared_ptr<Manifest> manifest;',
      'task.reset();',
    ],
  },
  {
    title: 'Success, and nothing to show for it',
    text: 'The report says success, so main calls update again. The weak_ptr is empty, and that is what a first call looks like. update has created a new manifest and is about to start a new task.',
    variant: 'weak-cookie',
    schedule: 'a3c8b17c2a8b12a4',
    goal: 'main has called update a second time, has found the weak_ptr empty and has made another manifest',
    claims: [{ thread: 'main', state: 'ready', line: 'cookie.engineSpecific = manifest;' }],
    lines: [
      'std::weak_ptr<Manifest> engineSpecific;',
      'if (auto manifest = cookie.engineSpecific.lock()) {',
      'auto manifest = std::make_shared<Manifest>(uid);',
      'return bucket.manager.update(bucket, cookie, uid);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
    },
  },
  {
    title: 'Written again',
    text: 'The command would be parked a second time, and our assert stops it. Without the assert the manifest would be written again and again, until main happens to be faster than auxio. In kv_engine this was tried and failed; since 2023 the task and the cookie each have a copy.',
    variant: 'weak-cookie',
    schedule: 'a3c8b17c2a8b12a10',
    goal: 'main has got would_block from its second call and has stopped at its assert',
    claims: [{ thread: 'main', state: 'crashed', line: 'assert(calls == 1);', finding: 'assertion-failure' }],
    lines: ['if (auto manifest = cookie.engineSpecific.lock()) {', 'return Status::would_block;'],
  },
];
