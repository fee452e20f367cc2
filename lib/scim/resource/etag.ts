/** The weak entity tag of a version (RFC 7644 section 3.14). */
export function formatEtag(version: number): string {
  return `W/"${version}"`;
}

/** Whether an `If-Match` or `If-None-Match` header names this version; weak comparison (RFC 9110 section 8.8.3.2). */
export function matchesEtag(header: string, version: number): boolean {
  return header.split(",").some((each) => {
    const tag = each.trim();
    return tag === "*" || tag === formatEtag(version) || tag === `"${version}"`;
  });
}
