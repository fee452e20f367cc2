// The pages that npm run screenshots visits, each about one real thing that the installation holds.

const uuid = "[0-9a-f-]{36}";

/**
 * Every page, by following the links that the lists show. `open` reads the links of a page as the operator sees them.
 * @returns {Promise<{ name: string; path: string; public?: boolean; setup?: boolean; status?: number }[]>}
 */
export async function listPages(open, { organization, setupLink, invitation }) {
  const base = `/organizations/${organization}`;
  const first = (links, pattern) => links.find((href) => pattern.test(href));
  const connections = [...new Set((await open(`${base}/connections`)).filter((href) => new RegExp(`/connections/${uuid}$`).test(href)))];
  const [connection] = connections;
  const inside = (await Promise.all(connections.map((href) => open(href)))).flat();
  const member = first(await open(`${base}/members`), /\/members\/[^/?]+$/);
  const group = first(await open(`${base}/groups`), /\/groups\/[^/?]+$/);
  const call = connection && first(await open(`${connection}/activity`), /[?&]call=/);
  const endpoints = (await open("/operator/webhooks")).filter((href) => /\/operator\/webhooks\/[^/?]+$/.test(href));
  const found = [
    ["sign-in", "/sign-in", { public: true }],
    ["sign-in-error", "/sign-in?error=Verification", { public: true }],
    ["sign-in-link", "/sign-in/link?token=a&email=ada%40example.com", { public: true }],
    ["sign-in-link-broken", "/sign-in/link", { public: true }],
    ["sign-in-sent", "/sign-in/sent", { public: true }],
    ["suspended", "/suspended"],
    ["setup-link", setupLink, { public: true }],
    ["setup-link-invalid", "/setup/not-a-real-token-at-all", { public: true }],
    ["setup-ended", "/setup/ended", { public: true }],
    ["setup-connection", setupLink && "/setup/connection", { setup: true }],
    ["setup-activity", setupLink && "/setup/connection/activity", { setup: true }],
    ["setup-health", setupLink && "/setup/connection/health", { setup: true }],
    ["invitation", invitation, { public: true }],
    ["invitation-other-account", invitation],
    ["invitation-invalid", "/invitations/not-a-real-token-at-all", { public: true }],
    ["connect-refused", connection && `/connect/${connection.split("/").at(-1)}`],
    ["organizations", "/organizations"],
    ["not-found", `${base}/nothing-here`, { status: 404 }],
    ["overview", base],
    ["connections", `${base}/connections`],
    ["connection-new", `${base}/connections/new`],
    ["connection", connection],
    ["connection-setup", connection && `${connection}/setup`],
    ["connection-setup-fresh", connections.at(-1) && `${connections.at(-1)}/setup`],
    ["connection-activity", connection && `${connection}/activity`],
    ["connection-call", call],
    ["connection-roles", connection && `${connection}/roles`],
    ["connection-health", connection && `${connection}/health`],
    ["connection-settings", connection && `${connection}/settings`],
    ["connection-brake", first(inside, /\/brake\/[^/?]+$/)],
    ["connection-matches", first(inside, /\/matches$/)],
    ["connection-move", first(inside, /\/move$/)],
    ["connection-move-new", connection && `${connection}/move`],
    ["members", `${base}/members`],
    ["members-nobody", `${base}/members?query=nobody+at+all`],
    ["member", member],
    ["groups", `${base}/groups`],
    ["group", group],
    ["roles", `${base}/roles`],
    ["audit", `${base}/audit`],
    ["settings", `${base}/settings`],
    ["operator-organizations", "/operator/organizations"],
    ["operator-organization", `/operator/organizations/${organization}`],
    ["operator-roles", "/operator/roles"],
    ["operator-credentials", "/operator/credentials"],
    ["operator-audit", "/operator/audit"],
    ["operator-sessions", "/operator/sessions"],
    ["operator-webhooks", "/operator/webhooks"],
    ...endpoints.map((href, nth) => [`operator-webhook-${nth + 1}`, href]),
    ["operator-events", "/operator/events"],
    ["operator-health", "/operator/health"],
    ["docs", "/docs", { public: true }],
    ["docs-errors", "/docs/errors", { public: true }],
    ["docs-api", "/docs/api", { public: true }],
  ];
  return found.flatMap(([name, path, expected]) => (path ? [{ name, path, ...expected }] : []));
}
