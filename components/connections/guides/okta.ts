import type { Guide, GuideStep } from "./guide";

const tabs = ["General", "Provisioning", "Assignments", "Push Groups"];

const commonSteps: GuideStep[] = [
  {
    text: "okta_to_app",
    drawing: {
      path: ["Applications", "Your app", "Provisioning", "To App"],
      tabs,
      tab: "Provisioning",
      fields: [
        { kind: "check", label: "Create Users", on: true },
        { kind: "check", label: "Update User Attributes", on: true },
        { kind: "check", label: "Deactivate Users", on: true },
        { kind: "check", label: "Sync Password", on: false },
        { kind: "button", label: "Save", primary: true },
      ],
    },
  },
  {
    text: "okta_assign",
    watch: "first_user_at",
    drawing: {
      path: ["Applications", "Your app", "Assignments"],
      tabs,
      tab: "Assignments",
      fields: [
        { kind: "button", label: "Assign to People", primary: true },
        { kind: "button", label: "Assign to Groups" },
      ],
    },
  },
  {
    text: "okta_groups",
    watch: "first_group_at",
    drawing: {
      path: ["Applications", "Your app", "Push Groups"],
      tabs,
      tab: "Push Groups",
      fields: [
        { kind: "button", label: "Find groups by name", primary: true },
        { kind: "button", label: "Find groups by rule" },
        { kind: "check", label: "Push group memberships immediately", on: true },
      ],
    },
  },
  { text: "okta_departure", watch: "first_deactivation_at" },
];

export const oktaWizard: Guide = {
  key: "okta_wizard",
  identityProvider: "okta",
  values: [
    { label: "SCIM connector base URL", value: { from: "base_url" } },
    { label: "Unique identifier field for users", value: { fixed: "userName" } },
    { label: "Authentication Mode", value: { fixed: "HTTP Header" } },
    { label: "Authorization: Bearer", value: { from: "token" } },
  ],
  remark: "okta_wizard",
  steps: [
    {
      text: "okta_turn_on",
      drawing: {
        path: ["Applications", "Your app", "General", "App Settings"],
        tabs: ["General", "Sign On", "Assignments"],
        tab: "General",
        fields: [
          { kind: "heading", label: "Provisioning" },
          { kind: "radio", label: "None", on: false },
          { kind: "radio", label: "On-Premises Provisioning", on: false },
          { kind: "radio", label: "SCIM", on: true },
          { kind: "button", label: "Save", primary: true },
        ],
      },
    },
    {
      text: "okta_wizard_connect",
      watch: "first_contact_at",
      drawing: {
        path: ["Applications", "Your app", "Provisioning", "Integration"],
        tabs,
        tab: "Provisioning",
        fields: [
          { kind: "text", label: "SCIM connector base URL", value: { from: "base_url" } },
          { kind: "text", label: "Unique identifier field for users", value: { fixed: "userName" } },
          { kind: "heading", label: "Supported provisioning actions" },
          { kind: "check", label: "Import New Users and Profile Updates", on: false },
          { kind: "check", label: "Push New Users", on: true },
          { kind: "check", label: "Push Profile Updates", on: true },
          { kind: "check", label: "Push Groups", on: true },
          { kind: "select", label: "Authentication Mode", value: { fixed: "HTTP Header" } },
          { kind: "text", label: "Authorization: Bearer", value: { from: "token" } },
          { kind: "button", label: "Test Connector Configuration" },
        ],
      },
    },
    { text: "okta_wizard_test", watch: "credential_test_at" },
    ...commonSteps,
  ],
};

export const oktaCatalog: Guide = {
  key: "okta_catalog",
  identityProvider: "okta",
  values: [
    { label: "SCIM 2.0 Base Url", value: { from: "base_url" } },
    { label: "API Token", value: { from: "token" } },
  ],
  remark: "okta_catalog",
  steps: [
    {
      text: "okta_add",
      drawing: {
        path: ["Applications", "Browse App Catalog"],
        fields: [
          { kind: "text", label: "Search", value: { fixed: "SCIM 2.0 Test App (Header Auth)" } },
          { kind: "button", label: "Add Integration", primary: true },
        ],
      },
    },
    {
      text: "okta_catalog_connect",
      watch: "first_contact_at",
      drawing: {
        path: ["Applications", "SCIM 2.0 Test App", "Provisioning", "Integration"],
        tabs: ["General", "Sign On", "Provisioning", "Assignments"],
        tab: "Provisioning",
        fields: [
          { kind: "check", label: "Enable API integration", on: true },
          { kind: "text", label: "SCIM 2.0 Base Url", value: { from: "base_url" } },
          { kind: "text", label: "API Token", value: { from: "token" } },
          { kind: "button", label: "Test API Credentials" },
          { kind: "button", label: "Save", primary: true },
        ],
      },
    },
    { text: "okta_catalog_test", watch: "credential_test_at" },
    ...commonSteps,
  ],
};
