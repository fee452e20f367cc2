/** Okta's own callbacks (OIN list): the app's name is the only part that differs. */
const OKTA = /^https:\/\/system-admin\.(?:okta|okta-emea|oktapreview)\.com\/admin\/app\/cpc\/[A-Za-z0-9_.-]+\/oauth\/callback$/;

/** Whether an authorization code may be sent there: exactly one that the admin added, or Okta's own form of URI. */
export function allowsRedirectUri(added: readonly string[], uri: string): boolean {
  return added.includes(uri) || OKTA.test(uri);
}
