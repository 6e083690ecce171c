/**
 * Random programs of nested try, catch and throw, with objects that print their births and ends, in functions, loops, conditions,
 * constructors, array initialisers and full expressions, and of sums that mix float, double and integers. Nothing in them is undefined or
 * unspecified, so that any compiler prints the same.
 */
import { createRng, type Rng } from '../../../base/rng';

/** What all programs begin with. */
export const PROLOGUE = `#include <cstdio>
#include <stdexcept>
struct Tracer {
  int id;
  Tracer(int id) : id(id) { printf("+%d ", id); }
  Tracer(const Tracer& other) : id(other.id + 100) { printf("=%d ", id); }
  ~Tracer() { printf("-%d ", id); }
};
struct Base {
  int n;
  Base(int n) : n(n) {}
  virtual ~Base() {}
  virtual int tag() const { return n; }
};
struct Derived : Base {
  Tracer part;
  Derived(int n) : Base(n), part(n + 50) {}
  int tag() const override { return -n; }
};
struct Fails {
  Tracer first;
  Tracer second;
  Fails(int k) : first(k), second(k % 4 == 1 ? throw k : k + 1) {
    if (k % 4 == 2) throw Derived(k);
  }
  ~Fails() { printf("~Fails "); }
};
struct Wraps : Fails {
  Tracer own;
  Wraps(int k) try : Fails(k), own(k + 3) {
    if (k % 4 == 3) throw 2.5;
  } catch (int i) {
    printf("wraps %d ", i);
  }
};
struct Both {
  Tracer t;
  int n;
};
inline Tracer make(int n) {
  if (n % 5 == 4) throw n;
  return Tracer(n);
}
`;

/** One program: functions f0, f1, … of which each may call the ones before it, and run(), which prints all that comes of them. */
export function program(seed: number): string {
  return new Generator(createRng(seed)).program();
}

const CLAUSES = [
  'int i',
  'double v',
  'const Base& o',
  'Derived o',
  'const std::exception& o',
  'const char* s',
  '...',
];
const SHOWN: Readonly<Record<string, string>> = {
  'int i': 'printf("int %d ", i);',
  'double v': 'printf("double %g ", v);',
  'const Base& o': 'printf("base %d ", o.tag());',
  'Derived o': 'printf("derived %d ", o.tag());',
  'const std::exception& o': 'printf("what %s ", o.what());',
  'const char* s': 'printf("text %s ", s);',
  '...': 'printf("any ");',
};

class Generator {
  private readonly rng: Rng;
  private names = 0;
  private functions = 0;

  constructor(rng: Rng) {
    this.rng = rng;
  }

  program(): string {
    const count = 1 + this.rng.int(3);
    let text = '';
    for (; this.functions < count; this.functions++) {
      const body = this.block(3, false);
      const kind = this.rng.int(8) === 0 ? ' noexcept(false)' : '';
      text += `int f${this.functions}(int x)${kind} {\n  double d = x / 2.0;\n  float g = 0.25f;\n${body}  printf("%g %g ", d, g);\n  return x;\n}\n`;
    }
    return `${text}void run() {
  for (int x = 0; x < 4; x++) {
    try {
      printf("[%d] ", f${count - 1}(x));
    } catch (const std::runtime_error& e) {
      printf("out %s ", e.what());
    } catch (int i) {
      printf("out %d ", i);
    } catch (...) {
      printf("out ");
    }
    printf("\\n");
  }
}
`;
  }

  private one(list: readonly string[]): string {
    return list[this.rng.int(list.length)] ?? '';
  }
  private name(): string {
    return `v${this.names++}`;
  }
  private condition(): string {
    const { rng } = this;
    return this.one([
      `x % ${2 + rng.int(4)} == ${rng.int(3)}`,
      `d > ${rng.int(5)}.5`,
      `g < ${1 + rng.int(4)}`,
      `x != ${rng.int(4)} && d <= ${rng.int(9)}`,
    ]);
  }
  private thrown(): string {
    const n = this.rng.int(30);
    return this.one([
      `${n}`,
      `${n}.5`,
      `Base(${n})`,
      `Derived(${n})`,
      `std::runtime_error("r${n}")`,
      `std::out_of_range("o${n}")`,
      `"t${n}"`,
      'x',
    ]);
  }

  /** `handles`: a plain `throw;` may stand in it. */
  private block(depth: number, handles: boolean): string {
    const count = 1 + this.rng.int(depth > 1 ? 4 : 2);
    let text = '';
    for (let i = 0; i < count; i++) text += this.statement(depth, handles);
    return text;
  }
  private statement(depth: number, handles: boolean): string {
    const { rng } = this;
    if (depth > 0 && rng.int(3) > 0) return this.nested(depth - 1, handles);
    const id = rng.int(40);
    const v = this.name();
    switch (rng.int(12)) {
      case 0:
      case 1:
        return `Tracer ${v}(${id});\n`;
      case 2:
        return `if (${this.condition()}) throw ${this.thrown()};\n`;
      case 3:
        return handles ? `if (${this.condition()}) throw;\n` : `printf("p${id} ");\n`;
      case 4:
        return `Fails ${v}(x + ${rng.int(4)});\n`;
      case 5:
        return `Wraps ${v}(x + ${rng.int(4)});\n`;
      case 6:
        return `x = Both{Tracer(${id}), ${this.condition()} ? throw ${this.thrown()} : ${id}}.n % 11;\n`;
      case 7:
        return `Tracer ${v}[2] = {make(x + ${rng.int(3)}), make(x + ${rng.int(5)})};\n`;
      case 8:
        return `delete new Fails(x + ${rng.int(4)});\n`;
      case 9:
        return `d = d * ${this.one(['0.5', '1.25f', '-2', '3'])} + x; g += ${this.one(['0.1f', '0.5', '1', 'x'])};\n`;
      case 10:
        return this.functions === 0 ? `x++;\n` : `x += f${rng.int(this.functions)}(x) % 3;\n`;
      default:
        return `x = (x * ${1 + rng.int(5)} + ${id}) % 13;\n`;
    }
  }
  private nested(depth: number, handles: boolean): string {
    const { rng } = this;
    const inner = (inHandler = handles): string => this.block(depth, inHandler);
    switch (rng.int(6)) {
      case 0:
        return `if (${this.condition()}) {\n${inner()}} else {\n${inner()}}\n`;
      case 1: {
        const i = this.name();
        const leave = this.one([
          '',
          `if (${this.condition()}) break;\n`,
          `if (${this.condition()}) continue;\n`,
        ]);
        return `for (int ${i} = 0; ${i} < ${1 + rng.int(3)}; ${i}++) {\n${inner()}${leave}${inner()}}\n`;
      }
      case 2:
        return `if (${this.condition()}) {\n${inner()}return x;\n}\n`;
      default: {
        let text = `try {\n${inner()}}`;
        // In their order: g++ warns of a clause that an earlier one hides, and takes it.
        const first = rng.int(CLAUSES.length);
        const last = first + 1 + rng.int(CLAUSES.length - first);
        for (const clause of CLAUSES.slice(first, last))
          text += ` catch (${clause}) {\n${SHOWN[clause]}\n${inner(true)}}`;
        return `${text}\n`;
      }
    }
  }
}
