/** Listens to the keyboard for the commands of keys.ts. */
import { createKeybindingsHandler } from 'tinykeys';
import type { Session } from '../../session';
import { commands } from './keys';

/** Where a key belongs to the element that has the focus, and not to the page. */
export function belongsToElement(key: string, closest: (selector: string) => unknown): boolean {
  const inside = (selector: string) => Boolean(closest(selector));
  if (inside('dialog[open]')) return true;
  if (
    inside(
      'input:not([type=radio]):not([type=range]):not([type=checkbox]), textarea, select, [contenteditable=true]',
    )
  )
    return true;
  if (key === 'Enter' || key === ' ') {
    // A radio that is chosen already does nothing with them.
    return (
      inside('a, button, summary, label, input, [role=separator]') && !inside('input[type=radio]:checked')
    );
  }
  if (key.startsWith('Arrow') || key === 'Home' || key === 'End')
    return inside('input, [role=slider], [role=tablist], [role=radiogroup], [role=grid], [role=separator]');
  return false;
}

/**
 * Starts listening; what it returns stops it. One press runs one command, the first that has it: tinykeys compares each binding with
 * both `key` and `code`, so that on a Colemak keyboard the key in the place of S is 'KeyS' and 'r' at once.
 */
export function listen(target: Window, session: Session): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const command of commands) {
    for (const binding of command.bindings) {
      bindings[binding] = (event) => {
        const { route } = session.store.getState();
        if (event.defaultPrevented) return;
        if (command.page !== 'any' && command.page !== route.page) return;
        event.preventDefault();
        command.run(session, event.code);
      };
    }
  }
  const handle = createKeybindingsHandler(bindings);
  const onKeyDown = (event: KeyboardEvent) => {
    const { target: element } = event;
    if (event.defaultPrevented || event.isComposing) return;
    if (element instanceof Element && belongsToElement(event.key, (s) => element.closest(s))) return;
    handle(event);
  };
  target.addEventListener('keydown', onKeyDown);
  return () => target.removeEventListener('keydown', onKeyDown);
}
