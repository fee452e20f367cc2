import { type Drawing, type DrawnField, type Guide, type GuideStep, type GuideValue, testBelow } from "./guide";

const tabs = ["General", "Provisioning", "Assignments", "Push Groups"];
const url: GuideValue = { from: "base_url" };

const toApp: Drawing = {
  path: ["Applications", "Your app", "Provisioning", "To App"],
  tabs,
  tab: "Provisioning",
  fields: [
    { kind: "heading", label: "Provisioning to App" },
    { kind: "check", label: "Create Users", on: true, focus: true },
    { kind: "check", label: "Update User Attributes", on: true, focus: true },
    { kind: "check", label: "Deactivate Users", on: true, focus: true },
    { kind: "check", label: "Sync Password", on: false },
    { kind: "button", label: "Save", primary: true },
  ],
};

const assignments: Drawing = {
  path: ["Applications", "Your app", "Assignments"],
  tabs,
  tab: "Assignments",
  fields: [
    { kind: "button", label: "Assign", primary: true, focus: true },
    { kind: "button", label: "Convert assignments" },
    { kind: "person", label: "Lena Fischer", detail: "Individual" },
    { kind: "person", label: "Tom Okafor", detail: "Group: Everyone in Sales" },
  ],
};

const pushGroups: Drawing = {
  path: ["Applications", "Your app", "Push Groups"],
  tabs,
  tab: "Push Groups",
  fields: [
    { kind: "button", label: "Push Groups", primary: true, focus: true },
    { kind: "button", label: "Find groups by name" },
    { kind: "button", label: "Find groups by rule" },
    { kind: "group", label: "Engineering", detail: "Active" },
    { kind: "check", label: "Push group memberships immediately", on: true },
  ],
};

const commonSteps: GuideStep[] = [
  { text: "okta_to_app", drawing: toApp },
  { text: "okta_assign", watch: "first_user_at", drawing: assignments },
  { text: "okta_groups", watch: "first_group_at", drawing: pushGroups },
  { text: "okta_departure", watch: "first_deactivation_at" },
];

const turnOn: GuideStep = {
  text: "okta_turn_on",
  drawing: {
    path: ["Applications", "Your app", "General", "App Settings"],
    tabs: ["General", "Sign On", "Assignments"],
    tab: "General",
    fields: [
      { kind: "heading", label: "Provisioning" },
      { kind: "radio", label: "None", on: false },
      { kind: "radio", label: "On-Premises Provisioning", on: false },
      { kind: "radio", label: "SCIM", on: true, focus: true },
      { kind: "button", label: "Save", primary: true },
    ],
  },
};

function wizardForm(mode: string, credentials: DrawnField[]): Drawing {
  return {
    path: ["Applications", "Your app", "Provisioning", "Integration"],
    tabs,
    tab: "Provisioning",
    fields: [
      { kind: "heading", label: "SCIM Connection" },
      { kind: "text", label: "SCIM connector base URL", value: url, focus: true },
      { kind: "text", label: "Unique identifier field for users", value: { fixed: "userName" }, focus: true },
      { kind: "heading", label: "Supported provisioning actions" },
      { kind: "check", label: "Import New Users and Profile Updates", on: false },
      { kind: "check", label: "Push New Users", on: true, focus: true },
      { kind: "check", label: "Push Profile Updates", on: true, focus: true },
      { kind: "check", label: "Push Groups", on: true, focus: true },
      { kind: "select", label: "Authentication Mode", value: { fixed: mode }, focus: true },
      ...credentials.map((field) => ({ ...field, focus: true })),
    ],
  };
}

type WizardWay = { way: Guide["way"]; credentials: { label: string; value: GuideValue }[]; connect: GuideStep["text"]; between?: GuideStep[]; remark: NonNullable<Guide["remark"]> };

