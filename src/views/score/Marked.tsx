/** What the shading around the marked step means, with its counts. */
import type { Order, StepView } from '../../engine';
import { Button } from '../parts/Button';
import css from './Score.module.css';
import { plural } from './words';

interface Props {
  readonly step: StepView;
  readonly orders: readonly Order[];
  readonly onClear: () => void;
}

export function Marked({ step, orders, onClear }: Props) {
  const count = (order: Order): number => orders.filter((each) => each === order).length;
  const concurrent = count('concurrent');
  return (
    <p className={css.marked} role="status">
      <span>
        <b>Step {step.index}</b>, {step.text}: {plural(count('before'), 'step')} had to come before it,{' '}
        {count('after')} after it
        {concurrent === 0 ? '.' : `; ${concurrent}, drawn faint, could have come in the other order.`}
      </span>
      <Button look="ghost" shortcut="M" onClick={onClear}>
        Clear
      </Button>
    </p>
  );
}
