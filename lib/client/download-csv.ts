import { csvLines } from "@/lib/contracts/csv";

/** Hands rows to the browser as a CSV file (RFC 4180, UTF-8 with a mark so that spreadsheets read it right). */
export function downloadCsv(fileName: string, rows: readonly (readonly unknown[])[]): void {
  saveFile(fileName, new Blob(["\uFEFF", csvLines(rows)], { type: "text/csv;charset=utf-8" }));
}

/** Hands a file to the browser. */
export function saveFile(fileName: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
