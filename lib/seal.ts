import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts what has to be read back (signing secrets, private keys): AES-256-GCM under ROLLCALL_ENCRYPTION_KEY, as nonce, tag, text. */
export function seal(plain: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key(), nonce);
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Reads what `seal` made. Throws when the key is another one or a byte was changed. */
export function unseal(sealed: Buffer): string {
  const decipher = createDecipheriv(ALGORITHM, key(), sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}

/**
 * A secret of 256 bits, in base64url, that only this installation can make for `text` and makes again when asked: HMAC-SHA256
 * under a key for one purpose, derived (HKDF) from ROLLCALL_ENCRYPTION_KEY.
 */
export function deriveSecret(purpose: string, text: string): string {
  const purposeKey = Buffer.from(hkdfSync("sha256", key(), "", purpose, 32));
  return createHmac("sha256", purposeKey).update(text, "utf8").digest("base64url");
}

function key(): Buffer {
  const { encryptionKey } = env();
  if (!encryptionKey) throw new Error("ROLLCALL_ENCRYPTION_KEY is not set");
  return Buffer.from(encryptionKey, "hex");
}
