import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = { from: string; to: string[]; text: string };

export type MailServer = {
  /** smtp://127.0.0.1:<port> */
  url: string;
  /** The next mail to this address that nobody took yet; waits for it. */
  take: (address: string) => Promise<ReceivedMail>;
  stop: () => Promise<void>;
};

/** A real SMTP server that keeps what it is given. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address), text: decodeMail(Buffer.concat(chunks).toString("utf8")) });
        for (const look of waiting) look();
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${String(port)}`, take: (address) => takeMail(mails, waiting, address), stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

function takeMail(mails: ReceivedMail[], waiting: Set<() => void>, address: string): Promise<ReceivedMail> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      waiting.delete(look);
      reject(new Error(`No mail to ${address} came.`));
    }, 10_000);
    const look = (): void => {
      const index = mails.findIndex(({ to }) => to.includes(address));
      if (index < 0) return;
      clearTimeout(late);
      waiting.delete(look);
      resolve(...(mails.splice(index, 1) as [ReceivedMail]));
    };
    waiting.add(look);
    look();
  });
}

/** Headers and text of a plain mail, quoted-printable (RFC 2045 section 6.7) or base64 undone. */
function decodeMail(raw: string): string {
  const [head = "", body = ""] = raw.split(/\r\n\r\n([\s\S]*)/);
  if (/content-transfer-encoding: base64/i.test(head)) return `${head}\n\n${Buffer.from(body, "base64").toString("utf8")}`;
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return raw;
  const bytes = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return `${head}\n\n${Buffer.from(bytes, "latin1").toString("utf8")}`;
}
