/** Tabs over a pane: one tab stop, arrow keys move. The panel that is shown carries `tabpanelProps`. */
import type { HTMLAttributes, KeyboardEvent } from 'react';
import { cx } from './cx';
import css from './Tabs.module.css';

export interface TabsProps<T extends string> {
  /** Prefix of the ids that tie a tab to its panel. */
  readonly id: string;
  readonly label: string;
  readonly value: T;
  readonly tabs: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T) => void;
  readonly className?: string | undefined;
}

export function Tabs<T extends string>({ id, label, value, tabs, onChoose, className }: TabsProps<T>) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const delta = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (delta === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const at = tabs.findIndex((tab) => tab.value === value);
    const next = tabs[(at + delta + tabs.length) % tabs.length];
    onChoose(next.value);
    document.getElementById(tabId(id, next.value))?.focus();
  };
  return (
    <div className={cx(css.tabs, className)} role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={tabId(id, tab.value)}
          aria-selected={tab.value === value}
          aria-controls={`${id}-panel`}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChoose(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

const tabId = (id: string, value: string) => `${id}-tab-${value}`;

export function tabpanelProps(id: string, value: string): HTMLAttributes<HTMLElement> {
  return { role: 'tabpanel', id: `${id}-panel`, 'aria-labelledby': tabId(id, value) };
}
