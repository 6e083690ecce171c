/** One choice of a few, side by side: native radios under the labels, so arrow keys and screen readers know them. */
import { useId } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';
import css from './Segmented.module.css';

export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
  /** More about it, while it is pointed at. */
  readonly note?: string;
  readonly icon?: {
    readonly name: IconName;
    readonly tone: 'pass' | 'fail' | 'wait' | 'ink3';
    readonly label: string;
  };
}

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly segments: readonly Segment<T>[];
  readonly onChoose: (value: T) => void;
  readonly className?: string | undefined;
}

export function Segmented<T extends string>({
  label,
  value,
  segments,
  onChoose,
  className,
}: SegmentedProps<T>) {
  const name = useId();
  return (
    <div className={cx(css.segmented, className)} role="radiogroup" aria-label={label}>
      {segments.map((segment) => (
        <label key={segment.value} className={css.segment} title={segment.note}>
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChoose(segment.value)}
          />
          {segment.icon && (
            <>
              <Icon name={segment.icon.name} size={13} style={{ color: `var(--${segment.icon.tone})` }} />
              <span className="only-read">{segment.icon.label}: </span>
            </>
          )}
          {segment.label}
        </label>
      ))}
    </div>
  );
}
