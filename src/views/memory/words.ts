/** What the pane of memory says of a store and of who read it. Pure. */
import type { ReaderView, StoreView } from '../../engine';

type NameOf = (thread: number) => string;

export function storeWords({ thread, step, line, order }: StoreView, name: NameOf): string {
  return thread === null
    ? 'at the start'
    : `${name(thread)} stored it in step ${step}, line ${line} (${order})`;
}

export function readerWords({ thread, step, line, order, synchronizes }: ReaderView, name: NameOf): string {
  const read = `${name(thread)} read it in step ${step}, line ${line} (${order})`;
  return synchronizes ? `${read}: knows what came before the store` : read;
}
