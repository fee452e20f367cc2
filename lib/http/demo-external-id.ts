/** Marks the one organization that the operator console made to look at, and can remove. */
export const demoExternalId = "rollcall-demo";
