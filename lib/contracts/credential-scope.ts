/**
 * What an API credential may do: `read` looks, `write` changes, `webhooks` manages receivers and their deliveries, `sessions`
 * mints, checks and ends member sessions. None implies another. Without zod, so that dialogs stay light in the browser.
 */
export const credentialScopes = ["read", "write", "webhooks", "sessions"] as const;
export type CredentialScope = (typeof credentialScopes)[number];