function wizard({ way, credentials, connect, between = [], remark }: WizardWay): Guide {
  const form = wizardForm(way.name, credentials.map((field) => ({ kind: "text", ...field })));
  return {
    key: "okta_wizard",
    identityProvider: "okta",
    way,
    values: [
      { label: "SCIM connector base URL", value: url },
      { label: "Unique identifier field for users", value: { fixed: "userName" } },
      { label: "Authentication Mode", value: { fixed: way.name } },
      ...credentials,
    ],
    remark,
    steps: [
      turnOn,
      { text: connect, watch: "first_contact_at", drawing: form },
      ...between,
      { text: "okta_wizard_test", watch: "credential_test_at", drawing: testBelow(form, "Test Connector Configuration", "Connector configured successfully") },
      ...commonSteps,
    ],
  };
}

const userAndPassword: WizardWay["credentials"] = [
  { label: "Username", value: { from: "user_name" } },
  { label: "Password", value: { from: "password" } },
];

export const oktaWizardGuides: Guide[] = [
  wizard({
    way: { key: "header", name: "HTTP Header", method: "bearer" },
    credentials: [{ label: "Authorization: Bearer", value: { from: "token" } }],
    connect: "okta_wizard_connect",
    remark: "okta_wizard",
  }),
  wizard({ way: { key: "basic", name: "Basic Auth", method: "basic" }, credentials: userAndPassword, connect: "okta_wizard_connect", remark: "okta_basic" }),
  wizard({
    way: { key: "oauth2", name: "OAuth 2", method: "authorization_code" },
    credentials: [
      { label: "Access token endpoint URI", value: { from: "token_url" } },
      { label: "Authorization endpoint URI", value: { from: "authorization_url" } },
      { label: "Client ID", value: { from: "client_id" } },
      { label: "Client Secret", value: { from: "client_secret" } },
    ],
    connect: "okta_wizard_connect",
    between: [
      {
        text: "okta_authorize",
        drawing: {
          path: ["Applications", "Your app", "Provisioning", "Integration"],
          tabs,
          tab: "Provisioning",
          continued: true,
          fields: [{ kind: "button", label: "Save", focus: true }, { kind: "heading", label: "Authentication" }, { kind: "button", label: "Authenticate with Your app", primary: true, focus: true }, { kind: "passed", label: "Authenticated" }],
        },
      },
    ],
    remark: "okta_oauth",
  }),
];

type CatalogWay = { way: Guide["way"]; credentials: { label: string; value: GuideValue }[]; remark: NonNullable<Guide["remark"]> };

function catalog({ way, credentials, remark }: CatalogWay): Guide {
  const values = [{ label: "SCIM 2.0 Base Url", value: url }, ...credentials];
  const form: Drawing = {
    path: ["Applications", `SCIM 2.0 Test App (${way.name})`, "Provisioning", "Integration"],
    tabs: ["General", "Sign On", "Provisioning", "Assignments"],
    tab: "Provisioning",
    fields: [
      { kind: "check", label: "Enable API integration", on: true, focus: true },
      ...values.map((field): DrawnField => ({ kind: "text", ...field, focus: true })),
    ],
  };
  return {
    key: "okta_catalog",
    identityProvider: "okta",
    way,
    values,
    remark,
    steps: [
      {
        text: "okta_add",
        drawing: {
          path: ["Applications", "Browse App Catalog"],
          fields: [
            { kind: "text", label: "Search", value: { fixed: `SCIM 2.0 Test App (${way.name})` }, focus: true },
            { kind: "button", label: "Add Integration", primary: true },
          ],
        },
      },
      { text: "okta_catalog_connect", watch: "first_contact_at", drawing: form },
      {
        text: "okta_catalog_test",
        watch: "credential_test_at",
        drawing: testBelow(form, "Test API Credentials", "SCIM 2.0 Test App was verified successfully!"),
      },
      ...commonSteps,
    ],
  };
}

export const oktaCatalogGuides: Guide[] = [
  catalog({ way: { key: "header", name: "Header Auth", method: "bearer" }, credentials: [{ label: "API Token", value: { from: "token" } }], remark: "okta_catalog" }),
  catalog({ way: { key: "oauth-bearer", name: "OAuth Bearer Token", method: "bearer" }, credentials: [{ label: "OAuth Bearer Token", value: { from: "token" } }], remark: "okta_catalog" }),
  catalog({ way: { key: "basic", name: "Basic Auth", method: "basic" }, credentials: userAndPassword, remark: "okta_basic" }),
];
