/** Threads are named after the variables that hold them. */
import type { Ex } from '../typed';

/** The variable of the pthread_t that pthread_create fills in: `&t`, `&t[i]`, `t + i`; '' for a pointer that came from elsewhere. */
export function startedThread(e: Ex | undefined): string {
  switch (e?.k) {
    case 'addressOf':
      return startedThread(e.place);
    case 'local':
      return e.v.name;
    case 'global':
      return e.g.name;
    case 'field':
      return e.name;
    case 'element':
      return startedThread(e.array);
    case 'deref':
    case 'pointerAdd':
      return startedThread(e.pointer);
    default:
      return '';
  }
}

/** `threads.emplace_back(…)`: the container's name, for the threads it starts. */
export function threadsIn(e: Ex): string {
  const call = e.k === 'deref' ? e.pointer : e;
  if (call.k !== 'call') return '';
  const object = call.args[0];
  if (object?.k !== 'addressOf') return '';
  const t = object.place.type;
  const holds =
    t.kind === 'class' &&
    t.info.args.some(
      (a) =>
        a.kind === 'type' &&
        a.type.kind === 'class' &&
        (a.type.info.library === 'thread' || a.type.info.library === 'jthread'),
    );
  if (!holds) return '';
  if (object.place.k === 'local') return object.place.v.name;
  if (object.place.k === 'global') return object.place.g.name;
  return object.place.k === 'field' ? object.place.name : '';
}
