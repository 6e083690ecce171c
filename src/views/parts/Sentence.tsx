/** A sentence of the engine, in which names from the source stand between backticks: they are set as code. */
import { proseOf } from './prose';

export function Sentence({ children }: { readonly children: string }) {
  return proseOf(children).map(({ key, text, code }) => (code ? <code key={key}>{text}</code> : text));
}
