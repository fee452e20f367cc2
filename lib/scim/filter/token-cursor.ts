import { invalidFilter, type ScimError } from "@/lib/scim/errors";
import type { Token } from "@/lib/scim/filter/tokenize";

const maxTerms = 100;
const maxDepth = 20;

/** Reads tokens one by one and counts what the limits count: 100 terms, 20 nested brackets. */
export class TokenCursor {
  private index = 0;
  private terms = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly text: string,
  ) {}

  /** The next token, `ahead` tokens further on, without taking it. */
  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)] ?? { kind: "end", at: this.text.length };
  }

  take(): Token {
    const token = this.peek();
    this.index += 1;
    return token;
  }

  /** Takes the token if it is of this kind. */
  takeIf(kind: Token["kind"]): boolean {
    const found = this.peek().kind === kind;
    if (found) this.index += 1;
    return found;
  }

  /** Takes the word if it is this keyword, in any case. */
  takeKeyword(keyword: string): boolean {
    const found = isKeyword(this.peek(), keyword);
    if (found) this.index += 1;
    return found;
  }

  /** Parses something between brackets, one level deeper; the opening bracket has been taken. */
  nested<Result>(closing: ")" | "]", parse: () => Result): Result {
    this.depth += 1;
    if (this.depth > maxDepth) throw invalidFilter(`The filter nests deeper than ${maxDepth} levels.`);
    const result = parse();
    this.depth -= 1;
    if (!this.takeIf(closing)) throw this.unexpected(`"${closing}"`);
    return result;
  }

  countTerm(): void {
    this.terms += 1;
    if (this.terms > maxTerms) throw invalidFilter(`The filter has more than ${maxTerms} comparisons.`);
  }

  /** The complaint about the next token. */
  unexpected(expected: string, refuse: (detail: string) => ScimError = invalidFilter): ScimError {
    const token = this.peek();
    if (token.kind === "end") return refuse(`Expected ${expected} at the end of "${abbreviate(this.text)}".`);
    const found = token.kind === "word" || token.kind === "string" ? token.text : token.kind;
    return refuse(`Expected ${expected} at position ${token.at + 1}, but found "${abbreviate(found)}".`);
  }
}

/** Whether the token is this word, in any case. */
export function isKeyword(token: Token, keyword: string): boolean {
  return token.kind === "word" && token.text.toLowerCase() === keyword;
}

const abbreviate = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text);
