/** The identity providers that Rollcall knows by name. Without zod, so that lists and marks stay light in the browser. */
export const identityProviders = ["okta", "microsoft-entra", "cyberark", "jumpcloud", "onelogin", "pingfederate", "rippling", "generic"] as const;
