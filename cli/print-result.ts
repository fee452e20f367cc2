export type Row = Record<string, string | number | null | undefined>;

/** One object: a line a value for people, one JSON document for programs. */
export function printResult(values: Row, json: boolean | undefined): void {
  if (json) return void console.log(JSON.stringify(values));
  const width = Math.max(...Object.keys(values).map((name) => title(name).length));
  for (const [name, value] of Object.entries(values)) console.log(`${title(name).padEnd(width)}  ${value ?? "–"}`);
}

/** Many: a table for people, a JSON array for programs. */
export function printList(rows: Row[], json: boolean | undefined, empty: string): void {
  if (json) return void console.log(JSON.stringify(rows));
  const [first] = rows;
  if (!first) return void console.log(empty);
  const names = Object.keys(first);
  const lines = [names.map(title), ...rows.map((row) => names.map((name) => String(row[name] ?? "–")))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines) console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
}

function title(name: string): string {
  const words = name.replaceAll("_", " ").replace(/\burl\b/, "URL").replace(/\bid\b/, "ID");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
