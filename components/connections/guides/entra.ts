import { type Drawing, type DrawnField, type Guide, type GuideStep, type GuideValue, testBelow } from "./guide";

const create: GuideStep = {
  text: "entra_create",
  drawing: {
    path: ["Enterprise applications", "New application", "Create your own application"],
    fields: [
      { kind: "text", label: "What's the name of your app?", value: { fixed: "Rollcall" }, focus: true },
      { kind: "radio", label: "Configure Application Proxy for secure remote access", on: false },
      { kind: "radio", label: "Register an application to integrate with Microsoft Entra ID", on: false },
      { kind: "radio", label: "Integrate any other application you don't find in the gallery", on: true, focus: true },
      { kind: "button", label: "Create", primary: true },
    ],
  },
};

const lastSteps: GuideStep[] = [
  {
    text: "entra_mapping",
    drawing: {
      path: ["Provisioning", "Mappings", "Provision Microsoft Entra ID Users"],
      fields: [
        { kind: "heading", label: "Attribute Mappings" },
        { kind: "mapping", source: "userPrincipalName", target: "userName" },
        { kind: "mapping", source: "Switch([IsSoftDeleted], …)", target: "active" },
        { kind: "mapping", source: "objectId", target: "externalId", changed: true, focus: true },
        { kind: "mapping", source: "mail", target: 'emails[type eq "work"].value' },
        { kind: "button", label: "Save", primary: true },
      ],
    },
  },
  {
    text: "entra_assign",
    drawing: {
      path: ["Enterprise applications", "Rollcall", "Users and groups"],
      fields: [
        { kind: "button", label: "Add user/group", primary: true, focus: true },
        { kind: "person", label: "Lena Fischer", detail: "User" },
        { kind: "group", label: "Engineering", detail: "Group" },
      ],
    },
  },
  {
    text: "entra_start",
    watch: "first_user_at",
    drawing: {
      path: ["Enterprise applications", "Rollcall", "Provisioning"],
      fields: [
        { kind: "toggle", label: "Provisioning Status", on: true, focus: true },
        { kind: "button", label: "Save", primary: true },
        { kind: "button", label: "Provision on demand" },
      ],
    },
  },
  { text: "entra_groups", watch: "first_group_at" },
  { text: "entra_departure", watch: "first_deactivation_at" },
];

type Way = {
  way: Guide["way"];
  credentials: { label: string; value: GuideValue }[];
  before?: GuideStep[];
  remark: NonNullable<Guide["remark"]>;
};

function entra({ way, credentials, before = [], remark }: Way): Guide {
  const values = [{ label: "Tenant URL", value: { from: "base_url" } as const }, ...credentials];
  const form: Drawing = {
    path: ["Enterprise applications", "Rollcall", "Provisioning"],
    fields: [
      { kind: "select", label: "Provisioning Mode", value: { fixed: "Automatic" }, focus: true },
      { kind: "heading", label: "Admin Credentials" },
      { kind: "select", label: "Select authentication method", value: { fixed: way.name }, focus: true },
      ...values.map((field): DrawnField => ({ kind: "text", ...field, focus: true })),
    ],
  };
  const tested = testBelow(form, "Test Connection", "The supplied credentials are authorized to enable provisioning");
  return {
    key: "entra",
    identityProvider: "microsoft-entra",
    way,
    values,
    remark,
    steps: [create, ...before, { text: "entra_connect", watch: "first_contact_at", drawing: form }, { text: "entra_test", watch: "credential_test_at", drawing: tested }, ...lastSteps],
  };
}

const client: Way["credentials"] = [
  { label: "Token Endpoint", value: { from: "token_url" } },
  { label: "Client Identifier", value: { from: "client_id" } },
];

export const entraGuides: Guide[] = [
  entra({ way: { key: "token", name: "Bearer Authentication", method: "bearer" }, credentials: [{ label: "Secret Token", value: { from: "token" } }], remark: "entra" }),
  entra({
    way: { key: "client", name: "OAuth2 Client Credentials Grant", method: "client_credentials" },
    credentials: [...client, { label: "Client Secret", value: { from: "client_secret" } }],
    remark: "entra_client",
  }),
  entra({
    way: { key: "federation", name: "Workload Identity Federation", method: "federation" },
    credentials: client,
    before: [
      {
        text: "entra_federation",
        drawing: {
          path: ["Enterprise applications", "Rollcall", "Provisioning", "Workload Identity Federation"],
          fields: [
            { kind: "text", label: "Issuer", value: { fixed: "https://login.microsoftonline.com/…/v2.0" }, focus: true },
            { kind: "text", label: "JWKS URL", value: { fixed: "https://login.microsoftonline.com/…/keys" }, focus: true },
            { kind: "text", label: "Subject", value: { fixed: "00000000-0000-…" }, focus: true },
            { kind: "text", label: "Audience", value: { fixed: "api://…" }, focus: true },
          ],
        },
      },
    ],
    remark: "entra_federation",
  }),
];
