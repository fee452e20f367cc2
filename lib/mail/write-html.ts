import type { Mail } from "./send-mail";

const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/**
 * The HTML part of an e-mail: says what its text says, paragraph by paragraph, with a button in the place of the link. No pictures and
 * nothing from elsewhere, so that it looks the same everywhere and tells nobody that it was read.
 */
export function writeHtml({ subject, text, locale, action }: Mail): string {
  const paragraphs = text.split("\n\n").map((paragraph) => (paragraph === action.url ? button(action) : `<p style="margin:0 0 16px">${escape(paragraph)}</p>`));
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:32px 16px">
<div style="max-width:560px;margin:0 auto;${font};font-size:15px;line-height:1.6">
<p style="margin:0 0 24px;font-weight:600">Rollcall</p>
${paragraphs.join("\n")}
</div>
</body>
</html>`;
}

function button({ label, url }: Mail["action"]): string {
  const look = "display:inline-block;padding:10px 18px;border-radius:8px;background:#2f54d8;color:#ffffff;font-weight:600;text-decoration:none";
  return `<p style="margin:0 0 8px"><a href="${escape(url)}" style="${look}">${escape(label)}</a></p>
<p style="margin:0 0 16px;font-size:13px;word-break:break-all"><a href="${escape(url)}">${escape(url)}</a></p>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
