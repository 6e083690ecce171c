/** A choice out of a list that opens under its button, or a list of what can be done. Arrow keys move in it; Escape, a choice or a click elsewhere closes it. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './Button';
import { cx } from './cx';
import { Icon } from './Icon';
import css from './Menu.module.css';
import type { Segment } from './Segmented';

export interface MenuProps<T extends string> {
  /** Names the button and the list; the button's words follow it. */
  readonly label: string;
  /** Null where what is chosen is not in the list. */
  readonly value: T | null;
  readonly items: readonly Segment<T>[];
  readonly onChoose: (value: T) => void;
  /** On the button, in place of what is chosen. */
  readonly children?: ReactNode;
  readonly edge?: 'start' | 'end';
  /** Its items are done, and none is chosen. */
  readonly actions?: boolean;
}

export function Menu<T extends string>({
  label,
  value,
  items,
  onChoose,
  children,
  edge = 'start',
  actions = false,
}: MenuProps<T>) {
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (open)
      (list.current?.querySelector<HTMLElement>('[aria-checked=true]') ?? first(list.current))?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.querySelector('button')?.focus();
  };
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    if (event.key === 'Escape') close();
    else if (event.key in to) all.at(to[event.key] % all.length)?.focus();
    else return;
    event.preventDefault();
  };
  const chosen = items.find((item) => item.value === value);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus left the list
    <div
      className={css.anchor}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <span ref={button}>
        <Button
          className={cx(css.button, value !== null && css.chosen)}
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span className="only-read">
            {label}
            {!actions && ': '}
          </span>
          {children ?? (chosen && <Words {...chosen} />)}
          {!actions && <Icon name="chev" size={12} />}
        </Button>
      </span>
      {open && (
        <div ref={list} className={css.list} role="menu" aria-label={label} data-edge={edge} onKeyDown={move}>
          {items.map((item) => (
            <button
              key={item.value}
              type="button"
              {...(actions
                ? { role: 'menuitem' }
                : { role: 'menuitemradio', 'aria-checked': item.value === value })}
              tabIndex={-1}
              onClick={() => {
                close();
                onChoose(item.value);
              }}
            >
              <span className={css.words}>
                <Words {...item} />
              </span>
              {item.note && <span className={css.note}>{item.note}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const first = (list: HTMLElement | null): HTMLElement | null => list?.querySelector('button') ?? null;

function Words<T extends string>({ icon, label }: Segment<T>) {
  return (
    <>
      {icon && (
        <>
          <Icon name={icon.name} size={13} style={{ color: `var(--${icon.tone})` }} />
          <span className="only-read">{icon.label}: </span>
        </>
      )}
      <span className={css.name}>{label}</span>
    </>
  );
}
