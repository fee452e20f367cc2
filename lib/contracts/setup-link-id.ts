const pattern = /^setup-link-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The id in `setup-link-<uuid>`, or null. In an address it stands for the organization: the pages of a set-up link call the API so. */
export function readSetupLinkId(text: string): string | null {
  return pattern.exec(text)?.[1] ?? null;
}
