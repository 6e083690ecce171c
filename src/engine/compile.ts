/** From source text to a program that has the memory its runs need. */
import { type Compiled, type CompileOptions, compile as translate } from './compiler';
import { withRoom } from './schedule/room';

/** Never throws: see compiler/index.ts. `name` is the file's name in reports. */
export function compile(text: string, name?: string, options?: CompileOptions): Compiled {
  const compiled = translate(text, name, options);
  return 'program' in compiled ? { program: withRoom(compiled.program) } : compiled;
}
