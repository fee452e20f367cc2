import type { DrawnField, Guide, GuideStep, GuideValue } from "./guide";

const url = { from: "base_url" } as const;
const token = { from: "token" } as const;
const bearer: Guide["way"] = { key: "token", name: "Bearer Token", method: "bearer" };

type Credential = { label: string; value: GuideValue };

const asText = (field: Credential): DrawnField => ({ kind: "text", ...field });

function lastSteps(people: GuideStep["text"], groups: GuideStep["text"]): GuideStep[] {
  return [
    { text: people, watch: "first_user_at" },
    { text: groups, watch: "first_group_at" },
    { text: "any_departure", watch: "first_deactivation_at" },
  ];
}

function connect(text: GuideStep["text"], path: string[], fields: DrawnField[]): GuideStep {
  return { text, watch: "first_contact_at", drawing: { path, fields: fields.map((field) => ({ focus: true, ...field })) } };
}

export const cyberark: Guide = {
  key: "cyberark",
  identityProvider: "cyberark",
  way: bearer,
  values: [
    { label: "SCIM Service URL", value: url },
    { label: "Authorization Type", value: { fixed: "Authorization Header" } },
    { label: "Header Type", value: { fixed: "Bearer Token" } },
    { label: "Bearer Token", value: token },
  ],
  steps: [
    { text: "cyberark_open" },
    connect("cyberark_connect", ["Apps & Widgets", "Web Apps", "Your app", "Provisioning"], [
      { kind: "check", label: "Enable provisioning for this application", on: true },
      { kind: "radio", label: "Live Mode", on: true },
      { kind: "text", label: "SCIM Service URL", value: url },
      { kind: "select", label: "Authorization Type", value: { fixed: "Authorization Header" } },
      { kind: "select", label: "Header Type", value: { fixed: "Bearer Token" } },
      { kind: "text", label: "Bearer Token", value: token },
      { kind: "button", label: "Verify", primary: true },
    ]),
    ...lastSteps("cyberark_people", "cyberark_groups"),
  ],
};

export const jumpcloud: Guide = {
  key: "jumpcloud",
  identityProvider: "jumpcloud",
  way: bearer,
  values: [
    { label: "Base URL", value: url },
    { label: "Token Key", value: token },
  ],
  steps: [
    { text: "jumpcloud_open" },
    connect("jumpcloud_connect", ["SSO Applications", "Your app", "Identity Management"], [
      { kind: "radio", label: "SCIM API", on: true },
      { kind: "select", label: "SCIM Version", value: { fixed: "SCIM 2.0" } },
      { kind: "text", label: "Base URL", value: url },
      { kind: "text", label: "Token Key", value: token },
      { kind: "button", label: "Test Connection" },
      { kind: "button", label: "Activate", primary: true },
    ]),
    ...lastSteps("jumpcloud_people", "jumpcloud_groups"),
  ],
};

export const onelogin: Guide = {
  key: "onelogin",
  identityProvider: "onelogin",
  way: bearer,
  values: [
    { label: "SCIM Base URL", value: url },
    { label: "SCIM Bearer Token", value: token },
    { label: "SCIM Username", value: { fixed: "Email" } },
  ],
  steps: [
    { text: "onelogin_open" },
    connect("onelogin_connect", ["Applications", "Your app", "Configuration"], [
      { kind: "text", label: "SCIM Base URL", value: url },
      { kind: "text", label: "SCIM Bearer Token", value: token },
      { kind: "heading", label: "API Connection" },
      { kind: "button", label: "Enable", primary: true },
    ]),
    {
      text: "onelogin_enable",
      drawing: {
        path: ["Applications", "Your app", "Provisioning"],
        fields: [
          { kind: "check", label: "Enable provisioning", on: true, focus: true },
          { kind: "select", label: "When users are deleted in OneLogin, perform the below action", value: { fixed: "Suspend" } },
          { kind: "button", label: "Save", primary: true },
        ],
      },
    },
    ...lastSteps("onelogin_people", "onelogin_groups"),
  ],
};

