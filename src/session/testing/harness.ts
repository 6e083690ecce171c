/** A session on a fake engine, and what tests ask of it. */
import { expect } from 'vitest';
import type { DocumentProvider } from '../documents/provider';
import { isIdle } from '../model/selectors';
import { destinationOf } from '../navigation/address';
import { parseAddress } from '../navigation/url';
import { createPageShelf, type Shelf } from '../own/shelf';
import { createSession } from '../session';
import { createFakeEngine, letters } from './fakeEngine';
import { fakeDocuments } from './fakeScenario';

export function createHarness(
  documents: readonly DocumentProvider[] = [fakeDocuments()],
  shelf: Shelf = createPageShelf(),
) {
  const session = createSession(documents, shelf);
  const engine = createFakeEngine();
  session.connect({ engine });
  const { store, actions: act, navigation } = session;
  const now = store.getState;
  const settled = (): Promise<void> => expect.poll(() => now().pending).toBe(false);
  return {
    ...{ session, store, engine, act, now, settled },
    idle: (): Promise<void> => expect.poll(() => isIdle(now())).toBe(true),
    /** The line with the place on it: 'aa|bcc'. */
    where(): string {
      const line = letters(now().schedule.choices);
      return `${line.slice(0, now().at)}|${line.slice(now().at)}`;
    },
    lines: (): string[] =>
      now().branches.map(({ id, name, schedule }) => `${id} ${name}: ${letters(schedule.choices)}`),
    async opened(slug = 'before'): Promise<void> {
      act.openDocument('demo', slug);
      await settled();
      engine.asked.length = 0;
    },
    async follow(address: string): Promise<void> {
      const link = parseAddress(address);
      if (link === null) throw new Error(`'${address}' leads home`);
      navigation.openLink(destinationOf(link));
      await settled();
    },
  };
}
