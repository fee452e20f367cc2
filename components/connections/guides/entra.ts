import type { Guide } from "./guide";

export const entra: Guide = {
  key: "entra",
  identityProvider: "microsoft-entra",
  values: [
    { label: "Tenant URL", value: { from: "base_url" } },
    { label: "Secret Token", value: { from: "token" } },
  ],
  remark: "entra",
  steps: [
    {
      text: "entra_create",
      drawing: {
        path: ["Enterprise applications", "New application", "Create your own application"],
        fields: [
          { kind: "text", label: "What's the name of your app?", value: { fixed: "Rollcall" } },
          { kind: "radio", label: "Configure Application Proxy for secure remote access", on: false },
          { kind: "radio", label: "Register an application to integrate with Microsoft Entra ID", on: false },
          { kind: "radio", label: "Integrate any other application you don't find in the gallery", on: true },
          { kind: "button", label: "Create", primary: true },
        ],
      },
    },
    {
      text: "entra_connect",
      watch: "first_contact_at",
      drawing: {
        path: ["Enterprise applications", "Rollcall", "Provisioning"],
        fields: [
          { kind: "select", label: "Provisioning Mode", value: { fixed: "Automatic" } },
          { kind: "heading", label: "Admin Credentials" },
          { kind: "text", label: "Tenant URL", value: { from: "base_url" } },
          { kind: "text", label: "Secret Token", value: { from: "token" } },
          { kind: "button", label: "Test Connection" },
          { kind: "button", label: "Save", primary: true },
        ],
      },
    },
    { text: "entra_test", watch: "credential_test_at" },
    {
      text: "entra_mapping",
      drawing: {
        path: ["Provisioning", "Mappings", "Provision Microsoft Entra ID Users"],
        fields: [
          { kind: "heading", label: "Attribute Mappings" },
          { kind: "mapping", source: "userPrincipalName", target: "userName" },
          { kind: "mapping", source: "Switch([IsSoftDeleted], …)", target: "active" },
          { kind: "mapping", source: "objectId", target: "externalId", changed: true },
          { kind: "mapping", source: "mail", target: 'emails[type eq "work"].value' },
          { kind: "button", label: "Save", primary: true },
        ],
      },
    },
    {
      text: "entra_assign",
      drawing: {
        path: ["Enterprise applications", "Rollcall", "Users and groups"],
        fields: [{ kind: "button", label: "Add user/group", primary: true }],
      },
    },
    {
      text: "entra_start",
      watch: "first_user_at",
      drawing: {
        path: ["Enterprise applications", "Rollcall", "Provisioning"],
        fields: [
          { kind: "toggle", label: "Provisioning Status", on: true },
          { kind: "button", label: "Save", primary: true },
          { kind: "button", label: "Provision on demand" },
        ],
      },
    },
    { text: "entra_groups", watch: "first_group_at" },
    { text: "entra_departure", watch: "first_deactivation_at" },
  ],
};
