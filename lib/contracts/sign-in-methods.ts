/** Ways in which an IdP may prove who it is. `bearer` is on from the start. Without zod, so that lists stay light in the browser. */
export const signInMethods = ["bearer", "basic", "client_credentials", "authorization_code", "federation"] as const;
