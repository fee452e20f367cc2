/** The pattern for LIKE and ILIKE that finds `text` anywhere; `%`, `_` and `\` in it stand for themselves. */
export function containsPattern(text: string): string {
  return `%${beginsPattern(text)}`;
}

/** The same, for what begins with `text`. */
export function beginsPattern(text: string): string {
  return `${text.replace(/[\\%_]/g, "\\$&")}%`;
}

/** How a search is compared: without blanks around it, whatever the case. What it is compared with is in small letters. */
export function foldSearch(search: string): string {
  return search.trim().toLowerCase();
}
