/** A state: icon, word and hue, never the hue alone. */
import css from './Chip.module.css';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';

export type ChipTone = 'run' | 'ready' | 'blocked' | 'wait' | 'done' | 'fail' | 'pass';

export interface ChipProps {
  readonly tone: ChipTone;
  readonly icon: IconName;
  /** Filled: for the crash itself. */
  readonly solid?: boolean;
  readonly children: string;
}

export function Chip({ tone, icon, solid = false, children }: ChipProps) {
  return (
    <span className={cx(css.chip, css[tone], solid && css.solid)}>
      <Icon name={icon} size={12} />
      {children}
    </span>
  );
}
