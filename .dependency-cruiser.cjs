/** Who may import whom. Each rule says why in its comment. @type {import('dependency-cruiser').IConfiguration} */
const domain = "^lib/(organizations|connections|directory|events|webhooks|activity)/";
const test = "[.](test|db[.]test)[.]tsx?$";

module.exports = {
  forbidden: [
    {
      name: "scim-core-is-pure",
      comment: "lib/scim is the RFC in TypeScript: no Next, no Prisma, no node built-ins, no other room. zod only.",
      severity: "error",
      from: { path: "^lib/scim/", pathNot: test },
      to: { pathNot: ["^lib/scim/", "node_modules/zod/"] },
    },
    {
      name: "domain-speaks-no-scim",
      comment: "Only lib/provisioning translates between SCIM and the directory. The domain must survive a second protocol.",
      severity: "error",
      from: { path: domain, pathNot: test },
      to: { path: "^lib/(scim|provisioning)/" },
    },
    {
      name: "domain-knows-no-http",
      comment: "Domain functions take a scope and input, return values, throw DomainError. They never see a Request.",
      severity: "error",
      from: { path: domain, pathNot: test },
      to: { path: "^(app|components|lib/(http|client|auth))/|node_modules/(next|next-auth|react)/" },
    },
    {
      name: "database-only-below-the-shell",
      comment: "Pages, routes and components ask the domain; they never build a query.",
      severity: "error",
      from: { path: "^(app|components|lib/(http|client|contracts))/", pathNot: test },
      // What a failed statement means, trying again after a deadlock, a trial run that is rolled back: no queries.
      to: { path: "^lib/db/|node_modules/@prisma/", pathNot: "^lib/db/(errors|retry-transient|run-in-one-transaction)[.]ts$" },
    },
    {
      name: "browser-code-stays-in-the-browser",
      comment: "Client components may use contracts, client and format; anything else drags server code into a bundle.",
      severity: "error",
      from: { path: "^(components|lib/client)/" },
      to: { path: "^lib/(?!contracts/|client/|format/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "contracts-are-leaves",
      comment: "A request or response shape depends on zod and other shapes only.",
      severity: "error",
      from: { path: "^lib/contracts/" },
      to: { pathNot: ["^lib/contracts/", "node_modules/zod/"] },
    },
    {
      name: "provisioning-has-one-door",
      comment: "Only the SCIM front desk calls the translator; both doors call the desk.",
      severity: "error",
      from: { pathNot: ["^lib/http/(scim-|read-scim-|note-request-quirks)", "^lib/provisioning/", "^tests/", test] },
      to: { path: "^lib/provisioning/" },
    },
    {
      name: "events-are-the-bottom-of-the-domain",
      comment: "Everyone may record an event; the outbox knows no one.",
      severity: "error",
      from: { path: "^lib/events/" },
      to: { path: "^lib/(?!events/|db/|contracts/|(errors|clock|scope|log|env)[.]ts$)" },
    },
    {
      name: "webhooks-read-events-not-the-directory",
      comment: "A delivery carries the payload frozen at commit; it must not re-read members.",
      severity: "error",
      from: { path: "^lib/webhooks/" },
      to: { path: "^lib/(directory|connections)/" },
    },
    {
      name: "tests-are-not-imported",
      severity: "error",
      comment: "Shared test code lives in tests/, never in a test file or a source folder.",
      from: { pathNot: ["^(tests|e2e)/", test] },
      to: { path: ["^(tests|e2e)/", test] },
    },
    {
      name: "no-circular",
      severity: "error",
      comment: "Merge the two or extract the third. Types alone may refer to each other: nothing of them is left at run time.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "not-to-unresolvable", severity: "error", comment: "Typo or missing dependency.", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
    exclude: { path: "[.]next/|lib/db/generated" },
  },
};
