import type { Mail } from "./send-mail";

const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const mark = "display:inline-block;width:24px;height:24px;border-radius:6px;background:#2f54d8;color:#ffffff;font-size:14px;line-height:24px;text-align:center;vertical-align:middle;margin-right:8px";

// Light stands in the elements themselves, for readers that know nothing else; dark replaces it where the reader is dark.
const dark = `@media (prefers-color-scheme:dark){.page{background:#0b0d12!important}.card{background:#14161b!important;border-color:#2a2e37!important;color:#e8eaf0!important}.address{border-color:#2a2e37!important;color:#9aa3b2!important}.address a{color:#9aa3b2!important}}`;

/**
 * The HTML part of an e-mail: says what its text says, paragraph by paragraph, with a button in the place of the link, whose address
 * stands at the end once more. No pictures and nothing from elsewhere, so that it looks the same everywhere and tells nobody that it was read.
 */
export function writeHtml({ subject, text, locale, action }: Mail): string {
  const paragraphs = text.split("\n\n").map((paragraph) => (paragraph === action.url ? button(action) : `<p style="margin:0 0 16px">${escape(paragraph)}</p>`));
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title><style>${dark}</style></head>
<body class="page" style="margin:0;padding:32px 16px;background:#f5f6f8">
<div class="card" style="max-width:528px;margin:0 auto;padding:28px 28px 12px;border:1px solid #e3e6eb;border-radius:12px;background:#ffffff;color:#1b1f27;${font};font-size:15px;line-height:1.6">
<p style="margin:0 0 24px;font-weight:600"><span aria-hidden="true" style="${mark}">&#10003;</span><span style="vertical-align:middle">Rollcall</span></p>
${paragraphs.join("\n")}
<p class="address" style="margin:24px 0 0;padding:12px 0 4px;border-top:1px solid #e3e6eb;color:#667085;font-size:12px;word-break:break-all"><a href="${escape(action.url)}" style="color:#667085">${escape(action.url)}</a></p>
</div>
</body>
</html>`;
}

function button({ label, url }: Mail["action"]): string {
  const look = "display:inline-block;padding:10px 18px;border-radius:8px;background:#2f54d8;color:#ffffff;font-weight:600;text-decoration:none";
  return `<p style="margin:0 0 20px"><a href="${escape(url)}" style="${look}">${escape(label)}</a></p>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
