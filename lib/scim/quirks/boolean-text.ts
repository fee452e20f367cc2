/** Tolerances 2 and 17: Entra writes booleans as "True" and "False". Null if the text is neither. */
export function readBooleanText(text: string): boolean | null {
  const lower = text.toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : null;
}
