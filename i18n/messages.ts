import type activity from "@/messages/en/activity.json";
import type auth from "@/messages/en/auth.json";
import type brake from "@/messages/en/brake.json";
import type common from "@/messages/en/common.json";
import type connections from "@/messages/en/connections.json";
import type groups from "@/messages/en/groups.json";
import type guides from "@/messages/en/guides.json";
import type health from "@/messages/en/health.json";
import type matches from "@/messages/en/matches.json";
import type members from "@/messages/en/members.json";
import type menus from "@/messages/en/menus.json";
import type move from "@/messages/en/move.json";
import type operator from "@/messages/en/operator.json";
import type organizations from "@/messages/en/organizations.json";
import type overview from "@/messages/en/overview.json";
import type quirks from "@/messages/en/quirks.json";
import type roles from "@/messages/en/roles.json";
import type schemas from "@/messages/en/schemas.json";
import type sessions from "@/messages/en/sessions.json";
import type settings from "@/messages/en/settings.json";
import type setupLinks from "@/messages/en/setupLinks.json";
import type signInMethods from "@/messages/en/signInMethods.json";
import type system from "@/messages/en/system.json";
import type webhooks from "@/messages/en/webhooks.json";

/** The shape of a catalogue: one namespace a file, as the English one has them. */
export type Messages = {
  activity: typeof activity;
  auth: typeof auth;
  brake: typeof brake;
  common: typeof common;
  connections: typeof connections;
  groups: typeof groups;
  guides: typeof guides;
  health: typeof health;
  matches: typeof matches;
  members: typeof members;
  menus: typeof menus;
  move: typeof move;
  operator: typeof operator;
  organizations: typeof organizations;
  overview: typeof overview;
  quirks: typeof quirks;
  roles: typeof roles;
  schemas: typeof schemas;
  sessions: typeof sessions;
  settings: typeof settings;
  setupLinks: typeof setupLinks;
  signInMethods: typeof signInMethods;
  system: typeof system;
  webhooks: typeof webhooks;
};

export const namespaces = [
  "activity",
  "auth",
  "brake",
  "common",
  "connections",
  "groups",
  "guides",
  "health",
  "matches",
  "members",
  "menus",
  "move",
  "operator",
  "organizations",
  "overview",
  "quirks",
  "roles",
  "schemas",
  "sessions",
  "settings",
  "setupLinks",
  "signInMethods",
  "system",
  "webhooks",
] as const satisfies readonly (keyof Messages)[];