function pingfederate(way: Guide["way"], credentials: Credential[]): Guide {
  return {
    key: "pingfederate",
    identityProvider: "pingfederate",
    way,
    values: [
      { label: "SCIM URL", value: url },
      { label: "SCIM Version", value: { fixed: "2.0" } },
      { label: "Authentication Method", value: { fixed: way.name } },
      ...credentials,
      { label: "Unique User Identifier", value: { fixed: "userName" } },
    ],
    steps: [
      { text: "pingfederate_open" },
      connect("pingfederate_connect", ["SP Connections", "Your connection", "Outbound Provisioning", "Target"], [
        { kind: "text", label: "SCIM URL", value: url },
        { kind: "select", label: "SCIM Version", value: { fixed: "2.0" } },
        { kind: "select", label: "Authentication Method", value: { fixed: way.name } },
        ...credentials.map(asText),
        { kind: "select", label: "Unique User Identifier", value: { fixed: "userName" } },
        { kind: "check", label: "Group Support", on: true },
        { kind: "button", label: "Next", primary: true },
      ]),
      ...lastSteps("pingfederate_people", "pingfederate_groups"),
    ],
  };
}

const userAndPassword: Credential[] = [
  { label: "User", value: { from: "user_name" } },
  { label: "Password", value: { from: "password" } },
];
const client = (names: [string, string, string]): Credential[] => [
  { label: names[0], value: { from: "token_url" } },
  { label: names[1], value: { from: "client_id" } },
  { label: names[2], value: { from: "client_secret" } },
];

export const pingfederateGuides: Guide[] = [
  pingfederate({ key: "token", name: "OAuth 2 Bearer Token", method: "bearer" }, [{ label: "Access Token", value: token }]),
  pingfederate({ key: "client", name: "OAuth 2 Client Credentials", method: "client_credentials" }, client(["OAuth Token Endpoint URL", "Client ID", "Client Secret"])),
  pingfederate({ key: "basic", name: "Basic Authentication", method: "basic" }, userAndPassword),
];

export const rippling: Guide = {
  key: "rippling",
  identityProvider: "rippling",
  way: bearer,
  values: [
    { label: "SCIM Version", value: { fixed: "2.0" } },
    { label: "SCIM Base URL", value: url },
    { label: "SCIM Authorization Method", value: { fixed: "Bearer Token" } },
    { label: "Bearer Token", value: token },
  ],
  steps: [
    { text: "rippling_open" },
    connect("rippling_connect", ["Custom app", "Settings", "SCIM provisioning"], [
      { kind: "select", label: "SCIM Version", value: { fixed: "2.0" } },
      { kind: "text", label: "SCIM Base URL", value: url },
      { kind: "select", label: "SCIM Authorization Method", value: { fixed: "Bearer Token" } },
      { kind: "text", label: "Bearer Token", value: token },
    ]),
    {
      text: "rippling_attributes",
      drawing: {
        path: ["Custom app", "Settings", "SCIM attributes"],
        fields: [
          { kind: "check", label: "externalId", on: true, focus: true },
          { kind: "check", label: "emails.primary", on: true, focus: true },
          { kind: "check", label: "name.givenName", on: true, focus: true },
          { kind: "check", label: "name.familyName", on: true, focus: true },
          { kind: "button", label: "Save", primary: true },
        ],
      },
    },
    ...lastSteps("rippling_people", "rippling_groups"),
  ],
};

function generic(way: Guide["way"], credentials: Credential[]): Guide {
  return {
    key: "generic",
    identityProvider: "generic",
    way,
    values: [{ label: "SCIM Base URL", value: url }, ...credentials, { label: "userName", value: { fixed: "primary email address" } }],
    remark: "generic",
    steps: [
      { text: "generic_open" },
      connect("generic_connect", ["Provisioning", "SCIM 2.0"], [
        { kind: "text", label: "SCIM Base URL", value: url },
        { kind: "select", label: "Authentication", value: { fixed: way.name } },
        ...credentials.map(asText),
        { kind: "button", label: "Test connection", primary: true },
      ]),
      { text: "generic_attributes" },
      ...lastSteps("generic_people", "generic_groups"),
    ],
  };
}

export const genericGuides: Guide[] = [
  generic(bearer, [
    { label: "HTTP header", value: { fixed: "Authorization: Bearer" } },
    { label: "Bearer Token", value: token },
  ]),
  generic({ key: "client", name: "OAuth 2 client credentials", method: "client_credentials" }, client(["Token endpoint", "Client ID", "Client secret"])),
  generic({ key: "basic", name: "Basic", method: "basic" }, userAndPassword),
];
