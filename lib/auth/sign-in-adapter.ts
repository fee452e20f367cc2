import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { uuidv7 } from "uuidv7";
import { clock } from "@/lib/clock";
import { pool, prisma } from "@/lib/db/client";
import { verifyUserEmail } from "./verify-user-email";

type Row = { id: string; email: string; name: string | null; emailVerified: Date | null };
const USE_TOKEN = "DELETE FROM verification_token WHERE identifier = $1 AND token_hash = $2 RETURNING expires_at";
const SHAPE = { id: true, email: true, name: true, emailVerified: true } as const;

/**
 * What next-auth asks of the database. Two things differ from its stock adapters: a signed-in browser never lends its
 * user to a second identity (`getUser` is null), and the first proof of an e-mail drops a password that was set before it.
 */
export function signInAdapter(): Adapter {
  return {
    createUser: async (user: Omit<AdapterUser, "id">) => {
      const data = { id: uuidv7(), email: user.email.toLowerCase(), name: user.name ?? null, emailVerified: user.emailVerified };
      return asAdapterUser(await prisma().user.create({ data, select: SHAPE }));
    },
    getUser: () => null,
    getUserByEmail: async (email) => asAdapterUserOrNull(await prisma().user.findUnique({ where: { email: email.toLowerCase() }, select: SHAPE })),
    getUserByAccount: async ({ provider, providerAccountId }) => {
      const account = await prisma().userAccount.findUnique({
        where: { provider_providerAccountId: { provider, providerAccountId } },
        select: { user: { select: SHAPE } },
      });
      return asAdapterUserOrNull(account?.user ?? null);
    },
    // next-auth calls this only to note that an e-mail link was opened.
    updateUser: async ({ id }) => {
      await verifyUserEmail(id);
      return asAdapterUser(await prisma().user.findUniqueOrThrow({ where: { id }, select: SHAPE }));
    },
    // Reached only with a verified e-mail: the signIn callback lets nothing else through.
    linkAccount: async ({ userId, provider, providerAccountId }: AdapterAccount) => {
      await prisma().userAccount.create({ data: { userId, provider, providerAccountId } });
      await verifyUserEmail(userId);
    },
    createVerificationToken: async ({ identifier, token, expires }) => {
      await prisma().verificationToken.deleteMany({ where: { expiresAt: { lt: clock.now() } } });
      await prisma().verificationToken.create({ data: { identifier, tokenHash: token, expiresAt: expires } });
      return { identifier, token, expires };
    },
    useVerificationToken: async ({ identifier, token }) => {
      // One statement, so that two openings of one link cannot both succeed.
      const used = await pool().query<{ expires_at: Date }>(USE_TOKEN, [identifier, token]);
      const row = used.rows[0];
      return row ? { identifier, token, expires: row.expires_at } : null;
    },
  };
}

function asAdapterUser(row: Row): AdapterUser {
  return { id: row.id, email: row.email, name: row.name, emailVerified: row.emailVerified };
}

function asAdapterUserOrNull(row: Row | null): AdapterUser | null {
  return row ? asAdapterUser(row) : null;
}
