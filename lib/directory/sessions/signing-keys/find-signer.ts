import { importPKCS8 } from "jose";
import { pool } from "@/lib/db/client";
import { unseal } from "@/lib/seal";
import { keepSigningKeys } from "./keep-signing-keys";

export type Signer = { kid: string; key: CryptoKey };

// The key itself is read back once a process; which one signs is asked every time, so that a rotation counts everywhere at once.
const shared = ((globalThis as { rollcallSigner?: { signer?: Signer } }).rollcallSigner ??= {});

const SELECT = `SELECT id, ciphertext FROM signing_key WHERE state = 'current'`;
const SELECT_ID = `SELECT id FROM signing_key WHERE state = 'current'`;

/** The key that signs now. An installation without keys gets its first ones. */
export async function findSigner(): Promise<Signer> {
  const { rows } = await pool().query<{ id: string }>({ name: "find-signer-id", text: SELECT_ID });
  if (rows[0] && shared.signer?.kid === rows[0].id) return shared.signer;
  return (shared.signer = await readSigner());
}

async function readSigner(): Promise<Signer> {
  const { rows } = await pool().query<{ id: string; ciphertext: Buffer }>(SELECT);
  const [row] = rows;
  if (row) return { kid: row.id, key: await importPKCS8(unseal(row.ciphertext), "RS256") };
  await keepSigningKeys();
  return readSigner();
}
