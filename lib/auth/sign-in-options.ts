import type { Account, NextAuthOptions, Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import Credentials from "next-auth/providers/credentials";
import Email from "next-auth/providers/email";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { log } from "@/lib/log";
import { checkPassword } from "./check-password";
import { noteSignIn } from "./note-sign-in";
import { requestLocale } from "./request-locale";
import { safeCallback } from "./safe-callback";
import { sendSignInLink } from "./send-sign-in-link";
import { SESSION_SECONDS, usesSecureCookies } from "./session-cookie";
import { signInAdapter } from "./sign-in-adapter";

type OidcProfile = Profile & { email_verified?: boolean | string };

/** next-auth's options, made when asked for: a build reads no environment. `onLimited` hears how long somebody has to wait who tried a password too often. */
export function signInOptions(remoteAddress: string | null, onLimited: (seconds: number) => void): NextAuthOptions {
  return {
    adapter: signInAdapter(),
    secret: env().sessionSecret,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: usesSecureCookies(),
    pages: { signIn: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in/sent", signOut: "/" },
    providers: [passwordProvider(onLimited), linkProvider(), ...oidcProviders()],
    callbacks: {
      signIn: ({ account, profile }) => maySignIn(account, profile),
      redirect: ({ url }) => `${env().publicUrl}${safeCallback(url)}`,
      jwt: async ({ token, user }) => (user ? { sub: user.id, epoch: await noteSignIn(user.id, { remoteAddress, locale: await requestLocale() }) } : token),
    },
    logger: {
      error: (code, metadata) => log().error({ code, err: metadata instanceof Error ? metadata : undefined }, "sign-in failed"),
      warn: (code) => log().debug({ code }, "sign-in warning"),
      debug: () => undefined,
    },
  };
}

function passwordProvider(onLimited: (seconds: number) => void) {
  return Credentials({
    id: "password",
    credentials: { email: {}, password: {} },
    authorize: (given, request) => {
      const headers = request.headers as Record<string, string | undefined> | undefined;
      const address = headers?.["x-forwarded-for"]?.split(",")[0]?.trim() ?? null;
      return checkPassword(given?.email ?? "", given?.password ?? "", address).catch((error: unknown) => refuse(error, onLimited));
    },
  });
}

/** next-auth carries a refusal to the page by the error's message, and nothing beside it. */
function refuse(error: unknown, onLimited: (seconds: number) => void): never {
  if (error instanceof DomainError && error.kind === "limited") {
    onLimited(Number(error.details.retry_after_seconds ?? 60));
    throw new Error("TooManyAttempts");
  }
  log().error({ err: error }, "a password could not be checked");
  throw new Error("Unavailable");
}

function linkProvider() {
  return Email({
    maxAge: 20 * 60,
    sendVerificationRequest: ({ identifier, url }) => requestLocale().then((locale) => sendSignInLink(identifier, url, locale)),
  });
}

function oidcProviders(): OAuthConfig<OidcProfile>[] {
  const { oidc } = env();
  if (!oidc) return [];
  return [
    {
      id: "oidc",
      name: oidc.name,
      type: "oauth",
      wellKnown: `${oidc.issuer}/.well-known/openid-configuration`,
      issuer: oidc.issuer,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      authorization: { params: { scope: "openid email profile" } },
      // Safe because maySignIn lets no unverified e-mail through.
      allowDangerousEmailAccountLinking: true,
      profile: ({ sub = "", email = "", name }) => ({ id: sub, email: email.toLowerCase(), name: name ?? null }),
    },
  ];
}

/** An identity provider that does not vouch for the e-mail proves nobody's account. */
function maySignIn(account: Account | null, profile: OidcProfile | undefined): boolean | string {
  if (account?.type !== "oauth") return true;
  const verified = profile?.email_verified === true || profile?.email_verified === "true";
  return verified && Boolean(profile?.email) ? true : "/sign-in?error=EmailNotVerified";
}
