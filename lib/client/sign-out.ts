/** Ends this browser's session and goes to the sign-in page, or to another path of ours. */
export async function signOut(next = "/sign-in"): Promise<void> {
  const answer = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  await fetch("/api/auth/signout", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken: answer.csrfToken, callbackUrl: "/", json: "true" }),
  });
  window.location.assign(next);
}
