export const AUTHORIZATION_FORMS = ["bearer", "raw", "double", "basic"] as const;

export type AuthorizationForm = (typeof AUTHORIZATION_FORMS)[number];

/** What really arrives in `Authorization`, by how the admin filled in the form. `basic` takes `user:password` as the token. */
export function authorization(form: AuthorizationForm, token: string): string {
  switch (form) {
    case "bearer":
      return `Bearer ${token}`;
    case "raw":
      return token;
    case "double":
      return `Bearer Bearer ${token}`;
    case "basic":
      return `Basic ${Buffer.from(token, "utf8").toString("base64")}`;
  }
}
