/** One line of C++ cut into words with their colours: enough to read it by, where the editor is not there. Pure. */

export interface Token {
  readonly start: number;
  readonly text: string;
  readonly tone: 'keyword' | 'type' | 'literal' | 'comment' | null;
}

const KEYWORDS =
  'auto|bool|break|case|catch|char|class|const|constexpr|continue|default|delete|do|double|else|enum|explicit|false|float|for|friend|if|inline|int|long|mutable|namespace|new|noexcept|nullptr|operator|override|private|protected|public|return|short|size_t|static|struct|switch|template|this|throw|true|try|typename|uint64_t|uint32_t|int64_t|unsigned|using|virtual|void|while';
const WORDS = new RegExp(
  `(?<comment>//.*$)|(?<literal>"(?:\\\\.|[^"\\\\])*"|'(?:\\\\.|[^'\\\\])*')|(?<keyword>#\\w+|\\b(?:${KEYWORDS})\\b)|(?<type>\\bstd::\\w+|\\b[A-Z]\\w*\\b)|\\b\\d[\\w'.]*`,
  'g',
);

export function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const plain = (to: number): void => {
    if (to > end) tokens.push({ start: end, text: line.slice(end, to), tone: null });
  };
  for (const match of line.matchAll(WORDS)) {
    plain(match.index);
    const { comment, keyword, type } = match.groups ?? {};
    const tone = comment ? 'comment' : keyword ? 'keyword' : type ? 'type' : 'literal';
    tokens.push({ start: match.index, text: match[0], tone });
    end = match.index + match[0].length;
  }
  plain(line.length);
  return tokens;
}
