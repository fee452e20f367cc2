/** A slug from a name: lower case, letters and digits of ASCII, dashes between. Empty when nothing is left (a name in Kanji). */
export function slugifyName(name: string): string {
  const plain = name.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/ß/g, "ss").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, "");
}
