import { noAnswer } from "./no-answer";

/** What next-auth answered: null when it worked, otherwise the word of the refusal and how long to wait. */
export type SignInRefusal = { error: string; retryAfterSeconds: number | null };

/** Signs in with e-mail and password. Resolves to null when the session cookie is set. */
export async function signInWithPassword(email: string, password: string): Promise<SignInRefusal | null> {
  return refusalOf(await post("/api/auth/callback/password", { email, password }));
}

/** Asks for a sign-in link. The answer is the same whether or not someone has this address. */
export async function requestSignInLink(email: string, callbackUrl: string): Promise<SignInRefusal | null> {
  return refusalOf(await post("/api/auth/signin/email", { email, callbackUrl }));
}

/** Goes to the OpenID Connect provider. */
export async function signInWithOidc(callbackUrl: string): Promise<void> {
  const response = await post("/api/auth/signin/oidc", { callbackUrl });
  const { url } = (await response.json()) as { url: string };
  window.location.assign(url);
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  try {
    const csrf = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    return await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...fields, csrfToken: csrf.csrfToken, json: "true" }),
    });
  } catch {
    throw noAnswer();
  }
}

async function refusalOf(response: Response): Promise<SignInRefusal | null> {
  const body = (await response.json().catch(() => null)) as { url?: string } | null;
  const error = body?.url ? new URL(body.url, window.location.href).searchParams.get("error") : "Unavailable";
  if (!error) return null;
  const wait = response.headers.get("retry-after");
  return { error, retryAfterSeconds: wait ? Number(wait) : null };
}
