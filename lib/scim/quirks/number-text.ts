/** Entra without its flag quotes every value, numbers of custom attributes included. Null if the text is no JSON number. */
export function readNumberText(text: string): number | null {
  return /^-?(0|[1-9]\d{0,20})(\.\d{1,20})?([eE][+-]?\d{1,3})?$/.test(text.trim()) ? Number(text) : null;
}
