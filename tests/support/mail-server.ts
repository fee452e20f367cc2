import { once } from "node:events";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = { from: string; to: string[]; subject: string; text: string; html: string };

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
        void PostalMime.parse(Buffer.concat(chunks)).then(({ subject = "", text = "", html = "" }) => {
          mails.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address), subject, text, html });
          for (const look of waiting) look();
          done();
        }, done);
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
